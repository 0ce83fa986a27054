import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {sources} from './source-folders.ts';

/** The part of a bundler's configuration that replaces modules; webpack and Rspack read it alike. */
export interface ClientBundle {
  resolve: {alias: Record<string, string>};
}

/**
 * What the bundle for browsers needs besides Docusaurus' own configuration: msw's cookie store gives way to one without
 * cookies (docs/decisions/006-the-demo-has-no-cookies.md), and the form of an operation page and what writes its code are
 * not in the bundle of the page (docs/decisions/008-the-form-wakes-up.md). Gives nothing for the bundle that renders the pages.
 *
 * @throws when the installed msw has no such module: the alias would then do nothing, and nobody would notice
 */
export function clientBundle(isServer: boolean, store = mswCookieStore()): ClientBundle | undefined {
  if (isServer) return undefined;
  if (!existsSync(store)) {
    throw new Error(
      `${store} does not exist: this version of msw keeps its cookies elsewhere. ` +
        'Find the module in node_modules/msw/lib/core that imports tough-cookie, name it in src/plugin/client-bundle.ts, ' +
        'and give src/demo/no-cookies.ts the same exports.',
    );
  }
  const form = join(sources, 'components/OperationForm');
  const code = join(sources, 'components/CodePanel');
  return {
    resolve: {
      alias: {
        [`${store}$`]: join(sources, 'demo/no-cookies.ts'),
        [`${join(form, 'static-form.ts')}$`]: join(form, 'no-static-form.ts'),
        [`${join(code, 'static-snippets.ts')}$`]: join(code, 'no-static-snippets.ts'),
      },
    },
  };
}

/** The module in which msw keeps cookies; msw itself imports it by a relative path. */
export function mswCookieStore(): string {
  return join(dirname(require.resolve('msw/package.json')), 'lib/core/utils/cookieStore.mjs');
}
