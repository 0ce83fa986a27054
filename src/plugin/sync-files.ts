import {existsSync} from 'node:fs';
import {mkdir, readdir, readFile, rename, rm, rmdir, writeFile} from 'node:fs/promises';
import {dirname, join, relative} from 'node:path';
import {inBatches} from './in-batches.ts';

/** What was done to a folder, by path below it. */
export interface SyncResult {
  written: string[];
  removed: string[];
}

/**
 * Makes a folder hold exactly these files (path below it → text). Writes only what differs, removes what is not named,
 * and puts each file in place whole: a bundler that watches never reads half of one.
 */
export async function syncFiles(folder: string, files: Map<string, string>): Promise<SyncResult> {
  const written: string[] = [];
  await inBatches(files, async ([path, text]) => {
    const target = join(folder, path);
    if (existsSync(target) && (await readFile(target, 'utf8')) === text) return;
    await mkdir(dirname(target), {recursive: true});
    const draft = `${target}.${process.pid}.draft`;
    await writeFile(draft, text);
    await rename(draft, target);
    written.push(path);
  });
  return {written, removed: await removeStale(folder, files)};
}

async function removeStale(folder: string, files: Map<string, string>): Promise<string[]> {
  const removed: string[] = [];
  const present = await readdir(folder, {recursive: true, withFileTypes: true});
  for (const entry of present.filter((candidate) => candidate.isFile())) {
    const path = relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/');
    if (files.has(path)) continue;
    await rm(join(folder, path), {force: true});
    removed.push(path);
  }
  const folders = present.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  for (const path of folders.sort((a, b) => b.length - a.length)) {
    if ((await readdir(path)).length === 0) await rmdir(path);
  }
  return removed;
}
