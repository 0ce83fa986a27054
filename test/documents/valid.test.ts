import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, describe, expect, it} from 'vitest';
import type {JsonObject} from '../../src/model/json.ts';
import {checkFile} from '../../src/plugin/check-file.ts';
import {loadApis} from '../../src/plugin/load-apis.ts';
import {buildTwins} from '../../src/plugin/markdown/build-twins.ts';
import {buildPages} from '../../src/plugin/page-data.ts';
import {createSiteLinks} from '../../src/plugin/site-links.ts';
import {
  documentOf30,
  documentOfAlikePaths,
  documentOfDepth,
  documentOfEnumeration,
  documentOfHostileNames,
  documentOfUnicode,
  emptyDocuments,
  hostileNames,
  longName,
  unicodeNames,
} from './valid-documents.ts';

/** Valid documents that tools stumble over: nothing crashes, nothing is reported as an error, nothing is lost. */

const folder = mkdtempSync(join(tmpdir(), 'valid-documents-'));
afterAll(() => {
  rmSync(folder, {recursive: true});
});

const address = {url: 'http://localhost', baseUrl: '/', routeBasePath: 'reference'};

async function build(file: string) {
  const links = createSiteLinks(address.baseUrl, address.routeBasePath);
  const {ok, problems, counts} = await checkFile(file, folder);
  expect({ok, errors: problems.filter(({severity}) => severity === 'error')}).toEqual({ok: true, errors: []});
  const loaded = await loadApis([{id: 'api', spec: file}], folder, links);
  const [first] = loaded;
  if (first === undefined) throw new Error('One document gives one API.');
  const twins = buildTwins(loaded, {...address, title: '', tagline: '', guides: []});
  const twin = (page: string): string => twins.get(`reference/api/${page}.md`) ?? `There is no ${page}.`;
  return {counts, problems, api: first.api, pages: buildPages(first.api, first.rendered, links), twins, twin};
}

function buildDocument(name: string, document: JsonObject) {
  const file = join(folder, `${name}.json`);
  writeFileSync(file, JSON.stringify(document));
  return build(file);
}

const fromFile = (name: string) => build(join(__dirname, 'valid', name));

describe.each(['3.0.3', '3.1.0', '3.2.0'])('names of OpenAPI %s that mean something to JavaScript', (version) => {
  it('are names as any other', async () => {
    const {counts, api, pages, twins} = await buildDocument(`names-${version}`, documentOfHostileNames(version));
    const many = hostileNames.length;
    expect(counts).toMatchObject({operations: many, parameters: many, schemas: many, properties: many * many});
    expect(api.operations.map(({operationId}) => operationId)).toEqual(hostileNames);
    expect(Object.keys(api.schemas).sort()).toEqual([...hostileNames].sort());
    for (const {operation, trees} of pages.operations) {
      expect(operation.responses[0]?.headers).toHaveLength(1);
      expect(operation.responses[0]?.links).toHaveLength(1);
      expect(trees['body']?.properties?.map(({name, required}) => [name, required])).toEqual(
        hostileNames.map((name) => [name, true]),
      );
    }
    const written = [...twins].filter(([path]) => !path.includes('/schemas/') && path.startsWith('reference/api/'));
    expect(written).toHaveLength(many);
    for (const [, text] of written) for (const name of hostileNames) expect(text).toContain(`About ${name}.`);
  });
});

it('has a page of its own for every operation, whatever its id, tag and properties are called', async () => {
  const {api, pages} = await buildDocument('unicode', documentOfUnicode);
  expect(api.operations.map(({operationId}) => operationId)).toEqual(unicodeNames);
  expect(new Set(api.operations.map(({slug}) => slug.toLowerCase())).size).toBe(unicodeNames.length);
  for (const {slug} of api.operations) expect(slug).toMatch(/^[a-z0-9-]{1,150}$/);
  expect(pages.overview.groups.map(({tag}) => tag)).toEqual(unicodeNames);
  const properties = pages.operations.map(({trees}) => trees['body']?.properties?.[0]?.name);
  expect(properties).toEqual(unicodeNames);
  expect(properties).toContain(longName);
});

it('tells paths apart that differ only by case, or by method and the name of a parameter', async () => {
  const {api} = await buildDocument('alike', documentOfAlikePaths);
  expect(api.operations).toHaveLength(5);
  expect(new Set(api.operations.map(({slug}) => slug)).size).toBe(5);
});

it.each(Object.entries(emptyDocuments))('builds an overview of a document with %s', async (name, document) => {
  const {counts, pages} = await buildDocument(name, document);
  expect(counts.operations).toBe(0);
  expect(pages.overview.api.title).toBe('Valid');
});

