import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {launchBrowser, waitForScripts} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {oauthClient, oauthUser} from '../support/oauth-server.ts';
import {startSecuredSite, type SecuredSite} from '../support/secured-site.ts';

/**
 * A canary in every kind of secret: it may stand in the control that it was typed into and in the request that needs it,
 * and nowhere else. Every secret of the provider on loopback begins with the same word.
 */
const canary = 'CANARY';

let site: SecuredSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let said: string[];
/** Addresses that any page asked for or stood at, with those of the callback. */
let addresses: string[];

beforeAll(async () => {
  site = await startSecuredSite();
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}, permissions: ['clipboard-read']});
  said = [];
  addresses = [];
  context.on('console', (message) => said.push(message.text()));
  context.on('request', (request) => addresses.push(request.url()));
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string, target: 'demo' | 'live'): Promise<FormPage> {
  await page.goto(`${site.url}/reference/vault/${operation}`);
  await waitForScripts(page);
  const form = new FormPage(page, `vault/${operation}`);
  if (target === 'demo') await form.form.locator('[data-target]').selectOption('demo');
  return form;
}

async function sendIt(form: FormPage): Promise<void> {
  await form.submit.click();
  const question = page.getByRole('button', {name: 'Send real data'});
  await Promise.race([question.waitFor(), form.result.waitFor()]);
  if (await question.isVisible()) await question.click();
  expect(await form.status()).toBe('200');
}

/** Every place where a secret could lie about. */
async function expectNoCanary(): Promise<void> {
  const places = await page.evaluate(() => ({
    address: location.href,
    title: document.title,
    history: JSON.stringify(history.state),
    local: JSON.stringify({...localStorage}),
    session: JSON.stringify({...sessionStorage}),
    cookies: document.cookie,
    windowName: window.name,
    text: document.body.innerText,
    attributes: [...document.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].map((attribute) => `${element.tagName} ${attribute.name}=${attribute.value}`),
    ),
    plainInputs: [...document.querySelectorAll('input, textarea, select')].flatMap((control) =>
      control instanceof HTMLInputElement && control.type !== 'password' ? [`${control.name}=${control.value}`] : [],
    ),
  }));
  for (const [place, content] of Object.entries(places)) {
    const found = [content].flat().filter((text) => text.includes(canary));
    expect(found, place).toEqual([]);
  }
  const databases = await page.evaluate(async () => (await indexedDB.databases()).map(({name}) => name));
  expect(databases).toEqual([]);
  expect(said.filter((text) => text.includes(canary))).toEqual([]);
  expect(
    addresses
      .filter((url) => url.startsWith(site.url) && new URL(url).pathname !== '/oauth-callback.html')
      .filter((url) => url.includes(canary)),
  ).toEqual([]);
}

/** What a link to the request holds is encoded, so that looking for the word in its text alone would find nothing. */
async function expectNoCanaryInLink(form: FormPage): Promise<void> {
  await form.form.getByRole('button', {name: 'Copy link to this request'}).click();
  const link = await page.getByLabel('Link to this request').inputValue();
  const payload = link.split('#try=1.')[1] ?? '';
  expect(payload).not.toBe('');
  expect(Buffer.from(payload, 'base64url').toString()).not.toContain(canary);
  await expectNoCanary();
}

describe.each(['demo', 'live'] as const)('typed, with calls to %s', (target) => {
  it.each([
    ['basic', {'authorization.basic': 'ada', 'authorization.basic.password': `${canary}-password`}],
    ['bearer', {'authorization.bearer': `${canary}-token`}],
    ['key-header', {'authorization.keyHeader': `${canary}-key`}],
    ['key-query', {'authorization.keyQuery': `${canary}-key`}],
    ['key-cookie', {'authorization.keyCookie': `${canary}-key`}],
    ['oauth', {'authorization.oauth': `${canary}-token`}],
  ])('%s leaves its secret nowhere', async (operation, values) => {
    const form = await open(operation, target);
    await form.fill(values);
    await expectNoCanary();
    await sendIt(form);
    await expectNoCanary();
    await expectNoCanaryInLink(form);
    const network = addresses.filter((url) => url.includes(canary));
    // A key in the query is in the address of the call itself, as the API wants it; the demo sends nothing.
    expect(network.every((url) => target === 'live' && url.startsWith(`${site.api.url}/api/keyQuery?`))).toBe(true);
    await page.getByRole('button', {name: 'Forget all credentials'}).click();
    for (const name of Object.keys(values)) expect(await form.field(name).inputValue()).toBe('');
  });
});

describe('got with OAuth', () => {
  async function openFlow(form: FormPage, way: string): Promise<void> {
    await form.form.getByRole('button', {name: 'Get a token …'}).click();
    await form.form.getByLabel('Way').selectOption({label: way});
    await form.form.getByLabel('Client ID').fill(oauthClient.id);
  }

  const token = (form: FormPage) => form.field('authorization.oauth');

  it.each(['Sign in (authorization code with PKCE)', 'Sign in (implicit)'])('%s', async (way) => {
    const form = await open('oauth', 'live');
    await openFlow(form, way);
    const opened = context.waitForEvent('page');
    await form.form.getByRole('button', {name: 'Sign in', exact: true}).click();
    const provider = await opened;
    await provider.getByRole('link', {name: 'Allow'}).waitFor();
    expect(await provider.evaluate(() => window.opener === null)).toBe(true);
    const closed = provider.waitForEvent('close');
    await provider.getByRole('link', {name: 'Allow'}).click();
    await closed;
    await expect.poll(() => token(form).inputValue()).toContain(canary);
    await expectNoCanary();
    await sendIt(form);
    await expectNoCanary();
  });

  it('client credentials, and a password', async () => {
    const form = await open('oauth', 'live');
    await openFlow(form, 'As an application (client credentials)');
    await form.form.getByRole('textbox', {name: /^Client secret/}).fill(oauthClient.secret);
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    await expect.poll(() => token(form).inputValue()).toContain(canary);
    await expectNoCanary();
    await form.form.getByLabel('Way').selectOption({label: 'With user name and password'});
    await form.form.getByLabel('User name', {exact: true}).fill(oauthUser.name);
    await form.form.getByLabel('Password', {exact: true}).fill(oauthUser.password);
    await expectNoCanary();
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    await expect.poll(() => site.api.last('/token')?.form['grant_type']).toBe('password');
    await expectNoCanary();
    await sendIt(form);
    await page.getByRole('button', {name: 'Renew oauth'}).click();
    await expect.poll(() => site.api.last('/token')?.form['grant_type']).toBe('refresh_token');
    await expectNoCanary();
  });

  it('keeps nothing of a callback in its address or its history', async () => {
    await page.goto(`${site.url}/oauth-callback.html?code=${canary}&state=${canary}`);
    await page.getByText('No page of this site waits').waitFor();
    await expectNoCanary();
    await page.reload();
    await expectNoCanary();
    expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2);
  });

  it('is gone with the tab', async () => {
    const form = await open('oauth', 'live');
    await form.fill({'authorization.oauth': `${canary}-token`});
    await page.reload();
    await form.form.locator('[data-target]').first().hover();
    expect(await token(form).inputValue()).toBe('');
    expect(JSON.stringify(await context.storageState())).not.toContain(canary);
  });
});
