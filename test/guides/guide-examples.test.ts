import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createIsolatedChecker} from '../../scripts/openapi/isolated-checker.ts';
import type {DemoServer} from '../../scripts/demo-server.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {checkMdx} from './check-mdx.ts';
import {compileExamples} from './compile-examples.ts';
import {examplesIn, guideExamples, type GuideExample} from './guide-blocks.ts';
import {applyDiff, copyProject, type ProjectCopy} from './project-copy.ts';
import {isAsShown, runLanguages, startRun, type Ran} from './run-examples.ts';

/** The code of the guides is run, applied, compiled or checked: a guide that no longer works fails here. */

const compiled = ['ts', 'tsx'];
const documents = ['yaml', 'json'];
/** Run by test/hosting. */
const servers = ['nginx'];
const known = [...runLanguages, ...compiled, ...documents, ...servers, 'diff', 'mdx'];

const examples = guideExamples();
const guides = [...new Set(examples.map(({guide}) => guide))];
const place = ({guide, line}: GuideExample) => `docs/${guide}:${line}`;

/** Guides that go on with what another one has written and changed. */
const continued: Record<string, string> = {'write-a-demo-back-end.mdx': 'add-your-own-api.mdx'};

/** Where `npm run api` serves the demo, and the guides therefore find it. */
const address = 'http://127.0.0.1:4010';

it('is of a language that can be run, applied, compiled or checked, in every example', () => {
  expect(examples.filter(({language}) => !known.includes(language)).map(place)).toEqual([]);
});

it('says which file it is, in every example that is written or changed', () => {
  const nameless = examples.filter(({language, title}) => ['diff', 'mdx'].includes(language) && title === undefined);
  expect(nameless.map(place)).toEqual([]);
});

describe.each(guides)('%s', (guide) => {
  const own = examples.filter((example) => example.guide === guide);
  const before = examples.filter((example) => example.guide === continued[guide]);
  const of = (...languages: string[]) => own.filter(({language}) => languages.includes(language));
  let project: ProjectCopy;

  beforeAll(() => {
    project = copyProject();
    for (const example of before) takeIn(example, project);
  });

  afterAll(() => project.remove());

  it('has steps that can be taken in their order, and print what it shows', {timeout: 300_000}, async () => {
    const demo = await startDemoApi();
    const steps = startRun(project.folder, {[address]: demo.url});
    try {
      for (const example of own) {
        if (runLanguages.includes(example.language)) expectAsShown(await steps.run(example));
        else takeIn(example, project);
      }
    } finally {
      steps.end();
      await demo.close();
    }
  });

  if (of(...compiled).length > 0)
    it('has TypeScript that compiles', {timeout: 120_000}, () => {
      const changed = of('diff').flatMap(({title}) => (title?.startsWith('src/') === true ? [title] : []));
      expect(compileExamples(of(...compiled), project.folder, changed)).toEqual([]);
    });

  if (of(...documents).length > 0)
    it('has OpenAPI documents without an error', {timeout: 120_000}, async () => {
      const checker = createIsolatedChecker(process.cwd());
      for (const example of of(...documents)) {
        const file = `openapi/guide-line-${example.line}.${example.language}`;
        project.write(file, example.code);
        const {ok, problems} = await checker.check(join(project.folder, file));
        const errors = problems
          .filter(({severity}) => severity === 'error')
          .map(({line, message}) => `${line}: ${message}`);
        expect({ok, errors}, place(example)).toEqual({ok: true, errors: []});
      }
      checker.close();
    });

  if (of('mdx').length > 0)
    it('has MDX with forms and props that exist', {timeout: 120_000}, async () => {
      expect(await checkMdx(project.folder)).toBe('');
    });
});

/** Writes or changes the file that an example stands for, if it stands for one of the project. */
function takeIn({language, title, code}: GuideExample, project: ProjectCopy): void {
  if (title === undefined || [...runLanguages, ...servers].includes(language)) return;
  if (language === 'diff') project.change(title, code);
  else project.write(title, code);
}

function expectAsShown({example, code, stdout, stderr}: Ran): void {
  expect(code, `${place(example)} ends with ${code}:\n${stdout}\n${stderr}`).toBe(0);
  if (example.output === undefined) return;
  const isSame = isAsShown(stdout, example.output);
  expect(isSame, `${place(example)} prints\n${stdout}\nand not\n${example.output}`).toBe(true);
}

describe('the runner', () => {
  const example = (language: string, code: string): GuideExample => ({guide: 'x.mdx', line: 1, language, code});
  let demo: DemoServer;
  let project: ProjectCopy;

  beforeAll(async () => {
    demo = await startDemoApi();
    project = copyProject();
  });

  afterAll(async () => {
    project.remove();
    await demo.close();
  });

  async function run(...steps: GuideExample[]): Promise<Ran[]> {
    const started = startRun(project.folder, {[address]: demo.url});
    const ran: Ran[] = [];
    for (const step of steps) ran.push(await started.run(step));
    started.end();
    return ran;
  }

  it('keeps the variables of the shell from one example to the next', async () => {
    const ran = await run(
      example('sh', `NAME="it's \\"Ada\\""`),
      example('js', 'console.log(1)'),
      example('sh', 'echo "$NAME"'),
    );
    expect(ran.map(({code, stdout}) => [code, stdout.trim()])).toEqual([
      [0, ''],
      [0, '1'],
      [0, `it's "Ada"`],
    ]);
  });

  it('calls the demo where it is, and tells what fails', async () => {
    const ran = await run(example('sh', `curl -sf ${address}/coindroids/player`), example('sh', 'false | cat'));
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

  it('tells what does not compile, with the line of the guide', {timeout: 120_000}, () => {
    const wrong = {...example('ts', 'const a = 1;\nexport const b: string = a;\n'), line: 10};
    expect(compileExamples([wrong], project.folder)).toEqual([
      `docs/x.mdx:12: Type 'number' is not assignable to type 'string'.`,
    ]);
  });

  it('applies a diff where its lines are, and only where they are once', () => {
    expect(applyDiff('a\nb\nc\nd\n', ' b\n+x\n c\n@@\n-d\n+e')).toBe('a\nb\nx\nc\ne\n');
    expect(() => applyDiff('a\nb\n', ' c\n+x')).toThrow('has these lines 0 times');
    expect(() => applyDiff('a\nb\na\n', '-a')).toThrow('has these lines 2 times');
  });

  it('tells which form or prop of MDX does not exist', {timeout: 120_000}, async () => {
    project.write('docs/x.mdx', '<LoginnForm />');
    expect(await checkMdx(project.folder)).toMatch(/^docs\/x\.mdx:1:1 - error .*<LoginForm>/);
  });
});
