import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {checkGuides, type GuideProblem} from '../../scripts/guide-types/check-guides.ts';
import {pluginOptions} from '../../scripts/configured-apis.ts';

const root = process.cwd();
const path = join(root, 'docs/of-this-test.mdx');

async function problemsIn(...lines: string[]): Promise<GuideProblem[]> {
  return checkGuides([{path, source: lines.join('\n')}], pluginOptions(), join(root, 'tsconfig.json'));
}

const opening = ['---', 'title: A guide', '---', '', '# Heading with `code` and {1 + 1}', ''];

describe('a guide without a mistake', () => {
  it('has none, whatever else is in it', async () => {
    const problems = await problemsIn(
      ...opening,
      `import Tabs from '@theme/Tabs';`,
      `import TabItem from '@theme/TabItem';`,
      '',
      'export const address = "ada@example.com";',
      '',
      '| a | b |',
      '| - | - |',
      '| **x** | <br/> |',
      '',
      ':::note[A note]',
      '',
      '- In a list: <LoginForm submitLabel="Log in" /> {frontMatter ? 1 : 2} {/* a remark */}',
      '',
      ':::',
      '',
      '<Tabs>',
      '  <TabItem value="one">',
      '    Text, and <strong>more</strong>.',
      '',
      '    <DoordeckRegisterForm defaultValues={{email: address}} fields={["email", "password"]} />',
      '  </TabItem>',
      '</Tabs>',
      '',
      '<><Details summary="Of the theme">x</Details></>',
    );
    expect(problems).toEqual([]);
  });
});

describe('a mistake in a guide', () => {
  it.each([
    [
      'a field that the operation does not have',
      '<LoginForm defaultValues={{mail: "x"}} />',
      28,
      /'mail' does not exist/,
    ],
    [
      'a value of another type',
      '<LoginForm defaultValues={{email: 1}} />',
      28,
      /'number' is not assignable to type 'string'/,
    ],
    ['a field that cannot be shown', '<LoginForm fields={["emial"]} />', 21, /"emial".*not assignable/],
    ['a prop that no form has', 'See <LoginForm onReply={() => 1} />.', 16, /onReply/],
    ['a status that is not documented', '<LoginForm onResponse={(r) => r.status === 299} />', 31, /no overlap/],
    ['an expression', 'A value: {undeclared}', 11, /Cannot find name 'undeclared'/],
    ['an import', `import {Nothing} from '@theme/Tabs';`, 9, /Nothing/],
  ])('is told with line and column: %s', async (_, line, column, message) => {
    const [problem, ...others] = await problemsIn(...opening, line);
    expect(problem).toMatchObject({path, line: 7, column});
    expect(problem?.message).toMatch(message);
    expect(others).toEqual([]);
  });

  it('is told for an attribute of several lines', async () => {
    const problems = await problemsIn(
      ...opening,
      '<LoginForm',
      '  defaultValues={{',
      '    email: "a",',
      '    passwort: "b",',
      '  }}',
      '/>',
    );
    expect(problems.map(({line, column}) => ({line, column}))).toEqual([{line: 10, column: 5}]);
  });

  it('is told for a form of no operation, with the nearest name', async () => {
    const problems = await problemsIn(...opening, '', '<LoginnForm />');
    expect(problems).toMatchObject([{line: 8, column: 1}]);
    expect(problems[0]?.message).toMatch(/<LoginForm>/);
  });
});
