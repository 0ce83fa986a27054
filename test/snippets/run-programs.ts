import {execFile} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {findRuntime, runtimes} from '../../scripts/runtimes.ts';

const run = promisify(execFile);

/** What a run of programs printed. */
export interface Output {
  stdout: string;
  stderr: string;
}

/** Runs the programs of a language one after the other, each unmodified and in a file of its own. */
export function runPrograms(language: string, programs: string[]): Promise<Output> {
  const runner = runners[language];
  if (runner === undefined) throw new Error(`Nothing here runs ${language}. Add a runner for it to run-programs.ts.`);
  return runner(programs);
}

/** The runtimes that a language needs and this machine does not have, by name; empty when it can be run. */
export function missingRuntimes(language: string): string[] {
  const needed = runtimes.filter(({languages}) => languages.includes(language));
  return needed.filter((runtime) => findRuntime(runtime) === undefined).map(({name}) => name);
}

const runners: Record<string, ((programs: string[]) => Promise<Output>) | undefined> = {
  curl: (programs) => runFiles('bash', 'sh', programs, 'for file in "$@"; do . "$file"; done'),
  javascript: (programs) =>
    runFiles(
      process.execPath,
      'mjs',
      programs,
      `for (const file of process.argv.slice(2)) await import(file).catch((error) => console.error(file, error));`,
    ),
  python: (programs) =>
    runFiles(
      commandOf('python'),
      'py',
      programs,
      [
        'import sys, traceback',
        'for file in sys.argv[1:]:',
        '    try:',
        '        exec(compile(open(file, "rb").read(), file, "exec"), {"__name__": "__main__"})',
        '    except Exception:',
        '        traceback.print_exc()',
      ].join('\n'),
    ),
  http: async (programs) => {
    const replies: string[] = [];
    for (const program of programs) replies.push(await sendMessage(program));
    return {stdout: replies.join('\n'), stderr: ''};
  },
};

/** Writes the programs and a runner to a folder, and has the runner take each program in turn. */
async function runFiles(command: string, extension: string, programs: string[], runner: string): Promise<Output> {
  const folder = mkdtempSync(join(tmpdir(), 'snippets-'));
  try {
    const files = programs.map((program, index) => {
      const file = join(folder, `${index}.${extension}`);
      writeFileSync(file, program);
      return file;
    });
    const runnerFile = join(folder, `run.${extension}`);
    writeFileSync(runnerFile, runner);
    return await run(command, [runnerFile, ...files], {
      cwd: folder,
      timeout: 60_000,
      maxBuffer: 64 * 1024 * 1024,
      env: environment(folder),
    });
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** The reader's own settings of these tools (a proxy, `.curlrc`, `.netrc`) have no say in a test. */
function environment(folder: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/proxy$|^NODE_OPTIONS$|^VITEST/i.test(name));
  return {...Object.fromEntries(kept), NETRC: '/dev/null', CURL_HOME: folder, LC_ALL: 'C.UTF-8', NO_PROXY: '*'};
}

/** Sends a message over a socket to the host that it names, the lines before the body ended as HTTP wants them. */
function sendMessage(message: string): Promise<string> {
  const end = message.indexOf('\n\n') + 2;
  const head = message.slice(0, end).replaceAll('\n', '\r\n');
  const [, host = '', port = '80'] = /^Host: (.*):(\d+)$/m.exec(message) ?? [];
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(port), host, () => socket.write(head + message.slice(end)));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`No answer to:\n${message.slice(0, 400)}`)));
    socket.setEncoding('utf8').on('data', (data: string) => {
      reply += data;
      // The first piece of the answer shows that the request was read to its end.
      socket.destroy();
    });
    socket.on('close', () => resolve(reply)).on('error', reject);
  });
}

function commandOf(language: string): string {
  const runtime = runtimes.find(({languages}) => languages.includes(language));
  const command = runtime && findRuntime(runtime);
  if (command === undefined)
    throw new Error(`No program here runs ${language}; scripts/ensure-runtimes.ts installs one.`);
  return command;
}
