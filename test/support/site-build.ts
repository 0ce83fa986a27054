import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {docusaurusCommand} from './docusaurus-command.ts';

const root = resolve(__dirname, '../..');
const stamp = join(root, '.cache/site-build.json');

/** What the built site is made of. `src/generated` is left out: it is made from `openapi` on each run. */
const sources = [
  'docs',
  'openapi',
  'src',
  'static',
  'docusaurus.config.ts',
  'sidebars.ts',
  'redocly.yaml',
  'package.json',
  'package-lock.json',
];

/** The folder of the site as `npm run build` makes it, built anew when a source has changed since, and always under CI. */
export function buildSite(): string {
  const folder = join(root, 'build');
  if (process.env['CI'] === undefined && isFresh(folder)) return folder;
  // The tests are about the site with its default address, whatever the shell is set up for.
  const defaults = {DOCS_URL: undefined, DOCS_BASE_URL: undefined, DOCS_TARGET: undefined, NODE_ENV: 'production'};
  execFileSync(process.execPath, [...docusaurusCommand, 'build'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {...process.env, ...defaults},
  });
  mkdirSync(dirname(stamp), {recursive: true});
  writeFileSync(stamp, JSON.stringify({builtAt: builtAt(folder)}));
  return folder;
}

/** Whether `build/` is what these tests built last, and nothing it is made of has changed since. */
function isFresh(folder: string): boolean {
  if (!existsSync(stamp) || !existsSync(join(folder, 'index.html'))) return false;
  const recorded = JSON.parse(readFileSync(stamp, 'utf8')) as {builtAt: number};
  return (
    recorded.builtAt === builtAt(folder) && sources.every((source) => newest(join(root, source)) < recorded.builtAt)
  );
}

function builtAt(folder: string): number {
  return statSync(join(folder, 'index.html')).mtimeMs;
}

/** The time of the last change in a file or folder. A folder's own time tells of files that were removed. */
function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  const children = readdirSync(path).filter((name) => name !== 'generated' && !/\.test\.tsx?$/.test(name));
  return Math.max(entry.mtimeMs, ...children.map((name) => newest(join(path, name))));
}