it.each([20, 60, 150, 220])('reads schemas of %d levels', async (levels) => {
  const {counts, pages} = await buildDocument(`deep-${levels}`, documentOfDepth(levels));
  expect(counts.properties).toBe(levels);
  expect(JSON.stringify(pages.operations[0]?.trees)).toContain(`"p${levels}"`);
});

it('lists thousands of values, on the page and in Markdown', async () => {
  const {pages, twin} = await buildDocument('enumeration', documentOfEnumeration(5000));
  expect(pages.operations[0]?.trees['query.choice']?.values).toHaveLength(5000);
  expect(twin('choose')).toContain('- `value-4999`');
});

it('means with the words of OpenAPI 3.0 what they mean there', async () => {
  const {twin} = await buildDocument('openapi-30', documentOf30);
  for (const row of [
    '| `above` | number | no | more than 5 |',
    '| `text` | string or null | no |',
    '| `choice` | string or null | no | one of `a`, null |',
    '| `plain` | string | no | at most 3 characters |',
  ]) {
    expect(twin('n')).toContain(row);
  }
  expect(twin('n')).toMatch(/\| `whole` \| .*null/);
});

it('draws in parts of every kind from files, folders and back', async () => {
  const {api, twin} = await fromFile('many-files/main.yaml');
  expect(api.operations.map(({method, path}) => `${method} ${path}`)).toEqual([
    'POST /pets',
    'POST /again',
    'GET /use',
  ]);
  const [add, , use] = api.operations;
  expect(add?.requestBody?.content[0]?.examples).toMatchObject([
    {name: 'one', summary: 'One pet', value: {name: 'Rex'}},
  ]);
  expect(add?.callbacks?.[0]?.operations[0]?.responses[0]?.description).toBe('heard');
  expect(add?.responses[0]?.links).toHaveLength(1);
  expect(use?.parameters).toMatchObject([{name: 'limit', schema: {maximum: 9}}]);
  expect(use?.responses.map(({status}) => status)).toEqual(['200', '4XX', 'default']);
  expect(use?.responses[0]?.description).toBe('fine');
  expect(use?.responses[1]?.headers).toHaveLength(1);
  for (const name of ['name', 'owner.email', 'friends']) expect(twin('add-pet')).toContain(`| \`${name}\` |`);
});

it('follows $id, $anchor and $dynamicRef without asking the network, and shows boolean schemas', async () => {
  const {api, problems, twin} = await fromFile('identifiers-and-booleans.yaml');
  expect(problems.filter(({rule}) => rule === 'no-unresolved-refs')).toEqual([]);
  expect(api.schemas['UsesStrict']).toEqual({$ref: '#/components/schemas/Strict'});
  expect(twin('schemas/anchored')).toContain('| `b` | string | no |');
  expect(twin('schemas/local')).toContain('| `two.q` | string | no |');
  expect(twin('schemas/uses-strict')).toContain('| `children`');
  expect(twin('t')).toContain('| `never` | nothing | no |');
  expect(twin('t')).toContain('| `ifThen` | any | no |');
});

it('has what OpenAPI 3.2 adds', async () => {
  const {api, counts} = await fromFile('openapi-3-2.yaml');
  expect(counts.operations).toBe(3);
  expect(api.operations.map(({method}) => method).sort()).toEqual(['COPY', 'GET', 'QUERY']);
  const find = api.operations.find(({method}) => method === 'QUERY');
  expect(find?.responses[0]?.summary).toBe('Found');
  expect(find?.responses[0]?.content[0]).toMatchObject({mediaType: 'application/jsonl', isSequence: true});
  const get = api.operations.find(({method}) => method === 'GET');
  expect(get?.parameters).toMatchObject([{isQueryString: true}, {in: 'cookie', style: 'cookie'}]);
});

it('reads Swagger 2.0 to its corners', async () => {
  const {api, twin} = await fromFile('swagger.yaml');
  const [up] = api.operations;
  expect(up?.servers.map(({url}) => url)).toEqual(['https://x.test/v1', 'http://x.test/v1']);
  expect(up?.parameters.map(({name}) => name)).toEqual(['id', 'shared', 'ids', 'tsv']);
  expect(up?.requestBody?.content[0]?.mediaType).toBe('multipart/form-data');
  expect(up?.responses.map(({status}) => status)).toEqual(['200', '400', 'default']);
  expect(twin('schemas/cat')).toContain('more than 0');
  expect(twin('schemas/e')).toContain('| `m` | string or null |');
  expect(twin('schemas/has-own-property')).toContain('| `hasOwnProperty` | string |');
});
