import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../../model/json.ts';
import type {Api, Operation} from '../../../model/operation.ts';
import {toApi} from '../api.ts';
import {upgradeSwagger} from './upgrade-swagger.ts';

function apiOf(text: string): Api {
  const document = {swagger: '2.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)};
  return toApi('shop', upgradeSwagger(document));
}

/** The only operation of a document whose path is `/a`. */
function operationOf(operation: string, rest = ''): Operation {
  const [first] = apiOf(`${rest}\npaths: {/a: {post: ${operation}}}`).operations;
  if (first === undefined) throw new Error('The document has no operation.');
  return first;
}

describe('where an API of Swagger 2.0 answers', () => {
  it.each([
    [
      'all parts',
      {
        given: 'host: a.example\nbasePath: /v1\nschemes: [http, https]',
        want: ['https://a.example/v1', 'http://a.example/v1'],
      },
    ],
    ['no schemes', {given: 'host: a.example', want: ['https://a.example']}],
    ['a base path only', {given: 'basePath: /v1/', want: ['/v1']}],
    ['a base path that is the root', {given: 'host: a.example\nbasePath: /', want: ['https://a.example']}],
    ['a base path without a slash', {given: 'host: a.example\nbasePath: v1', want: ['https://a.example/v1']}],
    ['a host with a scheme', {given: 'host: https://a.example/', want: ['https://a.example']}],
    ['nothing', {given: '', want: ['']}],
  ])('%s', (_name, {given, want}) => {
    expect(apiOf(given).servers.map(({url}) => url)).toEqual(want);
  });

  it('an operation may have schemes of its own', () => {
    const {servers} = operationOf(
      '{schemes: [wss], responses: {}}',
      'host: a.example\nbasePath: /v1\nschemes: [https]',
    );
    expect(servers).toEqual([{url: 'wss://a.example/v1'}]);
  });
});

describe('bodies', () => {
  it.each([
    ['what the document consumes', {given: {document: 'consumes: [text/csv]', operation: ''}, want: ['text/csv']}],
    [
      'what the operation consumes',
      {given: {document: 'consumes: [text/csv]', operation: 'consumes: [text/xml],'}, want: ['text/xml']},
    ],
    ['nothing said', {given: {document: '', operation: ''}, want: ['application/json']}],
    [
      'the list of the document taken away',
      {given: {document: 'consumes: [text/csv]', operation: 'consumes: [],'}, want: ['application/json']},
    ],
  ])('have the media types of %s', (_name, {given, want}) => {
    const {requestBody, parameters} = operationOf(
      `{${given.operation} parameters: [{in: body, name: any, required: true, description: the pet, schema: {$ref: '#/definitions/Pet'}}]}`,
      `${given.document}\ndefinitions: {Pet: {type: object}}`,
    );
    expect(requestBody?.content.map(({mediaType}) => mediaType)).toEqual(want);
    expect(requestBody).toMatchObject({required: true, description: 'the pet'});
    expect(requestBody?.content[0]?.schema).toEqual({$ref: '#/components/schemas/Pet'});
    expect(parameters).toEqual([]);
  });

  it.each([
    [
      'fields only',
      {given: '', fields: '{name: n, in: formData, type: string}', want: ['application/x-www-form-urlencoded']},
    ],
    [
      'a file',
      {
        given: 'consumes: [application/json]',
        fields: '{name: n, in: formData, type: file}',
        want: ['multipart/form-data'],
      },
    ],
    [
      'both ways',
      {
        given: 'consumes: [multipart/form-data, application/x-www-form-urlencoded]',
        fields: '{name: n, in: formData, type: string}',
        want: ['multipart/form-data', 'application/x-www-form-urlencoded'],
      },
    ],
  ])('of forms: %s', (_name, {given, fields, want}) => {
    const {requestBody} = operationOf(`{parameters: [${fields}]}`, given);
    expect(requestBody?.content.map(({mediaType}) => mediaType)).toEqual(want);
  });

  it('of forms have a property for each field, with its encoding', () => {
    const {requestBody} = operationOf(`
      {consumes: [multipart/form-data], parameters: [
        {name: file, in: formData, type: file, required: true, description: the file},
        {name: tags, in: formData, type: array, items: {type: string}, collectionFormat: pipes},
        {name: __proto__, in: formData, type: integer, minimum: 1, exclusiveMinimum: true}]}`);
    const [media] = requestBody?.content ?? [];
    const {properties, required} = media?.schema as {properties: object; required: string[]};
    expect(required).toEqual(['file']);
    expect(properties).toMatchObject({
      file: {type: 'string', contentMediaType: 'application/octet-stream', description: 'the file'},
      tags: {type: 'array', items: {type: 'string'}},
    });
    expect(media?.encoding).toMatchObject({tags: {style: 'pipeDelimited', explode: false}});
  });

  it('and shared parameters are followed, and may stand at the path', () => {
    const {operations} = apiOf(`
parameters:
  Body: {in: body, name: b, schema: {type: string}}
  Field: {in: formData, name: f, type: string}
  Limit: {in: query, name: limit, type: integer, maximum: 9}
paths:
  /a: {parameters: [{$ref: '#/parameters/Body'}, {$ref: '#/parameters/Limit'}], put: {}, post: {parameters: [{in: query, name: limit, type: string}]}}
  /b: {post: {parameters: [{$ref: '#/parameters/Field'}]}}`);
    expect(operations.map(({requestBody}) => requestBody?.content[0]?.schema)).toEqual([
      {type: 'string'},
      {type: 'string'},
      {type: 'object', properties: {f: {type: 'string'}}, required: []},
    ]);
    expect(operations.map(({parameters}) => parameters.map(({name, schema}) => [name, schema]))).toEqual([
      [['limit', {type: 'integer', maximum: 9}]],
      [['limit', {type: 'string'}]],
      [],
    ]);
  });
});

describe('lists in parameters', () => {
  it.each([
    ['query csv', {given: 'in: query, collectionFormat: csv', want: {style: 'form', explode: false}}],
    ['query, nothing said', {given: 'in: query', want: {style: 'form', explode: false}}],
    ['query ssv', {given: 'in: query, collectionFormat: ssv', want: {style: 'spaceDelimited', explode: false}}],
    ['query pipes', {given: 'in: query, collectionFormat: pipes', want: {style: 'pipeDelimited', explode: false}}],
    ['query multi', {given: 'in: query, collectionFormat: multi', want: {style: 'form', explode: true}}],
    ['header csv', {given: 'in: header, collectionFormat: csv', want: {style: 'simple', explode: false}}],
    ['path, nothing said', {given: 'in: path', want: {style: 'simple', explode: false}}],
  ])('%s', (_name, {given, want}) => {
    const {parameters} = operationOf(`{parameters: [{name: p, type: array, items: {type: string}, ${given}}]}`);
    expect(parameters[0]).toMatchObject({...want, schema: {type: 'array', items: {type: 'string'}}});
  });

  it.each([
    ['query', 'tsv', 'tabs'],
    ['path', 'ssv', 'blanks'],
    ['header', 'pipes', 'pipes (|)'],
  ])('that no style can write are text, and say so: %s %s', (location, format, separator) => {
    const {parameters} = operationOf(
      `{parameters: [{name: p, description: Which., in: ${location}, type: array, items: {type: string, enum: [a, b]}, collectionFormat: ${format}}]}`,
    );
    expect(parameters[0]).toMatchObject({
      schema: {type: 'string'},
      description: `Which.\n\nA list of values with ${separator} between them, each one of \`"a"\`, \`"b"\`.`,
    });
  });
});

describe('responses', () => {
  const responseOf = (response: string, rest = '', operation = '') =>
    operationOf(`{${operation} responses: {'200': ${response}}}`, rest).responses[0];

  it.each([
    [
      'the operation produces',
      {
        given: {document: 'produces: [text/csv]', operation: 'produces: [text/xml, text/html],'},
        want: ['text/xml', 'text/html'],
      },
    ],
    ['the document produces', {given: {document: 'produces: [text/csv]', operation: ''}, want: ['text/csv']}],
    ['nothing produces', {given: {document: '', operation: ''}, want: ['application/json']}],
  ])('are what %s, shared ones too', (_name, {given, want}) => {
    const rest = `${given.document}\nresponses: {Ok: {description: fine, schema: {type: string}}}`;
    for (const response of ['{description: fine, schema: {type: string}}', "{$ref: '#/responses/Ok'}"]) {
      const {content, description} = responseOf(response, rest, given.operation) ?? {};
      expect(description).toBe('fine');
      expect(content?.map(({mediaType, schema}) => [mediaType, schema])).toEqual(
        want.map((mediaType) => [mediaType, {type: 'string'}]),
      );
    }
  });

  it('keep every media type when only one has an example', () => {
    const {content} =
      responseOf(
        '{schema: {type: object}, examples: {application/json: {a: 1}}}',
        'produces: [application/json, text/xml]',
      ) ?? {};
    expect(content?.map(({mediaType}) => mediaType)).toEqual(['application/json', 'text/xml']);
    expect(content?.[0]?.examples).toEqual([{name: 'example', value: {a: 1}}]);
  });

  it('take examples by name too, and those of a type that nothing produces', () => {
    const {content} = responseOf('{schema: {type: integer}, examples: {one: 1, text/plain: "1"}}') ?? {};
    expect(content?.map(({mediaType, schema, examples}) => [mediaType, schema, examples])).toEqual([
      ['application/json', {type: 'integer'}, [{name: 'one', value: 1}]],
      ['text/plain', {type: 'integer'}, [{name: 'example', value: '1'}]],
    ]);
  });

  it('keep headers in their order', () => {
    const response = responseOf('{headers: {X-A: {type: integer, description: left}, X-B: {type: string}}}');
    expect(response?.headers).toMatchObject([
      {name: 'X-A', description: 'left', schema: {type: 'integer'}},
      {name: 'X-B', schema: {type: 'string'}},
    ]);
  });

  it('may be files', () => {
    const response = responseOf('{schema: {type: file}}', 'produces: [application/pdf]');
    expect(response?.content).toMatchObject([
      {mediaType: 'application/pdf', schema: {type: 'string', contentMediaType: 'application/octet-stream'}},
    ]);
  });
});

describe('schemas', () => {
  it.each([
    ['x-nullable', {given: '{type: string, x-nullable: true}', want: {type: ['string', 'null']}}],
    [
      'x-nullable where Swagger has no keyword',
      {given: '{anyOf: [{type: string, x-nullable: true}]}', want: {anyOf: [{type: ['string', 'null']}]}},
    ],
    ['a reference', {given: "{$ref: '#/definitions/B'}", want: {$ref: '#/components/schemas/B'}}],
    [
      'an exclusive limit',
      {given: '{type: number, maximum: 1, exclusiveMaximum: true}', want: {type: 'number', exclusiveMaximum: 1}},
    ],
    [
      'a discriminator',
      {
        given: '{type: object, discriminator: kind, required: [kind]}',
        want: {type: 'object', discriminator: {propertyName: 'kind'}, required: ['kind']},
      },
    ],
    [
      'an example that looks like a file',
      {given: '{type: object, example: {type: file}}', want: {type: 'object', examples: [{type: 'file'}]}},
    ],
  ])('%s', (_name, {given, want}) => {
    const {schemas} = apiOf(`definitions: {A: ${given}, B: {type: string}}`);
    expect(schemas['A']).toEqual(want);
  });
});

describe('security', () => {
  it.each([
    ['basic', {given: '{type: basic, description: d}', want: {type: 'http', scheme: 'basic', description: 'd'}}],
    ['apiKey', {given: '{type: apiKey, in: query, name: k}', want: {type: 'apiKey', in: 'query', name: 'k'}}],
    [
      'accessCode',
      {
        given: '{type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {s: text}}',
        want: {type: 'oauth2', flows: {authorizationCode: {authorizationUrl: 'a', tokenUrl: 't', scopes: {s: 'text'}}}},
      },
    ],
    [
      'application',
      {
        given: '{type: oauth2, flow: application, tokenUrl: t, scopes: {}}',
        want: {type: 'oauth2', flows: {clientCredentials: {tokenUrl: 't', scopes: {}}}},
      },
    ],
    [
      'implicit',
      {
        given: '{type: oauth2, flow: implicit, authorizationUrl: a}',
        want: {type: 'oauth2', flows: {implicit: {authorizationUrl: 'a', scopes: {}}}},
      },
    ],
    [
      'password',
      {
        given: '{type: oauth2, flow: password, tokenUrl: t}',
        want: {type: 'oauth2', flows: {password: {tokenUrl: 't', scopes: {}}}},
      },
    ],
  ])('%s', (_name, {given, want}) => {
    const {securitySchemes} = apiOf(`securityDefinitions: {s: ${given}}`);
    expect(securitySchemes['s']).toEqual(want);
  });
});

it('stumbles over nothing that has the wrong type', () => {
  const {operations} = apiOf(`
definitions: {A: 7, B: null}
parameters: []
responses: 7
securityDefinitions: {a: null}
consumes: 7
paths:
  /a: {x-own: null, parameters: 7, get: {parameters: [7, {}, {name: a}, {in: body}, {$ref: '#/parameters/None'}], responses: {'200': null, default: {headers: {X: 7}, schema: 7, examples: 7}}}}
  /b: null
  /c: {get: 7}`);
  expect(operations.map(({path, responses}) => [path, responses.map(({status}) => status)])).toEqual([
    ['/a', ['200', 'default']],
  ]);
});
