import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {LoadContext} from '@docusaurus/types';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import liveApiDocs, {validateOptions} from './index.ts';

let siteDir = '';
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'site-'));
  mkdirSync(join(siteDir, 'openapi'));
  writeFileSync(join(siteDir, 'redocly.yaml'), 'rules: {}\n');
});
afterEach(() => {
  rmSync(siteDir, {recursive: true});
});

const spec = 'openapi/shop.yaml';
const documentOf = (title: string): string => `openapi: 3.1.0
info: {title: ${title}, version: '1'}
servers: [{url: https://shop.example}]
security: []
paths: {/a: {get: {operationId: a, summary: A, responses: {'200': {description: ok}}}}}
`;
const save = (text: string): void => {
  writeFileSync(join(siteDir, spec), text);
};

function createPlugin() {
  const options = validateOptions({
    validate: (() => undefined) as never,
    options: {apis: [{id: 'shop', spec}], target: 'demo'},
  });
  return liveApiDocs({siteDir, baseUrl: '/'} as LoadContext, options);
}

describe('a site that is being written', () => {
  it('fails a broken save, keeps what was generated, and recovers on the next', async () => {
    const plugin = createPlugin();
    save(documentOf('First'));
    expect((await plugin.loadContent?.())?.map(({api}) => api.title)).toEqual(['First']);
    const generated = join(siteDir, 'src/generated/shop/a.json');
    const before = readFileSync(generated, 'utf8');

    save(documentOf('[broken'));
    await expect(plugin.loadContent?.()).rejects.toThrow(/openapi\/shop\.yaml:2:\d+/);
    expect(readFileSync(generated, 'utf8')).toBe(before);

    save(documentOf('Second'));
    expect((await plugin.loadContent?.())?.map(({api}) => api.title)).toEqual(['Second']);
    expect(readFileSync(generated, 'utf8')).toContain('Second');
  });

  it("gives Docusaurus' debug pages no more than names", async () => {
    save(documentOf('First'));
    const content = await createPlugin().loadContent?.();
    expect(JSON.parse(JSON.stringify(content))).toEqual([
      {id: 'shop', title: 'First', version: '1', folder: 'openapi'},
    ]);
  });

  it('ends with the last of several quick saves', async () => {
    const plugin = createPlugin();
    save(documentOf('[broken'));
    const first = plugin.loadContent?.();
    const second = plugin.loadContent?.();
    await expect(first).rejects.toThrow();
    save(documentOf('Last'));
    await Promise.allSettled([second]);
    expect((await plugin.loadContent?.())?.map(({api}) => api.title)).toEqual(['Last']);
    expect(existsSync(join(siteDir, 'src/generated/shop/types.d.ts'))).toBe(true);
  });

  it('says which document is missing', async () => {
    await expect(createPlugin().loadContent?.()).rejects.toThrow('API "shop": there is no file openapi/shop.yaml');
  });

  it('watches the documents, what lies beside them, and the lint rules', async () => {
    const plugin = createPlugin();
    save(documentOf('First'));
    await plugin.loadContent?.();
    expect(plugin.getPathsToWatch?.()).toEqual(
      [spec, 'openapi/**/*.{yaml,yml,json}', 'redocly.yaml'].map((path) => join(siteDir, path)),
    );
  });
});
