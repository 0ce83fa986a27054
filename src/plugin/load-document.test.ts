import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {loadDocument} from './load-document.ts';
import {loadApis} from './load-apis.ts';
import {OpenApiError, type Problem} from './openapi-error.ts';
import {createSiteLinks} from './site-links.ts';
import {toApi} from './normalise/api.ts';

let siteDir = '';
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'load-document-'));
});
afterEach(() => {
  rmSync(siteDir, {recursive: true});
});

function write(path: string, text: string): void {
  const target = join(siteDir, path);
  mkdirSync(dirname(target), {recursive: true});
  writeFileSync(target, text);
}

async function problemsOf(text: string): Promise<Problem[]> {
  write('openapi/api.yaml', text);
  const error: unknown = await loadDocument({id: 'api', spec: 'openapi/api.yaml'}, siteDir).catch((e: unknown) => e);
  if (error instanceof OpenApiError) return error.problems;
  throw new Error(`Expected an OpenApiError, got ${String(error)}`);
}

const head = `openapi: 3.1.0
info: {title: Test, version: '1'}
servers: [{url: https://example.com}]
`;

describe('what stops the build', () => {
  it('a $ref to nothing, with its place', async () => {
    const [problem] = await problemsOf(`${head}paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Missing'
`);
    expect(problem).toMatchObject({
      file: 'openapi/api.yaml',
      line: 14,
      column: 17,
      pointer: '#/paths/~1a/get/responses/200/content/application~1json/schema',
      message: 'The $ref "#/components/schemas/Missing" leads to nothing.',
      rule: 'no-unresolved-refs',
      hint: 'Correct the $ref, or add what it points to.',
    });
  });

  it('a $ref to a file that is not there', async () => {
    const problems = await problemsOf(`${head}paths:
  /a:
    $ref: ./missing.yaml
`);
    expect(problems).toMatchObject([{line: 6, pointer: '#/paths/~1a', rule: 'no-unresolved-refs'}]);
    expect(problems[0]?.message).toMatch(/^The \$ref "\.\/missing\.yaml" leads to nothing: ENOENT/);
  });

  it('a syntax error', async () => {
    const problems = await problemsOf(`${head}paths:\n  /a: {get: [\n`);
    expect(problems).toMatchObject([
      {file: 'openapi/api.yaml', line: 6},
      {file: 'openapi/api.yaml', line: 6},
    ]);
    expect(problems[0]?.message).toMatch(/^This is not readable as YAML or JSON: /);
  });

  it('a key that stands twice', async () => {
    const problems = await problemsOf(`${head}paths:\n  /a: {}\n  /b: {}\n  /a: {}\n`);
    expect(problems).toMatchObject([{line: 7}]);
    expect(problems[0]?.message).toBe('The key /a stands twice.');
  });

  it.each([
    ['swagger: 2.1', '#/swagger', 'Swagger version 2.1 is not known here.'],
    ['openapi: 3', '#/openapi', 'OpenAPI version 3 is not known here.'],
    ['openapi: 3.3', '#/openapi', 'OpenAPI version 3.3 is not known here.'],
    ['openapi: [3.1]', '#/openapi', 'OpenAPI version [3.1] is not known here.'],
    ['swagger: "1.2"', '#/swagger', 'Swagger version "1.2" is not known here.'],
    ['openapi: 2.5.0', '#/openapi', 'OpenAPI version "2.5.0" is not known here.'],
    ['title: something', '#/', 'The document does not say which version of OpenAPI it is.'],
    ['just text', '#/', 'This is not an OpenAPI document but a bare value.'],
    ['', '#/', 'The file is empty.'],
  ])('the wrong version: %s', async (text, pointer, message) => {
    expect(await problemsOf(text)).toMatchObject([{line: 1, pointer, message}]);
  });

  it('a file that cannot be read', async () => {
    const error: unknown = await loadDocument({id: 'api', spec: 'none.yaml'}, siteDir).catch((e: unknown) => e);
    expect(error).toMatchObject({problems: [{file: 'none.yaml', line: 1, column: 1}]});
  });

  it('says everything at once, over all documents, one readable block for each', async () => {
    write('one.yaml', `${head}paths: {/a: {$ref: '#/nope'}, /b: {$ref: '#/nor'}}`);
    write('two.yaml', 'swagger: "1.2"');
    const apis = [
      {id: 'one', spec: 'one.yaml'},
      {id: 'two', spec: 'two.yaml'},
    ];
    const error: unknown = await loadApis(apis, siteDir, createSiteLinks('/', 'reference')).catch((e: unknown) => e);
    expect(String(error)).toMatch(
      /3 problems in the OpenAPI documents:[^]*one\.yaml:4:13 {2}#\/paths\/~1a\n {2}The \$ref "#\/nope" .*\n {2}→ [^]*one\.yaml:4:35 [^]*two\.yaml:1:1 {2}#\/swagger\n {2}Swagger version "1\.2"/,
    );
  });
});

