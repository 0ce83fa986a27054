import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import type {JsonObject} from '../src/model/json.ts';
import {createIsolatedChecker} from '../scripts/openapi/isolated-checker.ts';
import {makeForeignSite} from '../test/support/foreign-site.ts';
import {watchMemory, type MemoryWatch} from './process-memory.ts';

const home = join(__dirname, 'github');
const file = join(home, 'node_modules/@octokit/openapi/generated/api.github.com.json');

/** Budgets: a full build in 45 s and 4 GB, and 150 KB of gzipped HTML for the heaviest page. */
const budget = {seconds: 45, megabytes: 4096, kilobytes: 150};

/** A build that grows beyond it is ended, before the machine suffers. */
const mostMegabytes = 8192;

/** Numbers of operations that are measured to see how time and memory grow. */
const sizes = [500, 1000, 2000, 4000];

/**
 * How building grows with a document: `check` of 500 to 4,000 operations of GitHub's REST API, then a whole site of it.
 * `tsx bench/github.ts check` leaves the site out, `tsx bench/github.ts sites` builds one of each size.
 */
async function main(): Promise<void> {
  if (!existsSync(file))
    execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund'], {stdio: 'inherit'});
  const document = JSON.parse(readFileSync(file, 'utf8')) as JsonObject & {paths: JsonObject};
  const folder = mkdtempSync(join(tmpdir(), 'github-'));
  const files = sizes.map((wanted) => {
    const path = join(folder, `${wanted}.json`);
    writeFileSync(path, JSON.stringify({...document, paths: takePaths(document.paths, wanted)}));
    return path;
  });
  const what = process.argv[2];
  if (what === 'sites') {
    for (const path of files) report(await measureSite(path));
  } else {
    await measureGrowth(files);
    if (what !== 'check') judge(await measureSite(file));
  }
  rmSync(folder, {recursive: true});
}

async function measureGrowth(files: string[]): Promise<void> {
  const checker = createIsolatedChecker(tmpdir(), {seconds: 600, megabytes: 8192});
  for (const path of files) {
    const {ok, counts, ms, peakMb} = await checker.check(path);
    console.log(
      `check: ${counts.operations} operations in ${seconds(ms)}, ${peakMb} MB, ${ok ? 'usable' : 'not usable'}`,
    );
  }
  checker.close();
}

/** The first operations of the document; where it has too few, once more under other paths. */
function takePaths(paths: JsonObject, wanted: number): JsonObject {
  const taken: JsonObject = {};
  let count = 0;
  for (let round = 0; count < wanted; round++) {
    for (const [path, item] of Object.entries(paths)) {
      if (count >= wanted) break;
      taken[round === 0 ? path : `/round-${round}${path}`] = round === 0 ? item : renamed(item as JsonObject, round);
      count += Object.keys(item as JsonObject).filter((key) => /^(?:get|put|post|delete|patch)$/.test(key)).length;
    }
  }
  return taken;
}

/** The operations of a path under ids of their own, for no two pages have one address. */
function renamed(item: JsonObject, round: number): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      const operation = value as JsonObject;
      const {operationId} = operation;
      return [key, typeof operationId === 'string' ? {...operation, operationId: `${operationId}/${round}`} : value];
    }),
  );
}

interface MeasuredSite {
  ms: number;
  peakMb: number;
  pages: number;
  /** Of HTML, gzipped. */
  heaviest: {name: string; bytes: number};
}

async function measureSite(spec: string): Promise<MeasuredSite> {
  const site = makeForeignSite([{id: 'github', spec}]);
  const started = performance.now();
  let memory: MemoryWatch | undefined;
  await site.build((pid) => (memory = watchMemory(pid, mostMegabytes)));
  const ms = performance.now() - started;
  const peakMb = memory?.stop() ?? 0;
  const built = readdirSync(site.buildFolder, {recursive: true}).map(String);
  const pages = built.filter((name) => name.endsWith('.html'));
  const weights = pages.map((name) => ({name, bytes: gzipSync(readFileSync(join(site.buildFolder, name))).length}));
  const [heaviest = {name: '', bytes: 0}] = weights.sort((a, b) => b.bytes - a.bytes);
  site.remove();
  return {ms, peakMb, pages: pages.length, heaviest};
}

function report({ms, peakMb, pages, heaviest}: MeasuredSite): void {
  console.log(`site: ${pages} pages in ${seconds(ms)}, ${peakMb} MB at the most`);
  console.log(`heaviest: ${heaviest.name}, ${(heaviest.bytes / 1000).toFixed(0)} kB`);
}

/** What was measured beside the budgets; the process fails where one is not kept. */
function judge(site: MeasuredSite): void {
  report(site);
  console.log(`budgets: ${budget.seconds} s, ${budget.megabytes} MB, ${budget.kilobytes} kB`);
  const {ms, peakMb, heaviest} = site;
  const isTooMuch = ms / 1000 > budget.seconds || peakMb > budget.megabytes;
  if (isTooMuch || heaviest.bytes / 1000 > budget.kilobytes) process.exitCode = 1;
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

void main();
