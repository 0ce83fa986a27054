import {spawn, type ChildProcess} from 'node:child_process';
import {cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {loadavg, tmpdir} from 'node:os';
import {basename, join, resolve} from 'node:path';
import type {Browser, Page} from 'playwright';
import {launchBrowser} from '../test/support/browser.ts';
import {makeForeignSite} from '../test/support/foreign-site.ts';
import {docusaurusCommand} from '../test/support/docusaurus-command.ts';

const root = resolve(__dirname, '..');
const github = join(__dirname, 'github/node_modules/@octokit/openapi/generated/api.github.com.json');
/** The first change finds nothing compiled and nothing remembered; all of them count. */
const changes = 4;

/** A document that is changed while its page is open. */
interface Case {
  name: string;
  /** Absolute. */
  file: string;
  path: string;
  /** The summary of the operation, as it stands in the document. */
  summary: string;
  /** Seconds until the page shows the change. */
  budget: number;
}

/**
 * How long a change of one operation takes under `npm start` until the open page shows it: in both APIs of our own site,
 * and in GitHub's REST API when `bench:github` has fetched it. `tsx bench/reload.ts own` leaves GitHub's out. Fails over
 * the budget.
 */
async function main(): Promise<void> {
  const browser = await launchBrowser();
  try {
    if (process.argv[2] !== 'github') await measureOwnSite(browser);
    if (process.argv[2] !== 'own' && existsSync(github)) await measureGithub(browser);
    console.log(`load of the machine at the end: ${loadavg()[0]?.toFixed(1) ?? ''}`);
  } finally {
    await browser.close();
  }
}

/** In a copy: the site's own documents are not written to. */
async function measureOwnSite(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reload-'));
  const left = new Set(['node_modules', '.docusaurus', '.git', 'build', 'bench', 'test']);
  cpSync(root, folder, {recursive: true, filter: (from) => from === root || !left.has(basename(from))});
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const cases = [
    {id: 'coindroids', path: 'identify'},
    {id: 'doordeck', path: 'register'},
  ].map(({id, path}): Case => {
    const file = join(folder, `openapi/${id}.yaml`);
    const operation = new RegExp(`operationId: ${path}\\n(?:.*\\n){0,3}? +summary: (.*)\\n`);
    const [, summary = ''] = operation.exec(readFileSync(file, 'utf8')) ?? [];
    return {name: id, file, path: `/reference/${id}/${path}`, summary, budget: 2};
  });
  await measure(browser, folder, cases);
  rmSync(folder, {recursive: true});
}

async function measureGithub(browser: Browser): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'reload-'));
  const file = join(folder, 'github.json');
  writeFileSync(file, readFileSync(github));
  const site = makeForeignSite([{id: 'github', spec: file}]);
  const path = '/reference/github/apps-get-authenticated';
  await measure(browser, site.folder, [
    {name: "GitHub's", file, path, summary: 'Get the authenticated app', budget: 10},
  ]);
  site.remove();
  rmSync(folder, {recursive: true});
}

async function measure(browser: Browser, folder: string, cases: Case[]): Promise<void> {
  const port = await freePort();
  const server = startServer(folder, port);
  try {
    for (const one of cases) {
      const page = await browser.newPage();
      const started = performance.now();
      await openPage(page, `http://localhost:${port}${one.path}`, one.summary, server);
      console.log(`${one.name}: open after ${seconds(started)} s`);
      for (let change = 1; change <= changes; change++) await measureChange(page, one, change);
      await page.close();
    }
  } finally {
    await stop(server);
  }
}

async function measureChange(page: Page, {name, file, summary, budget}: Case, change: number): Promise<void> {
  const after = `${summary}, change ${change}`;
  const text = readFileSync(file, 'utf8');
  const before = new RegExp(`(summary"?: "?)${summary}(?:, change \\d+)?(?="?,?\\n)`);
  if (!before.test(text)) throw new Error(`${file} has no operation "${summary}".`);
  const started = performance.now();
  writeFileSync(file, text.replace(before, `$1${after}`));
  await page.locator('h1', {hasText: after}).waitFor({timeout: 300_000});
  const took = seconds(started);
  console.log(`${name}: change ${change} after ${took} s (budget ${budget} s)`);
  if (Number(took) > budget) process.exitCode = 1;
}

/** The server answers before its first bundle is there, so the page is asked for again until it has the title. */
async function openPage(page: Page, url: string, title: string, server: ChildProcess): Promise<void> {
  const end = performance.now() + 600_000;
  while (performance.now() < end && server.exitCode === null) {
    await page.goto(url, {timeout: 600_000}).catch(() => null);
    const shown = page.locator('h1', {hasText: title});
    const isShown = await shown.waitFor({timeout: 5000}).then(
      () => true,
      () => false,
    );
    if (isShown) return;
  }
  throw new Error(`${url} does not show "${title}".`);
}

/** What it says of the documents is not shown; it is heard when it cannot start at all. */
function startServer(folder: string, port: number): ChildProcess {
  const given = ['start', folder, '--no-open', '--port', String(port)];
  const server = spawn(process.execPath, [...docusaurusCommand, ...given], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (said += String(text)));
  server.once('exit', (code) => code !== null && code > 0 && console.error(said));
  return server;
}

function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  const ended = new Promise<void>((resolveEnd) => server.once('exit', () => resolveEnd()));
  server.kill();
  return ended;
}

function freePort(): Promise<number> {
  return new Promise((resolvePort) => {
    const probe = createServer();
    probe.listen(0, () => {
      const {port} = probe.address() as AddressInfo;
      probe.close(() => resolvePort(port));
    });
  });
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

void main();
