import fc from 'fast-check';
import {Buffer} from 'node:buffer';
import {describe, expect, it} from 'vitest';
import {decodeJwt, describeLife} from './decode-jwt.ts';

const part = (value: unknown) => Buffer.from(JSON.stringify(value), 'utf8').toString('base64url');
const token = (claims: unknown, header: unknown = {alg: 'HS256'}) => `${part(header)}.${part(claims)}.c2ln`;

describe('decodeJwt', () => {
  it('reads header, claims and expiry, beyond ASCII too', () => {
    expect(decodeJwt(token({name: 'Åda 😀 ???>>>', exp: 1767229200}))).toEqual({
      header: {alg: 'HS256'},
      claims: {name: 'Åda 😀 ???>>>', exp: 1767229200},
      expiresAt: new Date('2026-01-01T01:00:00Z'),
    });
    expect(decodeJwt(token({sub: '1'}))).not.toHaveProperty('expiresAt');
    expect(decodeJwt(token({exp: 1e300}))).not.toHaveProperty('expiresAt');
    expect(decodeJwt(token({exp: '1767229200'}))).not.toHaveProperty('expiresAt');
  });

  it.each([
    '',
    'a.b.c',
    'a.b',
    `${token({})}.x`,
    token([1]),
    token('text'),
    token({}, null),
    `${part({})}.${Buffer.from([0xff, 0xfe]).toString('base64url')}.x`,
    `${token({})}=`,
    ` ${token({})}`,
  ])('takes %j for no token', (text) => {
    expect(decodeJwt(text)).toBeUndefined();
  });

  it('reads what was written, and never throws', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => {
        const plain = JSON.parse(JSON.stringify(claims)) as unknown;
        expect(decodeJwt(token(claims))?.claims).toEqual(plain);
      }),
    );
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), fc.string({unit: 'binary'}), (header, claims) => {
        expect(decodeJwt(`${header}.${claims}.`)).toBeUndefined();
      }),
    );
  });
});

describe('describeLife', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  it.each([
    [24 * 3600, 'expires in 24 hours'],
    [24 * 3600 - 40, 'expires in 24 hours'],
    [72 * 3600, 'expires in 3 days'],
    [2 * 3600, 'expires in 2 hours'],
    [3600, 'expires in 60 minutes'],
    [60, 'expires in 1 minute'],
    [20, 'expires in less than a minute'],
    [0, 'expired less than a minute ago'],
    [-300, 'expired 5 minutes ago'],
    [-30 * 24 * 3600, 'expired 30 days ago'],
  ])('%i seconds: %s', (seconds, words) => {
    expect(describeLife(new Date(now.getTime() + seconds * 1000), now)).toBe(words);
  });
});
