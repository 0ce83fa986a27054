import {createHmac} from 'node:crypto';
import {describe, expect, it} from 'vitest';
import {bearerToken, signToken, verifyToken} from './json-web-token.ts';

const claims = {iss: 'demo', sub: 'käthe', aud: 'here', iat: 1000, exp: 2000};
const key = 'The demo back end signs with this key. It opens nothing.';

describe('signToken', () => {
  it('signs with HS256 as another implementation does', () => {
    const [header = '', payload = '', signature] = signToken(claims).split('.');
    expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toEqual({alg: 'HS256', typ: 'JWT'});
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toEqual(claims);
    expect(signature).toBe(createHmac('sha256', key).update(`${header}.${payload}`).digest('base64url'));
  });
});

describe('verifyToken', () => {
  it('gives the claims until the token runs out', () => {
    const token = signToken(claims);
    expect(verifyToken(token, 'here', 1_999_999)).toEqual(claims);
    expect(verifyToken(token, 'here', 2_000_000)).toBeUndefined();
  });

  it('refuses another audience, another issuer and what is no token', () => {
    expect(verifyToken(signToken(claims), 'there', 0)).toBeUndefined();
    expect(verifyToken(signToken({...claims, iss: 'other'}), 'here', 0)).toBeUndefined();
    for (const nonsense of ['', 'a.b.c', 'a.b', `${signToken(claims)}.d`]) {
      expect(verifyToken(nonsense, 'here', 0)).toBeUndefined();
    }
  });

  it('refuses claims that are signed and incomplete', () => {
    const payload = `e30.${Buffer.from('{"iss":"demo","aud":"here"}').toString('base64url')}`;
    const signature = createHmac('sha256', key).update(payload).digest('base64url');
    expect(verifyToken(`${payload}.${signature}`, 'here', 0)).toBeUndefined();
  });
});

describe('bearerToken', () => {
  it.each([
    ['Bearer abc.def-_', 'abc.def-_'],
    ['bearer  abc', 'abc'],
    ['Basic abc', undefined],
    ['Bearer', undefined],
    ['Bearer a b', undefined],
  ])('reads %j', (value, token) => {
    expect(bearerToken(new Headers({Authorization: value}))).toBe(token);
  });

  it('is undefined without the header', () => {
    expect(bearerToken(new Headers())).toBeUndefined();
  });
});
