import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {launchBrowser} from '../support/browser.ts';
import {plainSentences, readDocuments} from '../support/documents.ts';
import type {DocumentedOperation, DocumentedRow} from '../support/documents.ts';

/** What a reader without JavaScript gets, held against the documents. */

const siteUrl = inject('siteUrl');
const apis = readDocuments();
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({javaScriptEnabled: false, viewport: {width: 1440, height: 900}});
  page = await context.newPage();
});

afterAll(async () => {
  await browser.close();
});

/** What of the page, or of the element with an id, can be seen: hidden panels do not count. */
async function seen(id?: string): Promise<string> {
  const element = id === undefined ? page.locator('main') : page.locator(`[id="${id}"]`);
  return collapse(await element.innerText());
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

describe.each(apis.flatMap(({operations}) => operations))('$path without JavaScript', (operation) => {
  beforeAll(async () => {
    const reply = await page.goto(siteUrl + operation.path);
    expect(reply?.status()).toBe(200);
  });

  it('says what is called: title, method, full address, description', async () => {
    expect(await page.locator('h1').allInnerTexts()).toEqual([operation.title]);
    const text = await seen();
    expect(text).toContain(operation.method);
    expect(text).toContain(operation.address);
    for (const sentence of plainSentences(operation.description)) expect(text).toContain(sentence);
  });

  it('tells search engines and link previews what it is', async () => {
    expect(await page.title()).toContain(operation.title);
    const canonical = `http://localhost:3000${operation.path}`;
    expect(await page.locator('link[rel="canonical"]').getAttribute('href')).toBe(canonical);
    const summary = (await page.locator('meta[name="description"]').getAttribute('content')) ?? '';
    expect(plainSentences(operation.description).join(' ')).toContain(summary.replace(/\s*…$/, ''));
    expect(summary.length).toBeGreaterThan(10);
    expect(await page.locator('meta[property="og:title"]').getAttribute('content')).toContain(operation.title);
  });

  it('has the stable ids', async () => {
    const ids = ['request', 'responses', 'try-it', ...operation.responses.map(({status}) => `response-${status}`)];
    if (operation.body !== undefined) ids.push('body');
    if (operation.parameters.some(({id}) => id.startsWith('query.'))) ids.push('query-parameters');
    for (const id of ids) expect(await page.locator(`[id="${id}"]`).count(), `#${id}`).toBe(1);
  });

  it('lists every parameter and property, and no other', async () => {
    const sections = ['path.', 'query.', 'header.', 'cookie.', 'body.', 'response-'];
    const found = await page.locator('main li[id]').evaluateAll((rows) => rows.map(({id}) => id));
    const rows = [...operation.parameters, ...(operation.body?.rows ?? []), ...operation.responses.flatMap(rowsOf)];
    const isOfDocument = (id: string) => id !== 'header.Accept' && sections.some((section) => id.startsWith(section));
    expect(found.filter(isOfDocument).sort()).toEqual(rows.map(({id}) => id).sort());
  });

  it.each([...operation.parameters, ...(operation.body?.rows ?? []), ...operation.responses.flatMap(rowsOf)])(
    'describes $id',
    async (row) => {
      const text = await seen(row.id);
      expect(text).toContain(row.name);
      for (const sentence of plainSentences(row.description)) expect(text).toContain(sentence);
      for (const fact of factsOf(row)) expect(text).toMatch(fact);
      // Nested rows have marks of their own, below.
      const mark = page
        .locator(`[id="${row.id}"]`)
        .getByText(/^(?:required|optional)$/)
        .first();
      expect(await mark.innerText()).toBe(row.required ? 'required' : 'optional');
      expect(await page.locator(`[id="${row.id}"] a[href="#${row.id}"]`).count()).toBe(1);
    },
  );

  it('shows the Accept header where a version must be asked for', async () => {
    const versioned = operation.responses[0]?.mediaTypes.find((type) => type.startsWith('application/vnd.'));
    if (versioned === undefined) {
      expect(await page.getByText('application/vnd.').count()).toBe(0);
      return;
    }
    const row = await seen('header.Accept');
    expect(row).toContain('Accept');
    expect(row).toContain('required');
    expect(row).toContain(versioned);
    expect(await page.locator('#headers').count()).toBe(1);
  });

  it('describes the body', async () => {
    const {body} = operation;
    if (body === undefined) {
      expect(await page.locator('[id="body"]').count()).toBe(0);
      return;
    }
    const text = await seen();
    for (const fact of [...body.mediaTypes, ...plainSentences(body.description)]) expect(text).toContain(fact);
  });

  it.each(operation.responses)('describes the response $status', async (response) => {
    const section = page.locator('section', {has: page.locator(`[id="response-${response.status}"]`)});
    const text = collapse(await section.last().innerText());
    for (const sentence of plainSentences(response.description)) expect(text).toContain(sentence);
    for (const mediaType of response.mediaTypes) expect(text).toContain(mediaType);
    for (const link of response.links) {
      for (const sentence of plainSentences(link.description)) expect(text).toContain(sentence);
      expect(await section.last().locator(`a[href="${link.path}"]`).count()).toBeGreaterThan(0);
    }
  });

  it('shows every response example', async () => {
    const text = withoutBlanks((await codeBlocks()).join('\n'));
    for (const example of operation.responses.flatMap(({examples}) => examples)) {
      expect(text).toContain(withoutBlanks(JSON.stringify(example)));
    }
  });

  it('shows code in the first language, with a title and numbered lines', async () => {
    const [code = ''] = await codeBlocks();
    expect(code).toContain('curl');
    expect(code).toContain(operation.address);
    expect(await page.locator('[class*="codeBlockLinesWithNumbering"]').first().isVisible()).toBe(true);
    expect(await page.locator('[class*="codeBlockTitle"]').first().isVisible()).toBe(true);
  });

  it('shows the request example, its secrets as placeholders', async () => {
    const [code = ''] = await codeBlocks();
    const example = (operation.body?.examples[0] ?? {}) as Record<string, string>;
    for (const row of operation.body?.rows ?? []) {
      const value = example[row.name];
      if (value === undefined) continue;
      if (row.schema.format === 'password') {
        expect(code).not.toContain(value);
        expect(code).toContain(`YOUR_${row.name.replaceAll(/[A-Z]/g, '_$&').toUpperCase()}`);
      } else {
        expect(code).toContain(value);
      }
    }
  });

  it('has its form, with a named field for every value', async () => {
    const form = page.locator(`form[data-operation="${operation.path.replace('/reference/', '')}"]`);
    expect(await form.getAttribute('data-state')).toBe('idle');
    for (const {id, schema} of [...operation.parameters, ...(operation.body?.rows ?? [])]) {
      const isList = schema.type === 'array';
      // A list has no item at first, and a button for each.
      const field = form.locator(isList ? `fieldset[data-field="${id}"] button` : `[name="${id}"]`);
      expect(await field.first().isVisible(), id).toBe(true);
    }
  });

  it('stands in the sidebar, the breadcrumbs and its own table of contents', async () => {
    const sidebar = page.getByRole('navigation', {name: 'Docs sidebar'});
    // The tag above is a link too, to its first operation.
    const link = sidebar.locator(`a[href="${operation.path}"]`).last();
    expect(await link.innerText()).toContain(operation.title);
    expect(await link.isVisible()).toBe(true);
    expect(await page.getByRole('navigation', {name: 'Breadcrumbs'}).innerText()).toContain(operation.title);
    const targets = await page
      .locator('.table-of-contents a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(targets).toEqual(expect.arrayContaining(['#request', '#responses']));
    for (const target of targets) expect(await page.locator(`[id="${target.slice(1)}"]`).count(), target).toBe(1);
  });
});

describe.each(apis)('/reference/$id without JavaScript', ({id, document, operations}) => {
  beforeAll(async () => {
    const reply = await page.goto(`${siteUrl}/reference/${id}`);
    expect(reply?.status()).toBe(200);
  });

  it('says what the API is', async () => {
    const text = await seen();
    expect(await page.locator('h1').innerText()).toContain(document.info.title);
    expect(text).toContain(document.info.version);
    expect(text).toContain(document.info.summary);
    for (const sentence of plainSentences(document.info.description)) expect(text).toContain(sentence);
  });

  it('names its servers, tags and security schemes', async () => {
    const text = await seen();
    for (const {url, description} of document.servers) {
      expect(text).toContain(url);
      expect(text).toContain(description);
    }
    for (const {name, description} of document.tags) {
      expect(text).toContain(name);
      for (const sentence of plainSentences(description)) expect(text).toContain(sentence);
    }
    for (const [name, {description}] of Object.entries(document.components.securitySchemes)) {
      expect(text).toContain(name);
      for (const sentence of plainSentences(description)) expect(text).toContain(sentence);
    }
  });

  it.each(operations)('leads to $path', async ({path, title, method, address}) => {
    const link = page.locator(`main a[href="${path}"]`, {hasText: title}).first();
    const text = collapse(await link.innerText());
    expect(text).toContain(method);
    expect(text).toContain(address.replace(document.servers[0]?.url ?? '', ''));
  });

  it('has a canonical address, a title and a description', async () => {
    expect(await page.title()).toContain(document.info.title);
    const canonical = await page.locator('link[rel="canonical"]').getAttribute('href');
    expect(canonical).toBe(`http://localhost:3000/reference/${id}`);
    const summary = (await page.locator('meta[name="description"]').getAttribute('content')) ?? '';
    expect(summary.length).toBeGreaterThan(10);
  });

  it('is the first page of a way through all operations, and back', async () => {
    const paths = [`/reference/${id}`, ...operations.map(({path}) => path)];
    for (const [index, path] of paths.entries()) {
      await page.goto(siteUrl + path);
      const neighbours = page.locator('nav.pagination-nav');
      expect(await hrefOf(neighbours.locator('a.pagination-nav__link--next')), `after ${path}`).toBe(paths[index + 1]);
      expect(await hrefOf(neighbours.locator('a.pagination-nav__link--prev')), `before ${path}`).toBe(paths[index - 1]);
    }
  });

  async function hrefOf(link: ReturnType<Page['locator']>): Promise<string | undefined> {
    return (await link.count()) === 0 ? undefined : ((await link.getAttribute('href')) ?? undefined);
  }
});

function rowsOf(response: DocumentedOperation['responses'][number]): DocumentedRow[] {
  return [...response.headers, ...response.rows];
}

/** The text of every block of the code panel that can be seen, in order, as it would be copied. */
async function codeBlocks(): Promise<string[]> {
  const blocks = await page.getByRole('region', {name: 'Code and examples'}).locator('pre code').all();
  const visible: string[] = [];
  for (const block of blocks) if (await block.isVisible()) visible.push(await block.innerText());
  return visible;
}

/** What a row must say besides its description: type, format, limits. */
function factsOf({schema}: DocumentedRow): RegExp[] {
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null' && type !== 'array' && type !== 'object');
  const facts = types.map((type) => new RegExp(`\\b${type}\\b`));
  if (schema.format !== undefined) facts.push(new RegExp(`\\b${schema.format}\\b`));
  if (schema.pattern !== undefined) facts.push(new RegExp(escape(schema.pattern)));
  if (schema.default !== undefined) facts.push(new RegExp(`\\b${escape(String(schema.default))}\\b`));
  if (schema.minLength !== undefined)
    facts.push(schema.minLength === 1 ? /empty|\b1\b/ : new RegExp(`${schema.minLength}`));
  if ([schema.type].flat().includes('null')) facts.push(/\bnull\b/);
  return facts;
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s/g, '');
}
