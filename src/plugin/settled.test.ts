import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {settled} from './settled.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settled-'));
  file = join(folder, 'api.json');
});
afterEach(() => {
  rmSync(folder, {recursive: true});
});

describe('settled', () => {
  it('waits until a file that was emptied is written', async () => {
    writeFileSync(file, '');
    setTimeout(() => {
      writeFileSync(file, 'half');
    }, 100);
    setTimeout(() => {
      writeFileSync(file, 'half and half');
    }, 120);
    await settled(file);
    expect(readFileSync(file, 'utf8')).toBe('half and half');
  });

  it('does not wait for ever for a file that is empty or gone', async () => {
    writeFileSync(file, '');
    await settled(file);
    await settled(join(folder, 'gone.json'));
  });
});
