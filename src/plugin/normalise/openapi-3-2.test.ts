import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {toApi} from './api.ts';

function apiOf(text: string): Api {
  return toApi('shop', {openapi: '3.2.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)});
}

function operationOf(operation: string, rest = ''): Operation {
  const [first] = apiOf(`paths: {/a: {post: ${operation}}}\n${rest}`).operations;
  if (first === undefined) throw new Error('The document has no operation.');
  return first;
}

describe('what OpenAPI 3.2 adds', () => {
  it('items of a sequence', () => {
    const {responses} = operationOf(
      "{responses: {'200': {content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/Event'}}}}}}",
      'components: {schemas: {Event: {type: integer}}}',
    );
    expect(responses[0]?.content[0]).toMatchObject({
      isSequence: true,
      schema: {type: 'array', items: {$ref: '#/components/schemas/Event'}},
    });
  });

  it.each([
    ['dataValue', {given: '{dataValue: {a: 1}, serializedValue: "{}"}', want: {a: 1}}],
    ['serializedValue', {given: '{serializedValue: "a=1"}', want: 'a=1'}],
    ['value', {given: '{value: null}', want: null}],
  ])('examples: %s', (_name, {given, want}) => {
    const {requestBody} = operationOf(`{requestBody: {content: {application/json: {examples: {one: ${given}}}}}}`);
    expect(requestBody?.content[0]?.examples).toEqual([{name: 'one', value: want}]);
  });

  it('encodings by position', () => {
    const {requestBody} = operationOf(`{requestBody: {content: {multipart/mixed: {
      schema: {type: array, prefixItems: [{type: object}], items: {}},
      prefixEncoding: [{contentType: application/json}],
      itemEncoding: {contentType: image/png, headers: {X-Id: {schema: {type: integer}}}}}}}}`);
    expect(requestBody?.content[0]?.encoding).toMatchObject({
      'part 1': {contentType: 'application/json'},
      'each other part': {contentType: 'image/png', headers: [{name: 'X-Id'}]},
    });
  });

  it('shared media types', () => {
    const {requestBody} = operationOf(
      "{requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/Text'}}}}",
      'components: {mediaTypes: {Text: {schema: {type: string}, example: hi}}}',
    );
    expect(requestBody?.content[0]).toMatchObject({schema: {type: 'string'}, examples: [{value: 'hi'}]});
  });

  it('names of servers and summaries of responses', () => {
    const {servers, responses} = operationOf(
      "{responses: {'200': {summary: All well}}}",
      'servers: [{url: https://a.example, name: main}]',
    );
    expect(servers).toEqual([{url: 'https://a.example', name: 'main'}]);
    expect(responses[0]).toMatchObject({summary: 'All well', description: ''});
  });

  it('the whole query string as a form, which is an object that explodes', () => {
    const {parameters} = operationOf(
      '{parameters: [{name: q, in: querystring, content: {application/x-www-form-urlencoded: {schema: {type: object}}}}]}',
    );
    expect(parameters[0]).toMatchObject({in: 'query', style: 'form', explode: true, isQueryString: true});
    expect(parameters[0]?.contentType).toBeUndefined();
  });

  it('the whole query string in another media type', () => {
    const {parameters} = operationOf(
      '{parameters: [{in: querystring, content: {application/json: {schema: {type: object}}}}]}',
    );
    expect(parameters[0]).toMatchObject({in: 'query', contentType: 'application/json', isQueryString: true});
  });

  it('cookies in the style of cookies', () => {
    const {parameters} = operationOf('{parameters: [{name: c, in: cookie, style: cookie, schema: {type: string}}]}');
    expect(parameters[0]).toMatchObject({in: 'cookie', style: 'cookie', explode: true});
  });

  it('device authorisation', () => {
    const {securitySchemes} = apiOf(`
components: {securitySchemes: {o: {type: oauth2, deprecated: true, flows: {deviceAuthorization: {deviceAuthorizationUrl: d, tokenUrl: t, scopes: {}}}}}}`);
    expect(securitySchemes['o']).toEqual({
      type: 'oauth2',
      deprecated: true,
      flows: {deviceAuthorization: {deviceAuthorizationUrl: 'd', tokenUrl: 't', scopes: {}}},
    });
  });
});
