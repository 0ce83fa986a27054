import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, expect, inject, it} from 'vitest';
import {launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

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
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  requests = recordRequests(context);
  page = await context.newPage();
  complaints = recordComplaints(page);
});

afterEach(async () => {
  expect(requests.filter((address) => !address.startsWith(`${siteUrl}/`))).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});

/** Presses the button of a link and waits for the page of its operation. */
async function follow(link: string, slug: string): Promise<FormPage> {
  await page.getByRole('button', {name: link, exact: true}).click();
  await page.waitForURL(`**/reference/doordeck/${slug}*`);
  return new FormPage(page, `doordeck/${slug}`);
}

it('leads from a registration to a certificate, with a key pair and a signature made in the page', async () => {
  await page.goto(`${siteUrl}/reference/doordeck/register`);
  const register = new FormPage(page, 'doordeck/register');
  await register.fill({'body.email': 'ada@example.com', 'body.password': 'Canary-7f3a-passphrase'});
  expect(await register.send()).toBe('200');
  await page.getByRole('button', {name: 'Use for authorised requests'}).click();
  const details = await follow('Get user details', 'get-user-details');
  expect(await details.send()).toBe('200');

  const key = await follow('Register ephemeral key', 'register-ephemeral-key');
  await page.getByRole('button', {name: 'Make a key pair'}).click();
  await expect.poll(() => key.field('body.ephemeralKey').inputValue()).toMatch(/^MCowBQYDK2VwAyEA.{43}=$/);
  const publicKey = await key.field('body.ephemeralKey').inputValue();
  expect(await key.send()).toBe('423');

  const name = 'Register ephemeral key with secondary authentication';
  const second = await follow(name, 'register-ephemeral-key-with-secondary-authentication');
  await expect.poll(() => second.field('body.ephemeralKey').inputValue()).toBe(publicKey);
  expect(await second.send()).toBe('204');
  const message = page
    .getByRole('region', {name: /^Mailbox/})
    .getByRole('listitem')
    .first();
  await message.locator('summary').click();
  const code = /^\d{6}$/m.exec(await message.innerText())?.[0] ?? '';

  const verify = await follow('Verify ephemeral key', 'verify-ephemeral-key');
  await page.getByLabel('Text to sign').fill(code);
  await page.getByRole('button', {name: 'Sign', exact: true}).click();
  await expect.poll(() => verify.field('body.verificationSignature').inputValue()).toMatch(/^.{86}==$/);
  expect(await verify.send()).toBe('200');
  await expect.poll(() => verify.result.innerText()).toContain('certificateChain');
});
