import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {parse} from 'yaml';
import {launchBrowser, recordComplaints} from '../support/browser.ts';
import {plainSentences, readDocuments} from '../support/documents.ts';
import type {DocumentedRow} from '../support/documents.ts';

/** What programs get, held against the documents and the sitemap. */

const siteUrl = inject('siteUrl');
/** Where the site believes it is. */
const publicUrl = 'http://localhost:3000';
const apis = readDocuments();
const operations = apis.flatMap((api) => api.operations);

let pages: string[];

beforeAll(async () => {
  const sitemap = await read('/sitemap.xml');
  pages = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.slice(publicUrl.length));
});

async function read(path: string): Promise<string> {
  const reply = await fetch(siteUrl + path);
  if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}.`);
  return reply.text();
}

function twinOf(page: string): string {
  return page === '/' ? '/index.md' : `${page}.md`;
}

/** The rows of every table below a heading, up to the next of the same or a higher level: the cells as they stand. */
function rowsBelow(markdown: string, heading: string): string[][] {
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const [, rest = ''] = `\n${markdown}`.split(`\n${heading}\n`);
  const [section = ''] = rest.split(new RegExp(`^#{1,${level}} `, 'm'));
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** What the headings of a page are called in addresses. */
function headingSlugs(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
}

/**
 * The names of the documented rows with their marks, as the table has them. Below a list stands what its items must be,
 * where there is more to say than their type.
 */
function expected(rows: DocumentedRow[], prefix: string): string[][] {
  return rows.flatMap(({id, required, schema}) => {
    const name = `\`${id.slice(prefix.length)}\``;
    const row = [name, required ? 'yes' : 'no'];
    const {items} = schema;
    const isMore =
      items !== undefined &&
      items.properties === undefined &&
      Object.keys(items).some((keyword) => keyword !== 'type' && keyword !== '$ref');
    return isMore ? [row, [`${name}, each item`, '']] : [row];
  });
}

/** Name and mark of each row; the type stands between them. */
function marks(rows: string[][]): (string | undefined)[][] {
  return rows.map(([name, , required]) => [name, required]);
}

