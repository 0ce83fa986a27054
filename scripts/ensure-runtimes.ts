import {basename} from 'node:path';
import {aptInstall} from './apt-install.ts';
import {findRuntime, runtimes} from './runtimes.ts';

/**
 * Installs what executed snippets, guides and the hosting tests need and this machine does not have.
 *
 * @throws Error that says what to do when one is missing and cannot be installed, or is still not found afterwards.
 */
export function ensureRuntimes(): void {
  const missing = runtimes.filter((runtime) => findRuntime(runtime) === undefined);
  if (missing.length === 0) return;
  aptInstall([...new Set(missing.flatMap(({packages}) => packages))], 'Running code samples and guides');
  const still = missing.filter((runtime) => findRuntime(runtime) === undefined).map(({name}) => name);
  if (still.length > 0) {
    throw new Error(
      `Running code samples and guides needs ${still.join(', ')}, and it does not run although apt installed it.`,
    );
  }
}

// Run as a script, not imported. A missing runtime does not stop the tests: they report it by name, and fail under CI.
if (basename(process.argv[1] ?? '', '.ts') === 'ensure-runtimes') {
  try {
    ensureRuntimes();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (process.env['CI'] === 'true') process.exitCode = 1;
  }
}
