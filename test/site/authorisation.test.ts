import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {oauthClient, oauthUser} from '../support/oauth-server.ts';
import {startSecuredSite, type SecuredSite} from '../support/secured-site.ts';

/** Every kind of security scheme against a real provider and a real API on loopback. */

let site: SecuredSite;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await startSecuredSite();
  browser = await launchBrowser();
}, 180_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string): Promise<FormPage> {
  await page.goto(`${site.url}/reference/vault/${operation}`);
  const form = new FormPage(page, `vault/${operation}`);
  await form.form.locator('[data-target]').first().hover();
  return form;
}

/** Sends for real and gives what the API got. */
async function sendReal(form: FormPage, path: string) {
  await form.submit.click();
  const question = page.getByRole('button', {name: 'Send real data'});
  await Promise.race([question.waitFor(), form.result.waitFor()]);
  if (await question.isVisible()) await question.click();
  expect(await form.status()).toBe('200');
  return site.api.last(path);
}

async function openFlow(form: FormPage, way?: string): Promise<void> {
  await form.form.getByRole('button', {name: 'Get a token …'}).click();
  if (way !== undefined) await form.form.getByLabel('Way').selectOption({label: way});
  await form.form.getByLabel('Client ID').fill(oauthClient.id);
}

/** Signs in at the provider's page, in the window that the button opens. */
async function signIn(form: FormPage, link: 'Allow' | 'Deny' = 'Allow'): Promise<void> {
  const opened = context.waitForEvent('page');
  await form.form.getByRole('button', {name: 'Sign in', exact: true}).click();
  const provider = await opened;
  const closed = provider.waitForEvent('close');
  await provider.getByRole('link', {name: link}).click();
  await closed;
}

const token = (form: FormPage, scheme = 'oauth') => form.field(`authorization.${scheme}`);

