import type {Browser} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser, recordComplaints, recordRequests} from '../support/browser.ts';
import {readDocuments} from '../support/documents.ts';

/** Every page as a browser with JavaScript shows it, before the reader does anything. */

const siteUrl = inject('siteUrl');
const reference = readDocuments().flatMap(({id, operations}) => [
  `/reference/${id}`,
  ...operations.map(({path}) => path),
]);
const guides = [
  'start-here',
  'coindroids',
  'doordeck',
  'demo-and-live',
  'embed-a-form',
  'add-your-own-api',
  'extensions',
].map((name) => `/docs/${name}`);
const paths = ['/', ...guides, ...reference];
let browser: Browser;

/** Every scheme and every width. */
const bothSurroundings = [
  {colorScheme: 'light', width: 360},
  {colorScheme: 'dark', width: 1280},
] as const;

const everySurroundings = [
  ...bothSurroundings,
  {colorScheme: 'dark', width: 360},
  {colorScheme: 'light', width: 1280},
] as const;

/** Pages of a kind differ in what they say, not in how a scheme and a width go together. */
function isOneOfItsKind(path: string): boolean {
  return ['/', ...guides.slice(0, 2), ...reference.slice(0, 2)].includes(path);
}

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
});

describe.each(paths)('%s with JavaScript', (path) => {
  it('comes alive without a complaint, and asks nobody but its own host', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const complaints = recordComplaints(page);
    const requests = recordRequests(context);

    const reply = await page.goto(siteUrl + path, {waitUntil: 'networkidle'});
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
    await page.mouse.move(200, 200);
    await page.keyboard.press('End');
    await page.waitForLoadState('networkidle');

    expect(reply?.status()).toBe(200);
    expect(complaints).toEqual([]);
    const origins = new Set(requests.map((address) => new URL(address).origin));
    expect([...origins]).toEqual([new URL(siteUrl).origin]);
    await context.close();
  });

  const surroundings = isOneOfItsKind(path) ? everySurroundings : bothSurroundings;
  it.each(surroundings)('is accessible and fits in $colorScheme colours at $width px', async ({colorScheme, width}) => {
    const context = await browser.newContext({colorScheme, viewport: {width, height: 900}, reducedMotion: 'reduce'});
    const page = await context.newPage();
    await page.goto(siteUrl + path);
    await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});

    expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await context.close();
  });
});
