import {spawn} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {ApiEntry} from '../../src/plugin/options.ts';
import {browserslist} from '../../package.json';
import {docusaurusCommand} from './docusaurus-command.ts';

const root = resolve(__dirname, '../..');

/** A bare site of Docusaurus' classic preset, in a temporary folder, that uses our plugin by its path. */
export interface ForeignSite {
  folder: string;
  /** What Docusaurus put into `build/`. */
  buildFolder: string;
  /** Resolves with what the build said. Rejects with it when it failed. `onStart` gets the id of its process. */
  build: (onStart?: (pid: number) => void) => Promise<string>;
  remove: () => void;
}

/** Where the site is, what the plugin is told, and what becomes of links that lead nowhere. */
interface Surroundings {
  baseUrl?: string;
  routeBasePath?: string;
  guides?: string;
  onBrokenLinks?: 'throw' | 'ignore';
}

/**
 * Makes the site with these documents, by the id of each API, and with more for its theme where a test needs it. It is
 * at the root of its host unless told otherwise. It has one guide, `docs/start-here.md`, and a home page.
 */
export function makeForeignSite(
  apis: ApiEntry[],
  themeConfig: object = {},
  {baseUrl = '/', routeBasePath = 'reference', guides, onBrokenLinks = 'throw'}: Surroundings = {},
): ForeignSite {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-site-'));
  const config = {
    title: 'Foreign',
    url: 'http://localhost',
    baseUrl,
    onBrokenLinks,
    onBrokenAnchors: 'ignore',
    future: {v4: true, faster: true},
    presets: [['classic', {docs: {}, blog: false}]],
    themeConfig: {navbar: {title: 'Foreign'}, ...themeConfig},
    plugins: [[join(root, 'src/plugin/index.ts'), {apis, target: 'live', routeBasePath, guides}]],
  };
  mkdirSync(join(folder, 'docs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'foreign', private: true, browserslist}));
  writeFileSync(join(folder, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config, undefined, 2)};\n`);
  // Browsers ask for it unasked, and tests read every failed load as a complaint.
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'static/favicon.ico'), '');
  writeFileSync(join(folder, 'docs/start-here.md'), '# Start here\n');
  mkdirSync(join(folder, 'src/pages'), {recursive: true});
  writeFileSync(join(folder, 'src/pages/index.md'), '# Home\n');
  return {
    folder,
    buildFolder: join(folder, 'build'),
    build: (onStart) => run(folder, onStart),
    remove: () => rmSync(folder, {recursive: true}),
  };
}

function run(folder: string, onStart?: (pid: number) => void): Promise<string> {
  return new Promise((resolveRun, reject) => {
    const child = spawn(process.execPath, [...docusaurusCommand, 'build', folder], {
      cwd: folder,
      // The bundler's cache would serve the next build of this folder, and there is none.
      env: {...process.env, NODE_ENV: 'production', NO_COLOR: '1', DOCUSAURUS_NO_PERSISTENT_CACHE: 'true'},
    });
    if (child.pid !== undefined) onStart?.(child.pid);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += String(text)));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolveRun(said);
      else reject(new Error(`The build ended with ${String(code)}:\n${said}`));
    });
  });
}
