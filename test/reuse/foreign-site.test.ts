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
