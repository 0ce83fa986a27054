import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {Json, JsonObject} from '../src/model/json.ts';
import {launchBrowser} from '../test/support/browser.ts';
import {makeForeignSite} from '../test/support/foreign-site.ts';
import {serveStatic} from '../test/support/static-server.ts';
import {withLargestBody} from './largest-body.ts';

/** What a keystroke may cost at the 95th percentile, until the code on the page has it: one frame of a screen. */
const budgetMs = 16;
const keystrokes = 100;

const github = join(__dirname, 'github/node_modules/@octokit/openapi/generated/api.github.com.json');

/** A form to type into: the page, and how its field comes into sight. */
interface Form {
  name: string;
  path: string;
  /** Fills in the example before. */
  example?: string;
}

/**
 * Types into the largest forms of a built site in Chromium, and measures what a letter costs the page: all its work until
 * the code has it, and the time until the letter is painted. Fails over the budget. GitHub's largest body is among the
 * forms when `bench:github` has fetched the document.
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

interface Cost {
  /** All that the page's thread did for a letter. */
  work: number[];
  /** From the event to the frame that shows it. */
  painted: number[];
}

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
  await page.evaluate(watchPaint);
  const session = await page.context().newCDPSession(page);
  // The thread's own time: what other programs of a busy machine take does not count.
  await session.send('Performance.enable', {timeDomain: 'threadTicks'});
  const busy = async () => {
    const {metrics} = await session.send('Performance.getMetrics');
    return (metrics.find(({name}) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await input.focus();
  const work: number[] = [];
  for (let key = 0; key < keystrokes; key++) {
    const letter = 'abcdefghij'.charAt(key % 10);
    const before = await busy();
    await page.keyboard.press(letter);
    // The code has the letter long before.
    await page.waitForTimeout(120);
    work.push((await busy()) - before);
  }
  const typed = await input.inputValue();
  if (!(await code.textContent())?.includes(typed)) throw new Error(`The code does not have what was typed: ${typed}`);
  return {work, painted: await page.evaluate(() => JSON.parse(document.body.dataset['painted'] ?? '[]') as number[])};
}

/** Writes down, for each letter, how long it took until its frame was there. */
function watchPaint(): void {
  const painted: number[] = [];
  addEventListener(
    'input',
    ({timeStamp}) => {
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => {
          painted.push(performance.now() - timeStamp);
          document.body.dataset['painted'] = JSON.stringify(painted);
        };
        port2.postMessage(undefined);
      });
    },
    {capture: true},
  );
}

function report(name: string, {work, painted}: Cost): void {
  const high = percentile(work, 0.95);
  console.log(
    `${name.padEnd(24)} work ${milliseconds(percentile(work, 0.5))}, 95 % ${milliseconds(high)}; ` +
      `painted after ${milliseconds(percentile(painted, 0.5))}, 95 % ${milliseconds(percentile(painted, 0.95))}`,
  );
  if (high > budgetMs) process.exitCode = 1;
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
