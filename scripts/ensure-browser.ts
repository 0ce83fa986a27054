import {accessSync, constants, existsSync, statSync} from 'node:fs';
import {basename, delimiter, join} from 'node:path';
import {chromium} from 'playwright';
import {aptInstall, canAptInstall} from './apt-install.ts';

/** How every test starts Chromium: also as root, also without a graphics card, and quiet on the network. */
export const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const advice = [
  'The browser tests need Chromium, and none was found. One of these helps:',
  '  - point CHROME_PATH at a Chromium or Chrome: CHROME_PATH=/path/to/chrome npm test',
  '  - install one with your package manager, for example: sudo apt-get install chromium',
  "  - download Playwright's own: npx playwright install chromium",
].join('\n');

/**
 * The path of a Chromium, installed first where that can be done without asking (root on Debian or Ubuntu).
 *
 * @throws Error that says what to do when there is none and none can be installed, or when CHROME_PATH names no program.
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (!canAptInstall()) throw new Error(advice);
  aptInstall(['chromium'], 'Testing in a browser');
  const installed = findBrowser();
  if (installed === undefined) throw new Error(advice);
  return installed;
}

/**
 * The path of a Chromium on this machine: `CHROME_PATH`, else one on the PATH, else Playwright's own download.
 *
 * @throws Error when CHROME_PATH is set and names no program: a wrong setting is not passed over.
 */
export function findBrowser(): string | undefined {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROME_PATH is "${chosen}", and there is no program there. Correct it or unset it.`);
  }
  const downloaded = chromium.executablePath();
  return (
    commands.map(findOnPath).find((path) => path !== undefined) ?? (existsSync(downloaded) ? downloaded : undefined)
  );
}

function findOnPath(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, command)).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// Run as a script, not imported.
if (basename(process.argv[1] ?? '', '.ts') === 'ensure-browser') {
  try {
    console.log(`Chromium: ${ensureBrowser()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
