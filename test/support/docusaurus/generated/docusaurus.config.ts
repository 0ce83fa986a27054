import {themes} from 'prism-react-renderer';

/** The configuration of the small site that component tests live in. */
export default {
  title: 'Component tests',
  url: 'http://localhost',
  baseUrl: '/',
  trailingSlash: undefined,
  onBrokenLinks: 'throw',
  future: {v4: {}, experimental_router: 'browser'},
  i18n: {defaultLocale: 'en', locales: ['en']},
  customFields: {},
  themeConfig: {
    colorMode: {defaultMode: 'light', disableSwitch: false, respectPrefersColorScheme: false},
    docs: {versionPersistence: 'localStorage', sidebar: {hideable: false, autoCollapseCategories: false}},
    navbar: {hideOnScroll: false, items: []},
    prism: {theme: themes.github, darkTheme: themes.vsDark, additionalLanguages: [], magicComments: []},
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 3},
  },
};
