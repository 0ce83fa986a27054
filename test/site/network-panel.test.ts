import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser, recordRequests} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

/** What a reader can do beside the target of a form: simulate, and see the demo's calls in the network panel. */

const siteUrl = inject('siteUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  requests = recordRequests(context);
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}`);
  const form = new FormPage(page, operation);
  await form.form.locator('[data-field]').first().focus();
  // How a form takes over what is pressed before it is awake is in waking-form.test.ts.
  await page.locator('form ~ div [role="status"]').first().waitFor({state: 'attached'});
  return form;
}

const registrations = (): Promise<number> =>
  page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length));
const toApi = (): string[] => requests.filter((address) => address.startsWith('https://api.doordeck.com/'));
const alan = {'body.email': 'alan@example.com', 'body.password': 'enigma-machine-1912'};

describe('the network panel', () => {
  it('shows the calls of the demo while it is switched on, answers the console, and leaves nothing behind', async () => {
    const login = await open('doordeck/login');
    const box = page.getByLabel('Show demo calls in the browser’s network panel');
    await login.fill(alan);
    expect(await login.send()).toBe('200');
    expect(await registrations()).toBe(0);
    expect(toApi()).toEqual([]);

    await box.check();
    await page.getByText('are answered by the demo').waitFor();
    expect(await registrations()).toBe(1);
    expect(await login.send()).toBe('200');
    expect(toApi()).toEqual(['https://api.doordeck.com/auth/token']);

    const [status, reply] = await page.evaluate(async () => {
      const response = await fetch('https://api.doordeck.com/auth/token', {
        method: 'POST',
        headers: {Accept: 'application/vnd.doordeck.api-v2+json', 'Content-Type': 'application/json'},
        body: JSON.stringify({email: 'alan@example.com', password: 'enigma-machine-1912'}),
      });
      return [response.status, (await response.json()) as {authToken: string}] as const;
    });
    expect(status).toBe(200);
    expect(JSON.parse(Buffer.from(reply.authToken.split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      iss: 'demo',
    });

    // The site's own files are no business of the worker's.
    const fromWorker: boolean[] = [];
    page.on('response', (response) => {
      if (response.url().startsWith(siteUrl)) fromWorker.push(response.fromServiceWorker());
    });
    await page.evaluate(() => fetch('/openapi/doordeck.json').then((response) => response.text()));
    expect(fromWorker).toEqual([false]);

    await box.uncheck();
    await expect.poll(registrations).toBe(0);
    const before = toApi().length;
    expect(await login.send()).toBe('200');
    expect(toApi()).toHaveLength(before);
  });

  it('keeps a send in the page when the worker is not in control', async () => {
    const login = await open('doordeck/login');
    await page.getByLabel('Show demo calls in the browser’s network panel').check();
    await page.getByText('are answered by the demo').waitFor();
    // As a browser that has stopped the worker and lost it: nobody answers the handshake.
    await page.evaluate(() => {
      ServiceWorker.prototype.postMessage = () => undefined;
    });
    await login.fill(alan);
    expect(await login.send()).toBe('200');
    expect(toApi()).toEqual([]);
  });
});

describe('simulate', () => {
  it('shows a documented response, says so, and is taken off with one press', async () => {
    const login = await open('doordeck/login');
    await login.fill(alan);
    const select = login.form.locator('[data-simulate]');
    await select.selectOption({label: '403 Forbidden'});
    await login.form.getByText('Simulating: 403').waitFor();
    expect(await login.send()).toBe('403');
    expect(await page.locator('[data-result]').innerText()).toContain('another identity provider');
    await login.form.getByRole('button', {name: 'Stop simulating'}).click();
    expect(await login.send()).toBe('200');
  });

  it('shows how a form copes when the network fails', async () => {
    const login = await open('doordeck/login');
    await login.fill(alan);
    const select = login.form.locator('[data-simulate]');
    const result = page.locator('[data-result]');
    await select.selectOption('offline');
    expect(await login.send()).toBe('network-error');
    await expect.poll(() => result.innerText()).toContain('offline');
    await select.selectOption('malformed');
    await login.submit.click();
    await expect.poll(() => result.getAttribute('data-status')).toBe('200');
    await expect.poll(() => result.innerText()).toMatch(/not the JSON|is not/);
    await select.selectOption('dropped');
    await login.submit.click();
    await expect.poll(() => result.getAttribute('data-status')).toBe('network-error');
    await select.selectOption('slow');
    await login.submit.click();
    await login.form.getByRole('button', {name: 'Cancel'}).click();
    await expect.poll(() => result.getAttribute('data-status')).toBe('cancelled');
    expect(toApi()).toEqual([]);
  });
});
