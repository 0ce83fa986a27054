import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, it} from 'vitest';
import {mswCookieStore} from '../plugin/client-bundle.ts';
import * as replacement from './no-cookies.ts';

/** Holds the replacement to the msw that is installed: an update of msw that changes this module fails here. */

const core = join(dirname(mswCookieStore()), '..');

describe('the stand-in for the cookie store of msw', () => {
  it('has the exports of the original', async () => {
    expect(existsSync(mswCookieStore())).toBe(true);
    const original = (await import(pathToFileURL(mswCookieStore()).href)) as {cookieStore: object};
    expect(Object.keys(replacement)).toEqual(Object.keys(original));
    expect(typeof original.cookieStore).toBe('object');
  });

  it('has everything that msw uses of it', () => {
    const used = modulesOf(core).flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return file === mswCookieStore() ? [] : [...source.matchAll(/\bcookieStore\.(\w+)/g)].map(([, name]) => name);
    });
    // A member, or the file name in an import.
    expect(new Set(used)).toEqual(new Set([...Object.keys(replacement.cookieStore), 'mjs']));
  });

  it('is imported by msw from nowhere but the module that is replaced, and nothing else brings tough-cookie', () => {
    const importers = modulesOf(core).filter((file) => readFileSync(file, 'utf8').includes('"tough-cookie"'));
    expect(importers).toEqual([mswCookieStore()]);
  });

  it('keeps nothing', async () => {
    await replacement.cookieStore.setCookie();
    expect(replacement.cookieStore.getCookies()).toEqual([]);
  });
});

function modulesOf(folder: string): string[] {
  const names = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.mjs'));
  return names.map((name) => join(folder, name));
}
