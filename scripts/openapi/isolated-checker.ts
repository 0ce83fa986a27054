import {fork, type ChildProcess} from 'node:child_process';
import {statSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {unusable, type CheckedFile} from '../../src/plugin/check-file.ts';

/** What was found of a file, and what that took. */
export interface Measured extends CheckedFile {
  ms: number;
  /** Of the whole process, in megabytes. */
  peakMb: number;
}

export interface IsolatedChecker {
  check: (file: string) => Promise<Measured>;
  close: () => void;
}

export interface Limits {
  seconds: number;
  /** Of the JavaScript heap. */
  megabytes: number;
}

/** A process that has grown this large gives place to a new one, for the next file is measured in it. */
const largeMb = 1000;

/**
 * Checks files in a process of their own: one that takes too long or too much memory is ended and reported as a problem,
 * and the next file gets a new process.
 */
export function createIsolatedChecker(
  folder: string,
  limits: Limits = {seconds: 120, megabytes: 4096},
): IsolatedChecker {
  let child: ChildProcess | undefined;
  const close = (): void => {
    child?.kill('SIGKILL');
    child = undefined;
  };
  const check = async (file: string): Promise<Measured> => {
    child ??= await start(folder, limits);
    const started = performance.now();
    const seconds = limits.seconds * Math.max(1, sizeMb(resolve(folder, file)) / usualMb);
    const result = await ask(child, file, {...limits, seconds});
    const ms = Math.round(performance.now() - started);
    const peakMb = result.peakMb ?? limits.megabytes;
    if (result.peakMb === undefined || peakMb > largeMb) close();
    return {...result.checked, ms, peakMb};
  };
  return {check, close};
}

/** Larger documents get more time: the largest published ones have 20 MB and more, and nothing in them hangs. */
const usualMb = 10;

/** None for what is not there, which the check tells. */
function sizeMb(path: string): number {
  return (statSync(path, {throwIfNoEntry: false})?.size ?? 0) / 1e6;
}

/** Starts the process and waits until its modules are loaded: that is not the document's time. */
async function start(folder: string, {megabytes}: Limits): Promise<ChildProcess> {
  const child = fork(join(__dirname, 'check-process.ts'), [folder], {
    execArgv: [
      '--import',
      pathToFileURL(require.resolve('tsx')).href,
      `--max-old-space-size=${megabytes}`,
      // As the builds have it: a tenth of the time of documents with ten thousand operations.
      '--max-semi-space-size=64',
    ],
    // What a process says that runs out of memory helps nobody, and standard output belongs to the results.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The checking process did not start: exit code ${String(code)}.`)));
  });
  return child;
}

/** What the process answers; without `peakMb` when it could not. */
interface Answer {
  checked: CheckedFile;
  peakMb?: number;
}

function ask(child: ChildProcess, file: string, {seconds, megabytes}: Limits): Promise<Answer> {
  return new Promise((resolve) => {
    const end = (answer: Answer): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(answer);
    };
    const giveUp = (message: string, hint: string): void => {
      const place = {file, line: 1, column: 1, pointer: '#/'};
      end({checked: unusable([{severity: 'error', ...place, message, hint}])});
    };
    const smaller = 'Take out what repeats itself, or divide the document.';
    const timer = setTimeout(() => giveUp(`The document took more than ${seconds} s.`, smaller), seconds * 1000);
    child.once('message', (answer) => end(answer as Answer));
    child.once('exit', () => giveUp(`The document took more than ${megabytes} MB of memory.`, smaller));
    child.send(file);
  });
}
