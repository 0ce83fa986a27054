import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative, resolve} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import type {Operation} from '../model/operation.ts';
import {generate} from './generate.ts';
import type {LoadedApi} from './load-apis.ts';
import {toApi} from './normalise/api.ts';
import {renderProse} from './prose/render-prose.ts';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'generate-')), 'generated');
});
afterEach(() => {
  rmSync(join(folder, '..'), {recursive: true});
});

function loaded(id: string, paths: string): LoadedApi {
  const document = parse(`openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths:\n${paths}`) as JsonObject;
  const api = toApi(id, document);
  const rendered = renderProse(api, {baseUrl: '/', folder: '', operation: () => undefined, schema: () => undefined});
  return {
    api,
    rendered,
    folder: '',
    source: {document, files: [], warnings: [], locate: (pointer) => ({file: 'api.yaml', line: 1, column: 1, pointer})},
  };
}

const ok = "responses: {'200': {description: ok}}";
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('generate', () => {
  it('writes types, data, a form and an index', async () => {
    await generate(
      [loaded('shop', `  /buy: {post: {operationId: buyIt, summary: Buy, description: '*Now*', ${ok}}}`)],
      folder,
    );
    expect(readdirSync(join(folder, 'shop')).sort()).toEqual([
      'buy-it-form.tsx',
      'buy-it.json',
      'index.ts',
      'types.d.ts',
    ]);
    const typedForm = relative(join(folder, 'shop'), resolve(__dirname, '../components/OperationForm/typed-form.tsx'));
    expect(read('shop/buy-it-form.tsx')).toBe(
      `import {typedForm} from '${typedForm}';
import operation from './buy-it.json';
import type {operations} from './types';

/** Buy: \`POST /buy\`. */
export const BuyItForm = typedForm<operations["buyIt"]>(operation, "BuyItForm");
`,
    );
    expect(JSON.parse(read('shop/buy-it.json')) as Operation).toMatchObject({
      key: 'shop/buy-it',
      description: '<p><em>Now</em></p>',
    });
    expect(read('shop/index.ts')).toContain("export {BuyItForm} from './buy-it-form.tsx';");
    expect(read('shop/types.d.ts')).toMatch(/export interface operations \{\s+buyIt: \{/);
  });

  it('gives every operation types under the id of its form, with or without an id of its own', async () => {
    const shared = `  /a: &item {get: {operationId: same, ${ok}}, query: {operationId: same, ${ok}}, delete: {${ok}}, additionalOperations: {LINK: {${ok}}}}\n  /b: *item`;
    await generate([loaded('shop', shared)], folder);
    const forms = readdirSync(join(folder, 'shop')).filter((file) => file.endsWith('-form.tsx'));
    expect(forms).toHaveLength(8);
    for (const form of forms) {
      const [, id = ''] = /operations\["(\w+)"\]/.exec(read(`shop/${form}`)) ?? [];
      expect(read('shop/types.d.ts')).toMatch(new RegExp(`^    ${id}: \\{`, 'm'));
    }
  });

  it('cannot be broken out of by a title or a path', async () => {
    await generate([loaded('shop', `  '/*/x': {get: {operationId: a, summary: '*/ alert(1) /*', ${ok}}}`)], folder);
    expect(read('shop/a-form.tsx').match(/\*\//g)).toHaveLength(1);
  });

  it('writes only what has changed', async () => {
    const both = (summary: string): LoadedApi[] => [
      loaded(
        'shop',
        `  /buy: {post: {operationId: buy, summary: ${summary}, ${ok}}}\n  /look: {get: {operationId: look, ${ok}}}`,
      ),
    ];
    expect((await generate(both('Buy'), folder)).written).toHaveLength(6);
    const before = statSync(join(folder, 'shop/look.json')).mtimeMs;
    expect(await generate(both('Buy'), folder)).toEqual({written: [], removed: []});
    const {written} = await generate(both('Buy it'), folder);
    expect(written.sort()).toEqual(['shop/buy-form.tsx', 'shop/buy.json', 'shop/types.d.ts']);
    expect(statSync(join(folder, 'shop/look.json')).mtimeMs).toBe(before);
  });

  it('removes what no document gives any more', async () => {
    const buy = `  /buy: {post: {operationId: buy, ${ok}}}`;
    await generate([loaded('shop', `${buy}\n  /look: {get: {operationId: look, ${ok}}}`), loaded('bank', buy)], folder);
    mkdirSync(join(folder, 'gone'));
    writeFileSync(join(folder, 'gone', 'old.json'), '{}');
    const {removed} = await generate([loaded('shop', buy)], folder);
    expect(removed).toContain('shop/look.json');
    expect(existsSync(join(folder, 'shop/look-form.tsx'))).toBe(false);
    expect(readdirSync(folder)).toEqual(['shop']);
  });
});
