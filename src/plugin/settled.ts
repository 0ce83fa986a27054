import {stat} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';

/** In milliseconds: writing a file does not pause for so long, and an author does not notice. */
const pause = 50;
const longest = 1000;

/**
 * Waits until a file is written to its end. Editors empty a file before they write it, and watchers report that already;
 * the report of the end can be lost. Does not wait for long for a file that is empty or gone.
 */
export async function settled(path: string): Promise<void> {
  const end = Date.now() + longest;
  let before = await stateOf(path);
  while (Date.now() < end) {
    await wait(pause);
    const now = await stateOf(path);
    if (now === before && now !== nothing) return;
    before = now;
  }
}

const nothing = '';

async function stateOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found === undefined || found.size === 0 ? nothing : `${found.size} ${found.mtimeMs}`;
}
