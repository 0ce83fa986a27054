import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import logger from '@docusaurus/logger';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import type {LoadedApi} from './load-apis.ts';
import {generateLater, loadContent, tellLater} from './load-content.ts';
import {resolveOptions} from './options.ts';
import {createPageMemory} from './page-memory.ts';
import {buildRoutes, type RoutePlan} from './routes.ts';

const spec = 'openapi/shop.json';
const options = resolveOptions({apis: [{id: 'shop', spec}], target: 'demo'});
let site = {siteDir: '', baseUrl: '/'};
let told: string[] = [];

beforeEach(() => {
  site = {siteDir: mkdtempSync(join(tmpdir(), 'site-')), baseUrl: '/'};
  mkdirSync(join(site.siteDir, 'openapi'));
  told = [];
  vi.spyOn(logger, 'warn').mockImplementation((text: unknown) => void told.push(String(text)));
  vi.spyOn(logger, 'error').mockImplementation((text: unknown) => void told.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(site.siteDir, {recursive: true});
});

/** The parts that the tests change. */
interface Shop {
  summary: string;
  description: string;
  /** Of a schema that the operation reaches over another one. */
  city: string;
  example: string;
  schemas?: Record<string, unknown>;
  /** The name of the schema in between. */
  address?: string;
  $ref?: string;
  /** Makes the document large. */
  ballast?: string;
}

const first: Shop = {
  summary: 'Get the user',
  description: 'See [the address](#/components/schemas/Address).',
  city: 'Where the user **lives**.',
  example: 'Oslo',
  schemas: {Address: {type: 'object', properties: {city: {$ref: '#/components/schemas/City'}}}},
  $ref: '#/components/schemas/User',
};

function save({summary, description, city, example, schemas, address = 'Address', $ref, ballast}: Shop): void {
  const answer = {
    description: 'ok',
    content: {'application/json': {schema: {$ref}, example: {address: {city: example}}}},
  };
  const other = {operationId: 'other', summary: 'Other', responses: {200: {description: 'ok'}}};
  const document = {
    openapi: '3.1.0',
    info: {title: 'Shop', version: '1', 'x-ballast': ballast},
    servers: [{url: 'https://shop.example'}],
    paths: {
      '/user': {get: {operationId: 'getUser', summary, description, responses: {200: answer}}},
      '/other': {get: other},
    },
    components: {
      schemas: {
        User: {type: 'object', properties: {address: {$ref: `#/components/schemas/${address}`}}},
        City: {type: 'string', description: city, maxLength: 8},
        ...schemas,
      },
    },
  };
  writeFileSync(join(site.siteDir, spec), JSON.stringify(document, undefined, 1));
}

const again = (previous: LoadedApi[]): Promise<LoadedApi[]> => loadContent(options, site, {isHurried: true, previous});

const memory = createPageMemory();

/** The data of the pages, by address. */
function pagesOf(apis: LoadedApi[], remembered = memory): Record<string, unknown> {
  const pages = (plan: RoutePlan): [string, unknown][] => [
    [plan.path, plan.modules['page']?.data],
    ...(plan.routes ?? []).flatMap(pages),
  ];
  const routes = buildRoutes(apis, {baseUrl: '/', routeBasePath: 'reference', memory: remembered});
  return Object.fromEntries(routes.flatMap(pages));
}

describe('a document that has changed', () => {
  const changes: [string, Shop][] = [
    ['a summary', {...first, summary: 'Fetch the user'}],
    ['a description', {...first, description: 'Nothing *more*.'}],
    ['a schema that is reached over another', {...first, city: 'The **town**.'}],
    ['an example', {...first, example: 'Bergen'}],
    ['the target of a link that is gone', {...first, schemas: {Place: first.schemas?.['Address']}, address: 'Place'}],
    ['a new schema', {...first, schemas: {...first.schemas, Street: {type: 'string'}}}],
    ['the order of schemas', {...first, schemas: {Street: true, ...first.schemas}}],
  ];

  it.each(changes)('shows %s as if it were read for the first time, and again what was before', async (_, change) => {
    let apis: LoadedApi[] = [];
    for (const shop of [first, change, first, {...change, city: `${change.city} Later.`}]) {
      save(shop);
      apis = await again(apis);
      const fresh = await loadContent(options, site);
      expect(apis[0]?.api).toEqual(fresh[0]?.api);
      expect(JSON.stringify(pagesOf(apis))).toBe(JSON.stringify(pagesOf(fresh, createPageMemory())));
    }
  });

  it('leaves what has not changed as it was', async () => {
    save(first);
    const before = await loadContent(options, site);
    save({...first, summary: 'Fetch the user'});
    const after = await again(before);
    expect(after[0]?.rendered.schemas).toBe(before[0]?.rendered.schemas);
    expect(after[0]?.rendered.operations[1]).toBe(before[0]?.rendered.operations[1]);
    expect(after[0]?.rendered.operations[0]).not.toBe(before[0]?.rendered.operations[0]);
  });
});

describe('a large document', () => {
  const large: Shop = {...first, ballast: 'x'.repeat(1_100_000)};
  const typesFile = (): string => join(site.siteDir, 'src/generated/shop/types.d.ts');

  it('says at once all that is wrong with it where nobody waits', async () => {
    save({...large, example: 'Longyearbyen'});
    await loadContent(options, site);
    expect(told.join('\n')).toContain('operation-4xx-response');
    expect(told.join('\n')).toContain('does not match the schema');
  });

  it('shows a change first, and then says what is wrong and writes the types', async () => {
    save(large);
    const before = await loadContent(options, site);
    told = [];
    save({...large, summary: 'Fetch the user', example: 'Longyearbyen'});
    const after = await again(before);
    expect(told).toEqual([]);
    expect(after[0]?.api.operations[0]?.title).toBe('Fetch the user');
    expect(readFileSync(join(site.siteDir, 'src/generated/shop/get-user.json'), 'utf8')).toContain('Fetch the user');
    expect(readFileSync(typesFile(), 'utf8')).toContain('Get the user');

    await tellLater(after, options, site, () => true);
    expect(told.join('\n')).toContain('operation-4xx-response');
    expect(told.join('\n')).toMatch(/openapi\/shop\.json:\d+:\d+ .*\n.*does not match the schema/);
    await generateLater(after, site);
    expect(readFileSync(typesFile(), 'utf8')).toContain('Fetch the user');
  });

  it('is not told about once it has changed again', async () => {
    save(large);
    const before = await loadContent(options, site);
    const after = await again(before);
    told = [];
    await tellLater(after, options, site, () => false);
    expect(told).toEqual([]);
  });

  it('stops at a $ref to nothing all the same', async () => {
    save(large);
    const before = await loadContent(options, site);
    save({...large, $ref: '#/components/schemas/Nobody'});
    await expect(again(before)).rejects.toThrow(/Nobody/);
  });
});
