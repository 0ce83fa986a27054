import {spawnSync} from 'node:child_process';

/** A program that snippets of a language run with. */
export interface Runtime {
  /** As in the tests' names. */
  name: string;
  /** The snippet languages that need it; none when guides or hosting tests need it. */
  languages: string[];
  /** The Debian packages that bring it. */
  packages: string[];
  /** Commands to try, in order; the first that works is taken. */
  commands: string[];
  /** Arguments with which a command ends well when it is what is needed. */
  probe: string[];
}

/** What executed snippets and guides, and the hosting tests, need besides Node itself. */
export const runtimes: Runtime[] = [
  {name: 'bash', languages: ['curl'], packages: ['bash'], commands: ['bash'], probe: ['--version']},
  {name: 'curl', languages: ['curl'], packages: ['curl'], commands: ['curl'], probe: ['--version']},
  {
    name: 'Python 3 with requests',
    languages: ['python'],
    packages: ['python3', 'python3-requests'],
    // A Python of one's own may shadow the system's, which is the one that apt installs packages for.
    commands: ['python3', '/usr/bin/python3'],
    probe: ['-c', 'import requests'],
  },
  {name: 'Go', languages: ['go'], packages: ['golang-go'], commands: ['go'], probe: ['version']},
  {
    name: 'PHP with curl',
    languages: ['php'],
    packages: ['php-cli', 'php-curl'],
    commands: ['php'],
    probe: ['-r', "exit(extension_loaded('curl') ? 0 : 1);"],
  },
  {
    name: 'Ruby',
    languages: ['ruby'],
    packages: ['ruby'],
    commands: ['ruby'],
    probe: ['-rjson', '-rnet/http', '-e', ''],
  },
  {
    name: 'Java 17',
    languages: ['java'],
    packages: ['openjdk-17-jdk-headless'],
    commands: ['javac'],
    probe: ['--release', '17', '--version'],
  },
  // .NET has no Debian package. Mono is as near as Debian comes: another HttpClient, the same language.
  {
    name: 'Mono',
    languages: ['csharp'],
    packages: ['mono-mcs', 'libmono-system-net-http-webrequest4.0-cil'],
    commands: ['mcs'],
    probe: ['--version'],
  },
  {name: 'jq', languages: [], packages: ['jq'], commands: ['jq'], probe: ['--version']},
  {name: 'OpenSSL', languages: [], packages: ['openssl'], commands: ['openssl'], probe: ['version']},
  // Debian has it where only the PATH of root looks.
  {name: 'nginx', languages: [], packages: ['nginx-light'], commands: ['nginx', '/usr/sbin/nginx'], probe: ['-v']},
];

/** The command that runs, or undefined when the runtime is missing on this machine. */
export function findRuntime({commands, probe}: Runtime): string | undefined {
  return commands.find((command) => spawnSync(command, probe, {stdio: 'ignore', timeout: 20_000}).status === 0);
}
