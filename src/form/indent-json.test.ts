import {describe, expect, it} from 'vitest';
import {indentJson} from './indent-json.ts';

describe('indentJson', () => {
  it.each([[{}], [[]], [{a: [], b: {}, c: [1, [2, {d: null}]], 'e"}': 'x\\{"', f: true}], ['text'], [[{}, {}, [[]]]]])(
    'indents %j as JSON.stringify does',
    (value) => {
      expect(indentJson(JSON.stringify(value))).toEqual({text: JSON.stringify(value, undefined, 2)});
    },
  );

  it('keeps every digit and escape', () => {
    expect(indentJson('{"id":12345678901234567890,"e":1.50e+10,"s":"\\u00e9"}').text).toBe(
      '{\n  "id": 12345678901234567890,\n  "e": 1.50e+10,\n  "s": "\\u00e9"\n}',
    );
  });

  it('gives other text back with a reason', () => {
    const {text, problem} = indentJson('{"a": oops}');
    expect(text).toBe('{"a": oops}');
    expect(problem).toMatch(/\.$/);
  });
});
