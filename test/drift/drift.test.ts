import {execFile} from 'node:child_process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {DriftReport} from '../../scripts/drift/describe-drift.ts';
import type {DemoServer} from '../../scripts/demo-server.ts';
import {startDemoApi} from '../support/demo-api.ts';
import {startAlteringProxy} from './altering-proxy.ts';

let demo: DemoServer;
let token: string;

beforeAll(async () => {
  demo = await startDemoApi();
  const reply = await fetch(`${demo.urlOf('doordeck')}/auth/register`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json', Accept: 'application/vnd.doordeck.api-v3+json'},
    body: JSON.stringify({email: 'drift@example.com', password: 'correct-horse-battery'}),
  });
  ({authToken: token} = (await reply.json()) as {authToken: string});
});

afterAll(() => demo.close());

function drift(...args: string[]): Promise<{code: number; stdout: string; stderr: string}> {
  return new Promise((resolve) => {
    const env = {...process.env, DRIFT_TEST_TOKEN: token};
    const command = ['node_modules/tsx/dist/cli.mjs', 'scripts/drift.ts', ...args];
    execFile(process.execPath, command, {env}, (error, stdout, stderr) => {
      resolve({code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr});
    });
  });
}

async function report(...args: string[]): Promise<DriftReport & {code: number}> {
  const {code, stdout, stderr} = await drift(...args, '--json');
  expect(stderr).toBe('');
  return {code, ...(JSON.parse(stdout) as DriftReport)};
}

const authorised = ['--credential', 'bearerAuth=$DRIFT_TEST_TOKEN'];

describe('a server that keeps to its documentation', () => {
  it('has no difference, for every example that changes nothing', async () => {
    const {code, ok, counts, apis} = await report('--server', `${demo.url}/{api}`, ...authorised);
    expect(apis.flatMap(({calls}) => calls.filter(({outcome}) => outcome === 'different'))).toEqual([]);
    expect({code, ok}).toEqual({code: 0, ok: true});
    expect(apis.map(({api}) => api)).toEqual(['coindroids', 'doordeck']);
    expect(counts.same).toBeGreaterThan(2);
    expect(counts.failed).toBe(0);
    const sent = apis.flatMap(({calls}) => calls).filter(({outcome}) => outcome !== 'skipped');
    expect(new Set(sent.map(({method}) => method))).toEqual(new Set(['GET']));
  });

  it('is sent nothing that may change data, unless it is asked for by name', async () => {
    const {apis} = await report('--server', demo.urlOf('coindroids'), 'coindroids', '--also', 'identify');
    const calls = apis[0]?.calls ?? [];
    const register = calls.find(({operation}) => operation === 'coindroids/register');
    expect(register).toMatchObject({outcome: 'skipped', reason: expect.stringContaining('--also register') as string});
    expect(calls.filter(({operation}) => operation === 'coindroids/identify').map(({outcome}) => outcome)).toContain(
      'same',
    );
  });

  it('says which credential is missing', async () => {
    const {apis} = await report('--server', demo.urlOf('doordeck'), 'doordeck');
    const details = apis[0]?.calls.find(({operation}) => operation === 'doordeck/get-user-details');
    expect(details).toMatchObject({
      outcome: 'skipped',
      reason: expect.stringContaining('--credential bearerAuth=') as string,
    });
  });
});

describe('a server that has moved away from it', () => {
  it.each([
    [
      'a property of another type',
      {body: '{"email":"a@example.com","displayName":"A","emailVerified":"yes"}'},
      /emailVerified/,
    ],
    ['a status that is not documented', {status: 418}, /418 is not documented/],
    [
      'another media type',
      {headers: {'content-type': 'text/html'}, body: '<p>Hello</p>'},
      /text\/html is not documented/,
    ],
    ['JSON that is none', {body: '{"email":'}, /not the JSON/],
    ['an empty body', {body: ''}, /empty/],
  ])('is found out: %s', async (_, altered, message) => {
    const proxy = await startAlteringProxy(demo.urlOf('doordeck'), () => altered);
    const {code, ok, apis} = await report('--server', proxy.url, 'doordeck', ...authorised);
    const details = apis[0]?.calls.find(({operation}) => operation === 'doordeck/get-user-details');
    expect(details?.outcome).toBe('different');
    expect(details?.differences?.map((problem) => `${problem.name} ${problem.message}`).join('\n')).toMatch(message);
    expect({code, ok}).toEqual({code: 1, ok: false});
    await proxy.close();
  });

  it('is told from one that does not answer', async () => {
    const proxy = await startAlteringProxy(demo.urlOf('doordeck'), () => 'drop');
    const {code, counts} = await report('--server', proxy.url, 'doordeck', ...authorised);
    expect(counts.failed).toBeGreaterThan(0);
    expect(code).toBe(1);
    await proxy.close();
  });

  it('is described for people, with the place, and without the credential', async () => {
    const proxy = await startAlteringProxy(demo.urlOf('doordeck'), () => ({
      body: '{"email":"a@example.com","emailVerified":1}',
    }));
    const {code, stdout} = await drift('--server', proxy.url, 'openapi/doordeck.yaml', ...authorised);
    expect(stdout).toMatch(
      /different GET \/account \(required values\): 200, \d+ ms\n(?: {12}.*\n)* {12}emailVerified: /,
    );
    expect(stdout).toMatch(/\n\d+ different, 0 without a reply, \d+ as documented, \d+ skipped\.\n$/);
    expect(stdout).not.toContain(token);
    expect(code).toBe(1);
    await proxy.close();
  });
});

describe('wrong use', () => {
  it.each([
    ['no server', [], /Sends the examples/],
    ['an address that is none', ['--server', 'example'], /takes an http or https address, not "example"/],
    ['a server that no document names', ['--server', 'http://127.0.0.1:1'], /Say which API answers there/],
    [
      'an operation that does not exist',
      ['--server', 'http://127.0.0.1:1', 'doordeck', '--also', 'x'],
      /no document has it\. There are: register, /,
    ],
    [
      'a variable that is not set',
      ['--server', 'http://127.0.0.1:1', '--credential', 'a=$DRIFT_NONE'],
      /has no DRIFT_NONE/,
    ],
    ['a file that is not there', ['--server', 'http://127.0.0.1:1', 'gone.yaml'], /gone\.yaml/],
  ])('ends with 2 and what to do: %s', async (_, args, message) => {
    const {code, stderr, stdout} = await drift(...args);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
