import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import type {Schema} from '../model/schema.ts';
import {membersOf} from './field-parts.ts';
import {toFields, type Field} from './fields.ts';
import {createFormStore} from './form-store.ts';
import {readField, readForm} from './read-form.ts';
import {sendAs, sentChoices, sentState, type SentState} from './sent-state.ts';

const schema: Schema = {
  type: 'object',
  required: ['list', 'text'],
  properties: {
    list: {type: 'array', items: {type: 'string'}},
    text: {type: 'string'},
    maybe: {type: ['array', 'null'], items: {type: 'string'}},
  },
};

const fields = toFields(operation({requestBody: {required: true, content: [mediaType('application/json', {schema})]}}));
const list = memberOf('list');
const text = memberOf('text');
const maybe = memberOf('maybe');

function memberOf(name: string): Field {
  const found = fields.flatMap((field) => membersOf(field)).find(({path}) => path.at(-1) === name);
  if (found === undefined) throw new Error(`There is no ${name}.`);
  return found;
}

/** Chooses one state after another; gives what is sent of the whole body and what may be chosen then. */
function after(field: Field, ...chosen: SentState[]) {
  const store = createFormStore({});
  for (const next of chosen) store.change(sendAs(field, next, store.state()));
  const now = sentState(field, readField(field, store.state()));
  return {now, choices: sentChoices(field, store.state(), now), sent: readForm(fields, store.state()).values.body};
}

describe('what is sent of a required list', () => {
  it('is an empty list at first, and can be left out', () => {
    expect(after(list)).toEqual({now: 'empty', choices: ['left out', 'empty'], sent: {list: [], text: ''}});
    expect(after(list, 'left out')).toEqual({now: 'left out', choices: ['left out', 'empty'], sent: {text: ''}});
    expect(after(list, 'left out', 'empty')).toMatchObject({now: 'empty', sent: {list: [], text: ''}});
  });
});

it('tells nothing, null and an empty list of an optional one apart', () => {
  expect(after(maybe)).toMatchObject({now: 'left out', choices: ['left out', 'empty', 'null']});
  expect(after(maybe, 'null')).toMatchObject({now: 'null', sent: {maybe: null}});
  expect(after(maybe, 'null', 'empty')).toMatchObject({now: 'empty', sent: {maybe: []}});
  expect(after(maybe, 'empty', 'left out')).toMatchObject({now: 'left out', sent: {list: [], text: ''}});
});

it('lets required text that was left out be sent empty', () => {
  expect(after(text).choices).toEqual([]);
  expect(after(text, 'left out')).toMatchObject({now: 'left out', choices: ['left out', 'empty'], sent: {list: []}});
  expect(after(text, 'left out', 'empty')).toMatchObject({now: 'empty', sent: {list: [], text: ''}});
});
