import {describe, expect, it} from 'vitest';
import {reuseUnchanged} from './reuse-unchanged.ts';

const copy = <Value>(value: Value): Value => structuredClone(value);

describe('reuseUnchanged', () => {
  const before = {a: {text: 'one', list: [{x: 1}, {x: 2}]}, b: {text: 'two', none: undefined}};

  it('gives the previous value when nothing has changed', () => {
    expect(reuseUnchanged(before, copy(before))).toBe(before);
  });

  it('gives what is new, with every unchanged part as it was', () => {
    const next = copy(before);
    next.b.text = 'three';
    const want = copy(next);
    const result = reuseUnchanged(before, next);
    expect(result).toEqual(want);
    expect(result).not.toBe(before);
    expect(result.a).toBe(before.a);
    expect(result.b).not.toBe(before.b);
  });

  it('sees parts that come, go, change places or change their kind', () => {
    const changes: [unknown, unknown][] = [
      [{a: 1}, {a: 1, b: undefined}],
      [{a: 1, b: 2}, {a: 1}],
      [
        {a: 1, b: 2},
        {b: 2, a: 1},
      ],
      [[1, 2], [1]],
      [[], {}],
      [{a: {}}, {a: null}],
      [{a: undefined}, {b: undefined}],
      [{}, JSON.parse('{"__proto__": {"x": 1}}')],
    ];
    for (const [previous, next] of changes) {
      const want = copy(next);
      const result = reuseUnchanged(previous, next);
      expect(result).not.toBe(previous);
      expect(result).toStrictEqual(want);
    }
  });

  it('keeps a member called __proto__ a member', () => {
    const text = '{"__proto__": {"x": 1}, "other": 1}';
    const result = reuseUnchanged(JSON.parse(text), JSON.parse(text.replace('"other": 1', '"other": 2')));
    expect(JSON.stringify(result)).toBe('{"__proto__":{"x":1},"other":2}');
  });

  it('compares what stands in two places with what stood in each of them', () => {
    const shared = {x: 1};
    const result = reuseUnchanged({a: {x: 1}, b: {x: 2}, c: {x: 1}}, {a: shared, b: shared, c: shared});
    expect(result).toEqual({a: {x: 1}, b: {x: 1}, c: {x: 1}});
  });

  it('knows nothing without a previous value', () => {
    const next = {a: 1};
    expect(reuseUnchanged(undefined, next)).toBe(next);
  });
});
