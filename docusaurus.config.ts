import type {Options as DocsOptions} from '@docusaurus/plugin-content-docs';
import type {Options as PresetOptions, ThemeConfig} from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {dark, light} from './src/css/prism-themes.ts';
import type {PluginOptions} from './src/plugin/options.ts';
import {remarkOperationForms} from './src/plugin/remark-operation-forms.ts';

const url = process.env['DOCS_URL'] ?? 'http://localhost:3000';
const baseUrl = process.env['DOCS_BASE_URL'] ?? '/';

const openapi: PluginOptions = {
  apis: [
    {id: 'coindroids', spec: 'openapi/coindroids.yaml'},
    {id: 'doordeck', spec: 'openapi/doordeck.yaml'},
  ],
  target: process.env['DOCS_TARGET'] === 'live' ? 'live' : 'demo',
  guides: '/docs/start-here',
};

const docs: DocsOptions = {
  sidebarPath: './sidebars.ts',
  exclude: ['decisions/**'],
  remarkPlugins: [[remarkOperationForms, openapi]],
};

const config: Config = {
  title: 'Live API Docs',
  tagline: 'API reference that cannot lie',
  favicon: 'img/favicon.svg',
  url,
  baseUrl,
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  future: {v4: true, faster: true},
  i18n: {defaultLocale: 'en', locales: ['en']},
  presets: [
    [
      'classic',
      {
        docs,
        blog: false,
        theme: {customCss: './src/css/custom.css'},
      } satisfies PresetOptions,
    ],
  ],
  // Spread, for an interface does not count as the plain record that Docusaurus wants.
  plugins: [['./src/plugin/index.ts', {...openapi}]],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: 'Live API Docs',
      logo: {alt: '', src: 'img/logo.svg', srcDark: 'img/logo-dark.svg', width: 28, height: 28},
      items: [
        {type: 'docSidebar', sidebarId: 'guides', label: 'Guides', position: 'left'},
        {to: '/reference/coindroids', label: 'Coindroids', position: 'left'},
        {to: '/reference/doordeck', label: 'Doordeck', position: 'left'},
      ],
    },
    footer: {
      style: 'light',
      links: [
        {
          title: 'Guides',
          items: [
            {label: 'Start here', to: '/docs/start-here'},
            {label: 'Demo and live', to: '/docs/demo-and-live'},
            {label: 'Add your own API', to: '/docs/add-your-own-api'},
            {label: 'Deploy', to: '/docs/deploy'},
          ],
        },
        {
          title: 'Coindroids',
          items: [
            {label: 'From invite to player list', to: '/docs/coindroids'},
            {label: 'Reference', to: '/reference/coindroids'},
          ],
        },
        {
          title: 'Doordeck',
          items: [
            {label: 'From registration to a certificate', to: '/docs/doordeck'},
            {label: 'Reference', to: '/reference/doordeck'},
          ],
        },
      ],
      copyright: 'Live API Docs. MIT licensed.',
    },
    prism: {theme: light, darkTheme: dark, additionalLanguages: ['bash', 'http']},
  } satisfies ThemeConfig,
};

export default config;