describe('OAuth 2.0', () => {
  it('signs in with authorization code and PKCE, sends the token, renews it', async () => {
    const form = await open('oauth');
    await openFlow(form);
    expect(await form.form.getByRole('checkbox', {name: /read/}).isChecked()).toBe(true);
    expect(await form.form.getByRole('checkbox', {name: /write/}).isChecked()).toBe(false);
    await form.form.getByRole('checkbox', {name: /write/}).check();
    await signIn(form);
    await expect.poll(() => token(form).inputValue()).toMatch(/^CANARY-access-/);
    expect(site.api.last('/authorize')?.query).toMatchObject({
      response_type: 'code',
      client_id: 'docs',
      scope: 'read write',
      code_challenge_method: 'S256',
    });
    expect(site.api.last('/token')?.form['code_verifier']).toMatch(/^[\w-]{43}$/);
    const first = await token(form).inputValue();
    expect((await sendReal(form, '/api/oauth'))?.headers['authorization']).toBe(`Bearer ${first}`);

    const panel = page.getByRole('region', {name: /^Credentials in this tab/});
    expect(await panel.innerText()).toContain('expires in 60 minutes');
    await panel.getByRole('button', {name: 'Renew oauth'}).click();
    await expect.poll(() => token(form).inputValue()).not.toBe(first);
    expect(site.api.last('/token')?.form['grant_type']).toBe('refresh_token');

    await panel.getByRole('button', {name: 'Forget all credentials'}).click();
    expect(await token(form).inputValue()).toBe('');
    expect(await panel.count()).toBe(0);
  });

  it('says so when the reader is refused, and uses no answer with another state', async () => {
    const form = await open('oauth');
    await openFlow(form);
    await signIn(form, 'Deny');
    await form.form.getByText('access_denied').waitFor();

    const opened = context.waitForEvent('page');
    await form.form.getByRole('button', {name: 'Sign in', exact: true}).click();
    const provider = await opened;
    const stranger = await context.newPage();
    await stranger.goto(`${site.url}/oauth-callback.html?code=stolen&state=other`);
    await expect.poll(() => new URL(stranger.url()).search).toBe('');
    await stranger.getByText('No page of this site waits').waitFor();
    expect(await token(form).inputValue()).toBe('');
    await form.form.getByText('Waiting for you to sign in').waitFor();
    await provider.close();
  });

  it('gets a token as an application, with the secret in the header', async () => {
    const form = await open('oauth');
    await openFlow(form, 'As an application (client credentials)');
    await form.form.getByRole('textbox', {name: /^Client secret/}).fill('wrong');
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    await form.form.getByText('The secret is wrong.').waitFor();
    await form.form.getByRole('textbox', {name: /^Client secret/}).fill(oauthClient.secret);
    await page.keyboard.press('Enter');
    await expect.poll(() => token(form).inputValue()).toMatch(/^CANARY-access-/);
    expect(site.api.last('/token')?.headers['authorization']).toMatch(/^Basic /);
  });

  it('gets a token with user name and password', async () => {
    const form = await open('oauth');
    await openFlow(form, 'With user name and password');
    await form.form.getByLabel('User name', {exact: true}).fill(oauthUser.name);
    await form.form.getByLabel('Password', {exact: true}).fill(oauthUser.password);
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    await expect.poll(() => token(form).inputValue()).toMatch(/^CANARY-access-/);
    expect(await form.form.getByLabel('Password', {exact: true}).inputValue()).toBe('');
  });

  it('gets a token the implicit way', async () => {
    const form = await open('oauth');
    await openFlow(form, 'Sign in (implicit)');
    await signIn(form);
    await expect.poll(() => token(form).inputValue()).toMatch(/^CANARY-access-/);
  });

  it('shows a code for another device and waits until the reader has typed it there', async () => {
    const form = await open('oauth');
    await openFlow(form, 'Sign in on another device');
    await form.form.getByRole('button', {name: 'Get a code'}).click();
    const status = await form.form.getByText(/Waiting for you to type/).innerText();
    await expect.poll(() => site.api.last('/token')?.form['grant_type']).toContain('device_code');
    expect(await token(form).inputValue()).toBe('');
    site.api.approveDevice(/type (\S+)/.exec(status)?.[1] ?? '');
    await expect.poll(() => token(form).inputValue(), {timeout: 10_000}).toMatch(/^CANARY-access-/);
  });

  it('explains a provider that lets no page read its answer, with the curl line', async () => {
    const form = await open('closed');
    await openFlow(form);
    await form.form.getByRole('textbox', {name: /^Client secret/}).fill(oauthClient.secret);
    await form.form.getByLabel('Send the secret in').selectOption('body');
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    const failure = form.form.locator('[data-oauth-failure="unreachable"]');
    expect(await failure.innerText()).toContain('Access-Control-Allow-Origin');
    expect(await failure.innerText()).toContain('YOUR_CLIENT_SECRET');
    expect(await failure.innerText()).not.toContain(oauthClient.secret);
    await failure.getByLabel('Show secrets in this line').check();
    expect(await failure.innerText()).toContain(oauthClient.secret);
  });

  it('asks an OpenID provider what it offers first', async () => {
    const form = await open('open-id');
    await openFlow(form, 'As an application (client credentials)');
    expect(await form.form.getByRole('checkbox', {name: /openid/}).isChecked()).toBe(false);
    await form.form.getByRole('textbox', {name: /^Client secret/}).fill(oauthClient.secret);
    await form.form.getByRole('button', {name: 'Get the token'}).click();
    await expect.poll(() => token(form, 'openId').inputValue()).toMatch(/^CANARY-access-/);
    // The provider says that it wants the secret in the body.
    expect(site.api.last('/token')?.form['client_secret']).toBe(oauthClient.secret);
  });

  it('asks nobody for the demo', async () => {
    const form = await open('oauth');
    await form.form.locator('[data-target]').selectOption('demo');
    const before = site.api.seen.length;
    await form.form.getByRole('button', {name: 'Get a token …'}).click();
    await form.form.getByRole('button', {name: 'Get a demo token'}).click();
    await expect.poll(() => token(form).inputValue()).toMatch(/^demo-/);
    expect(site.api.seen.length).toBe(before);
  });
});

