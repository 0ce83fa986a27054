import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Browser, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser, recordComplaints} from '../support/browser.ts';
import {makeForeignSite, type ForeignSite} from '../support/foreign-site.ts';
import {serveStatic, type StaticServer} from '../support/static-server.ts';

const first = `openapi: 3.1.0
info: {title: Shop, version: '1.4'}
servers: [{url: 'https://shop.example'}]
webhooks:
  orderPaid:
    post:
      summary: An order is paid
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Paid'}}}
      responses: {'200': {description: Taken.}}
paths:
  /orders:
    post:
      operationId: order
      summary: Order
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      responses: {'201': {description: Ordered.}}
    get:
      operationId: listOrders
      summary: List the orders
      responses: {'200': {description: All of them.}}
components:
  schemas:
    Order: {type: object, properties: {item: {type: string}}}
    Paid: {type: object, properties: {by: {type: object, properties: {card: {type: string}}}}}
`;
const second = first
  .replace("version: '1.4'", "version: '2.0'")
  .replace('/orders:\n    post', '/purchases:\n    post')
  .replace('type: object,', 'type: object, required: [item],')
  .replace(/ {4}get:[^]*(?=components:)/, '');

describe('an API with two versions', () => {
  let site: ForeignSite;
  let server: StaticServer;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const versions = [
      {label: '2', spec: 'two.yaml'},
      {label: '1', spec: 'one.yaml'},
    ];
    site = makeForeignSite([{id: 'shop', versions}]);
    writeFileSync(join(site.folder, 'one.yaml'), first);
    writeFileSync(join(site.folder, 'two.yaml'), second);
    await site.build();
    server = await serveStatic(site.buildFolder);
    browser = await launchBrowser();
    page = await browser.newPage({viewport: {width: 360, height: 740}});
    complaints = recordComplaints(page);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await server.close();
    site.remove();
  });

  const read = (path: string): string => readFileSync(join(site.buildFolder, path), 'utf8');
  const switchTo = (label: string) =>
    page.getByRole('navigation', {name: 'Versions'}).getByRole('link', {name: label, exact: true});

  it('names no version in the addresses of the current one, and the label in those of the other', () => {
    expect(read('reference/shop/order/index.html')).toMatch(/data-operation="?shop\/order/);
    expect(read('reference/shop/1/order/index.html')).toMatch(/data-operation="?shop@1\/order/);
    expect(read('reference/shop/1/list-orders/index.html')).toContain('List the orders');
    expect(read('reference/shop/1/schemas/order/index.html')).toContain('item');
  });

  it('has a switch without scripts that stays on the operation', async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const plain = await context.newPage();
    await plain.goto(`${server.url}/reference/shop/order`);
    const versions = plain.getByRole('navigation', {name: 'Versions'});
    await versions.getByRole('link', {name: '1', exact: true}).click();
    await plain.waitForURL('**/reference/shop/1/order');
    expect(await plain.getByRole('note').first().innerText()).toContain(
      'You are reading version 1; the current one is 2.',
    );
    await context.close();
  });

  it('stays on the operation as a living page does, and goes to the overview where there is no such operation', async () => {
    await page.goto(`${server.url}/reference/shop/order`, {waitUntil: 'networkidle'});
    await switchTo('1').click();
    await page.waitForURL('**/reference/shop/1/order');
    await switchTo('2').click();
    await page.waitForURL('**/reference/shop/order');
    await expect.poll(() => page.getByText('You are reading version').count()).toBe(0);
    await page.goto(`${server.url}/reference/shop/1/list-orders`);
    await switchTo('2').click();
    await page.waitForURL('**/reference/shop');
    expect(complaints).toEqual([]);
  });

  it('tells search engines of the current page, where there is one', () => {
    const canonical = (path: string): string[] =>
      [...read(path).matchAll(/<link[^>]*rel="?canonical"?[^>]*>/g)].map(
        ([tag]) => /href="?([^" >]*)/.exec(tag)?.[1] ?? '',
      );
    expect(canonical('reference/shop/1/order/index.html')).toEqual(['http://localhost/reference/shop/order']);
    expect(canonical('reference/shop/1/list-orders/index.html')).toEqual([
      'http://localhost/reference/shop/1/list-orders',
    ]);
  });

  it('keeps old versions out of search engines and the sitemap', () => {
    expect(read('reference/shop/1/order/index.html')).toMatch(/<meta[^>]*name="?robots"? content="?noindex/);
    expect(read('reference/shop/order/index.html')).not.toContain('noindex');
    const sitemap = read('sitemap.xml');
    expect(sitemap).toContain('http://localhost/reference/shop/order<');
    expect(sitemap).not.toContain('/reference/shop/1');
  });

  it('lists the API once in the sidebar of each version', () => {
    for (const path of ['reference/shop/order', 'reference/shop/1/order']) {
      expect(read(`${path}/index.html`).match(/>Overview<\//g)?.length, path).toBeGreaterThan(0);
    }
    expect(read('reference/shop/order/index.html')).not.toContain('href="/reference/shop/1/list-orders"');
  });

  it('tells what changed, from the overview on, the breaking changes in words', async () => {
    await page.goto(`${server.url}/reference/shop`);
    await page.getByRole('link', {name: 'From 1 to 2'}).click();
    await page.waitForURL('**/reference/shop/changes/1-to-2');
    const article = page.locator('article');
    // The address changes before the page does: its script is still on its way.
    await expect.poll(() => article.innerText()).toContain('3 changes, 3 of them breaking.');
    const text = await article.innerText();
    expect(text).toMatch(/Breaking\s*It moved from POST \/orders to POST \/purchases\./);
    expect(text).toMatch(/Breaking\s*body\.item\s*The property item is required now\./);
    expect(text).toContain('The operation GET /orders is gone.');
    await page.getByRole('link', {name: '/orders', exact: true}).click();
    await page.waitForURL('**/reference/shop/1/list-orders');
  });

  it('has a way back from pages that the sidebar does not list', async () => {
    const crumbs = page.getByRole('navigation', {name: 'Breadcrumbs'}).getByRole('listitem');
    await page.goto(`${server.url}/reference/shop/schemas/order`);
    expect(await crumbs.allInnerTexts()).toEqual(['', 'Schemas of Shop', 'Order']);
    await page.goto(`${server.url}/reference/shop/changes/1-to-2`);
    expect(await crumbs.allInnerTexts()).toEqual(['', 'Shop', 'Changes from 1 to 2']);
    await page.getByRole('navigation', {name: 'Breadcrumbs'}).getByRole('link', {name: 'Shop'}).click();
    await page.waitForURL('**/reference/shop');
  });

  it.each([
    'reference/shop',
    'reference/shop/1',
    'reference/shop/1/order',
    'reference/shop/changes/1-to-2',
    'reference/shop/schemas/order',
    'reference/shop/webhooks/order-paid',
  ])('%s fits a phone, is accessible and hydrates without complaint', async (path) => {
    complaints.length = 0;
    await page.goto(`${server.url}/${path}`, {waitUntil: 'networkidle'});
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // The colours of code are those that the bare site has, not ours.
    const rules = {'color-contrast': {enabled: !/order(?:-paid)?$/.test(path)}};
    expect(await findAccessibilityProblems(page, {rules})).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('has all of it as Markdown', () => {
    const changes = read('reference/shop/changes/1-to-2.md');
    expect(changes).toContain(
      '**Breaking:** [`body.item`](http://localhost/reference/shop/order.md) The property `item` is required now.',
    );
    expect(changes).toContain('http://localhost/reference/shop/1/list-orders.md');
    expect(read('reference/shop.md')).toContain('[From 1 to 2](http://localhost/reference/shop/changes/1-to-2.md)');
    expect(read('reference/shop/1/list-orders.md')).toContain('List the orders');
    expect(read('openapi/shop@1.yaml')).toContain('listOrders');
    expect(read('llms-full.txt')).not.toContain('Page: http://localhost/reference/shop/1');
  });

  it('makes forms for guides of the current version only', () => {
    expect(readFileSync(join(site.folder, 'src/generated/shop/index.ts'), 'utf8')).toContain('OrderForm');
    expect(() => readFileSync(join(site.folder, 'src/generated/shop@1/index.ts'))).toThrow(/ENOENT/);
  });
});
