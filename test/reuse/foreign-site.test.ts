import {readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Browser} from 'playwright';
import {launchBrowser, recordComplaints} from '../support/browser.ts';
import {makeForeignSite, type ForeignSite} from '../support/foreign-site.ts';
import {serveStatic, type StaticServer} from '../support/static-server.ts';

const petstore = resolve(__dirname, '../../node_modules/@readme/oas-examples/3.0/json/petstore.json');

describe('another site that names this plugin', () => {
  let site: ForeignSite;
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    site = makeForeignSite([{id: 'pets', spec: petstore}]);
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
    await page.goto(`${server.url}/reference/pets/find-pets-by-status/`, {waitUntil: 'networkidle'});
    expect(await page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--api-surface'))).not.toBe('');
    await page.locator('[name="query.status"]').first().waitFor();
    expect(complaints).toEqual([]);
  });
});

describe('another site with addresses of its own', () => {
  const baseUrl = '/api/';
  let site: ForeignSite;
  let server: StaticServer;
  let browser: Browser;

  beforeAll(async () => {
    // The base URL is what the addresses of the reference begin with: neither may be taken for the other.
    site = makeForeignSite([{id: 'pets', spec: petstore}], {}, {baseUrl, routeBasePath: 'api/v1'});
    await site.build();
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

  it('leads from the authorisation of an operation to the overview', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/api/v1/pets/add-pet`, {waitUntil: 'load'});
    await page.locator('article header').getByRole('link').first().click();
    await page.waitForURL('**/api/api/v1/pets#authorisation.*');
  });
});
