import {describe, expect, it} from 'vitest';
import {pollDevice, startDevice, type DeviceSignIn} from './device-flow.ts';
import {discover} from './discovery.ts';

const client = {id: 'docs', secret: '', secretIn: 'header'} as const;
const start = new Date('2026-01-01T00:00:00Z');

function poll(answers: string[], life = 600) {
  let clock = start.getTime();
  const waited: number[] = [];
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
    fetch: async () => new Response(answers.shift() ?? '{"error":"authorization_pending"}', {status: 400}),
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      clock += milliseconds;
    },
    now: () => new Date(clock),
  });
  return {outcome, waited};
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
