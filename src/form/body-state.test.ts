import {expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {emptyValues} from '../model/values.ts';
import {bodyState} from './body-state.ts';
import {toFields} from './fields.ts';
import {fillState} from './raw-state.ts';
import {readRequest} from './read-request.ts';
import type {FormState} from './form-state.ts';

const text = {type: 'string'} as const;
const target = operation({
  method: 'POST',
  requestBody: {
    required: true,
    content: [
      mediaType('application/json', {
        schema: {
          type: 'object',
          required: ['a', 'b', 'inner'],
          properties: {a: text, b: text, inner: {type: 'object', required: ['c'], properties: {c: text}}},
        },
      }),
    ],
  },
});
const fields = toFields(target);

function filled(current: FormState): unknown {
  const state = fillState(target, fields, current, {incoming: bodyState(fields, {a: 'x'}), isWhole: false});
  return readRequest(target, fields, state).values;
}

it('sends no text that the body does not have, though it is required', () => {
  expect(filled({})).toEqual({...emptyValues(), body: {a: 'x'}});
});

it('takes away nothing that the form holds', () => {
  expect(filled({'body.a': 'old', 'body.b': 'mine', 'body.inner.c': 'mine, too'})).toEqual({
    ...emptyValues(),
    body: {a: 'x', b: 'mine', inner: {c: 'mine, too'}},
  });
});

it('is empty without a body', () => {
  expect(bodyState(fields, undefined)).toEqual({});
});
