import {describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Json} from '../model/json.ts';
import type {ReplyFacts} from './check-reply.ts';
import {fieldErrors, isRefusal} from './field-errors.ts';

const operation = operationOf({
  parameters: [{name: 'force', in: 'query', required: false, style: 'form', explode: true, schema: {}, examples: []}],
  requestBody: {
    required: true,
    content: [
      {
        mediaType: 'application/json',
        examples: [],
        schema: {
          type: 'object',
          properties: {
            email: {type: 'string'},
            tags: {type: 'array'},
            address: {type: 'object', properties: {city: {type: 'string'}}},
          },
        },
      },
    ],
  },
  responses: [
    {status: '200', description: '', headers: [], content: [], links: [], fieldErrors: '$response.body#/errors'},
  ],
});

const reply = (status: number, body: Json | undefined): ReplyFacts => ({
  status,
  body,
  mediaType: 'application/json',
  headers: {},
  text: JSON.stringify(body),
});

describe('fieldErrors', () => {
  it.each<[string, number, Json, [name: string, message: string][]]>([
    [
      'what x-field-errors points at',
      200,
      {
        errors: [
          {field: 'email', message: 'blank'},
          {field: 'general', message: 'error during registration'},
        ],
      },
      [
        ['body.email', 'The API says: blank.'],
        ['', 'The API says: error during registration.'],
      ],
    ],
    [
      'RFC 9457',
      422,
      {errors: [{pointer: '#/email', detail: 'must be free'}]},
      [['body.email', 'The API says: must be free.']],
    ],
    [
      'a place in a list',
      422,
      {errors: [{pointer: '#/tags/0', detail: 'Too long.'}]},
      [['body.tags.0', 'The API says: Too long.']],
    ],
    [
      'JSON:API',
      422,
      {
        errors: [
          {source: {pointer: '/data/attributes/address/city'}, title: 'Bad', detail: 'No such city'},
          {source: {parameter: 'force'}, title: 'Must be true'},
        ],
      },
      [
        ['body.address.city', 'The API says: No such city.'],
        ['query.force', 'The API says: Must be true.'],
      ],
    ],
    ['a bare list', 400, [{field: 'address.city', message: 'Which?'}], [['body.address.city', 'The API says: Which?']]],
    ['a qualified name', 400, [{field: 'query.force', message: 'no'}], [['query.force', 'The API says: no.']]],
    ['an unknown field', 400, [{field: 'nickname', message: 'blank'}], [['', 'The API says of nickname: blank.']]],
    ['a pointer to nowhere', 400, {errors: [{pointer: '#/nothing', detail: 'x'}]}, [['', 'The API says: x.']]],
    ['a broken pointer', 400, {errors: [{pointer: '#%zz', detail: 'x'}]}, [['', 'The API says: x.']]],
    ['other shapes', 400, {errors: ['x', null, {}, {field: 1}]}, []],
    ['errors that are no list', 400, {errors: {email: 'x'}}, []],
    ['a success', 201, {errors: [{field: 'email', message: 'x'}]}, []],
  ])('reads %s', (_, status, body, expected) => {
    expect(fieldErrors(operation, reply(status, body)).map(({name, message}) => [name, message])).toEqual(expected);
  });
});

describe('isRefusal', () => {
  it.each<[number, Json | undefined, boolean]>([
    [200, {errors: [{field: 'email', message: 'x'}]}, true],
    [200, {errors: []}, false],
    [200, {}, false],
    [200, undefined, false],
    [400, {errors: [{field: 'email', message: 'x'}]}, false],
  ])('%i %j', (status, body, expected) => {
    expect(isRefusal(operation, reply(status, body))).toBe(expected);
  });
});
