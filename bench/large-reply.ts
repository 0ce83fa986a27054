import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {loadavg, tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Page} from 'playwright';
import type {JsonObject} from '../src/model/json.ts';
import {launchBrowser} from '../test/support/browser.ts';
import {makeForeignSite} from '../test/support/foreign-site.ts';
import {serveStatic} from '../test/support/static-server.ts';
import {watchMainThread} from './main-thread.ts';

/** What the main thread of the page may work in one piece. */
const budgetMs = 100;
const wantedBytes = 20 * 1024 * 1024;

/**
 * Sends a request from a built site in Chromium to a server that answers with 20 MB of JSON, looks at the reply in all its
 * views, and measures the longest task of the page's main thread in each step. Fails over the budget.
 */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'large-reply-'));
  const records = await serveRecords();
  const document = join(folder, 'large.json');
  writeFileSync(document, JSON.stringify(recordsApi(records.url)));
  const site = makeForeignSite([{id: 'large', spec: document}]);
  await site.build();
  const server = await serveStatic(site.buildFolder);
  const browser = await launchBrowser();
  try {
    console.log('The longest task of the main thread: work of the thread itself, and by the clock.');
    for (const [name, path] of [
      ['as documented', 'list-records'],
      ['whose last records differ', 'list-strict-records'],
    ] as const) {
      const page = await browser.newPage({viewport: {width: 1440, height: 1000}});
      await page.goto(`${server.url}/reference/large/${path}`);
      console.log(`A reply of 20 MB, ${name}:`);
      await lookAtReply(page);
      await page.close();
    }
  } finally {
    await browser.close();
    await server.close();
    await records.close();
    site.remove();
    rmSync(folder, {recursive: true});
  }
}

async function lookAtReply(page: Page): Promise<void> {
  const form = page.locator('form[data-operation]');
  await form.locator('select').first().focus();
  await page.waitForLoadState('networkidle');
  const search = page.getByLabel('Search in the body', {exact: true}).last();
  const found = page.locator('mark').first();
  const lines = page.getByRole('region', {name: 'Body', exact: true});
  const tree = page.getByRole('tree', {name: 'Body'});
  await measure(page, 'send, until the tree is shown', async () => {
    await form.locator('button[type="submit"]').click();
    const confirm = page.getByRole('button', {name: /^Send/}).last();
    await confirm.or(tree).first().waitFor();
    if (await confirm.isVisible()) await confirm.click();
    await tree.waitFor({timeout: 120_000});
  });
  const difference = page.getByRole('button', {name: /^Go to \d/}).last();
  if (await difference.isVisible()) {
    await measure(page, 'go to a difference', async () => {
      await difference.click();
      await page.locator('[role="treeitem"][aria-selected="true"]').waitFor();
    });
  }
  await measure(page, 'search in the tree', async () => {
    await search.fill('record 90000');
    await found.waitFor();
  });
  await measure(page, 'open all that is beside', async () => {
    await tree.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('*');
  });
  await measure(page, 'to the end of the tree', async () => {
    await page.keyboard.press('End');
    await page.waitForTimeout(300);
  });
  await measure(page, 'raw view', async () => {
    await page.getByRole('tab', {name: 'Raw'}).last().click();
    await lines.waitFor();
  });
  await measure(page, 'search in the raw view', async () => {
    await search.fill('record 9100');
    await found.waitFor();
  });
  await measure(page, 'back to the tree', async () => {
    await page.getByRole('tab', {name: 'Tree'}).click();
    await tree.waitFor();
  });
  await measure(page, 'copy the whole body', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', {name: 'Copy the whole body'}).click();
    await page
      .getByText(/^(?:Copied|Select and copy by hand)$/)
      .first()
      .waitFor();
  });
  await measure(page, 'download', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', {name: 'Download', exact: true}).click();
    await (await download).delete();
  });
}

async function measure(page: Page, name: string, act: () => Promise<void>): Promise<void> {
  const stop = await watchMainThread(page);
  await act();
  await page.waitForTimeout(700);
  const {tasks} = await stop();
  const longest = tasks.reduce((most, task) => (task.thread > most.thread ? task : most));
  const slowest = Math.max(...tasks.map(({wall}) => wall));
  console.log(
    `  ${name.padEnd(32)} ${longest.thread.toFixed(0).padStart(5)} ms work, ${slowest.toFixed(0).padStart(5)} ms by the clock` +
      ` (load ${loadavg()[0]?.toFixed(1) ?? ''})`,
  );
  if (longest.thread > budgetMs) process.exitCode = 1;
}

/** A server on loopback that any page may read, with 20 MB of JSON. */
async function serveRecords(): Promise<{url: string; close: () => Promise<void>}> {
  const body = Buffer.from(largeText());
  const server = createServer((_request, response) => {
    response.writeHead(200, {'content-type': 'application/json', 'access-control-allow-origin': '*'}).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Text that is not ASCII is slower to decode, and takes two bytes a character in memory. */
function largeText(): string {
  const rows: string[] = [];
  for (let size = 2, id = 0; size < wantedBytes; id++) {
    const row = JSON.stringify({
      id,
      name: `record ${id} – Zoë`,
      price: id / 8,
      isOpen: id % 2 === 0,
      tags: ['red', 'green', `tag ${id % 7}`],
      address: {street: `Long Street ${id}`, city: 'Zürich', note: null},
    });
    rows.push(row);
    size += Buffer.byteLength(row) + 1;
  }
  return `[${rows.join(',')}]`;
}

function recordsApi(url: string): JsonObject {
  const operation = (operationId: string, id: JsonObject): JsonObject => ({
    get: {
      operationId,
      summary: operationId,
      responses: {
        200: {
          description: 'All records.',
          content: {
            'application/json': {
              schema: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['id', 'name'],
                  properties: {
                    id,
                    name: {type: 'string', maxLength: 200},
                    price: {type: 'number', minimum: 0},
                    isOpen: {type: 'boolean'},
                    tags: {type: 'array', items: {type: 'string'}},
                    address: {type: 'object', properties: {street: {type: 'string'}, city: {type: 'string'}}},
                  },
                },
              },
            },
          },
        },
      },
    },
  });
  return {
    openapi: '3.1.0',
    info: {title: 'Large', version: '1.0.0'},
    servers: [{url}],
    paths: {
      '/records': operation('listRecords', {type: 'integer'}),
      '/strict': operation('listStrictRecords', {type: 'integer', maximum: 100_000}),
    },
  };
}

void main();
