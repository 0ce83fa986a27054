import {mkdirSync, readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright';
import {launchBrowser, recordComplaints, waitForScripts} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {makeForeignSite, type ForeignSite} from '../support/foreign-site.ts';
import {longNames} from '../support/long-names.ts';
import {serveStatic, type StaticServer} from '../support/static-server.ts';

const petstore = resolve(__dirname, '../../node_modules/@readme/oas-examples/3.0/json/petstore.json');

const prose = {
  openapi: '3.1.0',
  info: {title: 'Prose', version: '1'},
  paths: {
    '/look': {
      get: {
        operationId: 'look',
        description:
          'See [by address](/docs/start-here), [by file](../docs/start-here.md#start-here) and [no guide](../docs/gone.md). [Another site](/rest/webhooks).',
        responses: {200: {description: 'OK'}},
      },
    },
  },
};

describe('another site that names this plugin', () => {
  let site: ForeignSite;
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    site = makeForeignSite([
      {id: 'pets', spec: petstore},
      {id: 'long', spec: 'long.json'},
    ]);
    writeFileSync(join(site.folder, 'long.json'), JSON.stringify(longNames()));
    await site.build();
    server = await serveStatic(site.buildFolder);
    browser = await launchBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    site.remove();
  });

  it('has a page for each operation, complete without scripts', () => {
    const page = readFileSync(join(site.buildFolder, 'reference/pets/find-pets-by-status/index.html'), 'utf8');
    expect(page).toContain('/pet/findByStatus');
    expect(page).toMatch(/id="?query\.status/);
    expect(page).toMatch(/<form[^>]*data-operation="?pets\/find-pets-by-status/);
  });

  it('has living pages that complain of nothing, with the components in their colours', async () => {
    const page = await browser.newPage();
    const complaints = recordComplaints(page);
    await page.goto(`${server.url}/reference/pets/find-pets-by-status/`, {waitUntil: 'load'});
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--api-surface'))).not.toBe('');
    await waitForScripts(page);
    // The form wakes up on its first use, and what was pressed is done then.
    await page.getByRole('button', {name: 'Add to status'}).click();
    await page.locator('[name="query.status.0"]').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('has names that are wider than a phone on lines of its width', async () => {
    const page = await browser.newPage({viewport: {width: 360, height: 740}});
    const pages = readdirSync(join(site.buildFolder, 'reference/long'), {recursive: true}).map(String);
    const paths = pages.filter((name) => name.endsWith('index.html'));
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      await page.goto(`${server.url}/reference/long/${path.replace(/index\.html$/, '')}`, {waitUntil: 'load'});
      await waitForScripts(page);
      const form = page.locator('form[data-operation]');
      if ((await form.count()) > 0) {
        await form.getByRole('button').last().hover();
        await form.locator('[type="submit"]').click();
        await page.getByText('Not sent.', {exact: true}).waitFor();
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(360);
    }
    await page.close();
  });
});

describe('another site with addresses of its own', () => {
  const baseUrl = '/api/';
  let site: ForeignSite;
  let said: string;
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    // The base URL is what the addresses of the reference begin with: neither may be taken for the other.
    site = makeForeignSite(
      [
        {id: 'pets', spec: petstore},
        {id: 'prose', spec: 'openapi/prose.json'},
      ],
      {},
      {
        baseUrl,
        routeBasePath: 'api/v1',
        guides: '/docs/start-here',
      },
    );
    mkdirSync(join(site.folder, 'openapi'));
    writeFileSync(join(site.folder, 'openapi/prose.json'), JSON.stringify(prose));
    said = await site.build();
    server = await serveStatic(site.buildFolder, baseUrl);
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    site.remove();
  });

  it('has no link in its reference that leads nowhere', async () => {
    const page = await browser.newPage();
    for (const path of ['pets', 'pets/add-pet', 'pets/schemas/pet']) {
      await page.goto(`${server.url}/api/v1/${path}`, {waitUntil: 'load'});
      const hrefs = await page.locator('article a[href]').evaluateAll((links) => {
        return links.map((link) => (link as HTMLAnchorElement).href.replace(/#.*/, ''));
      });
      const own = [...new Set(hrefs)].filter((href) => href.startsWith(new URL(server.url).origin));
      expect(own.length).toBeGreaterThan(2);
      for (const href of own) expect((await page.request.get(href)).status(), `${path}: ${href}`).toBe(200);
    }
  });

  it('leads the prose of a document to guides, by address and by file', () => {
    const page = readFileSync(join(site.buildFolder, 'api/v1/prose/look/index.html'), 'utf8');
    for (const text of ['by address', 'by file']) {
      expect(page).toMatch(new RegExp(`<a href="?/api/docs/start-here(?:#start-here)?"?>${text}</a>`));
    }
    expect(page).toContain('no guide');
    expect(page).not.toMatch(/guide:|<a href[^>]*>no guide/);
    expect(said).toMatch(/docs\/gone\.md \(linked from \/api\/api\/v1\/prose/);
  });

  it('does so in its Markdown', () => {
    const twin = readFileSync(join(site.buildFolder, 'api/v1/prose/look.md'), 'utf8');
    expect(twin).toContain('[by address](http://localhost/api/docs/start-here.md)');
    expect(twin).toContain('[by file](http://localhost/api/docs/start-here.md#start-here)');
    expect(twin).toContain('and no guide.');
  });

  it('has the link to its guides in the sidebar', () => {
    const page = readFileSync(join(site.buildFolder, 'api/v1/pets/add-pet/index.html'), 'utf8');
    expect(page).toMatch(/<a [^>]*href="?\/api\/docs\/start-here"?[^>]*>.{0,200}?Guides/);
  });

  it('is built, and says so, where prose leads to an address that the site does not have', () => {
    expect(said).toContain('A link in this description leads to "/rest/webhooks", and this site has no such page.');
    expect(said).not.toMatch(/leads to "\/docs\/start-here/);
  });

  it('has the callback of OAuth below its base URL', async () => {
    const page = await browser.newPage();
    const callback = await page.request.get(`${server.url}/oauth-callback.html`);
    expect([callback.status(), await callback.text()]).toEqual([200, expect.stringContaining('BroadcastChannel')]);
  });

  it('shows calls of the demo in the network panel, with a worker that rules below its base URL only', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(8000);
    const calls: [string, boolean][] = [];
    page.on('response', (reply) => calls.push([reply.url(), reply.fromServiceWorker()]));
    await page.goto(`${server.url}/api/v1/pets/get-inventory`, {waitUntil: 'load'});
    await page.getByLabel('Send to').selectOption('demo');
    await page.getByLabel('Show demo calls in the browser’s network panel').check();
    await page.getByText(/are answered by the demo\./).waitFor();
    const scopes = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).map((one) => one.scope));
    expect((await scopes()).map((scope) => new URL(scope).pathname)).toEqual([baseUrl]);
    const form = new FormPage(page, 'pets/get-inventory');
    expect(await form.send()).toMatch(/^\d{3}$|^invalid$/);
    if ((await form.result.getAttribute('data-status')) === 'invalid') {
      await page.getByRole('button', {name: 'Send anyway'}).click();
    }
    await expect.poll(() => calls).toContainEqual([expect.stringContaining('/store/inventory'), true]);
    await page.getByLabel('Show demo calls in the browser’s network panel').uncheck();
    await expect.poll(scopes).toEqual([]);
    await context.close();
  });

  it('leads from the authorisation of an operation to the overview', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/api/v1/pets/add-pet`, {waitUntil: 'load'});
    await page.locator('article header').getByRole('link').first().click();
    await page.waitForURL('**/api/api/v1/pets#authorisation.*');
  });
});
