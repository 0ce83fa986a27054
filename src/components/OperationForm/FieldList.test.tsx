import axe from 'axe-core';
import {beforeEach, describe, expect, it} from 'vitest';
import {userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import * as fixtures from '../../../test/fixtures/operation.ts';
import Site from '../../../test/support/docusaurus/Site.tsx';
import {messagesByName} from '../../form/attach-problems.ts';
import {toFields} from '../../form/fields.ts';
import {createFormStore, type FormStore} from '../../form/form-store.ts';
import type {FormState} from '../../form/form-state.ts';
import {toRequestValues} from '../../form/to-request-values.ts';
import {validateRequest} from '../../form/validate-request.ts';
import {ExactNumber} from '../../model/exact-number.ts';
import {FileValue} from '../../model/file-value.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
import type {Value} from '../../model/values.ts';
import FieldList from './FieldList.tsx';

let store: FormStore;
let body: () => Value | undefined;
let check: () => void;
let screen: Awaited<ReturnType<typeof render>>;

interface Given {
  schemas?: NamedSchemas;
  state?: FormState;
  mediaType?: string;
  readOnlyFields?: string[];
  required?: boolean;
}

/** Shows the fields of a body with one property, `it`, or of a whole body. */
async function show(schema: Schema, given: Given = {}): Promise<void> {
  await showBody({type: 'object', properties: {it: schema}}, given);
}

async function showBody(schema: Schema, given: Given = {}): Promise<void> {
  const {schemas = {}, state = {}, mediaType = 'application/json', readOnlyFields, required = true} = given;
  const content = mediaType.split(' ').map((name) => fixtures.mediaType(name, {schema}));
  const operation = fixtures.operation({method: 'POST', requestBody: {required, content}, schemas});
  const fields = toFields(operation);
  store = createFormStore(state);
  body = () => toRequestValues(fields, store.state()).values.body;
  check = () => {
    store.setErrors(messagesByName(validateRequest(fields, operation, store.state()), fields, store.state()));
  };
  screen = await render(
    <Site>
      <form aria-label="Test">
        <FieldList fields={fields} store={store} {...(readOnlyFields && {readOnlyFields})} />
      </form>
    </Site>,
  );
}

const control = (name: string) => screen.container.querySelector<HTMLInputElement>(`[name="${name}"]`);
const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.getAttribute('name');
const button = (name: string | RegExp) => screen.getByRole('button', {name});
const textbox = (name: string | RegExp) => screen.getByRole('textbox', {name});

async function expectAccessible(): Promise<void> {
  const {violations} = await axe.run(screen.container, {rules: {region: {enabled: false}}});
  expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
}

beforeEach(() => {
  document.body.focus();
});

describe('a text', () => {
  it('may be left out, empty, null or a value, and the reader sees which', async () => {
    await show({type: ['string', 'null']});
    const mark = screen.getByRole('combobox', {name: 'What is sent as it'});
    await expect.element(mark).toHaveDisplayValue('left out');
    expect(body()).toEqual({});
    await mark.selectOptions('empty text');
    expect(body()).toEqual({it: ''});
    await mark.selectOptions('null');
    expect(body()).toEqual({it: null});
    await expect.element(textbox(/^it/)).toHaveAttribute('placeholder', 'null');
    await textbox(/^it/).fill('text');
    await expect.element(mark).toHaveDisplayValue('sent');
    expect(body()).toEqual({it: 'text'});
    await textbox(/^it/).fill('');
    await expect.element(mark).toHaveDisplayValue('left out');
    await expectAccessible();
  });

  it('shows what is wrong with it, tied to the control', async () => {
    await show({type: 'string', minLength: 3}, {state: {'body.it': 'ab'}});
    check();
    await expect.element(textbox(/^it/)).toHaveAttribute('aria-invalid', 'true');
    await expect.element(textbox(/^it/)).toHaveAccessibleDescription(/At least 3 characters; there are 2\./);
    await expectAccessible();
  });
});

describe('numbers, dates, choices', () => {
  it('keep digits as typed', async () => {
    await show({type: 'integer', format: 'int64'});
    await textbox(/^it/).fill('9007199254740993');
    expect(body()).toEqual({it: new ExactNumber('9007199254740993')});
    await expect.element(textbox(/^it/)).toHaveValue('9007199254740993');
  });

  it('let a native picker fill in RFC 3339 text', async () => {
    await showBody({
      type: 'object',
      properties: {day: {type: 'string', format: 'date'}, at: {type: 'string', format: 'date-time'}},
    });
    await screen.getByLabelText('Pick day').fill('2026-03-31');
    await screen.getByLabelText('Pick at').fill('2026-03-31T14:30');
    await expect.element(textbox(/^day/)).toHaveValue('2026-03-31');
    expect(control('body.at')?.value).toMatch(/^2026-03-31T14:30:00(Z|[+-]\d\d:\d\d)$/);
    check();
    expect(store.errors()).toEqual({});
    await textbox(/^at/).fill('2026-03-31T14:30:00.123456Z');
    expect(body()).toMatchObject({at: '2026-03-31T14:30:00.123456Z'});
    await expectAccessible();
  });

  it('offer enums as radio buttons or a list, booleans as a box that can be false', async () => {
    await showBody({
      type: 'object',
      properties: {few: {enum: ['a', 'b']}, many: {enum: [1, 2, 3, 4, 5]}, yes: {type: 'boolean'}, only: {const: 'x'}},
    });
    await screen.getByRole('radio', {name: 'b'}).click();
    await screen.getByRole('combobox', {name: /^many/}).selectOptions('4');
    await screen.getByRole('combobox', {name: 'What is sent as yes'}).selectOptions('false');
    expect(body()).toEqual({few: 'b', many: 4, yes: false, only: 'x'});
    await screen.getByRole('combobox', {name: 'What is sent as only'}).selectOptions('left out');
    await screen.getByRole('checkbox', {name: /^yes/}).click();
    expect(body()).toEqual({few: 'b', many: 4, yes: true});
    await expectAccessible();
  });
});

describe('a list', () => {
  const tags: Schema = {title: 'tags', type: 'array', minItems: 2, maxItems: 3, items: {type: 'string'}};

  it('is filled, moved and emptied with the keyboard alone', async () => {
    await show(tags);
    const group = screen.getByRole('group', {name: /^tags/});
    await expect.element(group).toBeVisible();
    await expect.element(screen.getByText('2 to 3 items')).toBeVisible();
    button('Add to tags').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('body.it.0');
    await userEvent.keyboard('one');
    button('Add to tags').element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(focused).toBe('body.it.1');
    await userEvent.keyboard('two');
    expect(body()).toEqual({it: ['one', 'two']});
    await expect.element(screen.getByText('tags 2 added.')).toBeInTheDocument();

    button('Move tags 2 up').element().focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(body()).toEqual({it: ['two', 'one']});
    await expect.poll(focused).toBe('Move tags 1 down');
    await expect.element(screen.getByText('tags 2 is now 1 of 2.')).toBeInTheDocument();
    await userEvent.keyboard('{Enter}');
    expect(body()).toEqual({it: ['one', 'two']});

    button('Remove tags 1').element().focus();
    await userEvent.keyboard('{Enter}');
    expect(body()).toEqual({it: ['two']});
    await expect.poll(focused).toBe('Remove tags 1');
    await userEvent.keyboard('{Enter}');
    expect(body()).toEqual({it: []});
    await expect.poll(() => document.activeElement?.textContent).toBe('Add to tags');
    await screen.getByRole('combobox', {name: 'What is sent as tags'}).selectOptions('left out');
    expect(body()).toEqual({});
    await expectAccessible();
  });

  it('keeps messages with their rows, and says when it is full', async () => {
    const state = {'body.it#items': ['0', '1', '2'], 'body.it.0': 'a', 'body.it.1': 'bbbb', 'body.it.2': 'c'};
    await show({...(tags as object), items: {type: 'string', maxLength: 2}}, {state});
    await expect.element(screen.getByText('No more than 3 items.')).toBeVisible();
    check();
    await expect.element(textbox(/^tags 2/)).toHaveAttribute('aria-invalid', 'true');
    await button('Move tags 2 up').click();
    await expect.element(textbox(/^tags 1/)).toHaveAttribute('aria-invalid', 'true');
    await button('Remove tags 3').click();
    await button('Remove tags 2').click();
    check();
    await expect.element(screen.getByRole('group', {name: /^tags/})).toHaveAccessibleDescription(/there is 1\./);
    await expectAccessible();
  });

  it('of objects has a group for each', async () => {
    await show({title: 'lines', type: 'array', items: {type: 'object', properties: {sku: {type: 'string'}}}});
    await button('Add to lines').click();
    const line = screen.getByRole('group', {name: /^lines 1/});
    await line.getByRole('textbox', {name: /^sku/}).fill('x');
    expect(body()).toEqual({it: [{sku: 'x'}]});
    expect(control('body.it.0.sku')).not.toBeNull();
    await expectAccessible();
  });
});

describe('a required list', () => {
  it('is empty or left out, as the reader chooses and sees', async () => {
    await showBody({type: 'object', required: ['tags'], properties: {tags: {type: 'array', items: {type: 'string'}}}});
    const mark = screen.getByRole('combobox', {name: 'What is sent as tags'});
    await expect.element(mark).toHaveDisplayValue('empty list');
    expect(body()).toEqual({tags: []});
    await mark.selectOptions('left out');
    expect(body()).toEqual({});
    await mark.selectOptions('empty list');
    await button('Add to tags').click();
    await textbox('tags 1').fill('x');
    expect(body()).toEqual({tags: ['x']});
    await expectAccessible();
  });
});

describe('a map', () => {
  it('takes keys with values, and tells of a key that is there twice', async () => {
    await show({title: 'labels', type: 'object', additionalProperties: {type: 'integer'}});
    await button('Add an entry to labels').click();
    await textbox('labels key 1').fill('a.b');
    await textbox('labels value 1').fill('1');
    expect(body()).toEqual({it: {'a.b': 1}});
    expect(control('body.it.a~1b')?.value).toBe('1');
    await button('Add an entry to labels').click();
    await expect.poll(focused).toBe('body.it#key.1');
    await userEvent.keyboard('a.b');
    check();
    await expect.element(textbox('labels key 2')).toHaveAccessibleDescription('This key is there already.');
    await button('Remove a.b').nth(1).click();
    expect(body()).toEqual({it: {'a.b': 1}});
    await expectAccessible();
  });
});

describe('a choice of forms', () => {
  const card: Schema = {title: 'Card', properties: {owner: {type: 'string'}, number: {type: 'string'}}};
  const cash: Schema = {title: 'Cash', properties: {owner: {type: 'string'}, sum: {type: 'integer'}}};

  it('keeps what has the same name in both', async () => {
    await show({title: 'pay', oneOf: [card, cash]});
    const form = screen.getByRole('combobox', {name: 'Form of pay'});
    await expect.element(form).toHaveDisplayValue('Left out');
    await form.selectOptions('Card');
    await textbox(/^owner/).fill('Ada');
    await textbox(/^number/).fill('4711');
    expect(body()).toEqual({it: {owner: 'Ada', number: '4711'}});
    await form.selectOptions('Cash');
    await expect.element(textbox(/^owner/)).toHaveValue('Ada');
    await textbox(/^sum/).fill('5');
    expect(body()).toEqual({it: {owner: 'Ada', sum: 5}});
    await form.selectOptions('Left out');
    expect(body()).toEqual({});
    await expectAccessible();
  });

  it('settles the discriminator', async () => {
    const schemas = {Card: card, Cash: cash};
    const refs = ['Card', 'Cash'].map((name) => ({$ref: `#/components/schemas/${name}`}));
    await show({title: 'pay', oneOf: refs, discriminator: {propertyName: 'kind'}}, {schemas});
    await screen.getByRole('combobox', {name: 'Form of pay'}).selectOptions('Cash');
    expect(body()).toEqual({it: {kind: 'Cash'}});
  });

  it('offers the types of a union', async () => {
    await show({title: 'id', type: ['string', 'integer', 'null']});
    const form = screen.getByRole('combobox', {name: 'Form of id'});
    await form.selectOptions('Text');
    await textbox(/^Text/).fill('12');
    expect(body()).toEqual({it: '12'});
    await form.selectOptions('Whole number');
    expect(body()).toEqual({it: 12});
    await form.selectOptions('null');
    expect(body()).toEqual({it: null});
    await expectAccessible();
  });

  it('offers the media types of a body', async () => {
    await showBody(
      {type: 'object', properties: {a: {type: 'string'}}},
      {mediaType: 'application/json application/yaml'},
    );
    await textbox(/^a/).fill('x');
    await screen.getByRole('combobox', {name: 'Body as'}).selectOptions('application/yaml');
    expect(store.value('#contentType')).toBe('application/yaml');
    await textbox(/^Body/).fill('a: x');
    expect(body()).toBe('a: x');
    await screen.getByRole('combobox', {name: 'Body as'}).selectOptions('application/json');
    expect(body()).toEqual({a: 'x'});
    await expectAccessible();
  });
});

describe('a group', () => {
  it('opens recursion when it is asked for', async () => {
    const schemas: NamedSchemas = {
      Node: {type: 'object', properties: {text: {type: 'string'}, child: {$ref: '#/components/schemas/Node'}}},
    };
    await showBody({$ref: '#/components/schemas/Node'}, {schemas});
    await button('Add child').click();
    expect(body()).toEqual({child: {}});
    await button('Add child').click();
    await textbox(/^text/).nth(2).fill('deep');
    expect(body()).toEqual({child: {child: {text: 'deep'}}});
    await expectAccessible();
    store.replace({});
    await expect.element(textbox(/^text/)).toHaveLength(1);
    await button('Add child').click();
    await expect.element(textbox(/^text/)).toHaveLength(2);
    expect(body()).toEqual({child: {}});
  });

  it('has the properties of its conditions, and says of a value that another one needs it', async () => {
    await showBody({
      type: 'object',
      properties: {card: {type: 'string'}},
      dependentSchemas: {card: {properties: {address: {type: 'string'}}, required: ['address']}},
    });
    await expect.element(textbox(/^address/)).toHaveAccessibleDescription(/Goes with card/i);
    await textbox(/^card/).fill('1');
    check();
    await expect.element(textbox(/^address/)).toHaveAccessibleDescription(/required with what the other fields hold\./);
    await textbox(/^address/).fill('Main Street');
    expect(body()).toEqual({card: '1', address: 'Main Street'});
  });

  it('opens by itself for a mistake inside', async () => {
    const deep = (level: number): Schema =>
      level === 0 ? {type: 'integer'} : {type: 'object', properties: {x: deep(level - 1)}};
    await showBody(deep(5), {state: {'body.x.x.x.x.x': ''}});
    expect(control('body.x.x.x.x.x')).toBeNull();
    store.setErrors({'body.x.x.x.x.x': 'Enter a number.'});
    await expect.poll(() => control('body.x.x.x.x.x')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('may be sent empty, as null, or left out with all that is in it', async () => {
    await show({title: 'address', type: ['object', 'null'], properties: {city: {type: 'string'}}});
    const mark = screen.getByRole('combobox', {name: 'What is sent as address'});
    await expect.element(mark).toHaveDisplayValue('left out');
    await mark.selectOptions('empty object');
    expect(body()).toEqual({it: {}});
    await mark.selectOptions('null');
    expect(body()).toEqual({it: null});
    await mark.selectOptions('left out');
    await textbox(/^city/).fill('London');
    await expect.element(mark).toHaveDisplayValue('sent');
    await mark.selectOptions('left out');
    expect(body()).toEqual({});
    await mark.selectOptions('sent');
    expect(body()).toEqual({it: {city: 'London'}});
    await expectAccessible();
  });
});

describe('files', () => {
  const file = new File(['hello'], 'hello.txt', {type: 'text/plain'});

  it('are read when they are chosen, shown, and removed', async () => {
    await show({title: 'photo', type: 'string', format: 'binary'}, {mediaType: 'multipart/form-data'});
    await userEvent.upload(screen.getByLabelText(/^photo/), file);
    await expect.element(screen.getByText('hello.txt, text/plain, 5 bytes')).toBeVisible();
    expect(body()).toEqual({it: new FileValue('hello.txt', 'text/plain', new TextEncoder().encode('hello'))});
    await button('Remove the file of photo').click();
    expect(body()).toEqual({});
    await expectAccessible();
  });

  it('come several at once', async () => {
    const photos: Schema = {title: 'photos', type: 'array', items: {type: 'string', format: 'binary'}};
    await show(photos, {mediaType: 'multipart/form-data'});
    await userEvent.upload(screen.getByLabelText('Add files to photos'), [file, new File(['b'], 'b.txt')]);
    await expect.element(screen.getByRole('group', {name: /2 items/})).toBeVisible();
    await button('Move photos 2 up').click();
    expect((body() as {it: FileValue[]}).it.map(({name}) => name)).toEqual(['b.txt', 'hello.txt']);
    await expectAccessible();
  });

  it('are a whole body, or base64 in JSON', async () => {
    await showBody(true, {mediaType: 'application/octet-stream'});
    await userEvent.upload(screen.getByLabelText(/^Body/), file);
    await expect.poll(body).toBeInstanceOf(FileValue);
    expect(control('body')).not.toBeNull();
    await screen.unmount();
    await show({title: 'data', type: 'string', contentEncoding: 'base64'});
    await userEvent.upload(screen.getByLabelText('Fill data from a file'), file);
    await expect.element(textbox(/^data/)).toHaveValue('aGVsbG8=');
  });
});

describe('fields that are shown only', () => {
  it('can be read and not edited, with all that is in them', async () => {
    const state = {'body.it.tags#items': ['0'], 'body.it.tags.0': 'x', 'body.it.name': 'n'};
    const schema: Schema = {type: 'object', properties: {name: {type: 'string'}, tags: {type: 'array'}}};
    await show(schema, {state: {...state, 'body.it.tags.0#form': 'string'}, readOnlyFields: ['it']});
    await expect.element(textbox(/^name/)).toHaveAttribute('readonly');
    await expect.element(textbox(/^Text/)).toHaveAttribute('readonly');
    expect(screen.getByRole('button').elements()).toEqual([]);
    await expectAccessible();
  });
});
