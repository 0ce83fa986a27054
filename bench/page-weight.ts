import {gzipSync} from 'node:zlib';
import type {Browser} from 'playwright';

/** The JavaScript of a page that nobody has touched, in bytes after gzip. */
export interface PageWeight {
  /** What the page needs and runs. */
  loaded: number;
  /** What Docusaurus fetches ahead for the pages that links in view lead to. It is not run. */
  prefetched: number;
  files: number;
}

/** Opens a page in Chromium, lets it come to rest without touching it, and weighs every JavaScript file that came. */
export async function weighPage(browser: Browser, url: string): Promise<PageWeight> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  const sizes: {prefetched: boolean; size: Promise<number>}[] = [];
  page.on('response', (response) => {
    if (!new URL(response.url()).pathname.endsWith('.js') || !response.ok()) return;
    const headers = response.request().headers();
    sizes.push({
      prefetched: (headers['sec-purpose'] ?? headers['purpose'] ?? '').includes('prefetch'),
      size: response.body().then((body) => gzipSync(body, {level: 9}).length),
    });
  });
  await page.goto(url, {waitUntil: 'networkidle'});
  // What a page starts after it came to rest counts too.
  await page.waitForTimeout(2000);
  await page.waitForLoadState('networkidle');
  const weight: PageWeight = {loaded: 0, prefetched: 0, files: sizes.length};
  for (const {prefetched, size} of sizes) weight[prefetched ? 'prefetched' : 'loaded'] += await size;
  await context.close();
  return weight;
}
