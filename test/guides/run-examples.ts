import {spawn} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {GuideExample} from './guide-blocks.ts';

/** What an example printed, and how it ended. */
export interface Ran {
  example: GuideExample;
  code: number | null;
  stdout: string;
  stderr: string;
}

const commands: Record<string, {file: string; command: string[]}> = {
  js: {file: 'example.mjs', command: [process.execPath, 'example.mjs']},
  python: {file: 'example.py', command: ['python3', 'example.py']},
};

/** The languages whose examples are run one by one. */
export const runLanguages = ['sh', ...Object.keys(commands)];

/** The steps of a guide, taken one after the other in one folder. */
export interface GuideRun {
  /** Runs one example. The shell is the same for all `sh` examples, so that a later one has the variables of an earlier one. */
  run: (example: GuideExample) => Promise<Ran>;
  end: () => void;
}

/** @param addresses stand in the code in place of those that the guide names, and the other way round in what it prints */
export function startRun(folder: string, addresses: Record<string, string>): GuideRun {
  const shell = startShell(folder);
  return {
    async run(example) {
      const pairs = Object.entries(addresses);
      const code = pairs.reduce((text, [named, real]) => text.replaceAll(named, real), example.code);
      const result =
        example.language === 'sh' ? await shell.run(code) : await runFile(commands[example.language], code, folder);
      const stdout = pairs.reduce((text, [named, real]) => text.replaceAll(real, named), result.stdout);
      return {example, ...result, stdout};
    },
    end: shell.end,
  };
}

type Result = Omit<Ran, 'example'>;

/** Printed after each example: the shell is done with it. */
const mark = '-- end of the example --';

/** One shell for several examples. It ends with the first command that fails. */
function startShell(folder: string): {run: (code: string) => Promise<Result>; end: () => void} {
  const child = spawn('bash', ['-eu', '-o', 'pipefail'], {
    cwd: folder,
    // What the tests' own npm says of itself is not for the npm of an example.
    env: {...process.env, INIT_CWD: folder, NO_COLOR: '1', npm_config_update_notifier: 'false'},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const texts = {stdout: '', stderr: ''};
  let check = (): void => undefined;
  child.stdout.on('data', (chunk: Buffer) => {
    texts.stdout += chunk.toString();
    check();
  });
  child.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
  const closed = new Promise<number | null>((done) => child.on('close', done));
  return {
    async run(code) {
      Object.assign(texts, {stdout: '', stderr: ''});
      const finished = new Promise<number>((done) => {
        check = () => {
          if (texts.stdout.includes(mark)) done(0);
        };
      });
      // The commands read nothing: the rest of the examples must not be swallowed by one of them.
      child.stdin.write(`{\n${code}\n} </dev/null\necho '${mark}'\n`);
      const timeout = setTimeout(() => child.kill(), 240_000);
      const ended = await Promise.race([finished, closed]);
      clearTimeout(timeout);
      return {code: ended, ...texts, stdout: texts.stdout.replace(`${mark}\n`, '')};
    },
    end: () => child.kill(),
  };
}

async function runFile(way: (typeof commands)[string] | undefined, code: string, folder: string): Promise<Result> {
  if (way === undefined) throw new Error('There is no way to run an example of this language.');
  writeFileSync(join(folder, way.file), code);
  const [command = '', ...args] = way.command;
  return new Promise((done) => {
    const child = spawn(command, args, {cwd: folder, stdio: ['ignore', 'pipe', 'pipe'], timeout: 60_000});
    const texts = {stdout: '', stderr: ''};
    child.stdout.on('data', (chunk: Buffer) => (texts.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString()));
    child.on('error', (error) => done({code: -1, ...texts, stderr: String(error)}));
    child.on('close', (ended) => done({code: ended, ...texts}));
  });
}

/** Whether a text is as a guide shows it: line by line without blanks at the ends, `…` standing for anything in a line. */
export function isAsShown(text: string, shown: string): boolean {
  const lines = (value: string) =>
    value
      .trim()
      .split('\n')
      .map((line) => line.trim());
  const pattern = lines(shown)
    .map((line) => line.split('…').map(escape).join('.*'))
    .join('\\n');
  return new RegExp(`^${pattern}$`).test(lines(text).join('\n'));
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
