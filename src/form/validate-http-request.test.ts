import {beforeAll, describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Json} from '../model/json.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {emptyValues} from '../model/values.ts';
import {loadApi} from '../plugin/load-api.ts';
import {buildRequest} from '../request/build-request.ts';
import {exampleValues} from '../request/example-values.ts';
import {toFetchRequest} from '../request/to-fetch-request.ts';
import {validateHttpRequest} from './validate-http-request.ts';

let operations: Operation[];
beforeAll(async () => {
  const apis = await Promise.all(
    ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
  );
  operations = apis.flatMap((api) => api.operations);
});

const find = (key: string) => operations.find((operation) => operation.key === key) ?? operationOf({});

function post(url: string, body: string, contentType = 'application/json'): Request {
  return new Request(url, {method: 'POST', headers: {'Content-Type': contentType}, body});
}

const server = 'https://api.example.com/base';

function withParameter(parameter: Partial<Parameter>): Operation {
  const base: Parameter = {
    name: 'p',
    in: 'query',
    required: true,
    style: 'form',
    explode: true,
    schema: {},
    examples: [],
  };
  const path = parameter.in === 'path' ? `/before/{${parameter.name ?? 'p'}}/after` : '/things';
  return operationOf({path, servers: [{url: server}], parameters: [{...base, ...parameter}]});
}

/** The request that our own builder makes of one value, cookies included: Node lets tests see them. */
function requestOf(operation: Operation, value: Json): Request {
  const [parameter] = operation.parameters;
  if (parameter === undefined) throw new Error('The operation has no parameter.');
  const http = buildRequest(operation, {...emptyValues(), [parameter.in]: {[parameter.name]: value}}, {server});
  return new Request(http.url, {method: http.method, headers: http.headers});
}

