import {beforeEach, describe, expect, it} from 'vitest';
import {requestExamples} from '../../../test/support/documented-operations.ts';
import {validateHttpRequest} from '../../form/validate-http-request.ts';
import type {Json} from '../../model/json.ts';
import {loadApi} from '../../plugin/load-api.ts';
import {createDemo} from '../index.ts';
import type {DemoBackend} from '../index.ts';

const api = await loadApi({id: 'doordeck', spec: 'openapi/doordeck.yaml'}, process.cwd());
const registrations = requestExamples(api, 'register');
const logins = requestExamples(api, 'login');
const minute = 60_000;

let demo: DemoBackend;
let time: number;

beforeEach(() => {
  time = Date.UTC(2026, 0, 1);
  demo = createDemo({
    apiId: 'doordeck',
    operations: api.operations,
    validate: validateHttpRequest,
    now: () => time,
    latency: () => 0,
  });
});

describe('registration', () => {
  it('newAccount: creates the account and answers with its tokens', async () => {
    const response = await register(registrations['newAccount']);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.doordeck.api-v3+json');
    const {authToken, refreshToken} = await tokens(response);
    expect(claimsOf(authToken)).toEqual({
      iss: 'demo',
      sub: expect.stringMatching(uuid) as string,
      sid: expect.stringMatching(uuid) as string,
      aud: 'https://api.doordeck.com',
      iat: time / 1000,
      exp: time / 1000 + 24 * 3600,
      auth_time: time / 1000,
      email: 'ada@example.com',
      email_verified: false,
      name: 'Ada Lovelace',
    });
    expect(claimsOf(refreshToken)['exp']).toBe(time / 1000 + 30 * 24 * 3600);
  });

  it('pendingInvite: refused with 409 until force is set', async () => {
    const refused = await register(registrations['pendingInvite']);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toBe('');
    expect((await register(registrations['pendingInvite'], '?force=false')).status).toBe(409);
    expect((await register(registrations['pendingInvite'], '?force=true')).status).toBe(200);
    expect((await register(registrations['pendingInvite'], '?force=true')).status).toBe(409);
  });

  it('takenAddress: refused with 409, and force does not help', async () => {
    expect((await register(registrations['takenAddress'])).status).toBe(409);
    expect((await register(registrations['takenAddress'], '?force=true')).status).toBe(409);
    expect(demo.mailbox()).toEqual([]);
  });

  it('refuses an address the second time, in any letter case', async () => {
    await register(registrations['newAccount']);
    expect((await register({email: 'ADA@example.com', password: 'another'})).status).toBe(409);
  });

  it('refuses what the schema refuses with 400 and changes nothing', async () => {
    expect((await register({email: 'ada@example.com'})).status).toBe(400);
    expect((await register({email: 'not an address', password: 'x'})).status).toBe(400);
    expect((await post('/auth/register', '{"email":')).status).toBe(400);
    expect(demo.mailbox()).toEqual([]);
    expect((await register(registrations['newAccount'])).status).toBe(200);
  });

  it('sends a validation e-mail with a code', async () => {
    await register(registrations['newAccount']);
    const [mail, ...others] = demo.mailbox();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({id: 1, to: 'ada@example.com', date: '2026-01-01T00:00:00.000Z'});
    expect(mail?.code).toMatch(/^\d{6}$/);
    expect(mail?.text).toContain(mail?.code);
    expect(mail?.text).toContain('Ada Lovelace');
  });

  it('shows the newest e-mail first', async () => {
    await register(registrations['newAccount']);
    await register(registrations['pendingInvite'], '?force=true');
    expect(demo.mailbox().map(({to}) => to)).toEqual(['grace@example.com', 'ada@example.com']);
  });
});

