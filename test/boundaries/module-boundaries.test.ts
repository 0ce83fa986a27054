import {ESLint} from 'eslint';
import {describe, expect, it} from 'vitest';
import tseslint from 'typescript-eslint';

const rules = ['import-x/no-restricted-paths', '@typescript-eslint/no-restricted-imports', 'no-restricted-syntax'];

const refusal = /may not import this|Import only types|Load this with import\(\)|Name the module that import\(\) loads/;

// The files below do not exist, and the rules at hand need no types.
const eslint = new ESLint({overrideConfig: [{files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked}]});

/** The import of `code` that the boundaries refuse in a file of `module`, as messages. */
async function refusals(module: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, {filePath: `src/${module}/boundary-probe.ts`});
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal !== undefined) throw new Error(fatal.message);
  return (result?.messages ?? []).filter(({ruleId}) => rules.includes(ruleId ?? '')).map(({message}) => message);
}

const allowed: Record<string, string[]> = {
  model: ["export * from './json.ts';"],
  request: ["import {schemaName} from '../model/schema.ts';"],
  form: ["import {schemaName} from '../model/schema.ts';", "import {Validator} from '@cfworker/json-schema';"],
  transport: ["import {getResponse} from 'msw';", "const demo = import('../demo/doordeck/handlers.ts');"],
  demo: [
    "import {http} from 'msw';",
    "import {createOpenApiHttp} from 'openapi-msw';",
    "import {sha256} from '@noble/hashes/sha2.js';",
    "import type {paths} from '../generated/doordeck/types.d.ts';",
  ],
  plugin: [
    "import {readFile} from 'node:fs/promises';",
    "import type {LoadContext} from '@docusaurus/types';",
    "import {bundle} from '@redocly/openapi-core';",
    "import openapiTypescript from 'openapi-typescript';",
    "import remarkParse from 'remark-parse';",
    "import rehypeSanitize from 'rehype-sanitize';",
    "import {schemaName} from '../model/schema.ts';",
  ],
  components: [
    "import {useState} from 'react';",
    "import Link from '@docusaurus/Link';",
    "import Tabs from '@theme/Tabs';",
    "import {schemaName} from '../model/schema.ts';",
    "import {useForm} from 'react-hook-form';",
  ],
  pages: ["import Method from '../components/Method/Method.tsx';", "import Layout from '@theme/Layout';"],
  theme: ["import Method from '../components/Method/Method.tsx';", "import Heading from '@theme-original/Heading';"],
};

const forbidden: Record<string, string[]> = {
  model: [
    "import {useState} from 'react';",
    "import 'node:fs';",
    "import 'fs';",
    "import Method from '../components/Method/Method.tsx';",
    "const yaml = import('yaml');",
  ],
  request: [
    "import {useState} from 'react';",
    "import {readFile} from 'node:fs';",
    "import Method from '../components/Method/Method.tsx';",
  ],
  form: [
    "import Method from '../components/Method/Method.tsx';",
    "import {useState} from 'react';",
    "import {http} from 'msw';",
    "export * from 'yaml';",
  ],
  transport: [
    "import {handlers} from '../demo/doordeck/handlers.ts';",
    "import {useState} from 'react';",
    "import Method from '../components/Method/Method.tsx';",
    "const name = '../components/Method/Method.tsx'; const loaded = import(name);",
  ],
  demo: [
    "import {paths} from '../generated/doordeck/types.d.ts';",
    "import {useState} from 'react';",
    "import {readFile} from 'node:fs';",
    "import Method from '../components/Method/Method.tsx';",
  ],
  plugin: [
    "import {useState} from 'react';",
    "import Link from '@docusaurus/Link';",
    "import {http} from 'msw';",
    "import Method from '../components/Method/Method.tsx';",
    "const method = import('../components/Method/Method.tsx');",
  ],
  components: [
    "import {readFile} from 'node:fs';",
    "import {bundle} from '@redocly/openapi-core';",
    "import {normalizeUrl} from '@docusaurus/utils';",
    "import {http} from 'msw';",
    "import config from '@site/docusaurus.config.ts';",
    "const msw = import('msw');",
    "import {ensureBrowser} from '../../scripts/ensure-browser.ts';",
  ],
  pages: ["import {readFile} from 'node:fs';", "import {http} from 'msw';"],
  theme: ["import {readFile} from 'node:fs';", "import {http} from 'msw';"],
};

describe('module boundaries', () => {
  describe.each(Object.entries(allowed))('%s may', (module, imports) => {
    it.each(imports)('%s', async (code) => {
      expect(await refusals(module, code)).toEqual([]);
    });
  });

  describe.each(Object.entries(forbidden))('%s may not', (module, imports) => {
    it.each(imports)('%s', async (code) => {
      expect(await refusals(module, code)).toContainEqual(expect.stringMatching(refusal));
    });
  });
});