describe('other schemes', () => {
  it('sends user name and password, keys in header and query', async () => {
    const basic = await open('basic');
    await basic.fill({'authorization.basic': 'ada', 'authorization.basic.password': 'pass:ẞ'});
    const sent = await sendReal(basic, '/api/basic');
    expect(sent?.headers['authorization']).toBe(`Basic ${Buffer.from('ada:pass:ẞ').toString('base64')}`);

    const header = await open('key-header');
    await header.fill({'authorization.keyHeader': 'k-1'});
    expect((await sendReal(header, '/api/keyHeader'))?.headers['x-key']).toBe('k-1');

    const query = await open('key-query');
    await query.fill({'authorization.keyQuery': 'k&2'});
    expect((await sendReal(query, '/api/keyQuery'))?.query['key']).toBe('k&2');
  });

  it('says what a page cannot do: cookies, digest, certificates', async () => {
    const cookie = await open('key-cookie');
    expect(await cookie.form.innerText()).toContain('A page may not set cookies of another site');
    const digest = await open('digest');
    await digest.form.getByRole('button', {name: 'Show it as a curl line'}).click();
    await digest.form.getByText("curl --digest --user 'YOUR_USERNAME'").waitFor();
    const certificate = await open('certificate');
    expect(await certificate.form.innerText()).toContain('client certificate');
    expect(await sendReal(certificate, '/api/certificate')).toBeDefined();
  });

  it('sends the credentials of the way that is chosen, and of no other', async () => {
    const form = await open('either');
    await form.fill({'authorization.basic': 'ada', 'authorization.basic.password': 'secret'});
    await form.form.getByRole('radio', {name: 'keyHeader and bearer'}).check();
    await form.fill({'authorization.keyHeader': 'k-1', 'authorization.bearer': 't-1'});
    const both = await sendReal(form, '/api/either');
    expect(both?.headers).toMatchObject({authorization: 'Bearer t-1', 'x-key': 'k-1'});
    await form.form.getByRole('radio', {name: 'nothing'}).check();
    const nothing = await sendReal(form, '/api/either');
    await expect.poll(() => site.api.last('/api/either')?.headers['authorization']).toBeUndefined();
    expect(nothing?.headers['x-key']).toBe(undefined);
  });

  it('says at the field what is missing', async () => {
    const form = await open('bearer');
    expect(await form.send()).toBe('invalid');
    expect(await form.message('authorization.bearer')).toContain('needs a credential');
    expect(await token(form, 'bearer').evaluate((input) => input === document.activeElement)).toBe(true);
    await token(form, 'bearer').fill('t');
    await expect.poll(() => form.message('authorization.bearer')).toBe('');
  });

  it('gives the credential of one origin to another only when asked', async () => {
    const form = await open('bearer');
    await token(form, 'bearer').fill('t-1');
    await form.form.locator('[data-target]').selectOption(`${site.other.url}/api`);
    await expect.poll(() => token(form, 'bearer').inputValue()).toBe('');
    await form.submit.click();
    await page.getByRole('button', {name: 'Send anyway'}).click();
    await form.confirm();
    await expect.poll(() => site.other.last('/api/bearer')).toBeDefined();
    expect(site.other.last('/api/bearer')?.headers['authorization']).toBeUndefined();
    await form.form.getByRole('button', {name: `Use it for ${site.other.url} too`}).click();
    expect(await form.send()).toBe('200');
    await expect.poll(() => site.other.last('/api/bearer')?.headers['authorization']).toBe('Bearer t-1');
  });
});

describe.each([
  {colorScheme: 'light', width: 1440},
  {colorScheme: 'dark', width: 360},
] as const)('$colorScheme at $width pixels', ({colorScheme, width}) => {
  it('is accessible in every state', async () => {
    await context.close();
    context = await browser.newContext({colorScheme, viewport: {width, height: 900}, reducedMotion: 'reduce'});
    page = await context.newPage();
    const expectAccessible = async () => {
      expect(await findAccessibilityProblems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    const either = await open('either');
    await expectAccessible();
    await either.form.getByRole('radio', {name: 'keyHeader and bearer'}).check();
    await expectAccessible();
    const oauth = await open('oauth');
    await openFlow(oauth, 'Sign in on another device');
    await oauth.form.getByRole('button', {name: 'Get a code'}).click();
    await oauth.form.getByText(/Waiting for you to type/).waitFor();
    await expectAccessible();
    const closed = await open('closed');
    await openFlow(closed);
    await closed.form.getByRole('button', {name: 'Get the token'}).click();
    await closed.form.locator('[data-oauth-failure]').waitFor();
    await expectAccessible();
    await page.goto(`${site.url}/oauth-callback.html`);
    await expectAccessible();
  });
});
