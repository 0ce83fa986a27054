import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {loadavg, tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {Json, JsonObject} from '../src/model/json.ts';
import {launchBrowser} from '../test/support/browser.ts';
import {makeForeignSite} from '../test/support/foreign-site.ts';
import {serveStatic} from '../test/support/static-server.ts';
import {withLargestBody} from './largest-body.ts';
import {watchMainThread, type Recording, type Task} from './main-thread.ts';

/** What a keystroke may cost at the 95th percentile: one frame of a screen. */
const budgetMs = 16;
const keystrokes = 100;
/** Not counted: what the browser has not compiled yet. */
const warmUp = 10;

const github = join(__dirname, 'github/node_modules/@octokit/openapi/generated/api.github.com.json');

/** A form to type into: the page, and how its field comes into sight. */
interface Form {
  name: string;
  path: string;
  /** Fills in the example before. */
  example?: string;
}

/**
 * Types into the largest forms of a built site in Chromium, and measures what a letter costs the page. Fails over the
 * budget. GitHub's largest body is among the forms when `bench:github` has fetched the document.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keystroke-'));
  const large = join(folder, 'large.json');
  writeFileSync(large, JSON.stringify(largeForms()));
  const apis = [{id: 'large', spec: large}];
  const forms: Form[] = [
    {name: '500 fields', path: '/reference/large/many-fields'},
    {name: '200 objects', path: '/reference/large/many-objects', example: 'Two hundred'},
  ];
  if (existsSync(github)) {
    const document = withLargestBody(JSON.parse(readFileSync(github, 'utf8')) as JsonObject);
    writeFileSync(join(folder, 'github.json'), JSON.stringify(document));
    apis.push({id: 'github', spec: join(folder, 'github.json')});
    forms.push({name: "GitHub's largest body", path: '/reference/github/largest-body'});
  }
  const site = makeForeignSite(apis);
  await site.build();
  const server = await serveStatic(site.buildFolder);
  const browser = await launchBrowser();
  try {
    console.log(explanation);
    for (const form of forms) {
      const page = await browser.newPage({viewport: {width: 1440, height: 1000}});
      await page.goto(server.url + form.path);
      report(form.name, await typeInto(page, form));
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    site.remove();
    rmSync(folder, {recursive: true});
  }
}

const explanation = `For each letter, median and 95 %, as work of the page's main thread (Chromium's tracing, with its own cost; what
other programs of the machine take does not count) unless it says "clock":
  frame    all tasks from the keydown up to the first frame that shows the letter, that frame with style, layout and paint
  clock    from the keydown to the end of that frame, as the reader waits on this machine
  longest  the longest task, up to the next letter: none may hold that up
  all      everything until the next letter: the code on the page has the letter, too`;

/** In milliseconds, for each letter. */
type Cost = Record<'frame' | 'clock' | 'longest' | 'all', number[]>;

async function typeInto(page: Page, {example}: Form): Promise<Cost> {
  const form = page.locator('form[data-operation]');
  await form.locator('select').first().focus();
  // Awake is a form that has hidden groups to open, and the buttons of its examples.
  await page.waitForLoadState('networkidle');
  if (example !== undefined) await form.getByRole('button', {name: example}).click();
  const input = form.locator('input[type="text"][data-field^="body"]').first();
  while ((await input.count()) === 0) await form.locator('[aria-expanded="false"]').last().click();
  await input.fill('x');
  const code = page.locator('[data-snippet]').first();
  await page.waitForLoadState('networkidle');
  await input.focus();
  for (let key = 0; key < warmUp; key++) await press(page, key);
  const stop = await watchMainThread(page);
  for (let key = 0; key < keystrokes; key++) await press(page, key);
  const recording = await stop();
  const typed = await input.inputValue();
  if (!(await code.textContent())?.includes(typed)) throw new Error(`The code does not have what was typed: ${typed}`);
  return costOf(recording);
}

async function press(page: Page, key: number): Promise<void> {
  await page.keyboard.press('abcdefghij'.charAt(key % 10));
  await page.waitForTimeout(120);
}

function costOf({tasks, keys, frames}: Recording): Cost {
  const cost: Cost = {frame: [], clock: [], longest: [], all: []};
  keys.forEach((key, index) => {
    const end = keys[index + 1] ?? Infinity;
    const mine = tasks.filter(({start, wall}) => start + wall > key && start + wall < end);
    const frame = frames.find((time) => time > key) ?? end;
    const before = mine.filter(({start}) => start <= frame);
    const last = before.at(-1);
    cost.frame.push(sum(before));
    cost.clock.push(last === undefined ? Infinity : last.start + last.wall - key);
    cost.longest.push(Math.max(...mine.map(({thread}) => thread)));
    cost.all.push(sum(mine));
  });
  return cost;
}

function sum(tasks: Task[]): number {
  return tasks.reduce((total, {thread}) => total + thread, 0);
}

function report(name: string, cost: Cost): void {
  const columns = Object.entries(cost).map(
    ([what, times]) => `${what} ${milliseconds(percentile(times, 0.5))} /${milliseconds(percentile(times, 0.95))}`,
  );
  console.log(`${name.padEnd(22)} ${columns.join('  ')} (load ${loadavg()[0]?.toFixed(1) ?? ''})`);
  if (percentile(cost.frame, 0.95) > budgetMs || percentile(cost.longest, 0.95) > budgetMs) process.exitCode = 1;
}

function percentile(times: number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Infinity;
}

function milliseconds(time: number): string {
  return `${time.toFixed(1)} ms`.padStart(8);
}

/** Two operations: one with 500 fields in groups of five, one with a list, and 200 objects as its example. */
function largeForms(): JsonObject {
  const kinds: Json[] = [
    {type: 'string'},
    {type: 'integer'},
    {type: 'boolean'},
    {enum: ['a', 'b', 'c']},
    {type: ['string', 'null'], description: 'May be null.', maxLength: 80},
  ];
  const row = {type: 'object', properties: Object.fromEntries(kinds.map((kind, at) => [`field${at}`, kind]))};
  const groups = Array.from({length: 100}, (_, at): [string, Json] => [`group${at}`, row]);
  const objects = Array.from({length: 200}, (_, at) => ({field0: 'x', field1: at, field2: true, field3: 'a'}));
  const operation = (operationId: string, content: JsonObject): JsonObject => ({
    post: {
      operationId,
      summary: operationId,
      requestBody: {content: {'application/json': content}},
      responses: {200: {description: 'Done.'}},
    },
  });
  const list = {schema: {type: 'array', items: row}, examples: {all: {summary: 'Two hundred', value: objects}}};
  return {
    openapi: '3.1.0',
    info: {title: 'Large', version: '1.0.0'},
    servers: [{url: 'https://api.example.com'}],
    paths: {
      '/fields': operation('manyFields', {schema: {type: 'object', properties: Object.fromEntries(groups)}}),
      '/objects': operation('manyObjects', list),
    },
  };
}

void main();
