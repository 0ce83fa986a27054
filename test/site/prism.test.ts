import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {startPrism, type PrismServer} from '../support/prism.ts';

/** The built forms against Prism, which knows nothing of this project but the documents. */

const siteUrl = inject('siteUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;
let coindroids: PrismServer;
let doordeck: PrismServer;

beforeAll(async () => {
  browser = await launchBrowser();
  coindroids = await startPrism('openapi/coindroids.yaml');
  doordeck = await startPrism('openapi/doordeck.yaml');
});

afterAll(async () => {
  await browser.close();
  await coindroids.close();
  await doordeck.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  page = await context.newPage();
});

afterEach(async () => {
  await context.close();
});

async function open(operation: string, {url}: PrismServer): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}`);
  const form = new FormPage(page, operation);
  // The form wakes up when it is used; what is chosen before that has to wait for it.
  await form.form.locator('[data-field]').first().focus();
  await page.waitForLoadState('networkidle');
  await form.sendTo(url);
  return form;
}

/** Sends, agrees that it is real, and gives the status once the reply is there. */
async function sendForReal(form: FormPage): Promise<string> {
  await form.submit.click();
  await form.confirm();
  return form.status();
}

describe('Doordeck, run by Prism', () => {
  it('takes a registration, and the call that its token opens', async () => {
    const register = await open('doordeck/register', doordeck);
    await register.fill({'body.email': 'ada@example.com', 'body.password': 'correct-horse-battery'});
    expect(await sendForReal(register)).toBe('200');
    await expect.poll(() => register.result.innerText()).toContain('Matches the documented schema.');
    await page.getByRole('button', {name: 'Use for authorised requests'}).click();
    await page.getByRole('button', {name: 'Get user details'}).click();
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    expect(await details.send()).toBe('200');
    await expect.poll(() => details.result.innerText()).toContain('Matches the documented schema.');
  });

  it('verifies an address by a code in the query', async () => {
    const verify = await open('doordeck/verify-email', doordeck);
    await verify.fill({'query.code': '493817'});
    expect(await sendForReal(verify)).toBe('200');
  });
});

describe('Coindroids, run by Prism', () => {
  it('lists players by filter, columns and range', async () => {
    const players = await open('coindroids/list-players', coindroids);
    await players.fill({'query.username': 'eq.satoshi', 'header.Range': '0-4'});
    expect(await sendForReal(players)).toBe('200');
    await expect.poll(() => players.result.innerText()).toContain('Matches the documented schema.');
  });

  it('takes a registration', async () => {
    const register = await open('coindroids/register', coindroids);
    await register.fill({
      'body.username': 'Abstract',
      'body.email': 'josh@coindroids.com',
      'body.password': 'make-it-good',
      'body.password#confirm': 'make-it-good',
      'body.invite_code': '37764f2a-da1b-40ea-a054-ef1c8021196a',
    });
    expect(await sendForReal(register)).toBe('200');
    await expect.poll(() => register.result.innerText()).toContain('Matches the documented schema.');
  });
});
