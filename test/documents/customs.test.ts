import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {JsonObject} from '../../src/model/json.ts';
import {checkFile} from '../../src/plugin/check-file.ts';
import {generate} from '../../src/plugin/generate.ts';
import {loadApis} from '../../src/plugin/load-apis.ts';
import {buildTwins} from '../../src/plugin/markdown/build-twins.ts';
import {createSiteLinks} from '../../src/plugin/site-links.ts';

/** What many published documents do, though OpenAPI says nothing of it, or no: all of it is shown, and nothing is refused. */

const folder = mkdtempSync(join(tmpdir(), 'customs-'));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

const info = {title: 'Customs', version: '1'};
const responses = {'200': {description: 'Fine.'}};

async function check(name: string, document: JsonObject) {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(document));
  const {ok, problems, counts} = await checkFile(`${name}.json`, folder);
  expect({ok, errors: problems.filter(({severity}) => severity === 'error')}).toEqual({ok: true, errors: []});
  return {problems, counts};
}

describe('names of schemas that OpenAPI forbids', () => {
  const names = ['List[Pet]', 'Page«Pet»', 'Map<string,Pet>', 'Allowed incoterms', 'a/b', 'a~b', 'Größe', '猫', '..'];
  const documentOf = (all: string[], refTo: (pointer: string) => string): JsonObject => {
    const bodies = all.map((name) => {
      const $ref = refTo(`#/components/schemas/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
      return {'200': {description: '', content: {'application/json': {schema: {$ref}}}}};
    });
    const properties = (index: number) => ({[`p${index}`]: {type: 'string'}});
    return {
      openapi: '3.0.3',
      info,
      paths: Object.fromEntries(
        bodies.map((body, index) => [`/p${index}`, {get: {operationId: `get${index}`, responses: body}}]),
      ),
      components: {
        schemas: Object.fromEntries(all.map((name, index) => [name, {type: 'object', properties: properties(index)}])),
      },
    };
  };

  it.each([
    ['as written', (pointer: string) => pointer.replaceAll('%', '%25')],
    ['percent-encoded', encodeURI],
  ])('have pages and links: references %s', async (_, refTo) => {
    const all = [...names, '100%'];
    const {problems, counts} = await check('pages', documentOf(all, refTo));
    expect(counts).toMatchObject({operations: all.length, schemas: all.length, properties: all.length});
    expect(problems.filter(({message}) => message.startsWith('The map key in schemas'))).toHaveLength(all.length - 1);
    const loaded = await loadApis([{id: 'api', spec: 'pages.json'}], folder, createSiteLinks('/', 'reference'));
    const address = {url: 'http://localhost', baseUrl: '/', routeBasePath: 'reference'};
    const twins = buildTwins(loaded, {...address, title: '', tagline: '', guides: []});
    const pages = [...twins].map(([path]) => path).filter((path) => path.startsWith('reference/api/schemas/'));
    expect(pages).toHaveLength(all.length);
    for (const index of all.keys()) expect(twins.get(`reference/api/get${index}.md`)).toContain(`| \`p${index}\` |`);
  });

  // Of "100%", openapi-typescript makes none: it undoes the escapes of references twice.
  it('have types', async () => {
    writeFileSync(join(folder, 'types.json'), JSON.stringify(documentOf(names, encodeURI)));
    const loaded = await loadApis([{id: 'api', spec: 'types.json'}], folder, createSiteLinks('/', 'reference'));
    mkdirSync(join(folder, 'types'));
    await generate(loaded, join(folder, 'types'));
    const types = readFileSync(join(folder, 'types/api/types.d.ts'), 'utf8');
    for (const index of names.keys()) expect(types).toContain(`p${index}?: string;`);
  });
});

describe('what is no mistake', () => {
  const get = (parameters: JsonObject[]) => ({get: {operationId: 'get', parameters, responses}});
  const inPath = (name: string) => ({name, in: 'path', required: true, schema: {type: 'string'}});
  const documents: Record<string, JsonObject> = {
    'references in extensions, to nothing': {
      openapi: '3.1.0',
      info,
      paths: {'/a': {get: {responses, 'x-ms-examples': {one: {$ref: './examples/one.json'}}}}},
      components: {schemas: {'x-pet': {properties: {'x-age': {type: 'integer', 'x-source': {$ref: '#/nowhere'}}}}}},
    },
    'values of extensions that the linter knows in another form': {
      openapi: '3.0.3',
      info,
      tags: [{name: 'a', 'x-displayName': null}],
      paths: {'/a': {get: {responses, 'x-codeSamples': [{lang: 'Shell', source: {$ref: './curl.sh'}}]}}},
      'x-webhooks': {'x-hidden': true},
    },
    'a query string in a path': {openapi: '3.1.0', info, paths: {'/a?beta=true': get([])}},
    'names in braces that are no words': {
      openapi: '3.0.3',
      info,
      paths: {'/{pet id}/{type: [^-]+}/{größe}': get(['pet id', 'type: [^-]+', 'größe'].map(inPath))},
    },
    'a variable that the address of a server does not name': {
      openapi: '3.0.3',
      info,
      servers: [{url: 'https://api.test', variables: {version: {default: 'v1'}}}],
      paths: {'/a': get([])},
    },
    'a default that is none of the values of a server variable, in OpenAPI 3.0': {
      openapi: '3.0.0',
      info,
      servers: [{url: 'https://{place}.test', variables: {place: {default: '{place}', enum: ['eu', 'us']}}}],
      paths: {'/a': get([])},
    },
    'lists of types in Swagger 2.0': {
      swagger: '2.0',
      info,
      paths: {'/a': {get: {responses}}},
      definitions: {A: {type: 'object', properties: {a: {type: ['string', 'null']}}}},
    },
  };

  it('a pattern that nobody can wait for, and what it is asked about', async () => {
    const slow = {type: 'string', pattern: '^(a+)+$'};
    const parameters = [`${'a'.repeat(60)}!`, 'a'.repeat(3000)].map((example, index) => {
      return {name: `q${index}`, in: 'query', example, schema: {...slow, default: example, example}};
    });
    const names = {
      type: 'object',
      patternProperties: {[slow.pattern]: {type: 'string'}},
      example: {[`${'a'.repeat(60)}!`]: ''},
    };
    const components = {schemas: {A: {type: 'object', properties: {a: {...slow, minLength: 500}, names}}}};
    const started = performance.now();
    await check('slow', {openapi: '3.1.0', info, paths: {'/a': get(parameters)}, components});
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each(Object.entries(documents))('%s', async (_, document) => {
    expect((await check('no-mistake', document)).counts.operations).toBe(1);
  });

  it('a reference to nothing beside an extension is one', async () => {
    const schema = {$ref: '#/components/schemas/x-none'};
    const document = {openapi: '3.1.0', info, paths: {'/a': get([{name: 'q', in: 'query', schema}])}};
    writeFileSync(join(folder, 'mistake.json'), JSON.stringify(document));
    const {ok, problems} = await checkFile('mistake.json', folder);
    expect({ok, problems}).toMatchObject({ok: false, problems: [{severity: 'error', rule: 'no-unresolved-refs'}]});
  });
});
