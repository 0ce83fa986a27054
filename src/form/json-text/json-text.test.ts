import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {indexJson, type JsonIndex} from './index-json.ts';
import {nameOf, nodeAtName, nodeAtOffset, pointerOf} from './json-places.ts';
import {indentedLines, lineText, openAtFirst, visibleRows} from './json-rows.ts';
import {searchText} from './search-text.ts';
import {lineAtOffset, textLines} from './text-lines.ts';

function indexed(text: string): JsonIndex {
  const index = indexJson(text);
  if (index === undefined) throw new Error('This is no JSON.');
  return index;
}

function indented(text: string): string {
  const index = indexed(text);
  return [...indentedLines(index)]
    .map((line) => '  '.repeat(index.depth[line < 0 ? -1 - line : line] ?? 0) + lineText(text, index, line))
    .join('\n');
}

describe('indexJson', () => {
  it('takes what JSON.parse takes, and finds every value', () => {
    fc.assert(
      fc.property(fc.json({maxDepth: 6}), fc.constantFrom(undefined, 1, '\t'), (json, space) => {
        const text = JSON.stringify(JSON.parse(json), null, space);
        expect(indented(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
      }),
    );
  });

  it('refuses what JSON.parse refuses', () => {
    const broken = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '{', '0', '.', '\\', ' ', ':'))
      .map(([json, place, text]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + text + json.slice(at + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        expect(indexJson(text) !== undefined).toBe(isJson(text));
      }),
      {numRuns: 2000},
    );
  });

  it.each([
    '',
    ' ',
    '{',
    '[1,]',
    '{"a":1,}',
    '01',
    '1.',
    '-',
    '"\n"',
    '"\\x"',
    'nul',
    '1 2',
    '{"a" 1}',
    '{1:2}',
    '[1}',
  ])('refuses %j', (text) => expect(indexJson(text)).toBeUndefined());

  it('keeps numbers digit by digit', () => {
    expect(indented('[9007199254740993,1.10,1e400,-0]')).toBe('[\n  9007199254740993,\n  1.10,\n  1e400,\n  -0\n]');
  });

  it('goes as deep as a text goes', () => {
    const depth = 200_000;
    expect(indexed('['.repeat(depth) + ']'.repeat(depth)).length).toBe(depth);
  });
});

describe('places', () => {
  const text = '{"a/b~":[{"x.y":1},2],"tags":["é","\\u00e9"],"x":{"y":{}},"x.y":3}';
  const index = indexed(text);

  it('gives the JSON Pointer of each value', () => {
    const pointers = Array.from({length: index.length}, (_, node) => pointerOf(text, index, node));
    expect(pointers).toEqual([
      '',
      '/a~1b~0',
      '/a~1b~0/0',
      '/a~1b~0/0/x.y',
      '/a~1b~0/1',
      '/tags',
      '/tags/0',
      '/tags/1',
      '/x',
      '/x/y',
      '/x.y',
    ]);
  });

  it.each([
    ['', ''],
    ['tags.1', '/tags/1'],
    ['tags.7', '/tags'],
    ['x.y', '/x/y'],
    ['a/b~.0.x.y', '/a~1b~0/0/x.y'],
    ['missing', ''],
  ])('finds %j at %j', (name, pointer) => {
    expect(pointerOf(text, index, nodeAtName(text, index, name))).toBe(pointer);
  });

  it('finds each item of a long list, whatever is in the items', () => {
    const long = JSON.stringify(Array.from({length: 500}, (_, n) => [[], n, {a: [n]}].slice(n % 3)));
    const longIndex = indexed(long);
    for (let n = 0; n < 500; n++)
      expect(pointerOf(long, longIndex, nodeAtName(long, longIndex, `${n}.0`))).toBe(`/${n}/0`);
    expect(nodeAtName(long, longIndex, '500')).toBe(0);
  });

  it('undoes the escapes of a name', () => {
    const escaped = '{"\\u0061":1}';
    expect(nameOf(escaped, indexed(escaped), 1)).toBe('a');
  });

  it('finds the value that a place of the text belongs to', () => {
    expect(pointerOf(text, index, nodeAtOffset(index, text.indexOf('tags')))).toBe('/tags');
    expect(pointerOf(text, index, nodeAtOffset(index, text.indexOf('é')))).toBe('/tags/0');
    expect(pointerOf(text, index, nodeAtOffset(index, text.length - 2))).toBe('/x.y');
  });
});

describe('rows', () => {
  const text = JSON.stringify({list: [1, [2, 3]], other: {deep: {deeper: true}}});
  const index = indexed(text);

  it('hides what is in closed nodes', () => {
    const open = new Uint8Array(index.length).fill(1);
    expect(visibleRows(index, open)).toHaveLength(index.length);
    open[1] = 0;
    expect([...visibleRows(index, open)].map((node) => pointerOf(text, index, node))).toEqual([
      '',
      '/list',
      '/other',
      '/other/deep',
      '/other/deep/deeper',
    ]);
  });

  it('opens a short text whole and of a long one the first levels', () => {
    expect(visibleRows(index, openAtFirst(index, 100))).toHaveLength(index.length);
    expect([...visibleRows(index, openAtFirst(index, 3))]).toEqual([0, 1, 6]);
    const long = JSON.stringify([Array.from({length: 1000}, () => ({}))]);
    expect(visibleRows(indexed(long), openAtFirst(indexed(long), 500))).toHaveLength(2);
  });
});

describe('searchText', () => {
  const go = new AbortController().signal;

  it('finds text whatever its case and its signs', async () => {
    expect(await searchText('A.b a.B axb', 'a.b', go)).toEqual({offsets: [0, 4], isShortened: false});
  });

  it('finds what lies over the border of two pieces, once', async () => {
    const before = 'x'.repeat((1 << 20) - 2);
    const {offsets} = await searchText(`${before}needle${'x'.repeat(1 << 20)}needle`, 'NEEDLE', go);
    expect(offsets).toEqual([before.length, before.length + 6 + (1 << 20)]);
  });

  it('stops at the most', async () => {
    const {offsets, isShortened} = await searchText('a'.repeat(50), 'a', go, 20);
    expect([offsets.length, isShortened]).toEqual([20, true]);
  });
});

describe('textLines', () => {
  it('cuts at line breaks and where a line is too long', () => {
    const text = 'one\ntwo two two\n\nend';
    const starts = textLines(text, 5);
    expect([...starts]).toEqual([0, 4, 9, 14, 16, 17]);
    expect(lineAtOffset(starts, 10)).toBe(2);
    expect(lineAtOffset(starts, 19)).toBe(5);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
