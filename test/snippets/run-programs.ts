import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {promisify} from 'node:util';
import {findRuntime, runtimes} from '../../scripts/runtimes.ts';
import {compiled} from './compiled-languages.ts';
import {sendMessage} from './send-message.ts';

const run = promisify(execFile);

/** What a run of programs printed. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** What lies in the folder that programs run in, by name. */
export type Files = Iterable<[name: string, bytes: Uint8Array | string]>;

/** A command in a folder of its own. */
export type Run = (command: string, args: string[]) => Promise<Output>;

/** Takes the programs of a language one after the other. */
export type Runner = (programs: string[], folder: string, execute: Run) => Promise<Output>;

/**
 * Runs the programs of a language one after the other, each in a file of its own, with these files in their folder. A
 * single program runs as a reader runs it; of many, a compiled language has the name of their main function changed, so
 * that one program holds them all.
 */
export async function runPrograms(language: string, programs: string[], files: Files = []): Promise<Output> {
  const runner = runners[language];
  if (runner === undefined) throw new Error(`Nothing here runs ${language}. Add a runner for it to run-programs.ts.`);
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
    return await runner(programs, folder, (command, args) =>
      run(command, args, {
        cwd: folder,
        timeout: 280_000,
        maxBuffer: 256 * 1024 * 1024,
        env: environment(folder),
      }),
    );
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The runtimes that a language needs and this machine does not have, by name; empty when it can be run. */
export function missingRuntimes(language: string): string[] {
  const needed = runtimes.filter(({languages}) => languages.includes(language));
  return needed.filter((runtime) => findRuntime(runtime) === undefined).map(({name}) => name);
}

const runners: Record<string, Runner | undefined> = {
  curl: interpreted('bash', 'sh', 'for file in "$@"; do . "$file"; done'),
  javascript: interpreted(
    process.execPath,
    'mjs',
    `process.on('unhandledRejection', console.error);
` + 'for (const file of process.argv.slice(2)) await import(file).catch((error) => console.error(file, error));',
  ),
  python: interpreted(
    () => commandOf('python'),
    'py',
    [
      'import sys, traceback',
      'for file in sys.argv[1:]:',
      '    try:',
      '        exec(compile(open(file, "rb").read(), file, "exec"), {"__name__": "__main__"})',
      '    except Exception:',
      '        traceback.print_exc()',
    ].join('\n'),
  ),
  php: interpreted(
    'php',
    'php',
    [
      '<?php',
      'foreach (array_slice($argv, 1) as $file) {',
      '    try { include $file; } catch (Throwable $error) { fwrite(STDERR, "$file: $error\\n"); }',
      '}',
    ].join('\n'),
  ),
  ruby: interpreted(
    'ruby',
    'rb',
    [
      'ARGV.each do |file|',
      '  load file',
      'rescue StandardError, SyntaxError => error',
      '  warn "#{file}: #{error.full_message}"',
      'end',
    ].join('\n'),
  ),
  ...compiled,
  http: async (programs, folder) => {
    const replies: string[] = [];
    for (const program of programs) replies.push(await sendMessage(program, folder));
    return {stdout: replies.join('\n'), stderr: ''};
  },
};

/** Writes each program to a file, and has a program of ours take them in turn. */
function interpreted(command: string | (() => string), extension: string, runner: string): Runner {
  return (programs, folder, execute) => {
    const files = programs.map((program, index) => {
      const file = join(folder, `program-${index}.${extension}`);
      writeFileSync(file, program);
      return file;
    });
    const runnerFile = join(folder, `run.${extension}`);
    writeFileSync(runnerFile, runner);
    return execute(typeof command === 'string' ? command : command(), [runnerFile, ...files]);
  };
}

/** The reader's own settings of these tools (a proxy, `.curlrc`, `.netrc`) have no say in a test. */
function environment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/proxy$|^NODE_OPTIONS$|^VITEST/i.test(name));
  const own = {NETRC: '/dev/null', CURL_HOME: folder, LC_ALL: 'C.UTF-8', NO_PROXY: '*', GOFLAGS: '-mod=mod'};
  return {...Object.fromEntries(kept), ...own};
}

function commandOf(language: string): string {
  const runtime = runtimes.find(({languages}) => languages.includes(language));
  const command = runtime && findRuntime(runtime);
  if (command === undefined)
    throw new Error(`No program here runs ${language}; scripts/ensure-runtimes.ts installs one.`);
  return command;
}
