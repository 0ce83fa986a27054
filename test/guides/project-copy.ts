import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, resolve} from 'node:path';

/** A copy of the project without its guides, in which the steps of one guide are taken. */
export interface ProjectCopy {
  folder: string;
  /** Writes a file of the project, with folders where they are missing. */
  write: (path: string, text: string) => void;
  /** Changes a file of the project as a diff says. Throws when the file is not as the diff expects it. */
  change: (path: string, diff: string) => void;
  remove: () => void;
}

const copied = ['src', 'openapi', 'scripts', 'package.json', 'docusaurus.config.ts', 'sidebars.ts', 'redocly.yaml'];
const configurations = ['tsconfig.base.json', 'tsconfig.json', 'tsconfig.node.json', 'vitest.config.mts'];
const linked = ['node_modules', 'test', 'static'];

export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'guide-'));
  for (const name of [...copied, ...configurations]) cpSync(name, join(folder, name), {recursive: true});
  for (const name of linked) symlinkSync(resolve(name), join(folder, name));
  mkdirSync(join(folder, 'docs'));
  return {
    folder,
    write(path, text) {
      mkdirSync(dirname(join(folder, path)), {recursive: true});
      writeFileSync(join(folder, path), `${text}\n`);
    },
    change(path, diff) {
      const file = join(folder, path);
      writeFileSync(file, applyDiff(readFileSync(file, 'utf8'), diff));
    },
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/**
 * Applies a diff without line numbers: lines that begin with a space stay, with `-` go, with `+` come; `@@` lies between
 * two places. Throws when the lines that stay and go are not found exactly once.
 */
export function applyDiff(text: string, diff: string): string {
  const hunks = diff.split(/^@@.*\n/m).filter((hunk) => hunk.trim() !== '');
  return hunks.reduce((changed, hunk) => {
    const lines = hunk.replace(/\n$/, '').split('\n');
    const without = (sign: string) =>
      lines
        .filter((line) => !line.startsWith(sign))
        .map((line) => line.slice(1))
        .join('\n');
    const [before, after] = [without('+'), without('-')];
    const parts = `\n${changed}`.split(`\n${before}\n`);
    if (parts.length !== 2) throw new Error(`The file has these lines ${parts.length - 1} times:\n${before}`);
    return parts.join(`\n${after}\n`).slice(1);
  }, text);
}
