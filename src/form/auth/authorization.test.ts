import {describe, expect, it} from 'vitest';
import {readAuthorizationResponse} from './authorization-response.ts';
import {buildAuthorizationUrl} from './authorization-url.ts';
import {challengeOf, createPkce, randomToken} from './pkce.ts';
import {toTokenFlows} from './token-flows.ts';

describe('PKCE', () => {
  it('makes the challenge of RFC 7636, appendix B', async () => {
    expect(await challengeOf('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')).toBe(
      'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    );
  });

  it('makes verifiers of 43 unreserved characters, each another', async () => {
    const pairs = await Promise.all(Array.from({length: 50}, createPkce));
    for (const {verifier} of pairs) expect(verifier).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(new Set(pairs.map(({verifier}) => verifier)).size).toBe(50);
    expect(randomToken()).not.toBe(randomToken());
  });
});

describe('buildAuthorizationUrl', () => {
  it('keeps what the address has already, and adds the request', () => {
    const url = new URL(
      buildAuthorizationUrl({
        authorizationUrl: 'https://id.example/authorize?tenant=a%20b#top',
        responseType: 'code',
        clientId: 'docs & co',
        redirectUri: 'https://docs.example/oauth-callback.html',
        scopes: ['read', 'write'],
        state: 's',
        challenge: 'c',
      }),
    );
    expect(url.hash).toBe('');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tenant: 'a b',
      response_type: 'code',
      client_id: 'docs & co',
      redirect_uri: 'https://docs.example/oauth-callback.html',
      scope: 'read write',
      state: 's',
      code_challenge: 'c',
      code_challenge_method: 'S256',
    });
  });
});

describe('readAuthorizationResponse', () => {
  const expected = {state: 's', issuer: 'https://id.example', now: new Date('2026-01-01T00:00:00Z')};
  const read = (query: string) => readAuthorizationResponse(new URLSearchParams(query), expected);

  it('gives a code, a token or a refusal', () => {
    expect(read('code=c&state=s')).toEqual({kind: 'code', code: 'c'});
    expect(read('access_token=a&token_type=Bearer&expires_in=60&state=s')).toEqual({
      kind: 'granted',
      grant: {accessToken: 'a', expiresAt: new Date('2026-01-01T00:01:00Z')},
    });
    expect(read('error=access_denied&state=s')).toEqual({kind: 'refused', error: 'access_denied'});
  });

  it.each(['code=c', 'code=c&state=other', 'code=c&state=s&iss=https://evil.example', 'state=s'])(
    'uses nothing of %s',
    (query) => {
      expect(read(query)).toMatchObject({kind: 'unreadable'});
    },
  );

  it('takes the issuer that was asked', () => {
    expect(read('code=c&state=s&iss=https://id.example')).toEqual({kind: 'code', code: 'c'});
  });
});

describe('toTokenFlows', () => {
  const base = 'https://api.example/v1/';

  it('resolves relative addresses and orders the flows', () => {
    const flows = toTokenFlows(
      {
        implicit: {authorizationUrl: '/auth', scopes: {}},
        clientCredentials: {tokenUrl: 'token', scopes: {read: 'Read'}},
      },
      base,
    );
    expect(flows).toEqual([
      {kind: 'clientCredentials', tokenUrl: 'https://api.example/v1/token', scopes: {read: 'Read'}},
      {kind: 'implicit', authorizationUrl: 'https://api.example/auth', scopes: {}},
    ]);
  });

  it('refuses addresses that would run as code, and flows that lack one', () => {
    expect(
      toTokenFlows(
        {
          implicit: {authorizationUrl: 'javascript:alert(1)', scopes: {}},
          authorizationCode: {authorizationUrl: 'https://id.example', scopes: {}},
          password: {tokenUrl: 'data:text/plain,x', scopes: {}},
        },
        base,
      ),
    ).toEqual([]);
  });
});
