import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser, recordComplaints, recordRequests, waitForScripts} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

/** The main job end to end, in the page alone: no test here may cause a request that is not for a file of the site. */

const siteUrl = inject('siteUrl');
const password = 'Canary-7f3a-passphrase';
let browser: Browser;
let context: BrowserContext;
let page: Page;
let requests: string[];
let complaints: string[];

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
  complaints = recordComplaints(page);
});

afterEach(async () => {
  expect(requests.filter((address) => !address.startsWith(`${siteUrl}/`))).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
  await context.close();
});

async function open(operation: string): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}`);
  return new FormPage(page, operation);
}

describe('Doordeck', () => {
  it('registers, meets the pending invite, answers it with force, and asks for the account with the token', async () => {
    const register = await open('doordeck/register');
    await register.fill({'body.email': 'grace@example.com', 'body.password': password, 'body.displayName': 'Grace'});
    expect(await register.send()).toBe('409');
    await expect.poll(() => register.result.innerText()).toContain('an invite is pending');
    expect(await register.field('body.email').inputValue()).toBe('grace@example.com');
    expect(await register.field('body.password').inputValue()).toBe(password);

    await page.getByRole('button', {name: 'Retry with force'}).click();
    expect(await register.field('query.force').isChecked()).toBe(true);
    expect(await register.field('body.email').inputValue()).toBe('grace@example.com');
    expect(await register.send()).toBe('200');
    const reply = await register.result.innerText();
    expect(reply).toContain('Matches the documented schema.');
    expect(reply).toMatch(/expires? in/i);
    const token = await page.getByLabel('authToken', {exact: true}).inputValue();
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {email: string};
    expect(claims.email).toBe('grace@example.com');

    const mailbox = page.getByRole('region', {name: /^Mailbox/});
    expect(await mailbox.innerText()).toContain('grace@example.com');

    await page.getByRole('button', {name: 'Use for authorised requests'}).click();
    await page.getByRole('button', {name: 'Get user details'}).click();
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    expect(await details.send()).toBe('200');
    await expect.poll(() => details.result.innerText()).toContain('grace@example.com');
    expect(page.url()).not.toContain(token);
  });

  it('refuses an address that has an account, with and without force', async () => {
    const register = await open('doordeck/register');
    await register.fill({'body.email': 'ada@example.com', 'body.password': password});
    expect(await register.send()).toBe('200');
    expect(await register.send()).toBe('409');
    await register.field('query.force').check();
    expect(await register.send()).toBe('409');
  });

  it('logs in with the account that the demo knows, and refuses a wrong password', async () => {
    const login = await open('doordeck/login');
    await page.getByRole('button', {name: 'A wrong password'}).click();
    expect(await login.send()).toBe('401');
    await page.getByRole('button', {name: 'An existing account'}).click();
    expect(await login.send()).toBe('200');
  });

  it('says what is missing for an authorised call, and sends it anyway when told to', async () => {
    const details = await open('doordeck/get-user-details');
    expect(await details.send()).toBe('invalid');
    await page.getByRole('button', {name: 'Send anyway'}).click();
    await expect.poll(() => details.result.getAttribute('data-status')).toBe('401');
  });

  it('keeps its data over a page load and forgets it with "Reset demo"', async () => {
    let register = await open('doordeck/register');
    await register.fill({'body.email': 'ada@example.com', 'body.password': password});
    expect(await register.send()).toBe('200');
    register = await open('doordeck/register');
    await register.fill({'body.email': 'ada@example.com', 'body.password': password});
    expect(await register.send()).toBe('409');
    await page.getByRole('button', {name: 'Reset demo'}).click();
    await expect.poll(() => register.result.count()).toBe(0);
    expect(await register.send()).toBe('200');
  });
});

describe('Coindroids', () => {
  const player = {
    'body.username': 'Countess',
    'body.email': 'ada@example.com',
    'body.password': password,
    'body.password#confirm': password,
    'body.invite_code': '37764f2a-da1b-40ea-a054-ef1c8021196a',
  };

  it('signs up with an invite code, gets the token, and renews it with identify', async () => {
    const register = await open('coindroids/register');
    await register.fill(player);
    expect(await register.send()).toBe('200');
    expect(await register.form.getAttribute('data-state')).toBe('done');
    const first = await page.getByLabel('token', {exact: true}).inputValue();

    await page.getByRole('button', {name: 'Identify', exact: true}).click();
    await page.waitForURL('**/reference/coindroids/identify*');
    const identify = new FormPage(page, 'coindroids/identify');
    expect(await identify.send()).toBe('200');
    const second = await page.getByLabel('token', {exact: true}).inputValue();
    expect(second).not.toBe(first);
    await expect.poll(() => identify.result.innerText()).toContain('Countess');
  });

  it('shows the errors of the API at their fields', async () => {
    const register = await open('coindroids/register');
    await register.fill({...player, 'body.invite_code': '00000000-0000-4000-8000-000000000000'});
    expect(await register.send()).toBe('200');
    expect(await register.form.getAttribute('data-state')).toBe('failed');
    expect(await register.message('body.invite_code')).toContain('invalid');
    await register.fill({'body.invite_code': player['body.invite_code'], 'body.username': 'satoshi'});
    await register.send();
    expect(await register.message('body.username')).not.toBe('');
    expect(await register.message('body.invite_code')).toBe('');
  });

  it('checks the repeated password, the user name and the invite code before anything is sent', async () => {
    const register = await open('coindroids/register');
    await register.fill({...player, 'body.username': 'two words', 'body.password#confirm': 'other'});
    await register.fill({'body.invite_code': 'not-a-uuid'});
    expect(await register.send()).toBe('invalid');
    expect(await register.message('body.username')).toMatch(/\.$/);
    expect(await register.message('body.password#confirm')).toBe('The two entries differ.');
    expect(await register.message('body.invite_code')).toMatch(/\.$/);
    expect(await register.field('body.username').evaluate((input) => input === document.activeElement)).toBe(true);
  });

  it('says what is wrong when a field is left, and takes it back when it is mended', async () => {
    const register = await open('coindroids/register');
    await register.field('body.email').fill('not an address');
    await register.field('body.username').focus();
    await expect.poll(() => register.message('body.email')).toMatch(/\.$/);
    await register.field('body.email').fill('ada@example.com');
    await expect.poll(() => register.message('body.email')).toBe('');
  });
});

describe('the form', () => {
  it('loses nothing that is typed and pressed before its live part is there', async () => {
    await context.route('**/*.js', async (route) => {
      // The live part comes late: everything that is loaded after the first touch waits a second.
      if (await page.evaluate(() => document.body.dataset['touched'] === 'yes').catch(() => false)) {
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      await route.continue();
    });
    const register = await open('doordeck/register');
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      document.body.dataset['touched'] = 'yes';
    });
    await register.fill({'body.email': 'ada@example.com', 'body.password': password});
    expect(await register.send()).toBe('200');
    await expect.poll(() => register.result.innerText()).toContain('Matches the documented schema.');
  });

  it('masks secrets in the code until they are asked for, and leaves them nowhere else', async () => {
    const register = await open('doordeck/register');
    await register.fill({
      'body.email': 'ada@example.com',
      'body.password': password,
      'body.displayName': 'Ada "L" $HOME',
    });
    const code = page.getByRole('region', {name: 'Code and examples'});
    await expect.poll(() => code.innerText()).toContain('ada@example.com');
    expect(await code.innerText()).toContain('YOUR_PASSWORD');
    expect(await code.innerText()).not.toContain(password);
    expect(await register.send()).toBe('200');

    const places = await page.evaluate(() => ({
      url: location.href,
      title: document.title,
      local: JSON.stringify({...localStorage}),
      session: JSON.stringify({...sessionStorage}),
      history: JSON.stringify(history.state),
    }));
    expect(JSON.stringify(places)).not.toContain(password);
    expect(requests.join('\n')).not.toContain(password);

    await page.getByLabel('Show secrets in the code').check();
    await expect.poll(() => code.innerText()).toContain(password);
  });

  it('reveals a password and hides it again', async () => {
    const login = await open('doordeck/login');
    await login.field('body.password').fill(password);
    expect(await login.field('body.password').getAttribute('type')).toBe('password');
    await login.form.getByRole('button', {name: 'Show Password'}).click();
    expect(await login.field('body.password').getAttribute('type')).toBe('text');
    await login.form.getByRole('button', {name: 'Hide Password'}).click();
    expect(await login.field('body.password').getAttribute('type')).toBe('password');
  });

  it('can be filled, sent and followed with the keyboard alone', async () => {
    const login = await open('doordeck/login');
    await login.field('body.email').focus();
    await page.keyboard.type('alan@example.com');
    await page.keyboard.press('Tab');
    await page.keyboard.type('enigma-machine-1912');
    await page.keyboard.press('Enter');
    expect(await login.status()).toBe('200');
    await page.getByRole('button', {name: 'Get user details'}).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    await expect.poll(() => details.submit.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await details.status()).toBe('200');
  });

  it('remembers the language of the code over pages', async () => {
    await open('doordeck/register');
    await waitForScripts(page);
    await page.getByRole('tab', {name: 'Python'}).click();
    await open('coindroids/register');
    await expect.poll(() => page.getByRole('tab', {name: 'Python'}).getAttribute('aria-selected')).toBe('true');
  });
});
