import {readFileSync} from 'node:fs';
import {chromium} from 'playwright';
import type {Browser, BrowserContext, Page} from 'playwright';
import type axeCore from 'axe-core';
import type {AxeResults, RunOptions} from 'axe-core';
import {ensureBrowser, launchFlags} from '../../scripts/ensure-browser.ts';

/** Starts the Chromium that this machine has. The caller closes it. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({executablePath: ensureBrowser(), args: launchFlags});
}

/**
 * Every address that the pages of a context ask for from now on, service workers and pages opened later included.
 * Addresses that never leave the page (`data:`, `blob:`) are not requests.
 */
export function recordRequests(context: BrowserContext): string[] {
  const addresses: string[] = [];
  context.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url())) addresses.push(request.url());
  });
  return addresses;
}

/** Everything a page complains about from now on: console errors and warnings, uncaught errors, failed loads. */
export function recordComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  return complaints;
}

/** Waits until the scripts of a page listen: a button that is pressed before is pressed in vain, as in any plain HTML. */
export async function waitForScripts(page: Page): Promise<void> {
  await page.locator('html[data-has-hydrated="true"]').waitFor({state: 'attached'});
}

/** In the page, once the source below has run there. */
declare const axe: typeof axeCore;

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with the page as it is now, one line for each element: the rule, the element, how to mend it.
 * Empty when all is well. Works without JavaScript of the page's own, but the context must allow JavaScript.
 *
 * @param options `within` is the selector of the part to look at; without it, it is the whole page
 */
export async function findAccessibilityProblems(
  page: Page,
  options: RunOptions & {within?: string} = {},
): Promise<string[]> {
  const {within, ...runOptions} = options;
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults, [string | undefined, RunOptions]>(
    ([selector, rest]) => axe.run(selector ?? document, {resultTypes: ['violations'], ...rest}),
    [within, runOptions],
  );
  return results.violations.flatMap(({id, nodes}) =>
    nodes.map(({html, failureSummary}) => `${id}: ${html} ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`),
  );
}
