import {gzipSync} from 'node:zlib';
import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

/** What the demo asks of a browser: no storage, and few bytes, only when they are needed. */

const siteUrl = inject('siteUrl');
const account = {'body.email': 'ada@example.com', 'body.password': 'Canary-7f3a-passphrase'};
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}`);
  return new FormPage(page, operation);
}

/** As a browser that blocks all storage: the very look at it throws. */
function forbidStorage(): void {
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  }
}

/** As a browser whose storage is there but takes and gives nothing. */
function breakStorage(): void {
  for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
    Storage.prototype[method] = () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    };
  }
}

describe.each([
  {name: 'forbidden', script: forbidStorage},
  {name: 'broken', script: breakStorage},
])('where storage is $name', ({script}) => {
  let complaints: string[];
  let requests: string[];

  beforeEach(async () => {
    await page.addInitScript(script);
    complaints = recordComplaints(page);
    requests = recordRequests(context);
  });

  afterEach(() => {
    // Docusaurus itself says once that it will not remember the colour mode. Nothing else may complain.
    expect(complaints.filter((complaint) => !/Docusaurus (?:browser )?storage/.test(complaint))).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(`${siteUrl}/`))).toEqual([]);
  });

  it('registers, gets its mail, goes on with the token, and is reset', async () => {
    const register = await open('doordeck/register');
    const works = await page.evaluate(() => {
      try {
        return sessionStorage.getItem('anything') === null;
      } catch {
        return false;
      }
    });
    expect(works).toBe(false);
    await register.fill(account);
    expect(await register.send()).toBe('200');
    expect(await page.getByRole('region', {name: /Mailbox/}).innerText()).toContain('ada@example.com');
    expect(await register.send()).toBe('409');

    await page.getByRole('button', {name: 'Reset demo'}).click();
    await expect.poll(() => page.getByRole('region', {name: /Mailbox/}).count()).toBe(0);
    expect(await register.send()).toBe('200');

    await page.getByRole('button', {name: 'Use for authorised requests'}).click();
    await page.getByRole('button', {name: 'Get user details'}).click();
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    expect(await details.send()).toBe('200');
    await expect.poll(() => details.result.innerText()).toContain('ada@example.com');
  });

  it('lets the language of the code and the server be chosen', async () => {
    const login = await open('doordeck/login');
    // The tabs are the theme's: until the page is alive a press on them does nothing.
    const python = page.getByRole('tab', {name: 'Python'});
    await expect
      .poll(async () => {
        await python.click();
        return python.getAttribute('aria-selected');
      })
      .toBe('true');
    await login.sendTo('http://127.0.0.1:9');
    await expect.poll(() => login.form.locator('[data-target] option:checked').innerText()).toContain('127.0.0.1:9');
    await login.form.locator('[data-target]').selectOption('demo');
    await login.fill({'body.email': 'alan@example.com', 'body.password': 'enigma-machine-1912'});
    expect(await login.send()).toBe('200');
  });
});

describe('the weight, in bytes of gzipped JavaScript', () => {
  it('of the form, of what typing needs and of sending is bounded, and each comes when it is first needed', async () => {
    const weight = weighScripts(page);
    const login = await open('doordeck/login');
    await weight.take();

    // The budget of design.md: what is added when the form wakes up.
    await login.form.hover({position: {x: 5, y: 5}});
    const form = await weight.take();
    expect(form).toBeGreaterThan(5_000);
    expect(form).toBeLessThan(45_000);

    // Reading what is typed, checks, the code of one language: 29 KB when this was written.
    await login.fill({'body.email': 'alan@example.com', 'body.password': 'enigma-machine-1912'});
    const code = page.getByRole('region', {name: 'Code and examples'});
    await expect.poll(() => code.innerText()).toContain('alan@example.com');
    expect(await weight.take()).toBeLessThan(32_000);

    // The budget of design.md: the engine, with sending and the view of the reply.
    expect(await login.send()).toBe('200');
    const engine = await weight.take();
    expect(engine).toBeGreaterThan(5_000);
    expect(engine).toBeLessThan(80_000);

    expect(await login.send()).toBe('200');
    expect(await weight.take()).toBe(0);
  });
});

/**
 * Weighs the scripts that a page loads; `take` gives what came since it was last called, once no more comes for a while:
 * nothing in a page tells that the last of its files is there. Prefetched ones do not count.
 */
function weighScripts(of: Page): {take: () => Promise<number>} {
  const seen = new Set<string>();
  let sizes: Promise<number>[] = [];
  let last = performance.now();
  const isScript = (address: string): boolean => new URL(address).pathname.endsWith('.js');
  of.on('request', (request) => {
    if (isScript(request.url())) last = performance.now();
  });
  of.on('response', (response) => {
    const address = response.url();
    const {'sec-purpose': purpose = ''} = response.request().headers();
    if (!isScript(address) || purpose.includes('prefetch') || seen.has(address)) return;
    seen.add(address);
    last = performance.now();
    sizes.push(response.body().then((body) => gzipSync(body, {level: 9}).length));
  });
  return {
    async take() {
      last = performance.now();
      while (performance.now() - last < 2000) await of.waitForTimeout(100);
      const taken = sizes;
      sizes = [];
      return (await Promise.all(taken)).reduce((sum, size) => sum + size, 0);
    },
  };
}
