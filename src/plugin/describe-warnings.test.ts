import {describe, expect, it} from 'vitest';
import {describeWarnings} from './describe-warnings.ts';
import type {Problem} from './openapi-error.ts';

function remarks(count: number, rule: string): Problem[] {
  return Array.from({length: count}, (_, index) => {
    return {severity: 'warning', file: 'a.yaml', line: index + 1, column: 1, pointer: '#/', message: 'Not so.', rule};
  });
}

describe('describeWarnings', () => {
  it('shows a few whole', () => {
    expect(describeWarnings(remarks(2, 'x'))).toBe('a.yaml:1:1  #/\n  Not so. (x)\n\na.yaml:2:1  #/\n  Not so. (x)');
  });

  it('counts many by rule, the most frequent first', () => {
    const text = describeWarnings([...remarks(12, 'x'), ...remarks(3, 'y')]);
    expect(text).toContain('a.yaml:10:1');
    expect(text).not.toContain('a.yaml:11:1');
    expect(text).toMatch(/and 5 more: y \(3\), x \(2\)\.$/);
  });
});
