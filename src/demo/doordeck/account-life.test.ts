import {beforeEach, expect, it} from 'vitest';
import {validateHttpRequest} from '../../form/validate-http-request.ts';
import {loadApi} from '../../plugin/load-api.ts';
import {createDemo} from '../index.ts';
import type {DemoBackend} from '../index.ts';

const {operations} = await loadApi({id: 'doordeck', spec: 'openapi/doordeck.yaml'}, process.cwd());
const ada = {email: 'ada@example.com', password: 'first'};
let demo: DemoBackend;
let tokens: {authToken: string; refreshToken: string};

beforeEach(async () => {
  demo = createDemo({apiId: 'doordeck', operations, validate: validateHttpRequest, latency: () => 0});
  tokens = (await (await call('POST', '/auth/register', ada)).json()) as typeof tokens;
});

it('ends a session: its tokens open nothing, those of another session do', async () => {
  const other = (await (await call('POST', '/auth/token', ada)).json()) as typeof tokens;
  expect((await call('POST', '/auth/token/destroy')).status).toBe(204);
  expect((await call('GET', '/account')).status).toBe(401);
  expect((await call('POST', '/auth/token/refresh', undefined, tokens.refreshToken)).status).toBe(401);
  expect((await call('GET', '/account', undefined, other.authToken)).status).toBe(200);
});

it('refreshes first without, then with a new refresh token, which replaces the old one', async () => {
  const refresh = () => call('POST', '/auth/token/refresh', undefined, tokens.refreshToken);
  expect(await (await refresh()).json()).not.toHaveProperty('refreshToken');
  expect(await (await refresh()).json()).toHaveProperty('refreshToken');
  expect((await refresh()).status).toBe(409);
});

it('verifies the address with the code of the newest e-mail, once', async () => {
  const first = demo.mailbox()[0]?.code;
  expect((await call('POST', '/account/email/reverify')).status).toBe(200);
  const second = demo.mailbox()[0]?.code;
  expect((await call('PUT', '/account/email/verify?code=nonsense')).status).toBe(404);
  expect((await call('PUT', `/account/email/verify?code=${first}`)).status).toBe(410);
  expect((await call('PUT', `/account/email/verify?code=${second}`)).status).toBe(200);
  expect(await (await call('GET', '/account')).json()).toMatchObject({emailVerified: true});
});

it('changes the name and the password; the old password opens nothing', async () => {
  expect((await call('POST', '/account', {displayName: 'Countess'})).status).toBe(204);
  expect(await (await call('GET', '/account')).json()).toMatchObject({displayName: 'Countess'});
  const change = {oldPassword: 'first', newPassword: 'second'};
  expect((await call('POST', '/account/password', change)).status).toBe(204);
  expect((await call('POST', '/auth/token', ada)).status).toBe(401);
  expect((await call('POST', '/auth/token', {...ada, password: 'second'})).status).toBe(200);
});

it('deletes the account with everything in it', async () => {
  expect((await call('DELETE', '/account')).status).toBe(204);
  expect((await call('GET', '/account')).status).toBe(401);
  expect((await call('POST', '/auth/token', ada)).status).toBe(401);
  expect(demo.mailbox()).toEqual([]);
  expect((await call('POST', '/auth/register', ada)).status).toBe(200);
});

it('tells who hammers how long to wait', async () => {
  const replies = [];
  for (let time = 0; time < 25; time++) replies.push(await call('GET', '/account'));
  expect(replies[0]?.status).toBe(200);
  expect(replies.at(-1)?.status).toBe(429);
  expect(Number(replies.at(-1)?.headers.get('Retry-After'))).toBeGreaterThan(0);
});

function call(method: string, path: string, body?: object, token?: string): Promise<Response> {
  const bearer = token ?? (tokens as typeof tokens | undefined)?.authToken ?? '';
  const headers = {'Content-Type': 'application/json', Authorization: `Bearer ${bearer}`};
  const text = body === undefined ? null : JSON.stringify(body);
  return demo.handle(new Request(`https://api.doordeck.com${path}`, {method, headers, body: text}));
}
