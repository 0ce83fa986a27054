import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {createIsolatedChecker} from '../../scripts/openapi/isolated-checker.ts';
import {pluginOptions} from '../../scripts/configured-apis.ts';
import {checkGuides} from '../../scripts/guide-types/check-guides.ts';
import type {DemoServer} from '../../scripts/demo-server.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {compileExamples} from './compile-examples.ts';
import {examplesIn, guideExamples, type GuideExample} from './guide-blocks.ts';
import {isAsShown, runExamples, runLanguages} from './run-examples.ts';

/** The code of the guides is run, compiled or checked: a guide that no longer works fails here. */

const compiled = ['ts', 'tsx'];
const documents = ['yaml', 'json'];
const known = [...runLanguages, ...compiled, ...documents, 'mdx'];

const examples = guideExamples();
const guides = [...new Set(examples.map(({guide}) => guide))];
const of = (guide: string, languages: string[]) =>
  examples.filter((example) => example.guide === guide && languages.includes(example.language));
const withLanguages = (languages: string[]) => guides.filter((guide) => of(guide, languages).length > 0);
const place = ({guide, line}: GuideExample) => `docs/${guide}:${line}`;

/** Where `npm run api` serves the demo, and the guides therefore find it. */
const address = 'http://127.0.0.1:4010';

let demo: DemoServer;

beforeEach(async () => {
  demo = await startDemoApi();
});

afterEach(() => demo.close());

it('is of a language that can be run, compiled or checked, in every example', () => {
  expect(examples.filter(({language}) => !known.includes(language)).map(place)).toEqual([]);
});

describe.each(withLanguages(runLanguages))('%s', (guide) => {
  it('has examples that run against the demo, and print what it shows', {timeout: 120_000}, async () => {
    const ran = await runExamples(of(guide, runLanguages), {[address]: demo.url});
    for (const {example, code, stdout, stderr} of ran) {
      expect(code, `${place(example)} ends with ${code}:\n${stdout}\n${stderr}`).toBe(0);
      if (example.output === undefined) continue;
      const isSame = isAsShown(stdout, example.output);
      expect(isSame, `${place(example)} prints\n${stdout}\nand not\n${example.output}`).toBe(true);
    }
    expect(ran).toHaveLength(of(guide, runLanguages).length);
  });
});

describe.each(withLanguages(compiled))('%s', (guide) => {
  it('has TypeScript that compiles', {timeout: 120_000}, () => {
    expect(compileExamples(of(guide, compiled))).toEqual([]);
  });
});

describe.each(withLanguages(documents))('%s', (guide) => {
  it('has OpenAPI documents without an error', {timeout: 120_000}, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'guide-'));
    const checker = createIsolatedChecker(process.cwd());
    for (const example of of(guide, documents)) {
      const file = join(folder, `document.${example.language}`);
      writeFileSync(file, example.code);
      const {ok, problems} = await checker.check(file);
      const errors = problems
        .filter(({severity}) => severity === 'error')
        .map(({line, message}) => `${line}: ${message}`);
      expect({ok, errors}, place(example)).toEqual({ok: true, errors: []});
    }
    checker.close();
    rmSync(folder, {recursive: true});
  });
});

describe.each(withLanguages(['mdx']))('%s', (guide) => {
  it('has MDX with forms and props that exist', {timeout: 120_000}, async () => {
    const sources = of(guide, ['mdx']).map(({line, code}) => ({
      path: join(process.cwd(), `docs/${guide}-line-${line}.mdx`),
      source: code,
    }));
    expect(await checkGuides(sources, pluginOptions(), join(process.cwd(), 'tsconfig.json'))).toEqual([]);
  });
});

describe('the runner', () => {
  const example = (language: string, code: string): GuideExample => ({guide: 'x.mdx', line: 1, language, code});

  it('keeps the variables of the shell from one example to the next', async () => {
    const ran = await runExamples(
      [example('sh', `NAME="it's \\"Ada\\""`), example('js', 'console.log(1)'), example('sh', 'echo "$NAME"')],
      {},
    );
    expect(ran.map(({code, stdout}) => [code, stdout.trim()])).toEqual([
      [0, ''],
      [0, '1'],
      [0, `it's "Ada"`],
    ]);
  });

  it('calls the demo where it is, and stops at what fails', async () => {
    const ran = await runExamples(
      [example('sh', `curl -sf ${address}/coindroids/player`), example('sh', 'false | cat'), example('sh', 'true')],
      {[address]: demo.url},
    );
    expect(ran.map(({code}) => code)).toEqual([0, 1]);
    expect(ran[0]?.stdout).toContain('"username"');
  });

  it('compares with what is shown, but for what differs each time', () => {
    expect(isAsShown('{"a": 1, "token": "x.y"}\n', '{"a": 1, "token": "…"}')).toBe(true);
    expect(isAsShown('{"a": 2}', '{"a": 1}')).toBe(false);
    expect(isAsShown('a\nb', 'a…')).toBe(false);
  });

  it('finds the examples of a guide with their lines and outputs', () => {
    const fence = '```';
    const source = `---\ntitle: x\n---\n\n${fence}sh\nnot this\n${fence}\n\n${fence}sh example title="a"\necho 1\n${fence}\n\nText.\n\n${fence}text output\n1\n${fence}\n`;
    expect(examplesIn(source, 'x.mdx')).toEqual([
      {guide: 'x.mdx', line: 9, language: 'sh', title: 'a', code: 'echo 1', output: '1'},
    ]);
    expect(() => examplesIn(`${fence}text output\n1\n${fence}`, 'x.mdx')).toThrow(
      'docs/x.mdx:1: output of no example.',
    );
  });

  it('tells what does not compile, with the line of the guide', () => {
    const wrong = {...example('ts', 'const a = 1;\nexport const b: string = a;\n'), line: 10};
    expect(compileExamples([wrong])).toEqual([`docs/x.mdx:12: Type 'number' is not assignable to type 'string'.`]);
  });
});
