import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {compile} from '@mdx-js/mdx';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {PluginOptions} from './options.ts';
import {remarkOperationForms} from './remark-operation-forms.ts';

const options: PluginOptions = {
  target: 'demo',
  apis: [
    {id: 'coindroids', spec: 'coindroids.yaml'},
    {id: 'doordeck', spec: 'doordeck.yaml'},
  ],
};

function documentOf(...operationIds: string[]): string {
  const paths = operationIds.map((id) => `/${id}: {post: {operationId: ${id}, responses: {}}}`);
  return `openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths: {${paths.join(', ')}}\n`;
}

let site = '';
beforeAll(() => {
  site = mkdtempSync(join(tmpdir(), 'guides-'));
  mkdirSync(join(site, 'docs'));
  writeFileSync(join(site, 'docusaurus.config.ts'), '');
  writeFileSync(join(site, 'coindroids.yaml'), documentOf('register', 'identify'));
  writeFileSync(join(site, 'doordeck.yaml'), documentOf('register', 'login', 'getUserDetails'));
});
afterAll(() => {
  rmSync(site, {recursive: true});
});

async function compiled(value: string, plugin = [remarkOperationForms, options]): Promise<string> {
  const file = {value, path: join(site, 'docs', 'guide.mdx')};
  return String(await compile(file, {remarkPlugins: [plugin] as never, jsx: true}));
}

describe('a form in a guide', () => {
  it.each([
    [
      'a bare name that one API has',
      '<LoginForm />',
      'import {LoginForm} from "@site/src/generated/doordeck/login-form.tsx"',
    ],
    [
      'the name with its API',
      '<CoindroidsRegisterForm />',
      'import {RegisterForm as CoindroidsRegisterForm} from "@site/src/generated/coindroids/register-form.tsx"',
    ],
    [
      'a slug of several words',
      'in text <GetUserDetailsForm fields={[]} />',
      '"@site/src/generated/doordeck/get-user-details-form.tsx"',
    ],
    ['within an expression', '{true && <IdentifyForm />}', '"@site/src/generated/coindroids/identify-form.tsx"'],
    ['within an attribute', '<div title={<IdentifyForm />} />', '"@site/src/generated/coindroids/identify-form.tsx"'],
    [
      'within an export',
      'export const Mine = () => <IdentifyForm />',
      '"@site/src/generated/coindroids/identify-form.tsx"',
    ],
  ])('is imported: %s', async (_name, guide, want) => {
    expect(await compiled(guide)).toContain(want);
  });

  it('is imported once, however often it is used', async () => {
    expect((await compiled('<LoginForm />\n\n<LoginForm />')).match(/doordeck\/login-form/g)).toHaveLength(1);
  });

  it.each([
    ['imported', 'import {LoginForm} from "./mine"\n\n<LoginForm />'],
    ['imported under another name', 'import {X as SearchForm} from "./mine"\n\n<SearchForm />'],
    ['declared', 'export const SearchForm = () => null\n\n<SearchForm />'],
    ['a function', 'export function SearchForm() {}\n\n<SearchForm />'],
    ['taken out of an object', 'export const {a: SearchForm, ...OtherForm} = {}\n\n<SearchForm /><OtherForm />'],
    ['a member', '<Tabs.SearchForm />'],
    ['an element of HTML', '<form />'],
    ['code', '`<NoSuchForm />`'],
  ])('is left alone when it is %s', async (_name, guide) => {
    expect(await compiled(guide)).not.toContain('@site/src/generated');
  });

  it.each([
    [
      'unknown',
      '# Guide\n\nText <LogonForm />',
      'There is no operation for <LogonForm>. Did you mean <LoginForm>?',
      3,
      6,
    ],
    ['unknown in its API', '<DoordeckIdentifyForm />', 'Did you mean <IdentifyForm>?', 1, 1],
    [
      'ambiguous',
      '\n\n<RegisterForm />',
      '<RegisterForm> stands for several operations. Write <CoindroidsRegisterForm> or <DoordeckRegisterForm>.',
      3,
      1,
    ],
    ['nearly ambiguous', '<RegistrForm />', 'Did you mean <CoindroidsRegisterForm> or <DoordeckRegisterForm>?', 1, 1],
  ])('stops the build when it is %s, with its place', async (_name, guide, message, line, column) => {
    await expect(compiled(guide)).rejects.toMatchObject({
      message: expect.stringContaining(message) as string,
      file: join(site, 'docs', 'guide.mdx'),
      line,
      column,
    });
  });

  it('follows the document, and keeps to the last names while it is broken', async () => {
    const spec = join(site, 'later.yaml');
    const save = (text: string, second: number): void => {
      writeFileSync(spec, text);
      utimesSync(spec, second, second);
    };
    save(documentOf('first'), 1);
    // One plugin over several guides, as in a running site.
    const transform = remarkOperationForms({target: 'demo', apis: [{id: 'later', spec: 'later.yaml'}]});
    const plugin = (guide: string) => compiled(guide, [() => transform] as never);
    await expect(plugin('<SecondForm />')).rejects.toThrow('Did you mean <FirstForm>?');
    save('paths: {', 2);
    expect(await plugin('<FirstForm />')).toContain('later/first-form');
    save(documentOf('second'), 3);
    expect(await plugin('<SecondForm />')).toContain('later/second-form');
  });
});
