import {describe, expect, it} from 'vitest';
import {cellProse, proseMarkdown} from './prose-markdown.ts';

const pages: Record<string, string | null> = {'#/paths/~1a/get': 'https://x.test/a.md', '#/info': null};
const options = {resolveLink: (href: string) => (href in pages ? (pages[href] ?? null) : href)};
const prose = (markdown: string) => proseMarkdown(markdown, options);

describe('proseMarkdown', () => {
  it('leaves what is CommonMark already as the author wrote it', () => {
    const text =
      'An *old* `a|b` __word__ {x} <T> snake_case, 12:30.\n\n* one\n* two\n\n```js\n# [no](#/info)\n:::info\n```';
    expect(prose(text)).toBe(text);
  });

  it('leads links into the document to their pages, and makes those without a page plain text', () => {
    expect(prose('[A **b**](#/paths/~1a/get "T") and [c](#/info), [d](#here).')).toBe(
      '[A **b**](https://x.test/a.md "T") and c, [d](#here).',
    );
  });

  it('writes references out, for another description may define the same label', () => {
    expect(prose('See [a][1], [1] and ![p][1].\n\n[1]: #/paths/~1a/get')).toBe(
      'See [a](https://x.test/a.md), [1](https://x.test/a.md) and ![p](https://x.test/a.md).',
    );
  });

  it('makes admonitions quotations with a title', () => {
    expect(
      prose('Before.\n:::info[Old *and* new]\nOne [a](#/info).\n\nTwo.\n:::\n\n:::tip\n\nThree.\n:::\nAfter.'),
    ).toBe('Before.\n> Old *and* new\n>\n> One a.\n>\n> Two.\n\n> **Tip**\n>\n> Three.\n\nAfter.');
  });

  it('quotes an admonition within a list and within another', () => {
    expect(prose('- x\n\n  :::note[N]\n  y\n  :::')).toBe('- x\n\n  > **N**\n  >\n  > y');
    expect(prose('::::note[A]\n:::tip[B]\nin\n:::\nout\n::::')).toBe('> **A**\n>\n> > **B**\n> > in\n> \n> out');
  });

  it('leaves what only looks like a directive', () => {
    const text = 'At 12:30 :name ::leaf[x]\n\n:::unknown\ny\n:::';
    expect(prose(text)).toBe(text);
  });

  it('puts headings below those of the page', () => {
    expect(proseMarkdown('# A #\n\nB\n===\n\n##### C', {...options, shift: 2})).toBe('### A\n\n### B\n\n###### C');
  });
});

describe('cellProse', () => {
  const cell = (markdown: string) => cellProse(markdown, options);

  it('is one line where the description is paragraphs', () => {
    expect(cell('One\\\ntwo [a](#/info).\n\nThree  \nfour.')).toEqual({line: 'One two a. Three four.'});
  });

  it('gives what no cell can hold as a whole besides', () => {
    expect(cell('First.\n\n- a\n- b')).toEqual({line: 'First.', whole: 'First.\n\n- a\n- b'});
    expect(cell('- a')).toEqual({line: '', whole: '- a'});
  });

  it('keeps a backslash before a pipe that is code', () => {
    expect(cell('Use `a\\|b`.').line).toBe('Use a\\\\\\|b.');
  });
});
