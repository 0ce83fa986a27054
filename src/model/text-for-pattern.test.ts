import {describe, expect, it} from 'vitest';
import {makeString} from './make-string.ts';
import {textForPattern} from './text-for-pattern.ts';

const solved = [
  '^(0|[1-9][0-9]*)$',
  '^[0-9A-Fa-f]{8}-([0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}$',
  '^[{(]?[0-9a-f]{8}[-]?([0-9a-f]{4}[-]?){3}[0-9a-f]{12}[)}]?$',
  'arn:.*',
  '\\(\\?s\\).*',
  '^\\+?[1-9]\\d{1,14}$',
  '^(ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}|r-[a-z0-9]{4,32})$',
  '^"([0-9]+?)"$|\\*',
  'arn:aws(-[a-z]+(-[a-z]+)?)?:health:[^:]*:[^:]*:event(?:/[\\w-]+){3}',
  '.+@.+\\..+',
  '(^Active$)|(^Paused$)',
  '^$|^[a-zA-Z0-9 ]{2,15}$',
  '^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$',
  '^(Mon|Tue), \\d{2} (Jan|Feb) \\d{4}$',
  '^(?<year>\\d{4})-\\x41\\u0042\\cJ$',
  '[\\u4e00-\\u9fa5]{2}',
  '^\\S+\\s\\D\\W$',
  '^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{8,}$',
  '^\\/(?!admin)[a-z]+$',
  '^[^\\x00-\\x7f]x{0,3}$',
  '^a{2,}?b$',
  '^[^_\\W]\\_\\@$',
];

describe('text for a pattern', () => {
  it.each(solved)('%s', (pattern) => {
    expect(makeString({pattern}, '')).toMatch(expression(pattern));
  });

  it.each([
    ['^v\\d+\\.\\d+$', 12],
    ['^[a-z]+(-[a-z]+)*$', 30],
    ['^(ab)*$', 9],
  ])('%s is as long as it has to be', (pattern, minLength) => {
    const text = makeString({pattern, minLength}, '');
    expect(text).toMatch(expression(pattern));
    expect(text.length).toBeGreaterThanOrEqual(minLength);
  });

  it.each(['[', '(a', 'a)', '*', '(a)\\1', '\\', '[z-a]', '(?a)'])('%s has none', (pattern) => {
    expect(textForPattern(pattern, 0)).toBeUndefined();
  });

  it('is made at once, whatever the pattern costs to ask', () => {
    const started = performance.now();
    for (const pattern of ['^(a+)+$b', '(?:(?:a*)*)*c$', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x{0,9999}){0,9999}']) {
      makeString({pattern, minLength: 5000}, '');
      makeString({pattern, format: 'uuid'}, '');
    }
    makeString({pattern: 'a?'.repeat(10_000)}, '');
    makeString({pattern: `${'('.repeat(1000)}a${')'.repeat(1000)}`}, '');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('is that of the format where the pattern takes it', () => {
    expect(makeString({format: 'date', pattern: '^\\d{4}-\\d\\d-\\d\\d$'}, '')).toBe('2026-03-31');
    expect(makeString({format: 'date', pattern: '^\\d{2}\\.\\d{2}$'}, '')).toBe('00.00');
  });
});

function expression(pattern: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return new RegExp(pattern);
  }
}
