import {beforeEach, describe, expect, it} from 'vitest';
import {requestExamples} from '../../../test/support/documented-operations.ts';
import {validateHttpRequest} from '../../form/validate-http-request.ts';
import type {Json, JsonObject} from '../../model/json.ts';
import {loadApi} from '../../plugin/load-api.ts';
import {createDemo} from '../index.ts';
import type {DemoBackend} from '../index.ts';

const api = await loadApi({id: 'coindroids', spec: 'openapi/coindroids.yaml'}, process.cwd());
const registrations = requestExamples(api, 'register');
const identities = requestExamples(api, 'identify');
const newPlayer = registrations['newPlayer'] as JsonObject;
const hour = 3_600_000;

let demo: DemoBackend;
let time: number;

beforeEach(() => {
  time = Date.UTC(2026, 0, 1);
  demo = createDemo({
    apiId: 'coindroids',
    operations: api.operations,
    validate: validateHttpRequest,
    now: () => time,
    latency: () => 0,
  });
});

describe('register', () => {
  it('newPlayer: registers, with the profile that the documented reply shows', async () => {
    const identity = await register(newPlayer);
    expect(identity).toEqual({
      profile: {id: 13, username: 'Abstract', email: 'josh@coindroids.com'},
      errors: [],
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as string,
    });
    expect(claimsOf(identity.token)).toMatchObject({
      iss: 'demo',
      sub: '13',
      iat: time / 1000,
      exp: time / 1000 + 24 * 3600,
    });
  });

  it('takenName: refused at the field', async () => {
    expect(await register(registrations['takenName'])).toEqual({
      errors: [{field: 'username', message: 'already taken'}],
    });
  });

  it('wrongInvite: refused at the field', async () => {
    expect(await register(registrations['wrongInvite'])).toEqual({
      errors: [{field: 'invite_code', message: 'invalid'}],
    });
  });

  it('takes the invite code for any number of players', async () => {
    for (const [index, username] of ['one', 'two', 'three'].entries()) {
      expect(await register({...newPlayer, username})).toMatchObject({profile: {id: index + 13}, errors: []});
    }
  });

  it('refuses a name the second time, in any letter case', async () => {
    await register(newPlayer);
    expect(await register({...newPlayer, username: 'ABSTRACT'})).toMatchObject({errors: [{field: 'username'}]});
  });

  it.each<[string, JsonObject, {field: string; message: string}[]]>([
    ['a wrong name', {username: 'no blanks'}, [{field: 'username', message: 'letters, numbers and underscores only'}]],
    ['an empty name', {username: ''}, [{field: 'username', message: 'blank'}]],
    ['no password', {password: undefined}, [{field: 'password', message: 'blank'}]],
    ['an empty password', {password: ''}, [{field: 'password', message: 'blank'}]],
    ['no e-mail', {email: undefined}, [{field: 'email', message: 'blank'}]],
    ['a code that is none', {invite_code: 'abc'}, [{field: 'invite_code', message: 'invalid'}]],
    [
      'two mistakes',
      {password: '', invite_code: 'abc'},
      [
        {field: 'password', message: 'blank'},
        {field: 'invite_code', message: 'invalid'},
      ],
    ],
  ])('refuses %s in the words of the API', async (_what, change, errors) => {
    const refusal = await register({...newPlayer, ...change});
    expect(refusal.errors).toHaveLength(errors.length);
    expect(refusal.errors).toEqual(expect.arrayContaining(errors));
    expect(refusal).not.toHaveProperty('token');
  });

  it('refuses a body that is no JSON as a whole', async () => {
    expect(await register('not json')).toEqual({errors: [{field: 'general', message: 'error during registration'}]});
  });
});

describe('identify', () => {
  it('existingPlayer: answers with a token', async () => {
    expect(await identify({body: identities['existingPlayer']})).toMatchObject({
      profile: {id: 1, username: 'satoshi'},
      errors: [],
      token: expect.any(String) as string,
    });
  });

  it('wrongPassword: the refusal is in errors', async () => {
    expect(await identify({body: identities['wrongPassword']})).toEqual({
      errors: [{field: 'password', message: 'invalid'}],
    });
  });

  it('renews a token with itself, and the old one stays valid until it runs out', async () => {
    const first = (await register(newPlayer)).token;
    const second = (await identify({token: first})).token;
    expect(second).not.toBe(first);
    time += 24 * hour - 1;
    expect(await identify({token: first})).toMatchObject({profile: {username: 'Abstract'}, errors: []});
    time += 1;
    expect(await identify({token: first})).toEqual({errors: [{field: 'general', message: 'invalid token'}]});
  });

  it('refuses a request that says nothing of who is asking', async () => {
    expect(await identify({})).toMatchObject({errors: [{field: 'general'}]});
    expect(await identify({token: 'nonsense'})).toMatchObject({errors: [{field: 'general'}]});
  });

  it('asks for both, name and password', async () => {
    expect(await identify({body: {username: 'satoshi'}})).toEqual({errors: [{field: 'password', message: 'blank'}]});
  });

  it('knows the token of a player no more whose name another took after a reset', async () => {
    const {token} = await register(newPlayer);
    demo.reset();
    await register({...newPlayer, username: 'another'});
    expect(await identify({token})).toMatchObject({errors: [{field: 'general'}]});
  });
});

interface Identity {
  profile?: {id: number; username: string; email: string};
  errors: {field: string; message: string}[];
  token?: string;
}

function register(body: Json | undefined): Promise<Identity> {
  return call('/rpc/register', body);
}

function identify({body, token}: {body?: Json | undefined; token?: string | undefined}): Promise<Identity> {
  return call('/rpc/identify', body, token === undefined ? {} : {Authorization: `Bearer ${token}`});
}

async function call(path: string, body: Json | undefined, headers: Record<string, string> = {}): Promise<Identity> {
  const response = await demo.handle(
    new Request(`https://api.coindroids.com${path}`, {
      method: 'POST',
      headers: {...headers, ...(body !== undefined && {'Content-Type': 'application/json'})},
      ...(body !== undefined && {body: typeof body === 'string' ? body : JSON.stringify(body)}),
    }),
  );
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  return (await response.json()) as Identity;
}

function claimsOf(token: string | undefined): Record<string, unknown> {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;
}
