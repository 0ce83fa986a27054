import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {toApi} from './api.ts';

function apiOf(text: string): Api {
  return toApi('shop', {openapi: '3.1.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)});
}

/** The only operation of a document whose path is `/a/{id}`. */
function operationOf(operation: string, rest = ''): Operation {
  const indented = operation.replaceAll('\n', '\n      ');
  const [first] = apiOf(`paths:\n  /a:\n    get:\n      ${indented}\n${rest}`).operations;
  if (first === undefined) throw new Error('The document has no operation.');
  return first;
}

const ok = "responses: {'200': {description: ok}}";

describe('addresses', () => {
  it.each([
    ['an id', '/a: {get: {operationId: getUserDetails}}', ['get-user-details'], ['getUserDetails']],
    ['no id', '"/account/{id}/keys": {get: {}}', ['get-account-id-keys'], ['getAccountIdKeys']],
    ['the root', '/: {get: {}}', ['get'], ['get']],
    ['one id twice', '/a: {get: {operationId: x}, put: {operationId: x}}', ['x', 'x-2'], ['x', 'x2']],
    [
      'ids that look alike',
      '/a: {get: {operationId: get_x}, put: {operationId: getX}}',
      ['get-x', 'get-x-2'],
      ['get_x', 'getX'],
    ],
    ['an id without a letter of ours', '/a: {get: {operationId: 登録}}', ['get-a'], ['登録']],
    ['a word that is taken', '/a: {get: {operationId: schemas}}', ['schemas-2'], ['schemas']],
  ])('%s', (_name, paths, slugs, ids) => {
    const {operations} = apiOf(`paths: {${paths}}`);
    expect(operations.map(({slug}) => slug)).toEqual(slugs);
    expect(operations.map(({operationId}) => operationId)).toEqual(ids);
    expect(operations.map(({key}) => key)).toEqual(slugs.map((slug) => `shop/${slug}`));
  });

  it('keeps the order of the document and the methods that OpenAPI 3.2 adds', () => {
    const {operations} = apiOf(`
paths:
  /b: {post: {}, get: {}}
  /a: {additionalOperations: {COPY: {}}, query: {}, summary: a, parameters: []}`);
    expect(operations.map(({method, path}) => `${method} ${path}`)).toEqual([
      'POST /b',
      'GET /b',
      'COPY /a',
      'QUERY /a',
    ]);
  });

  it('takes the title from the summary, else from the id', () => {
    expect(operationOf('{operationId: a, summary: Look at it}').title).toBe('Look at it');
    expect(operationOf('{operationId: getUserDetails}').title).toBe('Get user details');
  });
});

describe('parameters', () => {
  it('merges by name and location, and the operation wins', () => {
    const [operation] = apiOf(`
paths:
  /a/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: id, in: query, schema: {type: string}}
      - {name: page, in: query, description: of the path, schema: {type: integer}}
    get:
      parameters:
        - {name: page, in: query, description: of the operation, schema: {type: string}}
        - $ref: '#/components/parameters/Limit'
components:
  parameters:
    Limit: {name: limit, in: query, required: true, schema: {type: integer}}`).operations;
    expect(operation?.parameters.map((parameter) => [parameter.in, parameter.name, parameter.description])).toEqual([
      ['path', 'id', undefined],
      ['query', 'id', undefined],
      ['query', 'page', 'of the operation'],
      ['query', 'limit', undefined],
    ]);
    expect(operation?.parameters.map(({required}) => required)).toEqual([true, false, false, true]);
  });

  it.each([
    ['path', {style: 'simple', explode: false}],
    ['query', {style: 'form', explode: true}],
    ['header', {style: 'simple', explode: false}],
    ['cookie', {style: 'form', explode: true}],
  ])('in %s have the style of the specification', (location, want) => {
    expect(operationOf(`{parameters: [{name: p, in: ${location}}]}`).parameters[0]).toMatchObject(want);
  });

  it('say their own style', () => {
    const given =
      '{parameters: [{name: p, in: query, style: pipeDelimited, schema: {}}, {name: q, in: query, explode: false}]}';
    expect(operationOf(given).parameters).toMatchObject([
      {style: 'pipeDelimited', explode: false},
      {style: 'form', explode: false},
    ]);
  });

  it('may be serialised by media type', () => {
    const given =
      '{parameters: [{name: p, in: query, content: {application/json: {schema: {type: object}, example: {a: 1}}}}]}';
    expect(operationOf(given).parameters[0]).toMatchObject({
      contentType: 'application/json',
      schema: {type: 'object'},
      examples: [{value: {a: 1}}],
    });
  });

  it('leaves out the headers that OpenAPI ignores', () => {
    const names = ['Accept', 'content-type', 'AUTHORIZATION', 'X-Trace'];
    const given = `{parameters: [${names.map((name) => `{name: ${name}, in: header}`).join(', ')}]}`;
    expect(operationOf(given).parameters.map(({name}) => name)).toEqual(['X-Trace']);
  });

  it('adds what the path names and nobody describes', () => {
    const [operation] = apiOf('paths: {"/a/{id}": {get: {}}}').operations;
    expect(operation?.parameters).toMatchObject([{name: 'id', in: 'path', required: true, schema: {type: 'string'}}]);
  });

  it('drops what is no parameter', () => {
    expect(
      operationOf("{parameters: [{name: a}, {in: query}, 7, {name: b, in: body}, {$ref: '#/nowhere'}]}").parameters,
    ).toEqual([]);
  });
});

describe('examples', () => {
  const media = (content: string) =>
    operationOf(`{requestBody: {content: {application/json: ${content}}}, ${ok}}`).requestBody?.content[0]?.examples;

  it.each([
    [
      'by name',
      '{examples: {one: {summary: One, value: 1}, two: {value: null}}}',
      [
        {name: 'one', summary: 'One', value: 1},
        {name: 'two', value: null},
      ],
    ],
    ['the only one', '{example: {a: 1}, schema: {examples: [2]}}', [{name: 'example', value: {a: 1}}]],
    [
      'of the schema',
      '{schema: {type: integer, examples: [1, 2]}}',
      [
        {name: 'example-1', value: 1},
        {name: 'example-2', value: 2},
      ],
    ],
    ['made', '{schema: {const: 7}}', [{name: 'generated', value: 7, generated: true}]],
    ['of no schema', '{}', []],
  ])('%s', (_name, content, want) => {
    expect(media(content)).toEqual(want);
  });

  it('follows references to examples', () => {
    const {requestBody} = operationOf(
      "{requestBody: {content: {application/json: {examples: {one: {$ref: '#/components/examples/One'}}}}}}",
      'components: {examples: {One: {summary: The one, value: 1}}}',
    );
    expect(requestBody?.content[0]?.examples).toEqual([{name: 'one', summary: 'The one', value: 1}]);
  });
});

describe('accept', () => {
  const acceptOf = (responses: string) => operationOf(`{responses: ${responses}}`).accept;

  it.each([
    [
      'a version',
      "{'200': {content: {application/vnd.a.v3+json: {}}}}",
      {value: 'application/vnd.a.v3+json', required: true},
    ],
    ['plain JSON', "{'200': {content: {application/json: {}}}}", {value: 'application/json', required: false}],
    [
      'plain JSON with a character set',
      "{'200': {content: {application/json; charset=utf-8: {}}}}",
      {value: 'application/json; charset=utf-8', required: false},
    ],
    [
      'several',
      "{'201': {content: {application/xml: {}, application/json: {}}}}",
      {value: 'application/xml, application/json', required: false},
    ],
    ['a wildcard', '{2XX: {content: {image/*: {}}}}', {value: 'image/*', required: false}],
    [
      'the first success with a body',
      "{'204': {}, '202': {content: {text/csv: {}}}}",
      {value: 'text/csv', required: true},
    ],
    ['errors only', "{'400': {content: {application/problem+json: {}}}}", undefined],
    ['nothing', '{}', undefined],
  ])('%s', (_name, responses, want) => {
    expect(acceptOf(responses)).toEqual(want);
  });
});

describe('servers', () => {
  const servers = (document: string, path: string, operation: string) =>
    apiOf(`${document}\npaths: {/a: {${path} get: {${operation}}}}`).operations[0]?.servers;

  it('are those of the operation, else of the path, else of the document, else the place of the document', () => {
    const document = 'servers: [{url: https://document/}]';
    expect(servers(document, 'servers: [{url: https://path}],', 'servers: [{url: https://operation}]')).toEqual([
      {url: 'https://operation'},
    ]);
    expect(servers(document, 'servers: [{url: https://path}],', '')).toEqual([{url: 'https://path'}]);
    expect(servers(document, '', '')).toEqual([{url: 'https://document'}]);
    expect(servers('', '', '')).toEqual([{url: ''}]);
  });

  it('keep their variables', () => {
    const document =
      "servers: [{url: 'https://{region}.example', description: ours, variables: {region: {enum: [eu, us]}}}]";
    expect(servers(document, '', '')).toEqual([
      {url: 'https://{region}.example', description: 'ours', variables: {region: {default: 'eu', enum: ['eu', 'us']}}},
    ]);
  });
});

describe('security', () => {
  const schemes = `components:
  securitySchemes:
    bearer: {type: http, scheme: Bearer}
    key: {type: apiKey, in: header, name: X-Key}
    broken: {type: apiKey}`;
  const securityOf = (document: string, operation: string) => {
    const [first] = apiOf(`${document}\n${schemes}\npaths: {/a: {get: {${operation}}}}`).operations;
    return {security: first?.security, schemes: Object.keys(first?.securitySchemes ?? {})};
  };

  it.each([
    ['of the document', 'security: [{bearer: []}]', '', {security: [{bearer: []}], schemes: ['bearer']}],
    [
      'of the operation',
      'security: [{bearer: []}]',
      'security: [{key: []}, {}]',
      {security: [{key: []}, {}], schemes: ['key']},
    ],
    ['taken away', 'security: [{bearer: []}]', 'security: []', {security: [], schemes: []}],
    [
      'both together',
      '',
      'security: [{bearer: [], key: [a]}]',
      {security: [{bearer: [], key: ['a']}], schemes: ['bearer', 'key']},
    ],
    ['unknown', '', 'security: [{nobody: []}]', {security: [{}], schemes: []}],
    ['none', '', '', {security: [], schemes: []}],
  ])('%s', (_name, document, operation, want) => {
    expect(securityOf(document, operation)).toEqual(want);
  });
});

describe('responses', () => {
  it('follow references and keep headers, links and our extensions', () => {
    const [operation] = apiOf(`
paths:
  /rpc/register:
    post:
      operationId: register
      responses:
        '200': {$ref: '#/components/responses/Ok'}
  /rpc/identify:
    post: {operationId: identify, security: [{bearer: []}], ${ok}}
components:
  securitySchemes: {bearer: {type: http, scheme: bearer}}
  headers: {Rate: {description: left, required: true, schema: {type: integer}}}
  links: {again: {operationId: register, parameters: {query.force: true}, requestBody: $request.body}}
  responses:
    Ok:
      description: done
      headers: {X-Rate: {$ref: '#/components/headers/Rate'}, Content-Type: {schema: {type: string}}}
      x-field-errors: $response.body#/errors
      x-issues-credential: {bearer: $response.body#/token}
      links:
        showPlayer: {operationRef: '#/paths/~1rpc~1identify/post', description: Look}
        retry: {$ref: '#/components/links/again'}
        nowhere: {operationId: gone}`).operations;
    expect(operation?.responses).toEqual([
      {
        status: '200',
        description: 'done',
        headers: [{name: 'X-Rate', description: 'left', required: true, schema: {type: 'integer'}}],
        content: [],
        fieldErrors: '$response.body#/errors',
        issuesCredential: {bearer: '$response.body#/token'},
        links: [
          {
            name: 'showPlayer',
            label: 'Show player',
            description: 'Look',
            operationKey: 'shop/identify',
            parameters: {},
            securitySchemes: ['bearer'],
          },
          {
            name: 'retry',
            label: 'Retry',
            operationKey: 'shop/register',
            parameters: {'query.force': true},
            requestBody: '$request.body',
            securitySchemes: [],
            issues: ['bearer'],
          },
        ],
      },
    ]);
  });
});

describe('an operation', () => {
  it('carries the schemas that it reaches, and no others', () => {
    const operation = operationOf(
      `requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/New'}}}}
responses: {'200': {description: ok, headers: {X: {schema: {$ref: '#/components/schemas/InHeader'}}}}}
parameters: [{name: q, in: query, schema: {$ref: '#/components/schemas/InQuery'}}]`,
      `components: {schemas: {New: {properties: {of: {$ref: '#/components/schemas/Kind'}}}, Kind: {type: string}, InHeader: {}, InQuery: {}, Other: {}}}`,
    );
    expect(Object.keys(operation.schemas).sort()).toEqual(['InHeader', 'InQuery', 'Kind', 'New']);
  });

  it('survives everything of the wrong type', () => {
    const {operations, tags, servers} = apiOf(`
tags: [7, {}, {name: ok}]
servers: {url: no list}
security: bearer
paths:
  /a: {get: {tags: none, parameters: {}, requestBody: 7, responses: [], servers: 1, security: 1, summary: [], description: {}}}
  /b: 7
  /c: {get: null, post: {responses: {'200': null, '400': text, default: {content: [], headers: 1, links: 2}}}}`);
    expect(tags).toEqual([{name: 'ok'}]);
    expect(servers).toEqual([{url: ''}]);
    expect(operations.map(({key, tags: own, responses}) => [key, own, responses.map(({status}) => status)])).toEqual([
      ['shop/get-a', [], []],
      ['shop/post-c', [], ['200', '400', 'default']],
    ]);
  });
});