describe('validateHttpRequest', () => {
  it('accepts the request of every example of the documents', async () => {
    for (const operation of operations) {
      for (const {name} of operation.requestBody?.content[0]?.examples ?? []) {
        const http = buildRequest(operation, exampleValues(operation, name), {
          server: operation.servers[0]?.url ?? server,
        });
        const request = toFetchRequest(http);
        expect(await validateHttpRequest(operation, request)).toEqual([]);
        expect(request.bodyUsed).toBe(false);
      }
    }
  });

  it('finds what is wrong with a body', async () => {
    const register = find('doordeck/register');
    const url = 'https://api.doordeck.com/auth/register';
    expect(await validateHttpRequest(register, post(url, '{"email": "ada"}'))).toEqual([
      {name: 'body.password', keyword: 'required', message: 'This field is required.'},
      {name: 'body.email', keyword: 'format', message: 'Enter an e-mail address, such as ada@example.com.'},
    ]);
    expect(await validateHttpRequest(register, post(url, '{"email": S3cret}'))).toEqual([
      {name: 'body', keyword: 'syntax', message: 'The body is not JSON: line 1, column 11: a value is missing.'},
    ]);
    expect(await validateHttpRequest(register, post(url, '<x/>', 'text/xml'))).toEqual([
      {name: 'header.Content-Type', keyword: 'undocumented', message: 'The body must be sent as application/json.'},
    ]);
    expect(await validateHttpRequest(register, new Request(url, {method: 'POST'}))).toEqual([
      {name: 'body', keyword: 'required', message: 'A body is required.'},
    ]);
    expect(
      await validateHttpRequest(register, post(`${url}?force=perhaps`, '{"email":"a@b.example","password":"x"}')),
    ).toEqual([{name: 'query.force', keyword: 'type', message: 'Enter true or false.'}]);
  });

  it('lets an optional body be left out', async () => {
    const identify = find('coindroids/identify');
    expect(
      await validateHttpRequest(identify, new Request('https://api.coindroids.com/rpc/identify', {method: 'POST'})),
    ).toEqual([]);
  });

  it('reads the fields of an HTML form', async () => {
    const schema: Schema = {
      type: 'object',
      required: ['name'],
      properties: {name: {type: 'string'}, age: {type: 'integer'}, tags: {type: 'array', items: {type: 'integer'}}},
    };
    const mediaType = 'application/x-www-form-urlencoded';
    const operation = operationOf({requestBody: {required: true, content: [{mediaType, schema, examples: []}]}});
    const check = (body: string) => validateHttpRequest(operation, post(server, body, `${mediaType}; charset=utf-8`));
    expect(await check('name=Ada+%26+Co&age=36&tags=1&tags=2')).toEqual([]);
    expect(await check('age=old&tags=1&tags=x')).toMatchObject([
      {name: 'body.name', keyword: 'required'},
      {name: 'body.age', keyword: 'type'},
      {name: 'body.tags.1', keyword: 'type'},
    ]);
  });

  const list: Schema = {type: 'array', items: {type: 'integer'}, minItems: 3, maxItems: 3};
  const texts: Schema = {const: ['a,b', 'c d', 'e|f&g=h;i.j/ü%']};
  const object: Schema = {
    type: 'object',
    required: ['r', 'g'],
    properties: {r: {type: 'integer'}, g: {type: 'string'}},
    additionalProperties: false,
  };
  const scalars: [Schema, Json][] = [
    [{type: 'integer'}, 7],
    [{type: 'boolean'}, true],
    [{const: 'a,b c/d?e&f=g%ü;.'}, 'a,b c/d?e&f=g%ü;.'],
  ];
  const compound: [Schema, Json][] = [
    [list, [1, 2, 3]],
    [object, {r: 1, g: 'x y'}],
  ];
  const styles: [Partial<Parameter>, [Schema, Json][]][] = [
    ...[true, false].flatMap((explode): [Partial<Parameter>, [Schema, Json][]][] => [
      [{in: 'path', style: 'simple', explode}, [...scalars, ...compound]],
      [{in: 'path', style: 'label', explode}, [...scalars.slice(0, 2), ...compound]],
      [{in: 'path', style: 'matrix', explode}, [...scalars, ...compound]],
      [{in: 'query', style: 'form', explode}, [...scalars, ...compound]],
      [{in: 'cookie', style: 'form', explode}, [...scalars, ...compound]],
      [{in: 'header', name: 'X-P', style: 'simple', explode}, [...scalars.slice(0, 2), ...compound]],
    ]),
    [{in: 'query', style: 'spaceDelimited', explode: false}, [[list, [1, 2, 3]]]],
    [{in: 'query', style: 'pipeDelimited', explode: false}, [[list, [1, 2, 3]]]],
    [{in: 'query', style: 'deepObject', explode: true}, [[object, {r: 1, g: 'x y'}]]],
    [
      {in: 'query', style: 'form', explode: true},
      [[{...texts, type: 'array', items: {type: 'string'}}, texts.const ?? null]],
    ],
    [{in: 'query', contentType: 'application/json'}, compound],
    [{in: 'header', name: 'X-P', contentType: 'application/json'}, compound],
  ];
  const cases = styles.flatMap(([parameter, values]) =>
    values.map(([schema, value]) => [{...parameter, schema}, value] as [Partial<Parameter>, Json]),
  );

  it.each(cases)('reads %j back from %j', async (parameter, value) => {
    const operation = withParameter(parameter);
    expect(await validateHttpRequest(operation, requestOf(operation, value))).toEqual([]);
    const wrong = withParameter({...parameter, schema: {not: {}, ...Object(parameter.schema)}});
    expect(await validateHttpRequest(wrong, requestOf(operation, value))).not.toEqual([]);
  });

  it.each<[Partial<Parameter>, string]>([
    [{in: 'query'}, 'query.p'],
    [{in: 'path'}, 'path.p'],
    [{in: 'header', name: 'X-P'}, 'header.X-P'],
  ])('misses the required parameter %j', async (parameter, name) => {
    const operation = withParameter(parameter);
    const http = buildRequest(operation, emptyValues(), {server});
    expect(await validateHttpRequest(operation, new Request(http.url))).toMatchObject([{name, keyword: 'required'}]);
  });

  it('misses no cookie where a browser hides them', async () => {
    expect(await validateHttpRequest(withParameter({in: 'cookie'}), new Request(server))).toEqual([]);
  });

  it('takes a badly encoded query as it is', async () => {
    expect(await validateHttpRequest(withParameter({schema: {const: '%zz'}}), new Request(`${server}?p=%zz`))).toEqual(
      [],
    );
  });
});