describe('login', () => {
  it('existingAccount: answers with tokens', async () => {
    const response = await post('/auth/token', logins['existingAccount']);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.doordeck.api-v2+json');
    expect(claimsOf((await tokens(response)).authToken)).toMatchObject({
      email: 'alan@example.com',
      email_verified: true,
    });
  });

  it('wrongPassword: refused with 401 without a body', async () => {
    const response = await post('/auth/token', logins['wrongPassword']);
    expect(response.status).toBe(401);
    expect(await response.text()).toBe('');
  });

  it('refuses an address without an account with 401, and a missing password with 400', async () => {
    expect((await post('/auth/token', {email: 'nobody@example.com', password: 'x'})).status).toBe(401);
    expect((await post('/auth/token', {email: 'alan@example.com'})).status).toBe(400);
  });

  it('opens the account that was just registered, in another session', async () => {
    const registered = await tokens(await register(registrations['newAccount']));
    const loggedIn = await tokens(
      await post('/auth/token', {email: 'ada@example.com', password: 'correct-horse-battery'}),
    );
    expect(claimsOf(loggedIn.authToken)['sub']).toBe(claimsOf(registered.authToken)['sub']);
    expect(claimsOf(loggedIn.authToken)['sid']).not.toBe(claimsOf(registered.authToken)['sid']);
  });
});

describe('user details', () => {
  it('tells who the token belongs to, the same key every time', async () => {
    const {authToken} = await tokens(await register(registrations['newAccount']));
    const response = await account(authToken);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    const user = (await response.json()) as {publicKey: string};
    expect(user).toEqual({
      publicKey: expect.any(String) as string,
      email: 'ada@example.com',
      displayName: 'Ada Lovelace',
      emailVerified: false,
    });
    const key = Buffer.from(user.publicKey, 'base64');
    expect(key.toString('base64')).toBe(user.publicKey);
    expect(key.byteLength).toBe(44);
    expect(await (await account(authToken)).json()).toEqual(user);
  });

  it('says null where no display name was given', async () => {
    const {authToken} = await tokens(await register({email: 'new@example.com', password: 'x'}));
    expect(await (await account(authToken)).json()).toMatchObject({displayName: null});
    expect(claimsOf(authToken)).not.toHaveProperty('name');
  });

  it('refuses a missing, wrong or tampered token with 401 without a body', async () => {
    const {authToken, refreshToken} = await tokens(await post('/auth/token', logins['existingAccount']));
    const [header, , signature] = authToken.split('.');
    const forged = Buffer.from(JSON.stringify({...claimsOf(authToken), email: 'x@example.com'})).toString('base64url');
    for (const token of [undefined, 'nonsense', refreshToken, `${header}.${forged}.${signature}`, `${authToken}x`]) {
      const response = await account(token);
      expect(response.status).toBe(401);
      expect(await response.text()).toBe('');
    }
    expect((await account(authToken)).status).toBe(200);
  });

  it('refuses a token that has run out', async () => {
    const {authToken} = await tokens(await post('/auth/token', logins['existingAccount']));
    time += 24 * 60 * minute - 1;
    expect((await account(authToken)).status).toBe(200);
    time += 1;
    expect((await account(authToken)).status).toBe(401);
  });

  it('refuses the token of an account that a reset has taken away', async () => {
    const {authToken} = await tokens(await register(registrations['newAccount']));
    demo.reset();
    expect((await account(authToken)).status).toBe(401);
    expect((await register(registrations['newAccount'])).status).toBe(200);
  });
});

it('answers alike at every server that it is told to stand for', async () => {
  const staging = createDemo({
    apiId: 'doordeck',
    operations: api.operations,
    baseUrl: 'https://api.staging.doordeck.com',
    validate: validateHttpRequest,
    latency: () => 0,
  });
  const ask = (server: string): Promise<Response> => staging.handle(new Request(`${server}/account`));
  expect((await ask('https://api.staging.doordeck.com')).status).toBe(401);
  expect((await ask('https://api.doordeck.com')).status).toBe(404);
});

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function register(body: Json | undefined, query = ''): Promise<Response> {
  return post(`/auth/register${query}`, body);
}

function post(path: string, body: Json | undefined): Promise<Response> {
  return demo.handle(
    new Request(`https://api.doordeck.com${path}`, {
      method: 'POST',
      headers: {'Content-Type': 'application/json'},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  );
}

function account(token: string | undefined): Promise<Response> {
  const headers = new Headers(token === undefined ? {} : {Authorization: `Bearer ${token}`});
  return demo.handle(new Request('https://api.doordeck.com/account', {headers}));
}

async function tokens(response: Response): Promise<{authToken: string; refreshToken: string}> {
  return (await response.json()) as {authToken: string; refreshToken: string};
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
