import {describe, expect, it} from 'vitest';
import {firstSentence, toPlainText} from './to-plain-text.ts';

describe('toPlainText', () => {
  it.each([
    ['**Bold** and [a link](https://x.y) and `code`.', 'Bold and a link and code.'],
    ['One line\nand the next.\n\nA paragraph.', 'One line and the next. A paragraph.'],
    ['# Heading\n\nText.\n\n```\ncode\n```\n\n| a |\n| - |\n| b |', 'Text.'],
    ['Text.\n\n:::info[Title]\nAside.\n:::', 'Text.'],
    ['At 12:30, 1:n, <b>raw</b> & {x}.', 'At 12:30, 1:n, raw & {x}.'],
    ['A List<T> of it.', 'A List<T> of it.'],
    ['- one\n- two', 'one two'],
    ['', ''],
  ])('%s', (markdown, want) => {
    expect(toPlainText(markdown, 160)).toBe(want);
  });

  it('ends with a whole sentence where one ends in time', () => {
    expect(toPlainText('First one. Second one. Third one is long.', 30)).toBe('First one. Second one.');
  });

  it('ends with a whole word where none does', () => {
    expect(toPlainText('A sentence that goes on, and on and on', 26)).toBe('A sentence that goes on…');
  });

  it('is never longer than asked for', () => {
    for (const length of [1, 5, 20]) expect(toPlainText('x'.repeat(50), length).length).toBeLessThanOrEqual(length);
  });
});

describe('firstSentence', () => {
  it.each([
    ['Gets it. Then more.', 'Gets it.'],
    ['Takes version 1.2, e.g. this one. More.', 'Takes version 1.2, e.g. this one.'],
    ['No full stop', 'No full stop'],
    ['Is it? Yes.', 'Is it?'],
  ])('%s', (markdown, want) => {
    expect(firstSentence(markdown)).toBe(want);
  });
});
