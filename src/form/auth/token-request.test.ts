import {describe, expect, it} from 'vitest';
import {
  buildShownTokenRequest,
  buildTokenRequest,
  requestToken,
  type OAuthClient,
  type TokenGrantRequest,
} from './token-request.ts';

const url = 'https://id.example/token';
const now = new Date('2026-01-01T00:00:00Z');
const publicClient: OAuthClient = {id: 'docs', secret: '', secretIn: 'header'};
const secretClient: OAuthClient = {id: 'my docs', secret: 'a+b:c', secretIn: 'header'};

function bodyOf(http: ReturnType<typeof buildTokenRequest>): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(http.body?.kind === 'text' ? http.body.text : ''));
}

describe('buildTokenRequest', () => {
  it('posts a code with its verifier, and the id of a public client (RFC 7636, section 4.5)', () => {
    const grant = {
      type: 'authorization_code',
      code: 'c&1',
      redirectUri: 'https://docs.example/cb',
      verifier: 'v',
    } as const;
    const http = buildTokenRequest(url, publicClient, grant);
    expect(http.method).toBe('POST');
    expect(bodyOf(http)).toEqual({
      grant_type: 'authorization_code',
      code: 'c&1',
      redirect_uri: 'https://docs.example/cb',
      code_verifier: 'v',
      client_id: 'docs',
    });
    expect(http.headers.map(([name]) => name)).toEqual(['Accept', 'Content-Type']);
  });

  it('form-encodes id and secret before they go into the header (RFC 6749, section 2.3.1)', () => {
    const http = buildTokenRequest(url, secretClient, {type: 'client_credentials', scopes: ['read', 'write']});
    const [, authorization = ''] = http.headers.find(([name]) => name === 'Authorization') ?? [];
    expect(atob(authorization.replace('Basic ', ''))).toBe('my+docs:a%2Bb%3Ac');
    expect(bodyOf(http)).toEqual({grant_type: 'client_credentials', scope: 'read write'});
  });

  it('puts the secret into the body where the server wants it there', () => {
    const http = buildTokenRequest(
      url,
      {...secretClient, secretIn: 'body'},
      {type: 'refresh_token', refreshToken: 'r'},
    );
    expect(bodyOf(http)).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'r',
      client_id: 'my docs',
      client_secret: 'a+b:c',
    });
  });

  it('leaves out a scope that nobody asked for', () => {
    expect(bodyOf(buildTokenRequest(url, publicClient, {type: 'client_credentials', scopes: []}))).not.toHaveProperty(
      'scope',
    );
  });
});

describe('buildShownTokenRequest', () => {
  it('shows no secret of any grant', () => {
    const canary = 'CANARY';
    const client: OAuthClient = {id: 'docs', secret: canary, secretIn: 'body'};
    const grants: TokenGrantRequest[] = [
      {type: 'authorization_code', code: canary, redirectUri: 'https://docs.example', verifier: canary},
      {type: 'client_credentials', scopes: []},
      {type: 'password', user: 'ada', password: canary, scopes: []},
      {type: 'refresh_token', refreshToken: canary},
      {type: 'device_code', deviceCode: canary},
    ];
    for (const grant of grants) {
      expect(JSON.stringify(buildShownTokenRequest(url, client, grant))).not.toContain(canary);
    }
  });
});

describe('requestToken', () => {
  const http = buildTokenRequest(url, publicClient, {type: 'client_credentials', scopes: []});
  const answer = (body: string, status = 200) => requestToken(http, async () => new Response(body, {status}), now);

  it('reads a token with its life, its scopes and its refresh token', async () => {
    expect(
      await answer(
        '{"access_token":"a","token_type":"Bearer","expires_in":60,"refresh_token":"r","scope":"read write"}',
      ),
    ).toEqual({
      kind: 'granted',
      grant: {
        accessToken: 'a',
        refreshToken: 'r',
        expiresAt: new Date('2026-01-01T00:01:00Z'),
        scopes: ['read', 'write'],
      },
    });
  });

  it('reads a form, and a life that is text', async () => {
    expect(await answer('access_token=a&token_type=bearer&expires_in=60')).toEqual({
      kind: 'granted',
      grant: {accessToken: 'a', expiresAt: new Date('2026-01-01T00:01:00Z')},
    });
  });

  it('tells a refusal, also one with status 200', async () => {
    const body = '{"error":"invalid_client","error_description":"Unknown client","error_uri":"javascript:alert(1)"}';
    const refused = {kind: 'refused', error: 'invalid_client', description: 'Unknown client'};
    expect(await answer(body, 401)).toEqual(refused);
    expect(await answer(body)).toEqual(refused);
  });

  it.each(['', 'null', '<h1>Oops</h1>', '{"access_token":""}', '[1]'])('takes %j for no token', async (body) => {
    expect(await answer(body)).toMatchObject({kind: 'unreadable'});
  });

  it('uses no token of another kind than bearer, and none of an answer that failed', async () => {
    expect(await answer('{"access_token":"a","token_type":"DPoP"}')).toMatchObject({kind: 'unreadable'});
    expect(await answer('{"access_token":"a"}', 500)).toMatchObject({kind: 'unreadable'});
  });

  it('tells when there is no answer', async () => {
    const outcome = await requestToken(http, () => Promise.reject(new TypeError('Failed to fetch')), now);
    expect(outcome).toEqual({kind: 'unreachable', url});
  });
});
