import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {findRuntime, runtimes} from '../../scripts/runtimes.ts';

/** An nginx that serves one configuration of a guide, on loopback. */
export interface Nginx {
  /** Without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/** The command, or undefined where there is none. */
export function findNginx(): string | undefined {
  const nginx = runtimes.find(({name}) => name === 'nginx');
  return nginx && findRuntime(nginx);
}

/**
 * Checks a configuration with `nginx -t` and starts it, with everything that it writes in a temporary folder.
 *
 * @param replaced what stands in the configuration, and what it is here
 * @throws Error with nginx's own words when it does not take the configuration
 */
export async function startNginx(command: string, config: string, replaced: Record<string, string>): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const port = await freePort();
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, around(folder, replaceAll(config, {'listen 80;': `listen 127.0.0.1:${port};`, ...replaced})));
  const options = ['-p', folder, '-e', join(folder, 'error.log'), '-c', file];
  execFileSync(command, [...options, '-t'], {stdio: ['ignore', 'ignore', 'pipe']});
  const server = spawn(command, options, {stdio: ['ignore', 'inherit', 'inherit']});
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  await answering(url);
  return {
    url,
    async close() {
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, {recursive: true});
    },
  };
}

function replaceAll(config: string, replaced: Record<string, string>): string {
  return Object.entries(replaced).reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`The configuration has no "${from}" to replace.`);
    return text.replaceAll(from, to);
  }, config);
}

/** What Debian's own nginx.conf has around a site. */
function around(folder: string, config: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const mimeTypes = ['/etc/nginx/mime.types', '/opt/homebrew/etc/nginx/mime.types'].find((path) => existsSync(path));
  return [
    // Its workers must be able to read a temporary folder of the one who runs the tests.
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'events {}',
    'http {',
    ...(mimeTypes === undefined ? [] : [`include ${mimeTypes};`]),
    'access_log off;',
    ...temporary.map((name) => `${name}_temp_path ${folder}/${name};`),
    config,
    '}',
  ].join('\n');
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    try {
      await fetch(url);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nginx does not answer at ${url}.`);
}
