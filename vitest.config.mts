import {playwright} from '@vitest/browser-playwright';
import {fileURLToPath} from 'node:url';
import {defineConfig} from 'vitest/config';
import {findBrowser, launchFlags} from './scripts/ensure-browser.ts';
import {docusaurusClient} from './test/support/docusaurus/vite-plugin.ts';

const executablePath = findBrowser();

/** What a page does comes when the machine has time for it: only what never comes shall fail. */
const expect = {poll: {timeout: 10_000}};

/** One run, one total: `npm test` runs every project, `npx vitest run --project unit` or a path runs a part. */
export default defineConfig({
  test: {
    reporters: ['default', './test/support/totals-reporter.ts'],
    // Two cores must be enough, and a worker that waits for a browser, a server or another program leaves its core idle.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          expect,
          // Whatever no other project takes, so that no test is left out.
          include: ['{src,scripts,test,bench}/**/*.test.ts'],
          exclude: ['test/{snippets,contract,site,hosting}/**'],
          // Properties try many values, and the machine may be busy with browsers.
          testTimeout: 30_000,
        },
      },
      {
        plugins: [docusaurusClient()],
        test: {
          name: 'component',
          expect,
          include: ['src/**/*.test.tsx', 'test/support/**/*.test.tsx'],
          setupFiles: ['./test/support/docusaurus/setup.ts'],
          testTimeout: 15_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({launchOptions: {args: launchFlags, ...(executablePath && {executablePath})}}),
            instances: [{browser: 'chromium'}],
          },
        },
      },
      {
        test: {
          name: 'snippets',
          expect,
          include: ['test/snippets/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'contract',
          expect,
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          expect,
          include: ['test/{site,hosting}/**/*.test.ts'],
          globalSetup: ['./test/support/site-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.{ts,tsx}'],
            tsconfig: fileURLToPath(new URL('./test/types/tsconfig.json', import.meta.url)),
          },
        },
      },
    ],
  },
});
