import {readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createIsolatedChecker, type Measured} from '../../scripts/openapi/isolated-checker.ts';
import {launchBrowser, recordComplaints} from '../support/browser.ts';
import {makeForeignSite, type ForeignSite} from '../support/foreign-site.ts';
import {serveStatic} from '../support/static-server.ts';
import {readOperations} from './source-counts.ts';

const packages = ['@readme/oas-examples', '@scalar/galaxy/dist'].map((name) =>
  resolve(__dirname, '../../node_modules', name),
);
const files = packages.flatMap(documentsIn);

/** Documents that OpenAPI does not allow, each with why. Their pages are built all the same, but for dangling references. */
const wrong = [/response-http-behavior/, /test\/tsconfig\.json$/];

/** The whole corpus with CORPUS=all; else one of each kind, for every one stands there as YAML and as JSON. */
const isWhole = process.env['CORPUS'] === 'all';

function documentsIn(folder: string): string[] {
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, String(name)))
    .filter((file) => /\.(?:json|ya?ml)$/.test(file) && !file.endsWith('package.json') && statSync(file).isFile())
    .sort();
}

/** By the address and the method that stand in it. */
function isPageOf(html: string, method: string, path: string): boolean {
  const [, address = ''] = /<code class="?address[^>]*>(.*?)<\/code>/s.exec(html) ?? [];
  const [, badge = ''] = /<\/h1><p[^>]*>(.*?)<code/s.exec(html) ?? [];
  return decode(address.replaceAll(/<[^>]*>/g, '')).endsWith(path) && badge.includes(`>${method}<`);
}

/** Where a page has as many rows, it opens schemas with names on demand. */
const mostOpen = 100;

/** Minified HTML leaves the quotes out where it may. */
function hasId(html: string, id: string): boolean {
  const attributes = [...html.matchAll(/ id=(?:"([^"]*)"|([^\s>]+))/g)];
  return attributes.some(([, quoted, bare]) => decode(quoted ?? bare ?? '') === id);
}

function decode(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}

describe('every document of the corpus', () => {
  const checked = new Map<string, Measured>();

  beforeAll(async () => {
    const checker = createIsolatedChecker(process.cwd());
    for (const file of files) checked.set(file, await checker.check(file));
    checker.close();
  }, 180_000);

  it('is read, and refused only where it is wrong', () => {
    expect(files.length).toBeGreaterThan(100);
    const refused = files.filter((file) => checked.get(file)?.ok === false);
    expect(refused.filter((file) => !wrong.some((pattern) => pattern.test(file)))).toEqual([]);
  });

  it('has as many operations, parameters and responses as its source', () => {
    for (const file of files.filter((name) => checked.get(name)?.ok)) {
      const source = readOperations(file);
      const counts = checked.get(file)?.counts;
      expect(counts?.operations, file).toBe(source.length);
      expect(counts?.responses, file).toBe(source.flatMap(({statuses}) => statuses).length);
      expect(counts?.parameters, file).toBeGreaterThanOrEqual(source.flatMap(({parameters}) => parameters).length);
    }
  });
});

describe('a site of them all', () => {
  const shown = files.filter((file) => !file.includes('tsconfig') && (isWhole || file.endsWith('.yaml')));
  const apis = shown.map((spec, index) => ({id: `api-${index}`, spec}));
  let site: ForeignSite;
  let pages: Map<string, string>;

  beforeAll(async () => {
    site = makeForeignSite(apis, {}, {onBrokenLinks: 'ignore'});
    await site.build();
    const folder = join(site.buildFolder, 'reference');
    const built = readdirSync(folder, {recursive: true}).map(String);
    const html = built.filter((name) => name.endsWith('index.html'));
    pages = new Map(html.map((name) => [dirname(name), readFileSync(join(folder, name), 'utf8')]));
  }, 600_000);

  // Of the whole corpus, it has some hundred thousand files.
  afterAll(() => site.remove(), 60_000);

  it.each(apis)('$id has every operation, parameter, property and response of its source', ({id, spec}) => {
    const own = [...pages].filter(([path]) => path.startsWith(`${id}/`)).map(([, html]) => html);
    const name = relative(process.cwd(), spec);
    for (const {method, path, parameters, properties, nestedProperties, statuses} of readOperations(spec)) {
      const ids = [
        ...parameters,
        // On larger pages named schemas are opened on demand, and have pages of their own.
        ...properties,
        ...(properties.length + nestedProperties.length < mostOpen ? nestedProperties : []),
        ...statuses.map((status) => `response-${status}`),
      ];
      const page = own.find((html) => isPageOf(html, method, path));
      expect(page, `${name}: ${method} ${path}`).toBeDefined();
      expect(
        // An id has no blanks (HTML, the id attribute).
        ids.map((mark) => mark.replaceAll(/\s/g, '-')).filter((mark) => !hasId(page ?? '', mark)),
        `${name}: ${method} ${path}`,
      ).toEqual([]);
    }
  });

  it('comes to life without a complaint', async () => {
    const server = await serveStatic(site.buildFolder);
    const browser = await launchBrowser();
    const paths = [...pages.keys()];
    const step = Math.ceil(paths.length / 24);
    for (const path of paths.filter((_, index) => index % step === 0)) {
      const page = await browser.newPage();
      const complaints = recordComplaints(page);
      await page.goto(`${server.url}/reference/${path}/`, {waitUntil: 'load'});
      await page.waitForFunction(() => document.documentElement.dataset['hasHydrated'] === 'true');
      expect(complaints, path).toEqual([]);
      await page.close();
    }
    await browser.close();
    await server.close();
  }, 120_000);
});
