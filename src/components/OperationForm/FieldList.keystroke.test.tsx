import {expect, it} from 'vitest';
import {render} from 'vitest-browser-react';
import {mediaType, operation} from '../../../test/fixtures/operation.ts';
import Site from '../../../test/support/docusaurus/Site.tsx';
import {toFields} from '../../form/fields.ts';
import {createFormStore} from '../../form/form-store.ts';
import {placeValues} from '../../form/place-values.ts';
import type {Schema} from '../../model/schema.ts';
import type {Value} from '../../model/values.ts';
import FieldList from './FieldList.tsx';

/** How long a keystroke takes is measured in bench/keystroke.ts; here, that it is the business of its field alone. */

const row: Schema = {type: 'object', properties: {word: {type: 'string'}, count: {type: 'integer'}}};
const groups: Schema = {
  type: 'object',
  properties: Object.fromEntries(Array.from({length: 40}, (_, at) => [`group${at}`, row])),
};
const objects: Value = Array.from({length: 40}, (_, count) => ({word: 'x', count}));

it.each<[string, Schema, Record<string, Value>, string]>([
  ['groups', groups, {}, 'body.group20.word'],
  ['a list', {type: 'array', items: row}, {body: objects}, 'body.20.word'],
])('a keystroke in %s asks for the values of no other field', async (_name, schema, values, field) => {
  const requestBody = {required: true, content: [mediaType('application/json', {schema})]};
  const fields = toFields(operation({method: 'POST', requestBody}));
  const store = createFormStore(placeValues(fields, values));
  const asked = new Set<string>();
  const watched = {
    ...store,
    value: (key: string) => {
      asked.add(key);
      return store.value(key);
    },
  };
  const {container} = await render(
    <Site>
      <FieldList fields={fields} store={watched} />
    </Site>,
  );
  for (const group of ['body.group10', 'body.group20', 'body.10', 'body.20']) {
    container.querySelector<HTMLElement>(`[data-field="${group}"] > button`)?.click();
  }
  await expect.poll(() => container.querySelector(`[name="${field}"]`)).not.toBeNull();
  const other = field.replace('20', '10').replace('word', 'count');
  expect([...asked].some((key) => key.includes('10'))).toBe(true);
  expect(container.querySelector(`[name="${other}"]`)).not.toBeNull();

  asked.clear();
  const input = container.querySelector<HTMLInputElement>(`[name="${field}"]`);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'typed');
  input?.dispatchEvent(new Event('input', {bubbles: true}));
  await expect.poll(() => JSON.stringify(store.state())).toContain('typed');
  // The groups around it may ask about themselves: `body#json`.
  expect([...asked].filter((key) => !field.startsWith(key.replace(/#.*/, '')))).toEqual([]);
});
