import {describe, expect, it} from 'vitest';
import {guideMarkdown} from './guide-markdown.ts';

const guide = (source: string, format: 'mdx' | 'md' = 'mdx') =>
  guideMarkdown(source, format, {
    title: 'The *guide*',
    resolveLink: (href) => (href === './other.mdx' ? 'https://x.test/docs/other.md' : href),
    component: (name) => (name === 'JoinForm' ? 'Here is a form.' : undefined),
  });

describe('guideMarkdown', () => {
  it('gives the title of the front matter, and takes the front matter away', () => {
    expect(guide('---\ntitle: x\n---\n\nHello [there](./other.mdx).')).toBe(
      '# The \\*guide\\*\n\nHello [there](https://x.test/docs/other.md).\n',
    );
    expect(guide('# Own title\n\nText.')).toBe('# Own title\n\nText.\n');
  });

  it('takes imports, exports and comments away', () => {
    expect(
      guide("import A from 'a';\n\nexport const b = 1;\n\nText {/* no */}here.{' '}\n\n{/* no\n\nno */}\n\nEnd."),
    ).toBe('# The \\*guide\\*\n\nText here. \n\nEnd.\n');
  });

  it('says what stands for a form, and shows what other elements hold', () => {
    const source = `A

<JoinForm
  defaultValues={{a: '}'}}
  onResponse={(r) => {
    r;
  }}
/>

<Tabs>
  <TabItem label="One *1*">
    Text <kbd>x</kbd><br />y

    \`\`\`js
    if (a) {
      b();
    }
    \`\`\`
  </TabItem>
</Tabs>

<Widget prop={1} />

<details>
<summary>More</summary>

Inside.
</details>`;
    expect(guide(source)).toBe(`# The \\*guide\\*

A

Here is a form.

**One \\*1\\***

Text x y

\`\`\`js
if (a) {
  b();
}
\`\`\`

More

Inside.
`);
  });

  it('leaves a form that the guide made itself', () => {
    expect(guide('export const JoinForm = () => null;\n\n<JoinForm />\n\nText.')).toBe('# The \\*guide\\*\n\nText.\n');
  });

  it('leaves code as it is, but for the marks of lines', () => {
    expect(guide('```mdx title="a"\nimport x from "y"\n// highlight-next-line\n\n\n<JoinForm />\n```')).toBe(
      '# The \\*guide\\*\n\n```mdx title="a"\nimport x from "y"\n\n\n<JoinForm />\n```\n',
    );
  });

  it('makes admonitions quotations, also with elements in them', () => {
    expect(guide(':::warning[Mind]\n\nThe <b>gap</b>.\n:::\n\nEnd.')).toBe(
      '# The \\*guide\\*\n\n> **Mind**\n>\n> The gap.\n\nEnd.\n',
    );
  });

  it('reads .md files as CommonMark', () => {
    expect(guide('## A {#a}\n\n{x} <T> <b>', 'md')).toBe('# The \\*guide\\*\n\n## A\n\n{x} <T> <b>\n');
  });
});
