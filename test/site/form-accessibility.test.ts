import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';
import {findRefusedUrl} from '../support/servers.ts';

/** axe finds nothing in any state of a form: both colour modes, a phone and a wide window. */

const siteUrl = inject('siteUrl');
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

const surroundings = [
  {colorScheme: 'light', width: 360},
  {colorScheme: 'light', width: 1600},
  {colorScheme: 'dark', width: 360},
  {colorScheme: 'dark', width: 1600},
] as const;

describe.each(surroundings)('$colorScheme at $width pixels', ({colorScheme, width}) => {
  beforeEach(async () => {
    context = await browser.newContext({colorScheme, viewport: {width, height: 900}, reducedMotion: 'reduce'});
    page = await context.newPage();
  });

  afterEach(async () => {
    await context.close();
  });

  async function open(operation: string): Promise<FormPage> {
    await page.goto(`${siteUrl}/reference/${operation}`);
    return new FormPage(page, operation);
  }

  async function expectPageAccessible(): Promise<void> {
    expect(await findAccessibilityProblems(page)).toEqual([]);
    await expectFitting();
  }

  /** What stands around the form is the same in every state. */
  async function expectFormAccessible(): Promise<void> {
    expect(await findAccessibilityProblems(page, {within: 'section[aria-labelledby="try-it"]'})).toEqual([]);
    await expectFitting();
  }

  async function expectFitting(): Promise<void> {
    // Nothing may make the page itself scroll sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('with mistakes, with a refusal, with tokens and mail, with a credential', async () => {
    const register = await open('doordeck/register');
    await register.field('body.email').fill('no address');
    expect(await register.send()).toBe('invalid');
    await expectPageAccessible();

    await page.getByRole('button', {name: 'A pending invite'}).click();
    expect(await register.send()).toBe('409');
    await expectFormAccessible();

    await page.getByRole('button', {name: 'Retry with force'}).click();
    expect(await register.send()).toBe('200');
    for (const summary of await page.locator('[data-result] summary').all()) await summary.click();
    await expectFormAccessible();

    await page.getByRole('button', {name: 'Get user details'}).click();
    await page.waitForURL('**/reference/doordeck/get-user-details*');
    const details = new FormPage(page, 'doordeck/get-user-details');
    expect(await details.send()).toBe('200');
    await expectFormAccessible();
  });

  it('with errors of the API at its fields', async () => {
    const register = await open('coindroids/register');
    await page.getByRole('button', {name: 'An invalid invite code'}).click();
    await register.send();
    expect(await register.form.getAttribute('data-state')).toBe('failed');
    await expectPageAccessible();
  });

  it('with a wrong address, before a live send, and without a reply', async () => {
    const login = await open('doordeck/login');
    await login.form.locator('[data-target]').selectOption('own');
    await login.form.getByLabel('Address of the server').fill('nonsense');
    await login.form.getByRole('button', {name: 'Use', exact: true}).click();
    await expectPageAccessible();
    await login.form.getByLabel('Address of the server').fill(await findRefusedUrl());
    await login.form.getByRole('button', {name: 'Use', exact: true}).click();
    await page.getByRole('button', {name: 'An existing account'}).click();
    await login.submit.click();
    await page.getByRole('alertdialog').waitFor();
    await expectFormAccessible();
    await login.confirm();
    expect(await login.status()).toBe('network-error');
    await expectFormAccessible();
  });
});
