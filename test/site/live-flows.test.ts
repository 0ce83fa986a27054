import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import type {DemoServer} from '../../scripts/demo-server.ts';
import {launchBrowser} from '../support/browser.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {FormPage} from '../support/form-page.ts';
import {findRefusedUrl, startFailingServer, type Failure} from '../support/servers.ts';

/** The same forms against real HTTP servers on loopback: one that behaves, and all that do not. */

const siteUrl = inject('siteUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let api: DemoServer;
/** Method and path of each call that the page made to the demo API: `POST /doordeck/auth/register`. */
let calls: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  api = await startDemoApi();
});

afterAll(async () => {
  await browser.close();
  await api.close();
});

beforeEach(async () => {
  api.reset();
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  calls = [];
  context.on('request', (request) => {
    if (request.url().startsWith(api.url)) calls.push(`${request.method()} ${request.url().slice(api.url.length)}`);
  });
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string, server: string): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}`);
  const form = new FormPage(page, operation);
  await form.sendTo(server);
  return form;
}

describe('a server that behaves', () => {
  it('registers, retries with force and shows the account, after one warning that this is real', async () => {
    const register = await open('doordeck/register', api.urlOf('doordeck'));
    await register.fill({'body.email': 'grace@example.com', 'body.password': 'a-live-password'});
    await register.submit.click();
    expect(await page.getByRole('alertdialog').innerText()).toContain(api.urlOf('doordeck'));
    expect(calls).toEqual([]);
    await register.confirm();
    expect(await register.status()).toBe('409');
    await page.getByRole('button', {name: 'Retry with force'}).click();
    expect(await register.send()).toBe('200');
    await expect.poll(() => register.result.innerText()).toContain('Matches the documented schema.');
    await page.getByRole('button', {name: 'Get user details'}).click();
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    expect(await details.send()).toBe('200');
    await expect.poll(() => details.result.innerText()).toContain('grace@example.com');
    expect(calls).toEqual([
      'POST /doordeck/auth/register',
      'POST /doordeck/auth/register?force=true',
      'GET /doordeck/account',
    ]);
  });

  it('signs a player up and identifies them', async () => {
    const register = await open('coindroids/register', api.urlOf('coindroids'));
    await page.getByRole('button', {name: 'A new player'}).click();
    await register.submit.click();
    await register.confirm();
    expect(await register.status()).toBe('200');
    await page.getByRole('button', {name: 'Identify', exact: true}).click();
    await page.waitForURL('**/reference/coindroids/identify*');
    expect(await new FormPage(page, 'coindroids/identify').send()).toBe('200');
  });

  it('sends nothing when the reader does not agree', async () => {
    const login = await open('doordeck/login', api.urlOf('doordeck'));
    await page.getByRole('button', {name: 'An existing account'}).click();
    await login.submit.click();
    await page.getByRole('button', {name: 'Do not send'}).click();
    expect(await login.form.getAttribute('data-state')).toBe('idle');
    expect(calls).toEqual([]);
  });

  it('remembers the server over visits, and nothing else', async () => {
    await open('doordeck/login', api.urlOf('doordeck'));
    await page.reload();
    const login = new FormPage(page, 'doordeck/login');
    await expect.poll(() => login.form.locator('[data-target]').inputValue()).toBe(api.urlOf('doordeck'));
  });

  it('never gives the credential of one server to another', async () => {
    const login = await open('doordeck/login', api.urlOf('doordeck'));
    await page.getByRole('button', {name: 'An existing account'}).click();
    await login.submit.click();
    await login.confirm();
    expect(await login.status()).toBe('200');
    await page.getByRole('button', {name: 'Get user details'}).click();
    const details = new FormPage(page, 'doordeck/get-user-details');
    await expect.poll(() => details.field('authorization.bearerAuth').inputValue()).not.toBe('');
    await details.form.locator('[data-target]').selectOption('demo');
    await expect.poll(() => details.field('authorization.bearerAuth').inputValue()).toBe('');
  });
});

describe('a server that does not', () => {
  const typed = {'body.email': 'ada@example.com', 'body.password': 'still-here-afterwards'};

  async function sendTo(server: string): Promise<FormPage> {
    const register = await open('doordeck/register', server);
    await register.fill(typed);
    await register.submit.click();
    await register.confirm();
    return register;
  }

  async function expectUsable(register: FormPage): Promise<void> {
    for (const [name, value] of Object.entries(typed)) expect(await register.field(name).inputValue()).toBe(value);
    expect(await register.submit.isEnabled()).toBe(true);
  }

  it('refused connection: says that nothing answers there', async () => {
    const url = await findRefusedUrl();
    const register = await sendTo(url);
    expect(await register.status()).toBe('network-error');
    await expect.poll(() => register.result.innerText()).toContain(`${url} does not answer`);
    await expectUsable(register);
  });

  it.each<[Failure, string, RegExp]>([
    ['no-cors', 'network-error', /Access-Control-Allow-Origin/i],
    ['html-500', '500', /Differs from the documentation/],
    ['invalid-json', '200', /it is not/],
    ['empty-204', '204', /Differs from the documentation/],
    ['large-json', '200', /5\.\d MB/],
    ['cut-off', 'network-error', /was cut off[\s\S]*What had arrived[\s\S]*"authToken"/],
  ])('%s: ends as %s with a clear message', async (failure, status, message) => {
    const server = await startFailingServer(failure);
    try {
      const register = await sendTo(server.url);
      expect(await register.status()).toBe(status);
      // What shows the body of a reply is loaded when there is one.
      await expect.poll(() => register.result.innerText()).toMatch(message);
      await expectUsable(register);
    } finally {
      await server.close();
    }
  });

  it('runs no script of a reply', async () => {
    const server = await startFailingServer('html-500');
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts++;
      void dialog.dismiss();
    });
    try {
      const register = await sendTo(server.url);
      await register.status();
      await expect.poll(() => register.result.innerText()).toContain('<script>alert(1)</script>');
      expect(alerts).toBe(0);
    } finally {
      await server.close();
    }
  });

  it('never answers: can be cancelled, sends once however often the button is pressed, and times out by itself', async () => {
    const server = await startFailingServer('never-answers');
    try {
      await page.clock.install();
      const register = await sendTo(server.url);
      await expect.poll(() => register.form.getAttribute('data-state')).toBe('sending');
      await register.form.evaluate((form: HTMLFormElement) => form.requestSubmit());
      expect(server.requests.filter((line) => line.startsWith('POST')).length).toBeLessThanOrEqual(1);
      await register.form.getByRole('button', {name: 'Cancel'}).click();
      expect(await register.status()).toBe('cancelled');
      await expectUsable(register);

      await register.submit.click();
      await expect.poll(() => register.form.getAttribute('data-state')).toBe('sending');
      await page.clock.fastForward(31_000);
      expect(await register.status()).toBe('timeout');
      await expect.poll(() => register.result.innerText()).toContain('30 seconds');
      await expectUsable(register);
    } finally {
      await server.close();
    }
  });
});
