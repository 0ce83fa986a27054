import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parseJson} from './parse-json.ts';

describe('parseJson', () => {
  it.each([
    ['', 1, 1, 'the text ends here, but a value is missing'],
    ['{', 1, 2, 'the text ends here, but a property name in double quotes or } is missing'],
    ['{"a": 1,}', 1, 9, 'a property name in double quotes is missing'],
    ["{'a': 1}", 1, 2, 'a property name in double quotes or } is missing'],
    ['{a: 1}', 1, 2, 'a property name in double quotes or } is missing'],
    ['{"a" 1}', 1, 6, 'a colon is missing'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'a comma or the closing bracket is missing'],
    ['[1, 2,, 3]', 1, 7, 'a value is missing'],
    ['[1}', 1, 3, 'a comma or the closing bracket is missing'],
    ['[', 1, 2, 'the text ends here, but a value or ] is missing'],
    ['[]]', 1, 3, 'there is more text after the value'],
    ['"abc', 1, 1, 'text in double quotes is not closed, or has a line break or a wrong escape in it'],
    ['["a\nb"]', 1, 2, 'text in double quotes is not closed, or has a line break or a wrong escape in it'],
    ['[01]', 1, 2, 'a value or ] is missing'],
    ['[NaN]', 1, 2, 'a value or ] is missing'],
    ['truely', 1, 1, 'a value is missing'],
  ])('%j', (text, line, column, reason) => {
    expect(parseJson(text)).toEqual({line, column, reason});
  });

  it('reads all that is JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseJson(text)).toEqual({value: JSON.parse(text) as unknown});
      }),
    );
  });

  it('finds a place inside of the text, or at its end, for whatever is not', () => {
    const nearly = fc
      .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', 'x', '"', '\n', ' ', '\\', 'null'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nearly, (text) => {
        const read = parseJson(text);
        if ('value' in read) return;
        const lines = text.split('\n');
        expect(lines.length).toBeGreaterThanOrEqual(read.line);
        expect((lines[read.line - 1] ?? '').length + 1).toBeGreaterThanOrEqual(read.column);
      }),
      {numRuns: 500},
    );
  });
});
