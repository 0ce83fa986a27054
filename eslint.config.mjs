import eslint from '@eslint/js';
import {defineConfig, globalIgnores} from 'eslint/config';
import {createNodeResolver, importX} from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import {boundaries} from './eslint.boundaries.mjs';

export default defineConfig(
  globalIgnores(['build', '.docusaurus', '.cache', 'src/generated', 'static', 'bench/results', 'coverage']),
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  eslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mts}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        // The same programs as `npm run typecheck`.
        project: ['src/model/tsconfig.json', 'tsconfig.json', 'tsconfig.node.json', 'tsconfig.test.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        {'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false},
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', {considerDefaultExhaustiveForUnions: true}],
      // Numbers are welcome in messages: `${status} Conflict` needs no String().
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      // `() => fail()` in a JSX handler is the usual way to call something that gives nothing back.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // With noPropertyAccessFromIndexSignature off both spellings compile; process.env['X'] is house style.
      '@typescript-eslint/dot-notation': 'off',
      // The type checker sees a missing `await` (no-floating-promises); an async function without one may keep a contract.
      '@typescript-eslint/require-await': 'off',
      // `[...text]` goes by code point, and that is what it is used for.
      '@typescript-eslint/no-misused-spread': 'off',
      // A function of an object that can be taken off it says so in its type.
      '@typescript-eslint/method-signature-style': ['error', 'property'],
      // An empty string stands for nothing just as often: `title || name`.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', {ignorePrimitives: {string: true}}],
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
    },
  },
  {
    plugins: {'import-x': importX},
    settings: {'import-x/resolver-next': [createNodeResolver({extensions: ['.ts', '.tsx', '.mjs', '.js']})]},
    rules: {
      'import-x/first': 'error',
      'import-x/no-duplicates': ['error', {'prefer-inline': false}],
      'import-x/no-mutable-exports': 'error',
      eqeqeq: ['error', 'always'],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {'no-console': 'error'},
  },
  {
    files: ['src/**/*.tsx', 'src/**/use-*.ts', 'test/support/docusaurus/*.tsx'],
    extends: [jsxA11y.flatConfigs.strict, reactHooks.configs.flat['recommended-latest']],
    rules: {
      'react-hooks/exhaustive-deps': 'error',
      // These two speak for the React Compiler, which does not build this site.
      'react-hooks/preserve-manual-memoization': 'off',
      'react-hooks/incompatible-library': 'off',
      // A form hears of focus that comes and goes inside of it; pointer and keys belong to its controls.
      'jsx-a11y/no-noninteractive-element-interactions': [
        'error',
        {handlers: ['onClick', 'onMouseDown', 'onMouseUp', 'onKeyPress', 'onKeyDown', 'onKeyUp']},
      ],
      // A region that scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
      'jsx-a11y/no-noninteractive-tabindex': ['error', {roles: ['region']}],
    },
  },
  {
    files: ['scripts/**', 'bench/**', 'eslint*.mjs'],
    languageOptions: {globals: {process: 'readonly', console: 'readonly', URL: 'readonly'}},
  },
  {
    files: ['**/*.test.{ts,tsx}'],
    rules: {
      // Vitest's matchers are `any`: expect.any(String) stands where a string would.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  boundaries(),
);
