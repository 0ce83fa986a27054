import type {ServerResponse} from 'node:http';
import type {Browser, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, expect, inject, it} from 'vitest';
import {launchBrowser} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {startServer, type LoopbackServer} from '../support/servers.ts';

/** What becomes of one call to a server that answers in pieces, at length, elsewhere, or without leave. */

let browser: Browser;
let page: Page;
let server: LoopbackServer;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  page = await browser.newPage({viewport: {width: 1440, height: 1000}});
});

afterEach(async () => {
  await page.close();
  await server.close();
});

async function sendLogin(): Promise<FormPage> {
  await page.goto(`${inject('siteUrl')}/reference/doordeck/login`);
  const login = new FormPage(page, 'doordeck/login');
  await login.sendTo(server.url);
  await login.fill({'body.email': 'ada@example.com', 'body.password': 'canary-password-1'});
  await login.submit.click();
  await login.confirm();
  return login;
}

it.each([
  ['text/event-stream', 'data: {"n":1}\n\ndata: {"n":2}\n\n', '2 events'],
  ['application/x-ndjson', '{"n":1}\n{"n":2}\n', '2 items'],
])('a reply of %s is shown as it arrives, and a cancel keeps it', async (mediaType, text, count) => {
  server = await startServer((request, response) => {
    permitAll(response);
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    response.writeHead(200, {'content-type': mediaType});
    response.write(text);
  });
  const login = await sendLogin();
  await page.locator('[data-arriving]').getByText(`${count} so far`).waitFor();
  expect(await login.form.getAttribute('data-state')).toBe('sending');
  await login.form.getByRole('button', {name: 'Cancel'}).click();
  expect(await login.status()).toBe('cancelled');
  await expect.poll(() => login.result.innerText()).toContain('What had arrived');
  await login.result.getByText(count, {exact: true}).waitFor();
  await login.result.getByText('{"n":2}').click();
  await login.result.getByRole('treeitem', {name: 'n: 2'}).waitFor();
});

it('a reply of 20 MB is shown and searched without a parse in the page', async () => {
  const rows = Array.from({length: 100_000}, (_, id) => ({id, name: `Name ${id}`, text: 'x'.repeat(160), big: 0.1}));
  const text = JSON.stringify({rows});
  server = await startServer((request, response) => {
    permitAll(response);
    if (request.method === 'OPTIONS') response.end();
    else response.writeHead(200, {'content-type': 'application/json'}).end(text);
  });
  await page.addInitScript(() => {
    const parse = JSON.parse.bind(JSON);
    JSON.parse = (given, ...more: []) => {
      const {longest} = document.documentElement.dataset;
      document.documentElement.dataset['longest'] = String(Math.max(Number(longest ?? 0), given.length));
      return parse(given, ...more) as unknown;
    };
  });
  const login = await sendLogin();
  expect(await login.status()).toBe('200');
  await page.getByRole('tree', {name: 'Body'}).waitFor();
  await page.getByRole('searchbox', {name: 'Search in the body'}).fill('name 99999');
  await page.getByText('/rows/99999/name', {exact: true}).waitFor();
  expect(Number(await page.locator('html').getAttribute('data-longest'))).toBeLessThan(1_000_000);
});

it('names the header that the preflight does not permit', async () => {
  server = await startServer((request, response) => {
    permitAll(response);
    response.setHeader('access-control-allow-headers', 'accept');
    response.end();
  });
  const login = await sendLogin();
  expect(await login.status()).toBe('network-error');
  expect(await login.result.getAttribute('data-reason')).toBe('preflight');
  await expect.poll(() => login.result.innerText()).toContain('Access-Control-Allow-Headers: content-type');
});

it('tells a redirect', async () => {
  server = await startServer((request, response) => {
    permitAll(response);
    if (request.url === '/') response.end();
    else response.writeHead(307, {location: 'http://127.0.0.1:1/elsewhere'}).end();
  });
  const login = await sendLogin();
  expect(await login.status()).toBe('network-error');
  expect(await login.result.getAttribute('data-reason')).toBe('redirect');
});

it('tells a policy of the page that stands in the way', async () => {
  server = await startServer((_request, response) => {
    permitAll(response);
    response.end('{}');
  });
  await page.route('**/reference/doordeck/login*', async (route) => {
    const response = await route.fetch();
    const headers = {...response.headers(), 'content-security-policy': "connect-src 'self'"};
    await route.fulfill({response, headers});
  });
  const login = await sendLogin();
  expect(await login.status()).toBe('network-error');
  expect(await login.result.getAttribute('data-reason')).toBe('policy');
  expect(server.requests).toEqual([]);
});

it('keeps what was sent for the tab, without secrets, to compare and to fill in again', async () => {
  let calls = 0;
  server = await startServer((request, response) => {
    permitAll(response);
    if (request.method === 'OPTIONS') {
      response.end();
      return;
    }
    calls++;
    response.writeHead(calls === 1 ? 401 : 200, {'content-type': 'application/json'});
    response.end(JSON.stringify({code: calls, echo: 'canary-password-1'}));
  });
  const login = await sendLogin();
  await login.status();
  await login.fill({'body.password': 'canary-password-2'});
  await login.send();
  await page.getByText('History (2)').click();
  const history = page.getByRole('region', {name: /^History/});
  await history.getByRole('checkbox').nth(1).waitFor();
  for (const box of await history.getByRole('checkbox').all()) await box.check();
  const comparison = history.getByRole('region', {name: 'Comparison'});
  await comparison.getByRole('row', {name: 'body /code 1 2'}).waitFor();
  await history
    .getByRole('button', {name: /^Look at/})
    .last()
    .click();
  await history.getByRole('treeitem', {name: 'echo: "••••••"'}).waitFor();
  expect(await history.innerHTML()).not.toContain('canary-password');
  await history
    .getByRole('button', {name: /^Fill in again/})
    .last()
    .click();
  await expect.poll(() => login.field('body.password').inputValue()).toBe('canary-password-1');
  await login.form.getByRole('button', {name: 'Clear', exact: true}).click();
  await expect.poll(() => login.field('body.password').inputValue()).toBe('');
  expect(await login.result.count()).toBe(0);
});

function permitAll(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', '*');
  response.setHeader('access-control-allow-headers', 'accept, content-type');
}
