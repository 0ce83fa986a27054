import {existsSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {clientBundle, mswCookieStore} from './client-bundle.ts';

describe('clientBundle', () => {
  it('replaces the cookie store of msw, and that module alone, by a file that exists', () => {
    const alias = clientBundle(false)?.resolve.alias ?? {};
    expect(Object.keys(alias)).toEqual([`${mswCookieStore()}$`]);
    expect(Object.values(alias).map((file) => existsSync(file))).toEqual([true]);
  });

  it('leaves the bundle that renders the pages alone', () => {
    expect(clientBundle(true)).toBeUndefined();
  });

  it('stops the build when msw has no such module, and says what to do', () => {
    expect(() => clientBundle(false, '/site/node_modules/msw/lib/core/gone.mjs')).toThrow(
      /gone\.mjs does not exist.*name it in src\/plugin\/client-bundle\.ts/,
    );
  });
});
