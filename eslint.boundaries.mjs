/**
 * Who may import whom in `src/`. One row for each module; what a row does not name is refused.
 *
 * - `modules`: folders of `src/` that it may import.
 * - `types`: folders that it may only import types from.
 * - `lazy`: folders that it may only import with `import()`, so that their code loads when it is needed.
 * - `packages`: packages, as regular expressions on the whole specifier.
 * - `except`: what is refused although a pattern of `packages` fits.
 */
const modules = {
  model: {},
  request: {modules: ['model']},
  form: {modules: ['model', 'request'], packages: ['@cfworker/json-schema', 'react-hook-form']},
  transport: {modules: ['model'], lazy: ['demo'], packages: ['msw(?:/.+)?']},
  demo: {
    modules: ['model'],
    types: ['generated'],
    packages: ['msw(?:/.+)?', 'openapi-msw', '@noble/hashes/.+'],
  },
  plugin: {
    // Of `form` only what checks values: a build checks the examples of a document as a form checks what is typed.
    modules: ['model', 'request', 'form'],
    packages: [
      'node:.+',
      '@docusaurus/(?:logger|types|utils|utils-common|utils-validation|plugin-content-docs)',
      '@redocly/openapi-core',
      '@scalar/openapi-upgrader/2.0-to-3.0',
      'openapi-typescript',
      'typescript',
      'unified',
      '(?:remark|rehype|mdast|hast|unist|vfile|micromark|estree)(?:-.+)?',
      'yaml',
    ],
  },
  components: {
    modules: ['model', 'form', 'request', 'transport', 'generated'],
    packages: ['react', 'react-dom', 'react-hook-form', 'clsx', '@theme(?:-original|-init)?/.+', '@docusaurus/.+'],
    except: ['@docusaurus/(?:logger|mdx-loader|utils|utils-validation|core(?:/.+)?)'],
  },
  theme: {
    modules: ['components', 'model', 'generated'],
    packages: ['react', 'clsx', '@theme(?:-original|-init)?/.+', '@docusaurus/.+'],
    except: ['@docusaurus/(?:logger|mdx-loader|utils|utils-validation|core(?:/.+)?)'],
  },
  pages: {
    modules: ['components', 'model', 'generated'],
    packages: ['react', 'clsx', '@theme(?:-original|-init)?/.+', '@docusaurus/.+'],
    except: ['@docusaurus/(?:logger|mdx-loader|utils|utils-validation|core(?:/.+)?)'],
  },
};

/** Tests may reach further: they put modules together. */
const tests = ['src/**/*.test.{ts,tsx}'];

/** ESLint configuration that refuses every import that the table above does not allow. */
export function boundaries() {
  return Object.entries(modules).map(([name, row]) => forModule(name, row));
}

function forModule(name, {modules: free = [], types = [], lazy = [], packages = [], except = []}) {
  const here = `src/${name}`;
  const message = `src/${name} may not import this. The table in eslint.boundaries.mjs says what it may import, and why.`;
  const folders = (names) => `/(?:${names.join('|')})/`;
  const refusedPackage = [
    `^(?!\\.{1,2}/)(?!(?:${packages.join('|') || '(?!)'})$)`,
    ...(except.length > 0 ? [`^(?:${except.join('|')})$`] : []),
  ];
  return {
    files: [`${here}/**/*.{ts,tsx}`],
    ignores: tests,
    rules: {
      // Files: everything outside of the module, except the folders that the row names.
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname,
          zones: [
            {target: here, from: 'src', except: [name, ...free, ...types, ...lazy], message},
            ...['scripts', 'test', 'bench'].map((from) => ({target: here, from, message})),
          ],
        },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            ...refusedPackage.map((regex) => ({regex, message})),
            ...(types.length > 0
              ? [{regex: folders(types), allowTypeImports: true, message: `Import only types from here: ${types}.`}]
              : []),
            ...(lazy.length > 0
              ? [{regex: folders(lazy), message: `Load this with import(), when it is needed: ${lazy}.`}]
              : []),
          ],
        },
      ],
      // The rule above does not look into import().
      'no-restricted-syntax': [
        'error',
        ...[...refusedPackage, ...(types.length > 0 ? [folders(types)] : [])].map((regex) => ({
          selector: `ImportExpression[source.value=/${regex.replaceAll('/', '\\u002F')}/]`,
          message,
        })),
        {
          selector: 'ImportExpression[source.type!="Literal"]',
          message: 'Name the module that import() loads, so that its boundaries can be checked.',
        },
      ],
    },
  };
}
