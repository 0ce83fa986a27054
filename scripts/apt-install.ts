import {execFileSync, spawnSync} from 'node:child_process';

/**
 * Installs Debian packages with apt. Prints apt's own output to stderr, and returns when it is done.
 *
 * @throws Error when this is not a root shell on Debian or Ubuntu, or when apt fails; the message says what to do instead.
 */
export function aptInstall(packages: readonly string[], purpose: string): void {
  const names = packages.join(' ');
  if (!canAptInstall()) {
    throw new Error(
      `${purpose} needs ${names}. Install it with your package manager (Debian: apt-get install ${names}).`,
    );
  }
  console.error(`Installing ${names} with apt: ${purpose} needs it.`);
  try {
    runApt(['update', '-qq']);
    runApt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  } catch (error) {
    throw new Error(`${purpose} needs ${names}, and apt could not install it. See apt's messages above.`, {
      cause: error,
    });
  }
}

/** Whether packages can be installed here without asking anyone: root, and apt is there. */
export function canAptInstall(): boolean {
  return process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], {stdio: 'ignore'}).status === 0;
}

function runApt(args: string[]): void {
  execFileSync('apt-get', args, {
    // Our stdout belongs to the caller: ensure-browser prints the path of the browser there.
    stdio: ['ignore', process.stderr, process.stderr],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  });
}
