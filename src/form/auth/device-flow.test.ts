import {describe, expect, it} from 'vitest';
import {pollDevice, startDevice, type DeviceSignIn} from './device-flow.ts';
import {discover} from './discovery.ts';

const client = {id: 'docs', secret: '', secretIn: 'header'} as const;
const start = new Date('2026-01-01T00:00:00Z');

/** An answer, or that no server is reached. */
type Answer = string;

const pending = '{"error":"authorization_pending"}';

function poll(answers: Answer[], life = 600) {
  let clock = start.getTime();
  const waited: number[] = [];
  const retries: (number | undefined)[] = [];
  const device: DeviceSignIn = {
    deviceCode: 'd',
    userCode: 'ABCD',
    verificationUri: 'https://id.example/device',
    expiresAt: new Date(clock + life * 1000),
    intervalMs: 5000,
  };
  const outcome = pollDevice({
    tokenUrl: 'https://id.example/token',
    client,
    device,
    fetch: async () => {
      const answer = answers.shift() ?? pending;
      if (answer === 'no server') throw new TypeError('Failed to fetch');
      return new Response(answer, {status: answer.includes('access_token') ? 200 : 400});
    },
    onRetry: (seconds) => retries.push(seconds),
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      clock += milliseconds;
    },
    now: () => new Date(clock),
  });
  return {outcome, waited, retries};
}

describe('pollDevice', () => {
  it('waits while the reader has not agreed, and longer when told to slow down', async () => {
    const {outcome, waited} = poll([
      '{"error":"authorization_pending"}',
      '{"error":"slow_down"}',
      '{"error":"authorization_pending"}',
      '{"error":"access_denied"}',
    ]);
    expect(await outcome).toEqual({kind: 'refused', error: 'access_denied'});
    expect(waited).toEqual([5000, 5000, 10_000, 10_000]);
  });

  it('asks again after twice the time when no server is reached, and as before when it is back', async () => {
    const {outcome, waited, retries} = poll([
      'no server',
      'no server',
      pending,
      '{"access_token":"t","token_type":"Bearer"}',
    ]);
    expect(await outcome).toEqual({kind: 'granted', grant: {accessToken: 't'}});
    expect(waited).toEqual([5000, 10_000, 20_000, 5000]);
    expect(retries).toEqual([10, 20, undefined]);
  });

  it('gives up a server that is not reached time and again, and never waits beyond the code', async () => {
    const away = poll(Array.from({length: 9}, () => 'no server'));
    expect(await away.outcome).toEqual({kind: 'unreachable', url: 'https://id.example/token'});
    expect(away.waited).toEqual([5000, 10_000, 20_000, 40_000, 80_000, 160_000]);
    const short = poll(['no server', 'no server', 'no server'], 30);
    expect(await short.outcome).toMatchObject({kind: 'refused', error: 'expired_token'});
    expect(short.waited).toEqual([5000, 10_000, 15_000]);
  });

  it('ends when the code has run out', async () => {
    const {outcome, waited} = poll([], 20);
    expect(await outcome).toMatchObject({kind: 'refused', error: 'expired_token'});
    expect(waited).toHaveLength(4);
  });
});

describe('startDevice', () => {
  const request = (body: string) =>
    startDevice({
      deviceAuthorizationUrl: 'https://id.example/device_authorization',
      client,
      scopes: ['read'],
      fetch: async () => new Response(body),
      now: start,
    });

  it('reads the code, and no page that would run as code', async () => {
    expect(
      await request(
        '{"device_code":"d","user_code":"ABCD-EFGH","verification_uri":"https://id.example/device","verification_uri_complete":"javascript:alert(1)","expires_in":900,"interval":1}',
      ),
    ).toEqual({
      kind: 'started',
      device: {
        deviceCode: 'd',
        userCode: 'ABCD-EFGH',
        verificationUri: 'https://id.example/device',
        expiresAt: new Date('2026-01-01T00:15:00Z'),
        intervalMs: 1000,
      },
    });
    expect(await request('{"device_code":"d","user_code":"A","verification_uri":"javascript:alert(1)"}')).toMatchObject(
      {kind: 'unreadable'},
    );
  });
});

describe('discover', () => {
  const ask = (metadata: unknown) =>
    discover('https://id.example/.well-known/openid-configuration', 'https://api.example', async () =>
      Response.json(metadata),
    );

  it('finds the flows that a provider offers', async () => {
    const outcome = await ask({
      issuer: 'https://id.example',
      authorization_endpoint: 'https://id.example/authorize',
      token_endpoint: 'https://id.example/token',
      grant_types_supported: ['authorization_code', 'client_credentials'],
      scopes_supported: ['openid', 'orders'],
      token_endpoint_auth_methods_supported: ['client_secret_post'],
    });
    expect(outcome).toMatchObject({
      kind: 'found',
      provider: {
        issuer: 'https://id.example',
        secretIn: 'body',
        flows: [
          {kind: 'authorizationCode', issuer: 'https://id.example', scopes: {openid: 'Sign in', orders: ''}},
          {kind: 'clientCredentials'},
        ],
      },
    });
  });

  it.each([[{}], [null], [[1]]])('takes %j for no provider', async (metadata) => {
    expect(await ask(metadata)).toMatchObject({kind: 'unreadable'});
  });

  it('asks nothing but the web', async () => {
    const outcome = await discover('file:///etc/passwd', 'https://api.example', () =>
      Promise.reject(new Error('asked')),
    );
    expect(outcome).toMatchObject({kind: 'unreadable'});
  });
});
