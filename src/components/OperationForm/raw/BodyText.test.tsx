import axe from 'axe-core';
import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../../test/support/docusaurus/Site.tsx';
import {operation as operationOf} from '../../../../test/fixtures/operation.ts';
import {rawKey} from '../../../form/body-field.ts';
import {toFields} from '../../../form/fields.ts';
import type {FormState} from '../../../form/form-state.ts';
import {createFormStore, type FormStore} from '../../../form/form-store.ts';
import type {Schema} from '../../../model/schema.ts';
import FieldList from '../FieldList.tsx';
import FormActions from '../FormActions.tsx';

/** The body of a request as text: by role and name, with the keyboard alone, with axe. */

const person: Schema = {
  type: 'object',
  required: ['name'],
  properties: {name: {type: 'string'}, age: {type: 'integer'}, photo: {type: 'string', format: 'binary'}},
};

let store: FormStore;
let container: HTMLElement;

async function show(mediaTypes = ['application/json'], state: FormState = {}, schema: Schema = person): Promise<void> {
  const content = mediaTypes.map((mediaType) => ({mediaType, schema, examples: []}));
  const operation = operationOf({method: 'POST', requestBody: {required: true, content}});
  const fields = toFields(operation);
  store = createFormStore(state);
  ({container} = await render(
    <Site>
      <form aria-label="Test">
        <FieldList fields={fields} store={store} operation={operation} />
        <FormActions store={store} onClear={() => store.replace({}, 'clear')} onShare={() => undefined} />
      </form>
    </Site>,
  ));
}

const tab = (name: string) => page.getByRole('tab', {name});
const text = page.getByRole('textbox', {name: 'Body as text'});
const question = page.getByRole('alertdialog');
const button = (name: string) => page.getByRole('button', {name});

