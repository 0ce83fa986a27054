import {gzipSync} from 'node:zlib';
import type {Browser} from 'playwright';

/** The JavaScript of a page that nobody has touched, in bytes after gzip. */
export interface PageWeight {
  /** What the page needs and runs. */
  loaded: number;
  /** What Docusaurus fetches besides, when the page is at rest, for the pages that links in view lead to. It is not run. */
  fetchedAhead: number;
}

/** Opens a page in Chromium, lets it come to rest without touching it, and weighs every JavaScript file that came, once. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  const sizes = new Map<string, Promise<number>>();
  const run = new Set<string>();
  page.on('response', (response) => {
    const file = response.url();
    if (!new URL(file).pathname.endsWith('.js') || !response.ok()) return;
    const headers = response.request().headers();
    if (!(headers['sec-purpose'] ?? headers['purpose'] ?? '').includes('prefetch')) run.add(file);
    if (!sizes.has(file)) sizes.set(file, weigh(response.body()));
  });
  await page.goto(url, {waitUntil: 'networkidle'});
  // What a page starts after it came to rest counts too.
  await page.waitForTimeout(2000);
  await page.waitForLoadState('networkidle');
  const weight: PageWeight = {loaded: 0, fetchedAhead: 0};
  for (const [file, size] of sizes) weight[run.has(file) ? 'loaded' : 'fetchedAhead'] += await size;
  await context.close();
  return weight;
}

async function weigh(body: Promise<Buffer>): Promise<number> {
  return gzipSync(await body, {level: 9}).length;
}
