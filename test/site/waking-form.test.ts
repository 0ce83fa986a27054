import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

/** The form is in the static page; its code comes when it is used. What is done before that must not be lost. */

const siteUrl = inject('siteUrl');
const password = 'Canary-7f3a-passphrase';
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  context = await browser.newContext({viewport: {width: 1440, height: 1000}});
  page = await context.newPage();
  complaints = recordComplaints(page);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

/** Opens a page whose form stays plain HTML until `release` is called. */
async function openAsleep(operation: string): Promise<{form: FormPage; release: () => void}> {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let isAtRest = false;
  await context.route('**/*.js', async (route) => {
    if (isAtRest) await held;
    await route.continue();
  });
  await page.goto(`${siteUrl}/reference/${operation}`);
  await page.waitForLoadState('networkidle');
  isAtRest = true;
  return {form: new FormPage(page, operation), release};
}

/** Marks the static form, so that the one that takes its place is known by having no mark. */
async function wasReplaced(form: FormPage): Promise<void> {
  await form.form.and(page.locator(':not([data-was-static])')).waitFor();
}

async function mark(form: FormPage): Promise<void> {
  await form.form.evaluate((element) => {
    element.dataset['wasStatic'] = '';
  });
}

describe('a form that is not awake yet', () => {
  it('keeps what is typed, the focus and the caret', async () => {
    const {form, release} = await openAsleep('doordeck/register');
    await mark(form);
    await form.field('query.force').check();
    await form.fill({'body.email': 'ada@example.com', 'body.password': password, 'body.displayName': 'Ada'});
    await form.field('body.displayName').press('ArrowLeft');
    release();
    await wasReplaced(form);
    await page.keyboard.type('mand');
    expect(await form.field('body.displayName').inputValue()).toBe('Admanda');
    expect(await form.field('body.email').inputValue()).toBe('ada@example.com');
    expect(await form.field('body.password').inputValue()).toBe(password);
    expect(await form.field('query.force').isChecked()).toBe(true);
  });

  it('sends once what was pressed before, and nothing stands in the address', async () => {
    const {form, release} = await openAsleep('doordeck/register');
    await form.fill({'body.email': 'ada@example.com', 'body.password': password});
    await form.submit.click();
    expect(page.url()).toBe(`${siteUrl}/reference/doordeck/register`);
    release();
    expect(await form.status()).toBe('200');
  });

  it('presses the other buttons and chooses in the other lists again', async () => {
    const {form, release} = await openAsleep('doordeck/register');
    await form.form.locator('[data-target]').selectOption('https://api.staging.doordeck.com');
    await form.form.getByRole('button', {name: /^Show/}).first().click();
    release();
    await expect
      .poll(() => form.form.locator('[data-target]').getAttribute('data-target'))
      .toBe('https://api.staging.doordeck.com');
    expect(await form.field('body.password').getAttribute('type')).toBe('text');
  });
});

describe('a form whose script never comes', () => {
  it('goes nowhere when it is pressed, so that no password gets into the address', async () => {
    await context.close();
    context = await browser.newContext({viewport: {width: 1440, height: 1000}, javaScriptEnabled: false});
    const requests = recordRequests(context);
    page = await context.newPage();
    await page.goto(`${siteUrl}/reference/doordeck/register`);
    const form = new FormPage(page, 'doordeck/register');
    await form.fill({'body.email': 'ada@example.com', 'body.password': password});
    const before = requests.length;
    await form.submit.click();
    await form.field('body.password').press('Enter');
    await page.waitForTimeout(300);
    expect(page.url()).toBe(`${siteUrl}/reference/doordeck/register`);
    expect(requests).toHaveLength(before);
    expect(await form.field('body.password').inputValue()).toBe(password);
  });
});
