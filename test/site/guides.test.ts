import {generateKeyPairSync, sign, type KeyObject} from 'node:crypto';
import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {GuideForm} from '../support/guide-form.ts';

/** Each guide is walked through from top to bottom, in demo mode: a step that no longer works fails here. */

const siteUrl = inject('siteUrl');
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
  context = await browser.newContext({viewport: {width: 1280, height: 900}});
  requests = recordRequests(context);
  page = await context.newPage();
  complaints = recordComplaints(page);
});

afterEach(async () => {
  expect(requests.filter((address) => !address.startsWith(`${siteUrl}/`))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

function form(title: string, operation: string): GuideForm {
  return new GuideForm(page, title, operation);
}

describe('Coindroids: from invite to player list', () => {
  it('works as it is told', async () => {
    await page.goto(`${siteUrl}/docs/coindroids`);
    const register = form('Register', 'coindroids/register');
    expect(await register.field('body.invite_code').inputValue()).toMatch(/^37764f2a-/);
    for (const refused of ['A taken user name', 'An invalid invite code']) {
      await register.example(refused);
      expect(await register.send()).toBe('200');
      expect(await register.state()).toBe('failed');
    }
    await register.example('A new player');
    expect(await register.send()).toBe('200');
    expect(await register.state()).toBe('done');
    await register.press('Use for authorised requests');

    const identify = form('Identify', 'coindroids/identify');
    expect(await identify.send()).toBe('200');
    expect(await identify.state()).toBe('done');
    await expect.poll(() => identify.result.innerText()).toContain('Abstract');
    await identify.example('An existing player');
    expect(await identify.send()).toBe('200');
    await expect.poll(() => identify.result.innerText()).toContain('satoshi');

    const players = form('List players', 'coindroids/list-players');
    expect(await players.send()).toBe('206');
    expect(await players.result.textContent()).toContain('0-4/13');
    await players.field('header.Range').fill('5-9');
    expect(await players.send()).toBe('206');
    expect(await players.result.textContent()).toContain('5-9/13');
    await players.field('header.Range').fill('50-');
    expect(await players.send()).toBe('416');
    expect(await players.result.textContent()).toContain('*/13');
    await players.field('header.Range').fill('');
    await players.field('query.username').fill('ilike.hedy');
    expect(await players.send()).toBe('200');
    await expect.poll(() => players.result.innerText()).toContain('Hedy');
  });
});

describe('Doordeck: from registration to a certificate', () => {
  it('works as it is told', async () => {
    await page.goto(`${siteUrl}/docs/doordeck`);
    const register = form('Registration', 'doordeck/register');
    await register.example('An address with an account');
    expect(await register.send()).toBe('409');
    await register.example('A pending invite');
    expect(await register.send()).toBe('409');
    await register.press('Retry with force');
    expect(await register.field('query.force').isChecked()).toBe(true);
    expect(await register.send()).toBe('200');

    const confirm = form('Verify e-mail', 'doordeck/verify-email');
    await confirm.field('query.code').fill(await register.codeOfLastMail());
    expect(await confirm.send()).toBe('200');
    expect(await confirm.send()).toBe('410');

    const login = form('Login', 'doordeck/login');
    const details = form('Get user details', 'doordeck/get-user-details');
    await logIn(login);
    expect(await details.send()).toBe('200');
    await expect.poll(() => details.result.innerText()).toMatch(/emailVerified[^\n]*\n?[^\n]*true/);
    await details.press('Forget all credentials');
    expect(await details.send()).toBe('invalid');
    await details.press('Send anyway');
    await expect.poll(() => details.result.getAttribute('data-status')).toBe('401');
    await logIn(login);

    const {publicKey, privateKey} = generateKeyPairSync('ed25519');
    const key = form('Register ephemeral key', 'doordeck/register-ephemeral-key');
    const withFactor = form(
      'Register ephemeral key with secondary authentication',
      'doordeck/register-ephemeral-key-with-secondary-authentication',
    );
    const verify = form('Verify ephemeral key', 'doordeck/verify-ephemeral-key');
    await key.form.getByRole('button', {name: 'Make a key pair'}).click();
    await expect.poll(() => key.field('body.ephemeralKey').inputValue()).toMatch(/^MCowBQYDK2VwAyEA/);
    const made = await key.field('body.ephemeralKey').inputValue();
    expect(await key.send()).toBe('423');
    await key.press('Register ephemeral key with secondary authentication');
    await expect.poll(() => withFactor.field('body.ephemeralKey').inputValue()).toBe(made);
    expect(await withFactor.send()).toBe('204');
    const code = await withFactor.codeOfLastMail();
    await signInPage(verify, `${code}0`);
    expect(await verify.send()).toBe('403');
    await signInPage(verify, code);
    expect(await verify.send()).toBe('200');
    await expect.poll(() => verify.result.innerText()).toContain('certificateChain');

    // "With a key of your own": the session has its second factor by now, but a new one can be given.
    await key.field('body.ephemeralKey').fill(toBase64(publicKey));
    expect(await key.send()).toBe('200');
    await withFactor.field('body.ephemeralKey').fill(toBase64(publicKey));
    expect(await withFactor.send()).toBe('204');
    const signature = signatureOver(await withFactor.codeOfLastMail(), privateKey);
    await verify.field('body.verificationSignature').fill(signature);
    expect(await verify.send()).toBe('200');

    const refresh = form('Refresh token', 'doordeck/refresh-token');
    expect(await refresh.send()).toBe('200');
    expect(await refresh.result.getByLabel('refreshToken', {exact: true}).count()).toBe(0);
    expect(await refresh.send()).toBe('200');
    expect(await refresh.result.getByLabel('refreshToken', {exact: true}).count()).toBe(1);
    expect(await refresh.send()).toBe('409');

    const logout = form('Logout', 'doordeck/logout');
    expect(await logout.send()).toBe('204');
    expect(await details.send()).toBe('401');
  });

  async function signInPage(verify: GuideForm, text: string): Promise<void> {
    const signature = verify.field('body.verificationSignature');
    const before = await signature.inputValue();
    await verify.form.getByLabel('Text to sign').fill(text);
    await verify.form.getByRole('button', {name: 'Sign', exact: true}).click();
    await expect.poll(() => signature.inputValue()).not.toBe(before);
  }

  async function logIn(login: GuideForm): Promise<void> {
    expect(await login.field('body.email').inputValue()).toBe('grace@example.com');
    await login.field('body.password').fill('correct-horse-battery');
    expect(await login.send()).toBe('200');
    await login.press('Use for authorised requests');
  }
});

function toBase64(key: KeyObject): string {
  return key.export({format: 'der', type: 'spki'}).toString('base64');
}

function signatureOver(text: string, key: KeyObject): string {
  return sign(null, Buffer.from(text), key).toString('base64');
}
