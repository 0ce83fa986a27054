import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {toApi} from './api.ts';

function apiOf(text: string): Api {
  return toApi('shop', {openapi: '3.1.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)});
}

function operationOf(operation: string, rest = ''): Operation {
  const [first] = apiOf(`paths: {/a: {post: ${operation}}}\n${rest}`).operations;
  if (first === undefined) throw new Error('The document has no operation.');
  return first;
}

describe('names of the document', () => {
  it('may begin as extensions do, where OpenAPI has no fields of its own', () => {
    const {responses, requestBody, schemas} = operationOf(
      `{requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/x-own'}, examples: {x-one: {value: 1}}}}},
        responses: {x-note: {}, '200': {headers: {x-request-id: {schema: {type: string}}}}}}`,
      'components: {schemas: {x-own: {type: integer}}}',
    );
    expect(responses.map(({status}) => status)).toEqual(['200']);
    expect(responses[0]?.headers.map(({name}) => name)).toEqual(['x-request-id']);
    expect(requestBody?.content[0]?.examples).toEqual([{name: 'x-one', value: 1}]);
    expect(schemas).toEqual({'x-own': {type: 'integer'}});
  });

  it.each(['__proto__', 'constructor', 'toString', 'a/b', 'a.b', 'a b', 'a~b', 'a%b', '😀', 'مستخدم'])(
    'may be %s',
    (name) => {
      const ref = `#/components/schemas/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
      const schema = JSON.parse(`{${JSON.stringify(name)}: {"type": "object", "title": "it"}}`) as JsonObject;
      const response = JSON.parse(`{${JSON.stringify(name)}: {"schema": {"type": "string"}}}`) as JsonObject;
      const api = toApi('shop', {
        openapi: '3.1.0',
        paths: {
          [`/${name}`]: {
            post: {
              operationId: name,
              tags: [name],
              parameters: [{name, in: 'query', schema: {type: 'string'}}],
              requestBody: {content: {'application/json': {schema: {$ref: ref}}}},
              responses: {200: {description: '', headers: response}},
            },
          },
        },
        components: {schemas: schema},
      });
      const [operation] = api.operations;
      expect(operation).toMatchObject({operationId: name, path: `/${name}`, tags: [name]});
      expect(operation?.slug).toMatch(/^[a-z0-9-]+$/);
      expect(operation?.parameters.map((parameter) => parameter.name)).toEqual([name]);
      expect(Object.keys(operation?.schemas ?? {})).toEqual([name]);
      expect(Object.keys(api.schemas)).toEqual([name]);
      expect(operation?.requestBody?.content[0]?.schema).toEqual({$ref: ref});
      expect(operation?.responses[0]?.headers.map((header) => header.name)).toEqual([name]);
    },
  );
});

describe('slugs', () => {
  it.each([
    ['paths that differ by case', {given: '/a: {get: {}}, /A: {get: {}}', want: ['get-a', 'get-a-2']}],
    [
      'paths that differ by the name in braces',
      {given: '"/a/{x}": {get: {}}, "/a/{y}": {get: {}}', want: ['get-a-x', 'get-a-y']},
    ],
    [
      'ids that differ by case',
      {given: '/a: {get: {operationId: list}, put: {operationId: LIST}}', want: ['list', 'list-2']},
    ],
    [
      'a number that is taken',
      {
        given: '/a: {get: {operationId: x}, put: {operationId: x-2}, post: {operationId: X}}',
        want: ['x', 'x-2', 'x-3'],
      },
    ],
    ['the name of a file that hosts look for', {given: '/a: {get: {operationId: index}}', want: ['index-2']}],
    [
      'an id longer than file systems take',
      {given: `/a: {get: {operationId: ${'ab'.repeat(200)}}}`, want: ['ab'.repeat(60)]},
    ],
    [
      'TRACE and methods of 3.2',
      {given: '/a: {trace: {}, query: {}, additionalOperations: {LINK: {}}}', want: ['trace-a', 'query-a', 'link-a']},
    ],
  ])('%s', (_name, {given, want}) => {
    const {operations} = apiOf(`paths: {${given}}`);
    expect(operations.map(({slug}) => slug)).toEqual(want);
  });
});

describe('path items', () => {
  it('may be references, and have operations beside them', () => {
    const {operations} = apiOf(`
paths: {/a: {$ref: '#/components/pathItems/A', put: {operationId: own}}}
components: {pathItems: {A: {get: {operationId: shared}, parameters: [{name: q, in: query}]}}}`);
    expect(operations.map(({operationId, parameters}) => [operationId, parameters.length])).toEqual([
      ['shared', 1],
      ['own', 1],
    ]);
  });
});

describe('media types', () => {
  it('say how their parts are written', () => {
    const {requestBody, schemas} = operationOf(
      `{requestBody: {content: {multipart/form-data: {schema: {type: object}, encoding: {
        tags: {style: spaceDelimited, explode: false, allowReserved: true},
        file: {contentType: 'image/png, image/jpeg', headers: {x-part: {schema: {$ref: '#/components/schemas/H'}}, Content-Type: {schema: {}}}}}}}}}`,
      'components: {schemas: {H: {type: string}}}',
    );
    expect(requestBody?.content[0]?.encoding).toEqual({
      tags: {style: 'spaceDelimited', explode: false, allowReserved: true, headers: []},
      file: {
        contentType: 'image/png, image/jpeg',
        headers: [{name: 'x-part', required: false, schema: {$ref: '#/components/schemas/H'}}],
      },
    });
    expect(Object.keys(schemas)).toEqual(['H']);
  });

  it('keep the addresses of examples that stand elsewhere, beside those that stand here', () => {
    const {requestBody, parameters} = operationOf(`{
      parameters: [{name: p, in: query, schema: {type: string}, examples: {far: {externalValue: https://a.example/p}}}],
      requestBody: {content: {application/json: {examples: {near: {value: 1}, far: {summary: Far, externalValue: https://a.example/b}, both: {value: 2, externalValue: x}}}}}}`);
    expect(requestBody?.content[0]?.examples.map(({name}) => name)).toEqual(['near', 'both']);
    expect(requestBody?.content[0]?.externalExamples).toEqual([
      {name: 'far', summary: 'Far', url: 'https://a.example/b'},
    ]);
    expect(parameters[0]?.externalExamples).toEqual([{name: 'far', url: 'https://a.example/p'}]);
  });
});

describe('code samples', () => {
  it.each([
    [
      'x-codeSamples',
      {
        given: 'x-codeSamples: [{lang: Go, label: SDK, source: run()}]',
        want: [{language: 'Go', label: 'SDK', code: 'run()'}],
      },
    ],
    [
      'x-code-samples',
      {given: 'x-code-samples: [{lang: C#, source: Run();}]', want: [{language: 'C#', code: 'Run();'}]},
    ],
    [
      'only a label',
      {given: 'x-codeSamples: [{label: SDK, source: run()}]', want: [{language: 'SDK', label: 'SDK', code: 'run()'}]},
    ],
    ['no samples', {given: 'x-codeSamples: [7, {lang: Go}, {source: x}]', want: undefined}],
  ])('%s', (_name, {given, want}) => {
    expect(operationOf(`{${given}}`).codeSamples).toEqual(want);
  });
});
