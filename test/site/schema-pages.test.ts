import type {Browser, BrowserContext, Page} from 'playwright';
import {afterAll, beforeAll, describe, expect, inject, it} from 'vitest';
import {findAccessibilityProblems, launchBrowser, recordComplaints} from '../support/browser.ts';
import {readDocuments} from '../support/documents.ts';

/** The pages of named schemas, and the addresses of properties, in the built site. */

const siteUrl = inject('siteUrl');
const schemas = readDocuments().flatMap(({id, document}) =>
  Object.entries(document.components.schemas).map(([name, schema]) => ({id, name, schema})),
);
let browser: Browser;
let context: BrowserContext;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext({viewport: {width: 360, height: 740}});
  page = await context.newPage();
  complaints = recordComplaints(page);
});

afterAll(async () => {
  await browser.close();
});

describe.each(schemas)('the page of $id $name', ({id, name, schema}) => {
  beforeAll(async () => {
    await page.goto(`${siteUrl}/reference/${id}`);
    await page.locator('main').getByRole('link', {name, exact: true}).click();
    await page.getByRole('heading', {level: 1, name, exact: true}).waitFor();
  });

  it('shows every property and the operations that use it', async () => {
    for (const property of Object.keys(schema.properties ?? {})) {
      expect(await page.locator(`[id="properties.${property}"]`).innerText()).toContain(property);
    }
    expect(await page.locator('#properties').count()).toBe(1);
  });

  it('fits a phone, is accessible and hydrates without complaint', async () => {
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(await findAccessibilityProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

it('leads from an operation to the page of a schema and back', async () => {
  await page.goto(`${siteUrl}/reference/doordeck/login`);
  await page.locator('main').getByRole('link', {name: 'Credentials', exact: true}).first().click();
  await page.getByRole('heading', {level: 1, name: 'Credentials'}).waitFor();
  const users = page.locator('#used-by ~ ul').first();
  expect(await users.innerText()).toContain('in the request');
  await users.getByRole('link').first().click();
  await page.waitForURL('**/reference/doordeck/login');
});

it('has one link to the schemas in the sidebar', async () => {
  const wide = await browser.newPage({viewport: {width: 1440, height: 900}});
  await wide.goto(`${siteUrl}/reference/doordeck/login`);
  const sidebar = wide.getByRole('navigation', {name: 'Docs sidebar'});
  await sidebar.getByRole('link', {name: 'Schemas', exact: true}).click();
  await wide.waitForURL('**/reference/doordeck#schemas');
  await expect.poll(() => sidebar.locator('a[href*="/schemas/"]').count()).toBe(0);
  await wide.close();
});
