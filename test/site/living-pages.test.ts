import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {
  findAccessibilityProblems,
  launchBrowser,
  recordComplaints,
  recordRequests,
  waitForScripts,
} from '../support/browser.ts';
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

interface Surroundings {
  colorScheme: 'light' | 'dark';
  width: number;
}

/** With the light phone, every scheme and every width has been there. */
const dark: Surroundings = {colorScheme: 'dark', width: 1280};

const otherPairs: Surroundings[] = [
  {colorScheme: 'dark', width: 360},
  {colorScheme: 'light', width: 1280},
];

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
  it('comes alive without a complaint, asks nobody but its own host, is accessible and fits a phone', async () => {
    const {context, page} = await openPage({colorScheme: 'light', width: 360});
    const complaints = recordComplaints(page);
    const requests = recordRequests(context);

    const reply = await page.goto(siteUrl + path, {waitUntil: 'networkidle'});
    await expectAccessible(page, {colorScheme: 'light', width: 360});
    await page.mouse.move(200, 200);
    await page.keyboard.press('End');
    await page.waitForLoadState('networkidle');

    expect(reply?.status()).toBe(200);
    expect(complaints).toEqual([]);
    const origins = new Set(requests.map((address) => new URL(address).origin));
    expect([...origins]).toEqual([new URL(siteUrl).origin]);
    await context.close();
  });

  const others = isOneOfItsKind(path) ? [dark, ...otherPairs] : [dark];
  it.each(others)('is accessible and fits in $colorScheme colours at $width px', async (surroundings) => {
    const {context, page} = await openPage(surroundings);
    await page.goto(siteUrl + path);
    await expectAccessible(page, surroundings);
    await context.close();
  });
});

async function openPage({colorScheme, width}: Surroundings): Promise<{context: BrowserContext; page: Page}> {
  const context = await browser.newContext({colorScheme, viewport: {width, height: 900}, reducedMotion: 'reduce'});
  return {context, page: await context.newPage()};
}

async function expectAccessible(page: Page, {colorScheme, width}: Surroundings): Promise<void> {
  await waitForScripts(page);
  expect(await page.locator('html').getAttribute('data-theme')).toBe(colorScheme);
  expect(await findAccessibilityProblems(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
}
