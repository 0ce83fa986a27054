import {describe, expect, it} from 'vitest';
import {inBatches} from './in-batches.ts';

const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('inBatches', () => {
  it('does the work on each, some at a time', async () => {
    const done: number[] = [];
    let atOnce = 0;
    let most = 0;
    await inBatches(Array.from({length: 50}).keys(), async (item) => {
      most = Math.max(most, ++atOnce);
      await wait();
      atOnce--;
      done.push(item);
    });
    expect(done.sort((a, b) => a - b)).toEqual([...Array.from({length: 50}).keys()]);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThan(50);
  });

  it('rejects when the work on one does, and begins no further batch', async () => {
    const begun: number[] = [];
    const work = async (item: number): Promise<void> => {
      begun.push(item);
      await wait();
      if (item === 3) throw new Error('no room on the disk');
    };
    await expect(inBatches(Array.from({length: 50}).keys(), work)).rejects.toThrow('no room on the disk');
    expect(begun.length).toBeLessThan(50);
  });
});
