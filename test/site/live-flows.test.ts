import type {ServerResponse} from 'node:http';
import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import type {DemoServer} from '../../scripts/demo-server.ts';
import {launchBrowser} from '../support/browser.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {FormPage} from '../support/form-page.ts';
import {
  findRefusedUrl,
  startFailingServer,
  startServer,
  type Failure,
  type LoopbackServer,
} from '../support/servers.ts';

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

describe('a reply on its way', () => {
  let server: LoopbackServer;

  afterEach(async () => {
    await server.close();
  });

  async function sendLogin(): Promise<FormPage> {
    const login = await open('doordeck/login', server.url);
    await login.fill({'body.email': 'ada@example.com', 'body.password': 'canary-password-1'});
    await login.submit.click();
    await login.confirm();
    return login;
  }

  it.each([
    ['text/event-stream', 'data: {"n":1}\n\ndata: {"n":2}\n\n', '2 events'],
    ['application/x-ndjson', '{"n":1}\n{"n":2}\n', '2 items'],
  ])('%s is shown as it arrives, and a cancel keeps it', async (mediaType, text, count) => {
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

  it('of 20 MB is shown and searched without a parse in the page', async () => {
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
    const login = await open('doordeck/login', server.url);
    await login.fill({'body.email': 'ada@example.com', 'body.password': 'canary-password-1'});
    await login.submit.click();
    await login.confirm();
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
});

function permitAll(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', '*');
  response.setHeader('access-control-allow-headers', 'accept, content-type');
}
