import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {loadDocument} from './load-document.ts';
import {OpenApiError} from './openapi-error.ts';

let siteDir = '';
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'load-swagger-'));
});
afterEach(() => {
  rmSync(siteDir, {recursive: true});
});

function write(path: string, text: string): void {
  const target = join(siteDir, path);
  mkdirSync(dirname(target), {recursive: true});
  writeFileSync(target, text);
}

const pet = {
  swagger: '2.0',
  info: {title: 'Pets', version: '1'},
  host: 'pets.example.com',
  paths: {
    '/pets': {
      post: {
        operationId: 'add',
        parameters: [{in: 'body', name: 'pet', schema: {$ref: '#/definitions/Pet'}}, {$ref: '#/parameters/Limit'}],
        responses: {200: {$ref: '#/responses/Ok'}},
      },
    },
  },
  parameters: {Limit: {name: 'limit', in: 'query', type: 'integer'}},
  responses: {Ok: {description: 'ok', schema: {$ref: '#/definitions/Pet'}}},
  definitions: {Pet: {type: 'object', properties: {friend: {$ref: '#/definitions/Pet'}}}},
};

describe('a document of Swagger 2.0', () => {
  it('comes as OpenAPI, and its references lead to components', async () => {
    write('api.json', JSON.stringify(pet));
    const {document, files} = await loadDocument({id: 'api', spec: 'api.json'}, siteDir);
    expect(document).toMatchObject({
      openapi: '3.0.4',
      servers: [{url: 'https://pets.example.com'}],
      paths: {
        '/pets': {
          post: {
            parameters: [{name: 'limit', in: 'query', schema: {type: 'integer'}}],
            requestBody: {content: {'application/json': {schema: {$ref: '#/components/schemas/Pet'}}}},
            responses: {200: {content: {'application/json': {schema: {$ref: '#/components/schemas/Pet'}}}}},
          },
        },
      },
      components: {schemas: {Pet: {properties: {friend: {$ref: '#/components/schemas/Pet'}}}}},
    });
    expect(files).toContain(join(siteDir, 'api.json'));
  });

  it('may be in several files', async () => {
    write('api.yaml', 'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths: {/a: {$ref: a.yaml}}\n');
    write('a.yaml', 'get: {responses: {"200": {description: ok, schema: {$ref: pet.yaml}}}}\n');
    write('pet.yaml', 'type: object\nproperties: {friend: {$ref: pet.yaml}}\n');
    const {document} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    const $ref = '#/components/schemas/pet';
    expect(document).toMatchObject({
      paths: {'/a': {get: {responses: {200: {content: {'application/json': {schema: {$ref}}}}}}}},
      components: {schemas: {pet: {properties: {friend: {$ref}}}}},
    });
  });

  it('knows where its parts stood', async () => {
    write(
      'api.yaml',
      'swagger: "2.0"\ninfo: {title: T, version: "1"}\ndefinitions:\n  Pet: {type: object}\npaths:\n  /a:\n    post:\n      parameters: [{in: body, name: b, schema: {type: string}}]\n      responses:\n        "200": {description: ok, schema: {type: string}}\n',
    );
    const {locate} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    const lines = [
      '#/components/schemas/Pet',
      '#/paths/~1a/post/requestBody/content/application~1json',
      '#/paths/~1a/post/responses/200/content/application~1json/examples/x',
    ].map((pointer) => locate(pointer).line);
    expect(lines).toEqual([4, 8, 10]);
  });

  it('has its mistakes told where they stand in the file', async () => {
    write(
      'api.yaml',
      'swagger: "2.0"\ninfo: {title: T, version: "1"}\npaths:\n  /a:\n    get: {responses: {"200": {$ref: "#/responses/None"}}}\n',
    );
    const error: unknown = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir).catch((e: unknown) => e);
    const problems = error instanceof OpenApiError ? error.problems : [];
    expect(problems).toContainEqual(
      expect.objectContaining({file: 'api.yaml', line: 5, pointer: '#/paths/~1a/get/responses/200'}),
    );
  });
});

describe('examples in files of their own', () => {
  const document = (...examples: string[]): string => `openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    post:
      responses: {'200': {description: ok}}
      requestBody:
        content:
          application/json:
            examples:
              ${examples.join('\n              ')}
`;
  const load = () => loadDocument({id: 'api', spec: 'openapi/api.yaml'}, siteDir);

  it.each([
    ['JSON', {given: '{"a": 1}', want: {a: 1}}],
    ['text', {given: 'a,b\n', want: 'a,b\n'}],
  ])('are read, and watched: %s', async (_name, {given, want}) => {
    write('openapi/api.yaml', document('one: {externalValue: "examples/my%20one.json#x"}'));
    write('openapi/examples/my one.json', given);
    const {document: read, files} = await load();
    expect(read).toMatchObject({
      paths: {'/a': {post: {requestBody: {content: {'application/json': {examples: {one: {value: want}}}}}}}},
    });
    expect(JSON.stringify(read)).not.toContain('externalValue');
    expect(files).toContain(join(siteDir, 'openapi/examples/my one.json'));
  });

  it('are never fetched', async () => {
    write(
      'openapi/api.yaml',
      document('one: {externalValue: "http://127.0.0.1:9/x"}', 'two: {externalValue: "//a/x"}'),
    );
    const {document: read, warnings} = await load();
    expect(JSON.stringify(read)).toContain('"externalValue":"http://127.0.0.1:9/x"');
    expect(warnings.filter(({rule}) => rule === 'external-example')).toEqual([]);
  });

  it('that are missing are told', async () => {
    write('openapi/api.yaml', document('one: {externalValue: none.json}'));
    const {warnings} = await load();
    expect(warnings.filter(({rule}) => rule === 'external-example')).toMatchObject([
      {
        severity: 'warning',
        file: 'openapi/api.yaml',
        line: 11,
        pointer: '#/paths/~1a/post/requestBody/content/application~1json/examples/one',
      },
    ]);
  });
});
