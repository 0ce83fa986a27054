import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import type {Config} from '@docusaurus/types';
import {browserslist} from '../package.json';
import {docusaurusCommand} from '../test/support/docusaurus-command.ts';

const root = resolve(__dirname, '..');

export interface EmptySite {
  /** The built files. */
  folder: string;
  /** The path of its one page. */
  page: string;
  remove: () => void;
}

/**
 * Builds the site that ours is weighed against: one page with one heading in Docusaurus' classic preset, with the
 * packages that are installed here, the same `future` flags and the same browsers.
 *
 * @throws Error when Docusaurus cannot build it
 */
export function buildEmptySite(future: Config['future']): EmptySite {
  const folder = mkdtempSync(join(tmpdir(), 'empty-docusaurus-'));
  const config = {
    title: 'Empty',
    url: 'http://localhost',
    baseUrl: '/',
    // There is no home page to link to.
    onBrokenLinks: 'ignore',
    future,
    presets: [['classic', {docs: {}, blog: false}]],
  };
  mkdirSync(join(folder, 'docs'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({name: 'empty', private: true, browserslist}));
  writeFileSync(join(folder, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config)};\n`);
  writeFileSync(join(folder, 'docs/empty.md'), '# Empty\n');
  execFileSync(process.execPath, [...docusaurusCommand, 'build', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, NODE_ENV: 'production'},
  });
  return {folder: join(folder, 'build'), page: '/docs/empty', remove: () => rmSync(folder, {recursive: true})};
}
