import {expect, it} from 'vitest';
import {mediaType, operation, parameter} from '../../../../../test/fixtures/operation.ts';
import {toFields} from '../../../../form/fields.ts';
import {rawTextOf} from '../../../../form/form-state.ts';
import {readRequest} from '../../../../form/read-request.ts';
import {encodeShareLink} from '../../../../form/share-link.ts';
import {emptyValues, type RequestValues} from '../../../../model/values.ts';
import {openLink} from './open-link.ts';

const text = {type: 'string'} as const;
const target = operation({
  method: 'POST',
  parameters: [parameter('query', 'q', {required: true, schema: text})],
  requestBody: {
    required: true,
    content: [
      mediaType('application/json', {
        schema: {type: 'object', required: ['a', 'b'], properties: {a: text, b: text, list: {items: text}}},
      }),
    ],
  },
});
const fields = toFields(target);

function opened(values: Partial<RequestValues>, rawBody?: string) {
  const made = encodeShareLink(target, {...emptyValues(), ...values}, {rawBody});
  return openLink(target, 'fragment' in made ? made.fragment : '').prefill?.state(fields) ?? {};
}

it('sends no text that the link does not have, though it is required', () => {
  expect(readRequest(target, fields, opened({body: {a: 'x'}})).values).toEqual({...emptyValues(), body: {a: 'x'}});
  const whole = {query: {q: ''}, body: {a: '', b: 'y', list: []}};
  expect(readRequest(target, fields, opened(whole)).values).toEqual({...emptyValues(), ...whole});
});

it('takes a body as text as it is', () => {
  const state = opened({query: {q: '1'}}, '{"a": "x"}');
  expect(rawTextOf(state)).toBe('{"a": "x"}');
  expect(readRequest(target, fields, state).rawBody).toBe('{"a": "x"}');
});
