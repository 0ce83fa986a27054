import fc from 'fast-check';
import type {Nodes, PhrasingContent, Root} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import {unified} from 'unified';
import {describe, expect, it} from 'vitest';
import {cellCode, codeSpan, escapeText, fence, link, table} from './syntax.ts';

/** What a reader of GFM makes of it. */
const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

/** The cells of a document that is one table. */
function cellsOf(markdown: string): PhrasingContent[][][] {
  const {children} = parse(markdown);
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'table') throw new Error(`This is not one table:\n${markdown}`);
  return only.children.map((row) => row.children.map((cell) => cell.children));
}

/** Text that is made of what Markdown reads as marks. */
const hostile = fc
  .array(
    fc.constantFrom(
      '`',
      '``',
      '|',
      '\\',
      '\\|',
      '*',
      '_',
      '<b>',
      '</td>',
      '[x](y)',
      '&amp;',
      '~~',
      '#',
      'a',
      ' ',
      '{',
      '"',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

/** A line has something in it, and blanks at its ends are no part of a cell. */
const hostileLine = hostile.map((text) => `x${text}x`);

describe('codeSpan', () => {
  it('gives back any text as it was', () => {
    fc.assert(
      fc.property(hostileLine, (text) => {
        const [paragraph] = parse(codeSpan(text)).children;
        expect(paragraph?.type === 'paragraph' && paragraph.children).toMatchObject([
          {type: 'inlineCode', value: text},
        ]);
      }),
    );
  });

  it('keeps backticks at the ends, and quotes what would be nothing', () => {
    expect(codeSpan('`')).toBe('`` ` ``');
    expect(codeSpan('')).toBe('""');
    expect(codeSpan('a\r\nb')).toBe('`a b`');
  });
});

describe('table', () => {
  it('keeps any text within its cell', () => {
    fc.assert(
      fc.property(hostileLine, hostileLine, (name, text) => {
        const [, row] = cellsOf(table(['Name', 'Text', 'End'], [[cellCode(name), escapeText(text), 'end']]));
        expect(row?.map((cell) => cell.map(textOf).join(''))).toEqual([name, text, 'end']);
      }),
      {numRuns: 500},
    );
  });

  it('keeps text of several lines in its row', () => {
    const cells = cellsOf(table(['A'], [[escapeText('one\n\n| two |\r\n--- three')], ['- four']]));
    expect(cells.map((row) => row.map((cell) => cell.map(textOf).join('')))).toEqual([
      ['A'],
      ['one | two | --- three'],
      ['- four'],
    ]);
  });

  it('leaves columns out that are empty in every row', () => {
    expect(
      table(
        ['A', 'B', 'C'],
        [
          ['1', '', '3'],
          ['', '', '4'],
        ],
      ),
    ).toBe('| A | C |\n| --- | --- |\n| 1 | 3 |\n|  | 4 |');
  });
});

describe('fence', () => {
  it('is longer than any run of backticks within', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', '````js', '\n', 'a', '~~~', ' '), {maxLength: 20}), (parts) => {
        const text = `${parts.join('')}x`;
        expect(parse(fence(text, 'http')).children).toMatchObject([{type: 'code', lang: 'http', value: text}]);
      }),
    );
  });
});

describe('link', () => {
  it('keeps any address in one piece', () => {
    for (const address of ['https://x.test/a b', 'https://x.test/a)b', 'https://x.test/<a>', '/a(b', '#a']) {
      const [paragraph] = parse(link('t', address)).children;
      const [found] = paragraph?.type === 'paragraph' ? paragraph.children : [];
      expect(found?.type === 'link' && decodeURIComponent(found.url)).toBe(address);
    }
  });
});
