import {existsSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {transformWithOxc} from 'vite';
import type {Plugin} from 'vite';

const root = resolve(__dirname, '../../..');
const packages = join(root, 'node_modules/@docusaurus');

/** Where Docusaurus looks for `@theme/X`, first hit wins: the site's own, the theme's, the fallback. */
const themes = [
  join(root, 'src/theme'),
  join(packages, 'theme-classic/lib/theme'),
  join(packages, 'core/lib/client/theme-fallback'),
];

/** CommonJS that Docusaurus' client imports; Vite must bundle it before the first test, or it reloads the page. */
const commonJs = [
  '@docusaurus/utils-common',
  'parse-numeric-range',
  'prism-react-renderer',
  'prismjs',
  'react',
  'react-dom',
  'react-dom/client',
  'react-helmet-async',
  'react-router',
  'react-router-config',
  'react-router-dom',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
];

/**
 * Lets Vite load components that are written for Docusaurus, with the real theme and the real client: resolves
 * `@theme/…`, `@docusaurus/…` and `@site/…` as Docusaurus does, and gives a small site for `@generated/…`.
 */
export function docusaurusClient(): Plugin {
  return {
    name: 'docusaurus-client',
    enforce: 'pre',
    config: () => ({
      define: {'process.env.NODE_ENV': '"test"'},
      optimizeDeps: {
        include: commonJs,
        exclude: [
          '@docusaurus/core',
          '@docusaurus/theme-classic',
          '@docusaurus/theme-common',
          '@docusaurus/plugin-content-docs',
        ],
      },
    }),
    async resolveId(source, importer) {
      if (source.startsWith('@generated/')) return join(__dirname, 'generated', `${source.slice(11)}.ts`);
      const file = findFile(source);
      return file === undefined ? null : this.resolve(file, importer, {skipSelf: true});
    },
    async transform(code, id) {
      const file = id.split('?')[0] ?? id;
      if (!file.startsWith(packages) || !file.endsWith('.js')) return null;
      // Docusaurus publishes its client with JSX in .js files and leaves the compiling to the site.
      return transformWithOxc(code, file, {lang: 'jsx', jsx: {runtime: 'automatic'}});
    },
  };
}

function findFile(source: string): string | undefined {
  const [scope, ...rest] = source.split('/');
  const path = rest.join('/');
  switch (scope) {
    case '@site':
      return join(root, path);
    case '@theme':
      return firstModule(themes.map((folder) => join(folder, path)));
    case '@theme-original':
    case '@theme-init':
      return firstModule(themes.slice(1).map((folder) => join(folder, path)));
    case '@docusaurus':
      return firstModule([join(packages, 'core/lib/client/exports', path)]);
    default:
      return undefined;
  }
}

function firstModule(paths: string[]): string | undefined {
  return paths
    .flatMap((path) => [`${path}.tsx`, `${path}.js`, `${path}/index.tsx`, `${path}/index.js`])
    .find(existsSync);
}
