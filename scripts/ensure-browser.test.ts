import {chmodSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {findBrowser} from './ensure-browser.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ensure-browser-'));
  vi.stubEnv('CHROME_PATH', undefined);
  vi.stubEnv('PATH', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true});
});

function addProgram(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, '#!/bin/sh\n');
  chmodSync(path, 0o755);
  return path;
}

describe('findBrowser', () => {
  it('takes CHROME_PATH before everything else', () => {
    addProgram('chromium');
    const chosen = addProgram('my-chrome');
    vi.stubEnv('CHROME_PATH', chosen);
    expect(findBrowser()).toBe(chosen);
  });

  it('says so when CHROME_PATH names no program', () => {
    addProgram('chromium');
    vi.stubEnv('CHROME_PATH', join(folder, 'missing'));
    expect(() => findBrowser()).toThrow(/CHROME_PATH is ".*missing", and there is no program there/);
  });

  it('finds the browsers of the PATH, Chromium first', () => {
    const chrome = addProgram('google-chrome');
    expect(findBrowser()).toBe(chrome);
    const chromium = addProgram('chromium');
    expect(findBrowser()).toBe(chromium);
  });

  it('passes over what cannot be run', () => {
    writeFileSync(join(folder, 'chromium'), 'not a program');
    chmodSync(join(folder, 'chromium'), 0o644);
    const chrome = addProgram('google-chrome-stable');
    expect(findBrowser()).toBe(chrome);
  });
});