describe('what does not stop the build', () => {
  it('the same address under two names is a mistake, and both have their pages', async () => {
    const operation = "{responses: {'200': {description: ok}}}";
    write(
      'api.yaml',
      `${head}paths:
  /user/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: ${operation}
  /user/{name}:
    parameters: [{name: name, in: path, required: true, schema: {type: string}}]
    get: ${operation}
    delete: ${operation}
`,
    );
    const {document, warnings} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    expect(warnings.filter(({severity}) => severity === 'error')).toMatchObject([
      {
        line: 10,
        column: 5,
        pointer: '#/paths/~1user~1{name}/get',
        message: 'GET /user/{name} has the same address as GET /user/{id}.',
        hint: 'Names in braces do not tell paths apart. Remove one of the two, or make them one.',
      },
    ]);
    const {operations} = toApi('api', document);
    expect(operations.map(({path}) => path)).toEqual(['/user/{id}', '/user/{name}', '/user/{name}']);
    expect(new Set(operations.map(({slug}) => slug)).size).toBe(3);
  });

  it('a lint remark, with its rule', async () => {
    write('api.yaml', `${head}paths: {/a: {get: {operationId: a, responses: {'200': {description: ok}}}}}`);
    const {warnings} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    expect(warnings).toContainEqual(expect.objectContaining({rule: 'operation-summary', file: 'api.yaml', line: 4}));
  });

  it('nothing that redocly.yaml turns off, for all or for this API', async () => {
    write('api.yaml', `${head}paths: {/a: {get: {operationId: a, responses: {'200': {description: ok}}}}}`);
    write(
      'redocly.yaml',
      'extends: [recommended]\nrules: {operation-summary: off}\napis: {api: {root: api.yaml, rules: {no-server-example.com: off}}}\n',
    );
    const {warnings} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    const rules = warnings.map(({rule}) => rule);
    expect(rules).toContain('security-defined');
    expect(rules).not.toContain('operation-summary');
    expect(rules).not.toContain('no-server-example.com');
  });

  it('a link to an operation that is not there', async () => {
    write(
      'api.yaml',
      `${head}paths:
  /a:
    get:
      operationId: a
      responses:
        '200':
          description: ok
          links:
            self: {operationId: a}
            byRef: {operationRef: '#/paths/~1a/get'}
            gone: {operationId: b}
`,
    );
    const {warnings} = await loadDocument({id: 'api', spec: 'api.yaml'}, siteDir);
    expect(warnings.filter(({rule}) => rule === 'link-target')).toMatchObject([
      {line: 14, pointer: '#/paths/~1a/get/responses/200/links/gone'},
    ]);
  });
});

describe('a document in several files', () => {
  it('is drawn together, keeps its references, and knows its files', async () => {
    write(
      'openapi/api.yaml',
      `${head}paths:
  /a: {$ref: paths/a.yaml}
`,
    );
    write(
      'openapi/paths/a.yaml',
      `get:
  operationId: a
  responses:
    '200':
      description: ok
      content: {application/json: {schema: {$ref: ../schemas/user.yaml}}}
`,
    );
    write('openapi/schemas/user.yaml', 'type: object\nproperties: {friend: {$ref: user.yaml}}\n');
    const {document, files} = await loadDocument({id: 'api', spec: 'openapi/api.yaml'}, siteDir);
    expect(document).toMatchObject({
      paths: {
        '/a': {get: {responses: {200: {content: {'application/json': {schema: {$ref: '#/components/schemas/user'}}}}}}},
      },
      components: {schemas: {user: {properties: {friend: {$ref: '#/components/schemas/user'}}}}},
    });
    expect([...new Set(files)].sort()).toEqual(
      ['openapi/api.yaml', 'openapi/paths/a.yaml', 'openapi/schemas/user.yaml'].map((path) => join(siteDir, path)),
    );
  });
});
