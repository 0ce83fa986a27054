import {describe, expect, it} from 'vitest';
import {operation as operationOf, parameter} from '../../test/fixtures/operation.ts';
import {FileValue} from '../model/file-value.ts';
import type {Encoding, MediaType, Operation} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {emptyValues, type RequestValues} from '../model/values.ts';
import {buildRequest} from '../request/build-request.ts';
import {toFetchRequest} from '../request/to-fetch-request.ts';
import {validateHttpRequest} from './validate-http-request.ts';

/** What the demo finds wrong with the request that our own builder makes. */
function check(operation: Operation, values: Partial<RequestValues>) {
  const http = buildRequest(operation, {...emptyValues(), ...values}, {server: 'https://api.example.com'});
  return validateHttpRequest(operation, toFetchRequest(http));
}

function withBody(media: Partial<MediaType>): Operation {
  const content = [{mediaType: 'multipart/form-data', examples: [], ...media}];
  return operationOf({method: 'POST', requestBody: {required: true, content}});
}

const point: Schema = {type: 'object', required: ['x'], properties: {x: {type: 'integer'}, y: {type: 'string'}}};
const fields: Schema = {
  type: 'object',
  required: ['age'],
  properties: {
    age: {type: 'integer'},
    tags: {type: 'array', items: {type: 'integer'}},
    point,
    photo: {type: 'string', format: 'binary', minLength: 3},
    files: {type: 'array', items: {type: 'string', format: 'binary'}},
  },
};
const file = new FileValue('a.png', 'image/png', new Uint8Array([1, 255]));

describe('the body of a request', () => {
  it.each(['multipart/form-data', 'application/x-www-form-urlencoded'])('is read as %s', async (mediaType) => {
    const operation = withBody({mediaType, schema: fields});
    const body = {age: 7, tags: [1, 2], point: {x: 1, y: 'a&b=c'}};
    expect(await check(operation, {body})).toEqual([]);
    expect(await check(operation, {body: {age: 'x', tags: [1, 'b'], point: {y: 'z'}}})).toMatchObject([
      {name: 'body.age', keyword: 'type'},
      {name: 'body.tags.1', keyword: 'type'},
      {name: 'body.point.x', keyword: 'required'},
    ]);
  });

  it('has files that are there and not judged', async () => {
    const operation = withBody({schema: {...fields, required: ['photo', 'files']}});
    expect(await check(operation, {body: {photo: file, files: [file, file]}})).toEqual([]);
    expect(await check(operation, {body: {photo: file}})).toMatchObject([{name: 'body.files', keyword: 'required'}]);
  });

  it.each(['multipart/form-data', 'application/x-www-form-urlencoded'])(
    'has styled fields as %s',
    async (mediaType) => {
      const encoding: Record<string, Encoding> = {
        point: {headers: [], style: 'deepObject', explode: true},
        tags: {headers: [], style: 'pipeDelimited', explode: false},
      };
      const operation = withBody({mediaType, schema: fields, encoding});
      expect(await check(operation, {body: {age: 1, tags: [1, 2], point: {x: 1, y: 'b c'}}})).toEqual([]);
      expect(await check(operation, {body: {age: 1, point: {x: 'no'}}})).toMatchObject([{name: 'body.point.x'}]);
    },
  );

  it('is text with a meaning, or of a kind that nobody here judges', async () => {
    const number = withBody({mediaType: 'text/plain', schema: {type: 'integer'}});
    expect(await check(number, {body: 7})).toEqual([]);
    expect(await check(number, {body: 'seven'})).toMatchObject([{name: 'body', keyword: 'type'}]);
    expect(await check(withBody({mediaType: 'application/xml', schema: point}), {body: {x: 1}})).toEqual([]);
    const bytes = withBody({mediaType: 'image/png', schema: {type: 'string', minLength: 9}});
    expect(await check(bytes, {body: file})).toEqual([]);
  });

  it('is refused when it has no parts where its header says so', async () => {
    const headers = {'Content-Type': 'multipart/form-data; boundary=x'};
    const request = new Request('https://api.example.com/things', {method: 'POST', headers, body: 'no parts'});
    expect(await validateHttpRequest(withBody({schema: fields}), request)).toMatchObject([{keyword: 'syntax'}]);
  });
});

describe('the query of a request', () => {
  const filter: Schema = {
    type: 'object',
    properties: {
      colour: {type: 'object', properties: {red: {type: 'integer'}}},
      ids: {type: 'array', items: {type: 'integer'}},
    },
  };

  it('has deep objects in deep objects', async () => {
    const deep = operationOf({
      parameters: [parameter('query', 'f', {style: 'deepObject', explode: true, schema: filter})],
    });
    expect(await check(deep, {query: {f: {colour: {red: 1}, ids: [1, 2]}}})).toEqual([]);
    expect(await check(deep, {query: {f: {colour: {red: 'no'}, ids: ['x']}}})).toMatchObject([
      {name: 'query.f.colour.red'},
      {name: 'query.f.ids.0'},
    ]);
  });

  it('is one value as a whole', async () => {
    const whole = (contentType?: string) =>
      operationOf({
        parameters: [
          parameter('query', 'q', {
            isQueryString: true,
            required: true,
            schema: point,
            ...(contentType && {contentType}),
          }),
        ],
      });
    for (const operation of [whole(), whole('application/json')]) {
      expect(await check(operation, {query: {q: {x: 1, y: 'a=b&c'}}})).toEqual([]);
      expect(await check(operation, {query: {q: {x: 'no'}}})).toMatchObject([{name: 'query.q.x', keyword: 'type'}]);
      expect(await check(operation, {})).toMatchObject([{name: 'query.q', keyword: 'required'}]);
    }
  });

  it('may hold XML that nobody here judges', async () => {
    const xml = operationOf({parameters: [parameter('query', 'x', {contentType: 'application/xml', schema: point})]});
    expect(await check(xml, {query: {x: {x: 1}}})).toEqual([]);
  });
});