describe('Markdown twins', () => {
  it('there is one of every page of the sitemap, and the page names it', async () => {
    expect(pages).toEqual(
      expect.arrayContaining(['/', '/docs/start-here', '/reference/doordeck', ...operations.map(({path}) => path)]),
    );
    for (const page of pages) {
      const text = await read(twinOf(page));
      expect(text, page).toMatch(/^# \S/);
      const [tag = ''] = /<link[^>]*text\/markdown[^>]*>/.exec(await read(page)) ?? [];
      expect(tag.replaceAll('"', '').split(/[\s>]/), page).toEqual(
        expect.arrayContaining(['rel=alternate', `href=${twinOf(page)}`]),
      );
    }
  });

  it('hold no JSX, and no HTML but in code', async () => {
    for (const page of pages) {
      const prose = (await read(twinOf(page))).replaceAll(/^(`{3,})[^]*?^\1$/gm, '').replaceAll(/`[^`\n]*`/g, '');
      expect(prose.match(/(?<!\\)<\/?[A-Za-z]|^(?:import|export) |^:::|\{\/\*/gm), page).toBeNull();
    }
  });

  it('lead to addresses that answer', async () => {
    const addresses = new Set<string>();
    for (const page of pages) {
      const prose = (await read(twinOf(page))).replaceAll(/^(`{3,})[^]*?^\1$/gm, '').replaceAll(/`[^`\n]*`/g, '');
      for (const [, address = ''] of prose.matchAll(/\]\(([^)\s]+)\)/g)) {
        if (address.startsWith('#')) expect(headingSlugs(prose), page).toContain(address.slice(1));
        else addresses.add(address);
      }
    }
    const own = [...addresses].filter((address) => address.startsWith(`${publicUrl}/`));
    expect(own.length).toBeGreaterThan(pages.length);
    // Whatever else they lead to is a whole address of somebody else.
    for (const address of addresses) if (!own.includes(address)) expect(address).toMatch(/^(?:https:\/\/|mailto:)/);
    for (const address of own) {
      await read(address.slice(publicUrl.length).replace(/#.*/, ''));
    }
  });
});

describe.each(operations)('$path.md', (operation) => {
  let text: string;

  beforeAll(async () => {
    text = await read(`${operation.path}.md`);
  });

  it('says what is called', () => {
    expect(text.startsWith(`# ${operation.title}\n`)).toBe(true);
    expect(text).toContain(`\n${operation.method} ${operation.address}\n`);
    const flat = plainSentences(text.replaceAll(/^> ?/gm, '')).join('\n');
    for (const sentence of plainSentences(operation.description)) expect(flat).toContain(sentence);
  });

  it('has every parameter, and no other', () => {
    for (const [location, title] of [
      ['path', 'Path parameters'],
      ['query', 'Query parameters'],
      ['cookie', 'Cookies'],
    ] as const) {
      const own = operation.parameters.filter(({id}) => id.startsWith(`${location}.`));
      expect(marks(rowsBelow(text, `### ${title}`))).toEqual(expected(own, `${location}.`));
    }
    const headers = operation.parameters.filter(({id}) => id.startsWith('header.'));
    const shown = rowsBelow(text, '### Headers').filter(([name]) => name !== '`Accept`');
    expect(marks(shown)).toEqual(expected(headers, 'header.'));
  });

  it('has every property of the body with its description, and no other', () => {
    const rows = rowsBelow(text, '### Body');
    const documented = operation.body?.rows ?? [];
    expect(marks(rows)).toEqual(expected(documented, 'body.'));
    documented.forEach(({description}, index) => {
      expect(plainSentences(rows[index]?.[3] ?? '').join(' ')).toBe(plainSentences(description).join(' '));
    });
  });

  it('has every response with its properties, and no other', () => {
    const [, responses = ''] = text.split('\n## Responses\n');
    const headings = [...responses.matchAll(/^### ((\d+) .+)$/gm)];
    expect(headings.map(([, , status]) => status)).toEqual(operation.responses.map(({status}) => status));
    operation.responses.forEach((response, index) => {
      const heading = headings[index]?.[0] ?? '';
      const prefix = `response-${response.status}.`;
      expect(marks(rowsBelow(responses, heading))).toEqual([
        ...expected(response.headers, `${prefix}header.`),
        ...expected(response.rows, prefix),
      ]);
      const flat = plainSentences(responses).join('\n');
      for (const sentence of plainSentences(response.description)) expect(flat).toContain(sentence);
      for (const {path} of response.links) expect(responses).toContain(`](${publicUrl}${path}.md)`);
    });
  });

  it('has every example, and code in every language', () => {
    const code = [...text.matchAll(/^```json\n([^]*?)\n```$/gm)].map(([, json = '']) => JSON.parse(json) as unknown);
    const examples = [
      ...(operation.body?.examples ?? []),
      ...operation.responses.flatMap((response) => response.examples),
    ];
    expect(code).toEqual(examples);
    const [, snippets = ''] = text.split('\n## Code\n');
    expect([...snippets.matchAll(/^### (.+)$/gm)].map(([, label]) => label)).toEqual(
      expect.arrayContaining(['curl', 'JavaScript', 'Python', 'HTTP']),
    );
    expect(snippets.split('```').length).toBe(2 * [...snippets.matchAll(/^### /gm)].length + 1);
  });
});

describe('llms.txt', () => {
  it('lists every page, with links that answer', async () => {
    const index = await read('/llms.txt');
    expect(index).toMatch(/^# Live API Docs\n\n> .+\n\n## /);
    const addresses = [...index.matchAll(/^- \[.+\]\((.+)\): \S/gm)].map(([, address = '']) => address);
    expect(addresses).toEqual(
      expect.arrayContaining(pages.filter((page) => page !== '/').map((page) => `${publicUrl}${twinOf(page)}`)),
    );
    expect(index.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(addresses.length);
    for (const address of addresses) await read(address.slice(publicUrl.length));
  });

  it('has everything in llms-full.txt', async () => {
    const full = await read('/llms-full.txt');
    for (const page of pages) expect(full).toContain(await read(twinOf(page)));
  });
});

describe.each(apis)('the document of $id', ({id, document}) => {
  it('is served as YAML and JSON that say the same as the source', async () => {
    const json = JSON.parse(await read(`/openapi/${id}.json`)) as unknown;
    expect(parse(await read(`/openapi/${id}.yaml`))).toEqual(json);
    expect(json).toEqual(JSON.parse(JSON.stringify(document)));
  });
});

describe('the actions of a page', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
  });

  it('copy exactly the twin, by keyboard, and say so', async () => {
    const context = await browser.newContext({permissions: ['clipboard-read', 'clipboard-write']});
    const page = await context.newPage();
    const complaints = recordComplaints(page);
    for (const path of ['/reference/doordeck/register', '/reference/coindroids']) {
      await page.goto(siteUrl + path, {waitUntil: 'networkidle'});
      await page.getByRole('button', {name: 'Copy page'}).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('status').getByText('Copied.').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await read(`${path}.md`));
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('say what to do when there is no clipboard, or no connection', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => Object.defineProperty(navigator, 'clipboard', {value: undefined}));
    const page = await context.newPage();
    await page.goto(`${siteUrl}/reference/doordeck/login`, {waitUntil: 'networkidle'});
    await page.getByRole('button', {name: 'Copy page'}).click();
    await page.getByRole('status').getByText('View it as Markdown and copy it there.').waitFor();
    await page.route('**/*.md', (route) => route.abort());
    await page.getByRole('button', {name: 'Copy page'}).click();
    await page.getByRole('status').getByText('Check the connection and try again.').waitFor();
    await context.close();
  });

  it('lead to the twin and the documents, without JavaScript too', async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    const linksOf = async (path: string, names: string[]): Promise<(string | null)[]> => {
      await page.goto(siteUrl + path);
      return Promise.all(names.map((name) => page.getByRole('link', {name, exact: true}).getAttribute('href')));
    };
    expect(await linksOf('/reference/doordeck/login', ['View as Markdown', 'Download OpenAPI'])).toEqual([
      '/reference/doordeck/login.md',
      '/openapi/doordeck.yaml',
    ]);
    expect(await linksOf('/reference/doordeck', ['Download OpenAPI', 'OpenAPI as JSON'])).toEqual([
      '/openapi/doordeck.yaml',
      '/openapi/doordeck.json',
    ]);
    await context.close();
  });
});
