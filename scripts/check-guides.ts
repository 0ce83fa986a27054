import {readFileSync, readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {pluginOptions} from './configured-apis.ts';
import {checkGuides} from './guide-types/check-guides.ts';

/** Checks the types in all guides of `docs/`, and prints each mistake with its place. */
async function main(): Promise<void> {
  const root = process.cwd();
  const guides = guideFiles(join(root, 'docs')).map((path) => ({path, source: readFileSync(path, 'utf8')}));
  const problems = await checkGuides(guides, pluginOptions(), join(root, 'tsconfig.json'));
  for (const {path, line, column, message} of problems) {
    console.error(`${relative(root, path)}:${line}:${column} - error ${message}`);
  }
  if (problems.length > 0) process.exitCode = 1;
}

function guideFiles(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.mdx?$/.test(name) && !/^decisions[\\/]/.test(name))
    .map((name) => join(folder, name))
    .sort();
}

void main();
