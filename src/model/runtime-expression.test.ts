import {describe, expect, it} from 'vitest';
import {ExactNumber} from './exact-number.ts';
import {resolvePointer} from './json-pointer.ts';
import {evaluateExpression} from './runtime-expression.ts';
import type {ExpressionContext} from './runtime-expression.ts';

const context: ExpressionContext = {
  url: 'https://api.example.com/accounts/7?force=true',
  method: 'POST',
  request: {
    path: {id: 7},
    query: {force: true, 'a.b': 'dotted'},
    header: {'X-Trace': 'abc'},
    cookie: {},
    body: {email: 'ada@example.com', tags: ['x', 'y'], 'a/b': {'m~n': 1}, empty: '', none: null},
  },
  requestHeaders: {'Content-Type': 'application/json', 'X-Trace': 'other'},
  response: {status: 201, headers: {Location: '/accounts/8'}, body: {authToken: 't', profile: {id: 8}}},
};

describe('evaluateExpression', () => {
  it.each([
    ['$url', 'https://api.example.com/accounts/7?force=true'],
    ['$method', 'POST'],
    ['$statusCode', 201],
    ['$request.path.id', 7],
    ['$request.query.force', true],
    ['$request.query.a.b', 'dotted'],
    ['$request.header.x-trace', 'abc'],
    ['$request.header.content-type', 'application/json'],
    ['$request.body', context.request.body],
    ['$request.body#/email', 'ada@example.com'],
    ['$request.body#/tags/1', 'y'],
    ['$request.body#/a~1b/m~0n', 1],
    ['$request.body#/empty', ''],
    ['$request.body#/none', null],
    ['$request.body#', context.request.body],
    ['$response.header.location', '/accounts/8'],
    ['$response.body#/profile', {id: 8}],
    ['Bearer {$response.body#/authToken}', 'Bearer t'],
    ['{$request.path.id}/{$statusCode}', '7/201'],
    ['at {$response.body#/profile}', 'at {"id":8}'],
    ['plain text', 'plain text'],
    ['$5 off', '$5 off'],
    ['{id} stays', '{id} stays'],
  ])('%s', (expression, expected) => {
    expect(evaluateExpression(expression, context)).toEqual(expected);
  });

  it.each([
    '$request.query.missing',
    '$request.query.constructor',
    '$request.body#/tags/2',
    '$request.body#/tags/01',
    '$request.body#/tags/-',
    '$request.body#/toString',
    '$request.body#email',
    '$response.query.force',
    '$response.header.X-None',
    '$request.nonsense',
    'Bearer {$response.body#/none}',
  ])('%s has no value', (expression) => {
    expect(evaluateExpression(expression, context)).toBeUndefined();
  });
});

describe('resolvePointer', () => {
  // The table of RFC 6901, section 5.
  const document = {
    foo: ['bar', 'baz'],
    '': 0,
    'a/b': 1,
    'c%d': 2,
    'e^f': 3,
    'g|h': 4,
    'i\\j': 5,
    'k"l': 6,
    ' ': 7,
    'm~n': 8,
  };
  it.each([
    ['', document],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ])('%j', (pointer, expected) => {
    expect(resolvePointer(document, pointer)).toEqual(expected);
  });

  it.each(['foo', '/~', '/~2', '/foo/bar', '/none/0'])('%j leads nowhere', (pointer) => {
    expect(resolvePointer(document, pointer)).toBeUndefined();
  });
});

describe('evaluateExpression on numbers that JavaScript cannot hold', () => {
  const id = new ExactNumber('9223372036854775807');
  const exact: ExpressionContext = {
    ...context,
    request: {...context.request, path: {id}, body: {owner: {id}}},
    response: {...context.response, body: {rows: [{id}], price: new ExactNumber('1.10')}},
  };

  it.each([
    ['$request.path.id', id],
    ['$request.body#/owner/id', id],
    ['$response.body#/rows/0', {id}],
  ])('keeps the digits of %s', (expression, value) => {
    expect(evaluateExpression(expression, exact)).toEqual(value);
  });

  it.each([
    ['/accounts/{$response.body#/rows/0/id}', '/accounts/9223372036854775807'],
    ['{$response.body}', '{"rows":[{"id":9223372036854775807}],"price":1.10}'],
  ])('writes them into %s', (expression, text) => {
    expect(evaluateExpression(expression, exact)).toBe(text);
  });
});
