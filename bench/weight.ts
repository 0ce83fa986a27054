import config from '../docusaurus.config.ts';
import {launchBrowser} from '../test/support/browser.ts';
import {buildSite} from '../test/support/site-build.ts';
import {serveStatic} from '../test/support/static-server.ts';
import {buildEmptySite} from './empty-site.ts';
import {weighPage} from './page-weight.ts';
import type {PageWeight} from './page-weight.ts';

/** How heavy an operation page may be, as a multiple of an empty Docusaurus page. */
const budget = 1.1;

const operationPages = [
  '/reference/coindroids/register',
  '/reference/coindroids/identify',
  '/reference/doordeck/register',
  '/reference/doordeck/login',
  '/reference/doordeck/get-user-details',
];

/** Weighs the JavaScript of every operation page against an empty Docusaurus page, and fails over the budget. */
async function main(): Promise<void> {
  const empty = await weighEmptyPage();
  print('empty Docusaurus page', empty);
  const heaviest = Math.max(...(await weighOperationPages(empty)));
  console.log(`Heaviest: ${heaviest.toFixed(3)} × the empty page. Budget: ${budget.toFixed(2)} ×.`);
  if (heaviest > budget) process.exitCode = 1;
}

async function weighEmptyPage(): Promise<PageWeight> {
  const site = buildEmptySite(config.future);
  try {
    const [weight] = await weighPages(site.folder, [site.page]);
    if (weight === undefined) throw new Error('The empty page was not weighed.');
    return weight;
  } finally {
    site.remove();
  }
}

/** The weight of each page as a multiple of the empty one. */
async function weighOperationPages(empty: PageWeight): Promise<number[]> {
  const weights = await weighPages(buildSite(), operationPages);
  return weights.map((weight, index) => {
    const ratio = weight.loaded / empty.loaded;
    print(operationPages[index] ?? '', weight, `${ratio.toFixed(3)} ×`);
    return ratio;
  });
}

async function weighPages(folder: string, paths: string[]): Promise<PageWeight[]> {
  const server = await serveStatic(folder);
  const browser = await launchBrowser();
  try {
    const weights: PageWeight[] = [];
    for (const path of paths) weights.push(await weighPage(browser, server.url + path));
    return weights;
  } finally {
    await browser.close();
    await server.close();
  }
}

function print(name: string, {loaded, fetchedAhead}: PageWeight, remark = ''): void {
  const weight = `${kilobytes(loaded)} loaded, ${kilobytes(fetchedAhead)} fetched ahead for other pages`;
  console.log(`${name.padEnd(34)} ${weight} ${remark}`.trimEnd());
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
}

void main();
