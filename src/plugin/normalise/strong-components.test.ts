import {describe, expect, it} from 'vitest';
import {createComponents} from './strong-components.ts';

describe('createComponents', () => {
  it('gives one number to what leads to each other, and others to the rest', () => {
    const graph: Record<string, string[]> = {
      start: ['a'],
      a: ['b'],
      b: ['c', 'end'],
      c: ['a', 'c'],
      end: [],
      x: ['y', 'c'],
      y: ['x'],
      alone: ['alone'],
    };
    const componentOf = createComponents((node) => graph[node] ?? []);
    const groups = new Map<number, string[]>();
    for (const node of ['b', 'x', 'alone', 'end', 'c', 'start', 'a', 'y']) {
      groups.set(componentOf(node), [...(groups.get(componentOf(node)) ?? []), node].sort());
    }
    expect([...groups.values()].sort()).toEqual([['a', 'b', 'c'], ['alone'], ['end'], ['start'], ['x', 'y']]);
  });

  it('follows a chain of 100,000, each node once', () => {
    const asked: string[] = [];
    const componentOf = createComponents((node) => {
      asked.push(node);
      return Number(node) < 100_000 ? [String(Number(node) + 1)] : [];
    });
    expect(componentOf('1')).not.toBe(componentOf('50000'));
    expect(asked).toHaveLength(100_000);
  });
});