async function expectAccessible(): Promise<void> {
  const {violations} = await axe.run(container, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
}

describe('tabs', () => {
  it('lead to the text and back with the keyboard alone, and Tab leaves the text', async () => {
    await show(['application/json'], {'body.name': 'Ada'});
    await expect.element(page.getByRole('tabpanel', {name: 'Fields'})).toBeVisible();
    await userEvent.tab();
    await expect.element(tab('Fields')).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(tab('Raw')).toHaveFocus();
    await expect.element(tab('Fields')).toHaveAttribute('aria-selected', 'true');
    await userEvent.keyboard('{Enter}');
    await expect.element(text).toHaveValue('{\n  "name": "Ada"\n}');
    await expect.element(page.getByRole('tabpanel', {name: 'Raw'})).toBeVisible();
    await expectAccessible();
    await text.fill('{\n  "name": "Bob"\n}');
    await userEvent.tab();
    await expect.element(text).not.toHaveFocus();
    await tab('Fields').click();
    await expect.element(page.getByRole('textbox', {name: /^name/})).toHaveValue('Bob');
    expect(store.value(rawKey)).toBeUndefined();
  });

  it('are not there where a page shows a part of the body only', async () => {
    const operation = operationOf({
      requestBody: {required: true, content: [{mediaType: 'application/json', schema: person, examples: []}]},
    });
    const shown = createFormStore({});
    await render(
      <FieldList fields={toFields(operation)} store={shown} operation={operation} readOnlyFields={['name']} />,
    );
    expect(page.getByRole('tab').elements()).toEqual([]);
  });
});

describe('text', () => {
  it('is checked as it is typed, with line and column, tied to the control', async () => {
    await show();
    await tab('Raw').click();
    await text.fill('{\n  "name": "Ada",\n  "age" 1\n}');
    await expect.element(text).toHaveAccessibleDescription(/Line 3, column 9: This is not JSON: a colon is missing\./);
    await expect.element(text).toHaveAttribute('aria-invalid', 'true');
    expect(container.querySelector('[data-line]')?.getAttribute('data-line')).toBe('3');
    await expectAccessible();
    await button('Line 3, column 9').click();
    await expect.element(text).toHaveFocus();
    expect((text.element() as HTMLTextAreaElement).selectionStart).toBe(27);
    await text.fill('{"name":"Ada","id":9007199254740993}');
    await expect.element(text).toHaveAttribute('aria-invalid', 'false');
    await button('Format').click();
    await expect.element(text).toHaveValue('{\n  "name": "Ada",\n  "id": 9007199254740993\n}');
  });

  it('shows what the schema says at its place in the text', async () => {
    await show(['application/json'], {[rawKey]: '{\n  "name": "Ada",\n  "age": "x"\n}'});
    await expect.element(text).toBeVisible();
    store.setErrors({'body.age': 'Enter a number.'});
    await expect.element(text).toHaveAccessibleDescription(/Line 3, column 3: age Enter a number\./);
    await expectAccessible();
  });

  it('of XML is checked for being well-formed', async () => {
    await show(['application/xml'], {[rawKey]: '<a>\n  <b>\n</a>'});
    await expect.element(text).toHaveAccessibleDescription(/Line 3, column \d+: This is not XML: ./);
    await text.fill('<a/>');
    await expect.element(text).toHaveAttribute('aria-invalid', 'false');
  });

  it('keeps what was typed when its media type changes', async () => {
    await show(['application/json', 'application/xml'], {'body.name': 'Ada'});
    await tab('Raw').click();
    await page.getByRole('combobox', {name: 'Body as'}).selectOptions('application/xml');
    expect(store.value(rawKey)).toContain('<name>Ada</name>');
    await text.fill('<own/>');
    await page.getByRole('combobox', {name: 'Body as'}).selectOptions('application/json');
    await expect.element(text).toHaveValue('<own/>');
    await expect.element(text).toHaveAccessibleDescription(/This is not JSON/);
  });
});

describe('a switch that loses something', () => {
  it('asks first, and can be undone', async () => {
    await show(['application/json'], {[rawKey]: '{"name": "Ada",\n\n "name": "Bob"}'});
    await tab('Fields').click();
    await expect.element(question).toHaveAccessibleDescription(/“name” stands more than once/);
    await expect.element(button('Stay')).toHaveFocus();
    await expectAccessible();
    await button('Stay').click();
    await expect.element(text).toHaveValue('{"name": "Ada",\n\n "name": "Bob"}');
    await expect.element(tab('Raw')).toHaveFocus();
    await tab('Fields').click();
    await button('Switch anyway').click();
    await expect.element(page.getByRole('textbox', {name: /^name/})).toHaveValue('Bob');
    await expect.element(tab('Fields')).toHaveFocus();
    await button('Undo the switch').click();
    await expect.element(text).toHaveValue('{"name": "Ada",\n\n "name": "Bob"}');
  });

  it('is refused for text that is no JSON, and the text stays', async () => {
    await show(['application/json'], {'body.name': 'Ada', [rawKey]: '{"name'});
    await tab('Fields').click();
    await expect.element(question).toHaveAccessibleName('This text cannot be shown in fields.');
    await expect.element(question).toHaveAccessibleDescription(/Line 1, column 2: This is not JSON/);
    await button('Stay').click();
    await expect.element(text).toHaveValue('{"name');
    await tab('Fields').click();
    await button('Drop the text').click();
    await expect.element(page.getByRole('textbox', {name: /^name/})).toHaveValue('Ada');
    await button('Undo the switch').click();
    await expect.element(text).toHaveValue('{"name');
  });

  it('says that XML has no way back, but goes back while it is untouched', async () => {
    await show(['application/xml'], {'body.name': 'Ada'});
    await tab('Raw').click();
    await expect
      .element(question)
      .toHaveAccessibleDescription(/XML edited as text cannot be turned back into fields\./);
    await button('Switch anyway').click();
    await expect.element(text).toBeVisible();
    await tab('Fields').click();
    await expect.element(page.getByRole('textbox', {name: /^name/})).toHaveValue('Ada');
  });

  it('says that a password can be read', async () => {
    const schema: Schema = {type: 'object', properties: {password: {type: 'string', format: 'password'}}};
    await show(['application/json'], {'body.password': 'hunter2'}, schema);
    await tab('Raw').click();
    await expect.element(question).toHaveAccessibleDescription(/Secrets stand in the text/);
  });
});

describe('Clear', () => {
  it('can be undone until the next change', async () => {
    await show(['application/json'], {[rawKey]: 'typed'});
    await expect.element(text).toHaveValue('typed');
    await button('Clear').click();
    await expect.element(page.getByRole('textbox', {name: /^name/})).toHaveValue('');
    await button('Undo clear').click();
    await expect.element(text).toHaveValue('typed');
    await expect.element(button('Clear')).toHaveFocus();
    await expect.element(page.getByRole('status')).toHaveTextContent('The form is as it was before.');
    await button('Clear').click();
    await page.getByRole('textbox', {name: /^name/}).fill('new');
    expect(page.getByRole('button', {name: 'Undo clear'}).elements()).toEqual([]);
  });
});
