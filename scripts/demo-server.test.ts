import {request as httpRequest} from 'node:http';
import type {IncomingHttpHeaders} from 'node:http';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {operationOf, readOperations, requestExamples, validateBody} from '../test/support/documented-operations.ts';
import type {Mail} from '../src/model/demo-state.ts';
import {createDemoServer} from './demo-server.ts';
import type {DemoServer} from './demo-server.ts';

const doordeck = readOperations('doordeck');
const coindroids = readOperations('coindroids');
const registration = JSON.stringify(requestExamples(doordeck, 'register')['newAccount']);

let server: DemoServer;
let mails: [apiId: string, mail: Mail][];

beforeEach(async () => {
  mails = [];
  server = await createDemoServer({
    apis: [doordeck, coindroids],
    validate: validateBody,
    onMail: (apiId, mail) => mails.push([apiId, mail]),
  });
});

afterEach(() => server.close());

describe('the demo over HTTP', () => {
  it('keeps its state from one request to the next', async () => {
    const registered = await post('/doordeck/auth/register', registration);
    expect(registered.status).toBe(200);
    expect(registered.headers.get('content-type')).toBe('application/vnd.doordeck.api-v3+json');
    const {authToken} = (await registered.json()) as {authToken: string};
    const account = await fetch(`${server.urlOf('doordeck')}/account`, {
      headers: {Authorization: `Bearer ${authToken}`},
    });
    expect(await account.json()).toMatchObject({email: 'ada@example.com'});
    expect((await post('/doordeck/auth/register?force=true', registration)).status).toBe(409);
    server.reset();
    expect((await post('/doordeck/auth/register', registration)).status).toBe(200);
  });

  it('serves each API below its id', async () => {
    const newPlayer = JSON.stringify(requestExamples(coindroids, 'register')['newPlayer']);
    expect(await (await post('/coindroids/rpc/register', newPlayer)).json()).toMatchObject({errors: []});
    const unknown = await fetch(`${server.url}/elsewhere/account`);
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain(`${server.url}/coindroids`);
    expect((await fetch(`${server.urlOf('doordeck')}/unknown`)).status).toBe(404);
  });

  it('reports each e-mail once, also after a reset', async () => {
    await post('/doordeck/auth/register', registration);
    await post('/doordeck/auth/token', '{"email":"alan@example.com","password":"enigma-machine-1912"}');
    expect(mails).toMatchObject([['doordeck', {to: 'ada@example.com', id: 1}]]);
    server.reset();
    await post('/doordeck/auth/register', registration);
    expect(mails).toHaveLength(2);
  });

  it('has the e-mails of each API at an address, newest first', async () => {
    await post('/doordeck/auth/register', registration);
    const mailbox = await fetch(`${server.url}/_mailbox/doordeck`);
    expect(mailbox.headers.get('access-control-allow-origin')).toBe('*');
    expect(await mailbox.json()).toEqual(mails.map(([, mail]) => mail));
    expect(await (await fetch(`${server.url}/_mailbox/coindroids`)).json()).toEqual([]);
    expect((await fetch(`${server.url}/_mailbox/elsewhere`)).status).toBe(404);
  });

  it('takes a body that comes with Expect: 100-continue, as curl sends large ones', async () => {
    const {status} = await raw('POST', '/doordeck/auth/register', {Expect: '100-continue'}, registration);
    expect(status).toBe(200);
  });

  it('refuses a body over 10 MB and lives on', async () => {
    expect((await post('/doordeck/auth/register', 'x'.repeat(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await post('/doordeck/auth/register', registration)).status).toBe(200);
  });

  it('refuses a method that Fetch does not know and lives on', async () => {
    expect((await raw('TRACE', '/doordeck/account', {})).status).toBe(400);
    expect((await fetch(`${server.urlOf('doordeck')}/account`)).status).toBe(401);
  });

  it('sends the headers of a HEAD without a body', async () => {
    const example = operationOf({method: 'HEAD', responses: [{...ok, headers: [header('X-Count', '3')]}]});
    const other = await createDemoServer({
      apis: [{...doordeck, id: 'example', operations: [example]}],
      validate: validateBody,
    });
    const response = await fetch(other.urlOf('example'), {method: 'HEAD'});
    await other.close();
    expect(response.headers.get('x-count')).toBe('3');
  });
});

describe('calls from pages of other origins (CORS)', () => {
  it('permits what a preflight asks for, Authorization included', async () => {
    const preflight = await raw('OPTIONS', '/doordeck/account', {
      Origin: 'http://localhost:3000',
      'Access-Control-Request-Method': 'PUT',
      'Access-Control-Request-Headers': 'authorization,content-type',
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'authorization,content-type',
    });
  });

  it('lets a page read every answer with all of its headers', async () => {
    for (const path of ['/doordeck/account', '/doordeck/unknown', '/nowhere']) {
      const response = await fetch(server.url + path);
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
      expect(response.headers.get('access-control-expose-headers')).toBe('*');
    }
  });
});

describe('port', () => {
  it('is the one asked for, on loopback only', async () => {
    const port = Number(new URL(server.url).port);
    await server.close();
    server = await createDemoServer({apis: [doordeck], validate: validateBody, port});
    expect(server.url).toBe(`http://127.0.0.1:${port}`);
  });

  it('rejects when it is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(createDemoServer({apis: [], validate: validateBody, port})).rejects.toThrow(/EADDRINUSE/);
  });
});

describe('close', () => {
  it('lets a running exchange end and takes no new one', async () => {
    const slow = await createDemoServer({apis: [doordeck], validate: validateBody, latency: () => 150});
    const running = fetch(`${slow.urlOf('doordeck')}/account`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const closed = slow.close();
    expect((await running).status).toBe(401);
    await closed;
    await expect(fetch(`${slow.urlOf('doordeck')}/account`)).rejects.toThrow();
  });
});

const ok = {status: '200', description: '', headers: [], content: [], links: []};

function header(name: string, example: string): {name: string; required: boolean; schema: {examples: string[]}} {
  return {name, required: true, schema: {examples: [example]}};
}

function post(path: string, body: string): Promise<Response> {
  return fetch(server.url + path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body});
}

/** For what fetch does not send. */
function raw(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{status: number | undefined; headers: IncomingHttpHeaders}> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(server.url + path, {method, headers}, (response) => {
      response.resume();
      response.on('end', () => resolve({status: response.statusCode, headers: response.headers}));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
