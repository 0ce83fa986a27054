import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {FormPage} from '../support/form-page.ts';

/** A body as text, links to a request, and what "Clear" takes and gives back, on the built site. */

const siteUrl = inject('siteUrl');
const canary = 'CANARY-horse-battery';
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
  context = await browser.newContext({
    viewport: {width: 1440, height: 1000},
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  complaints = recordComplaints(page);
});

afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

async function open(operation: string, fragment = ''): Promise<FormPage> {
  await page.goto(`${siteUrl}/reference/${operation}${fragment}`);
  const form = new FormPage(page, operation);
  await form.form.locator('[data-target]').first().hover();
  return form;
}

/** The text of the body, once it is shown; filled fields with a secret ask first. */
async function openRaw(form: FormPage): Promise<void> {
  await form.form.getByRole('tab', {name: 'Raw'}).click();
  const anyway = form.form.getByRole('button', {name: 'Switch anyway'});
  await anyway.or(form.field('#raw')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await form.field('#raw').waitFor();
}

async function copyLink(form: FormPage): Promise<string> {
  await form.form.getByRole('button', {name: 'Copy link to this request'}).click();
  return page.getByLabel('Link to this request').inputValue();
}

describe('a body as text', () => {
  it('is what is sent, what the code shows without its secrets, and what is checked', async () => {
    const form = await open('doordeck/register');
    await openRaw(form);
    const body = {email: 'ada@example.com', password: canary, displayName: 'Ada'};
    await form.field('#raw').fill(JSON.stringify({...body, email: 5}));
    expect(await form.send()).toBe('invalid');
    await expect.poll(() => form.message('#raw')).toMatch(/^Line 1, column 2: email /);
    expect(await form.field('#raw').evaluate((control) => control === document.activeElement)).toBe(true);

    await form.field('#raw').fill(JSON.stringify(body));
    const code = page.getByRole('region', {name: 'Code and examples'});
    await expect.poll(() => code.innerText()).toContain('YOUR_PASSWORD');
    expect(await code.innerText()).not.toContain(canary);
    expect(await form.send()).toBe('200');
  });

  it('that is broken is told with line and column, and can be sent anyway', async () => {
    const form = await open('doordeck/register');
    await openRaw(form);
    await form.field('#raw').fill(`{\n  "email": "ada@example.com",\n  "password" "${canary}"\n}`);
    await expect.poll(() => form.message('#raw')).toBe('Line 3, column 14: This is not JSON: a colon is missing.');
    expect(await form.send()).toBe('invalid');
    await page.getByRole('button', {name: 'Send anyway'}).click();
    await expect.poll(() => form.result.getAttribute('data-status')).toMatch(/^4\d\d$/);
    await page
      .getByText(/^History/)
      .first()
      .click();
    expect(await page.locator('body').innerText()).not.toContain(canary);
  });

  it('stays text when an example is chosen, comes back from the history, and is gone after Clear until that is undone', async () => {
    const form = await open('doordeck/login');
    await openRaw(form);
    await page.getByRole('button', {name: 'An existing account'}).click();
    await expect.poll(() => form.field('#raw').inputValue()).toContain('"alan@example.com"');
    const sent = await form.field('#raw').inputValue();
    expect(await form.send()).toBe('200');
    await form.form.getByRole('button', {name: 'Clear', exact: true}).click();
    await form.field('body.email').waitFor();
    expect(await form.field('body.email').inputValue()).toBe('');
    expect(await form.result.count()).toBe(0);
    expect(await page.getByRole('button', {name: 'An existing account'}).getAttribute('aria-pressed')).toBe('false');
    await form.form.getByRole('button', {name: 'Undo clear'}).press('Enter');
    expect(await form.field('#raw').inputValue()).toBe(sent);

    await form.form.getByRole('button', {name: 'Clear', exact: true}).click();
    await page
      .getByText(/^History/)
      .first()
      .click();
    await page
      .getByRole('button', {name: /^Fill in again/})
      .first()
      .click();
    await expect.poll(() => form.field('#raw').inputValue()).toBe(sent);
  });
});

describe('a link to a request', () => {
  it('is copied without secrets, and fills the form without sending', async () => {
    const form = await open('doordeck/register');
    await form.field('query.force').check();
    await form.fill({'body.email': 'ada@example.com', 'body.password': canary, 'body.displayName': 'Ada & Co'});
    const address = await copyLink(form);
    await page.getByText('The link is copied.').waitFor();
    await page.getByText('Secrets are not in the link.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    expect(address).toMatch(new RegExp(`^${siteUrl}/reference/doordeck/register/?#try=1\\.`));
    const payload = Buffer.from(address.split('#try=1.')[1] ?? '', 'base64url').toString();
    expect(payload).toContain('Ada & Co');
    expect(payload).not.toContain(canary);

    const other = await context.newPage();
    const requests = recordRequests(context);
    await other.goto(address);
    const filled = new FormPage(other, 'doordeck/register');
    await other.getByText('The form was filled in by the link that you opened.').waitFor();
    expect(await filled.field('body.displayName').inputValue()).toBe('Ada & Co');
    expect(await filled.field('query.force').isChecked()).toBe(true);
    expect(await filled.field('body.password').inputValue()).toBe('');
    expect(await other.getByText('has changed since').count()).toBe(0);
    await expect
      .poll(() => filled.submit.evaluate((button) => button.getBoundingClientRect().bottom <= window.innerHeight))
      .toBe(true);
    expect(await filled.result.count()).toBe(0);
    expect(requests.every((url) => url.startsWith(siteUrl))).toBe(true);
  });

  it('put into the address of an open page fills it, and what it replaced can be had again', async () => {
    const form = await open('doordeck/login');
    await form.fill({'body.email': 'ada@example.com'});
    const {hash} = new URL(await copyLink(form));
    await form.fill({'body.email': 'bob@example.com'});
    await page.evaluate((fragment) => (location.hash = fragment), hash);
    await expect.poll(() => form.field('body.email').inputValue()).toBe('ada@example.com');
    await form.form.getByRole('button', {name: 'Undo filling in'}).click();
    expect(await form.field('body.email').inputValue()).toBe('bob@example.com');
    // Going away and back takes nothing away.
    await page.evaluate(() => (location.hash = '#body.email'));
    await page.goBack();
    expect(await form.field('body.email').inputValue()).toBe('bob@example.com');
  });

  it('says that the operation has changed, and that it is damaged', async () => {
    const form = await open('doordeck/login');
    await form.fill({'body.email': 'ada@example.com'});
    const [, encoded = ''] = (await copyLink(form)).split('#try=1.');
    const payload = JSON.parse(Buffer.from(encoded, 'base64url').toString()) as object;
    const older = Buffer.from(JSON.stringify({...payload, f: 'other'})).toString('base64url');
    await page.goto('about:blank');
    await page.goto(`${siteUrl}/reference/doordeck/login#try=1.${older}`);
    await page.getByText('The operation has changed since the link was made').waitFor();
    expect(await form.field('body.email').inputValue()).toBe('ada@example.com');
    await page.goto('about:blank');
    await page.goto(`${siteUrl}/reference/doordeck/login#try=1.AAAA`);
    await page.getByText('it is damaged or cut off').waitFor();
    expect(await form.field('body.email').inputValue()).toBe('');
  });
});

describe.each([
  {colorScheme: 'light', width: 360},
  {colorScheme: 'dark', width: 1440},
] as const)('$colorScheme at $width pixels', ({colorScheme, width}) => {
  async function expectAccessible(): Promise<void> {
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }

  it('axe finds nothing in the text, its mistakes, a question, a link and an opened link', async () => {
    await page.setViewportSize({width, height: 900});
    await page.emulateMedia({colorScheme, reducedMotion: 'reduce'});
    const form = await open('doordeck/register');
    await form.fill({'body.email': 'ada@example.com', 'body.password': canary});
    await form.form.getByRole('tab', {name: 'Raw'}).click();
    await form.form.getByRole('alertdialog').waitFor();
    await expectAccessible();
    await form.form.getByRole('button', {name: 'Switch anyway'}).click();
    await form.field('#raw').waitFor();
    await expectAccessible();
    await form.field('#raw').fill('{\n  "email"');
    await expect.poll(() => form.message('#raw')).toMatch(/^Line 2/);
    await expectAccessible();
    await form.form.getByRole('button', {name: 'Clear', exact: true}).click();
    await form.fill({'body.email': 'ada@example.com', 'body.password': canary});
    const address = await copyLink(form);
    await page.getByText('Secrets are not in the link.').waitFor();
    await expectAccessible();
    await page.goto('about:blank');
    await page.goto(address);
    await page.getByText('The form was filled in by the link').waitFor();
    await expectAccessible();
  });
});
