import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {clientBundle, mswCookieStore} from './client-bundle.ts';

describe('clientBundle', () => {
  it('replaces the cookie store of msw, the static form and the static code, and nothing else, by files that exist', () => {
    const alias = clientBundle(false)?.resolve.alias ?? {};
    const form = fileURLToPath(new URL('../components/OperationForm/static-form.ts', import.meta.url));
    const code = fileURLToPath(new URL('../components/CodePanel/static-snippets.ts', import.meta.url));
    expect(Object.keys(alias)).toEqual([`${mswCookieStore()}$`, `${form}$`, `${code}$`]);
    expect([form, code].map((file) => existsSync(file))).toEqual([true, true]);
    expect(Object.values(alias).map((file) => existsSync(file))).toEqual([true, true, true]);
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
