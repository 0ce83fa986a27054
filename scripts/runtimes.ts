import {spawnSync} from 'node:child_process';

/** A program that snippets of a language run with. */
export interface Runtime {
  /** As in the tests' names. */
  name: string;
  /** The snippet languages that need it. */
  languages: string[];
  /** The Debian packages that bring it. */
  packages: string[];
  /** Commands to try, in order; the first that works is taken. */
  commands: string[];
  /** Arguments with which a command ends well when it is what is needed. */
  probe: string[];
}

/** What the executed snippet tests need besides Node itself. */
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
];

/** The command that runs, or undefined when the runtime is missing on this machine. */
export function findRuntime({commands, probe}: Runtime): string | undefined {
  return commands.find((command) => spawnSync(command, probe, {stdio: 'ignore', timeout: 20_000}).status === 0);
}
