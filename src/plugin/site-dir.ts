import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';

const configFiles = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'].map((extension) => `docusaurus.config.${extension}`);

/** The folder of the site that a folder lies in: the nearest above it with a Docusaurus configuration, else itself. */
export function findSiteDir(folder: string): string {
  for (let current = folder; ; current = dirname(current)) {
    if (configFiles.some((file) => existsSync(join(current, file)))) return current;
    if (current === dirname(current)) return folder;
  }
}
