import {beforeEach, describe, expect, it, vi} from 'vitest';
import {operationOf, readOperations, requestExamples, validateBody} from '../../test/support/documented-operations.ts';
import type * as DemoEngine from '../demo/index.ts';
import type {Operation} from '../model/operation.ts';
import type * as DemoTransport from './demo.ts';

const api = readOperations('doordeck');
const registration = JSON.stringify(requestExamples(api, 'register')['newAccount']);
const key = 'live-api-docs.demo.doordeck';

let items: Map<string, string>;
let loadedEngines: number;
let page: typeof DemoTransport;

beforeEach(async () => {
  items = new Map();
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  });
  vi.stubGlobal('fetch', () => Promise.reject(new Error('The demo touched the network.')));
  await loadPage();
  return () => {
    vi.doUnmock('../demo/index.ts');
    vi.unstubAllGlobals();
  };
});

describe('the engine', () => {
  it('is loaded with the first request and once for all forms', async () => {
    const register = transportFor('register');
    const account = transportFor('getUserDetails');
    page.getMailbox('doordeck');
    page.resetDemo('doordeck');
    page.subscribeDemo('doordeck', () => undefined)();
    expect(loadedEngines).toBe(0);
    const [response] = await Promise.all([register(post('/auth/register')), account(get('/account'))]);
    expect(loadedEngines).toBe(1);
    const {authToken} = (await response.json()) as {authToken: string};
    expect((await account(get('/account', authToken))).status).toBe(200);
    expect(loadedEngines).toBe(1);
  });

  it('is asked for again when it could not be loaded', async () => {
    await loadPage(1);
    const register = transportFor('register');
    await expect(register(post('/auth/register'))).rejects.toThrow();
    expect((await register(post('/auth/register'))).status).toBe(200);
  });

  it('keeps the state of each API to itself', async () => {
    await transportFor('register')(post('/auth/register'));
    expect(page.getMailbox('doordeck')).toHaveLength(1);
    expect(page.getMailbox('coindroids')).toEqual([]);
  });

  it('stands for the server it is told', async () => {
    const transport = page.createDemoTransport({
      apiId: 'doordeck',
      operation: operation('getUserDetails'),
      validate: validateBody,
      baseUrl: 'https://api.staging.doordeck.com',
    });
    expect((await transport(new Request('https://api.staging.doordeck.com/account'))).status).toBe(401);
  });

  it('answers by itself what it does not know, without the network', async () => {
    const response = await transportFor('login')(get('/unknown'));
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('nothing was sent');
  });
});

describe('the mailbox', () => {
  it('is there after a page load, before the engine is', async () => {
    await transportFor('register')(post('/auth/register'));
    const sent = page.getMailbox('doordeck');
    expect(sent).toMatchObject([{to: 'ada@example.com', code: expect.any(String) as string}]);

    await loadPage();
    expect(page.getMailbox('doordeck')).toEqual(sent);
    expect(page.getMailbox('doordeck')).toBe(page.getMailbox('doordeck'));
    expect(loadedEngines).toBe(0);
  });

  it('has the newest e-mail first, before and after the engine is loaded', async () => {
    await transportFor('register')(post('/auth/register'));
    await transportFor('register')(post('/auth/register', '{"email":"two@example.com","password":"x"}'));
    const recipients = (): string[] => page.getMailbox('doordeck').map(({to}) => to);
    expect(recipients()).toEqual(['two@example.com', 'ada@example.com']);
    await loadPage();
    expect(recipients()).toEqual(['two@example.com', 'ada@example.com']);
  });

  it('tells its listeners of each change, and with it holds the new e-mail already', async () => {
    const sizes: number[] = [];
    const leave = page.subscribeDemo('doordeck', () => sizes.push(page.getMailbox('doordeck').length));
    await transportFor('register')(post('/auth/register'));
    page.resetDemo('doordeck');
    leave();
    await transportFor('register')(post('/auth/register'));
    expect(sizes).toEqual([1, 0]);
  });

  it.each(['not json', '{}', '{"version":1,"state":{"mailbox":[{"id":"x"}]}}'])('is empty where %s is kept', (kept) => {
    items.set(key, kept);
    expect(page.getMailbox('doordeck')).toEqual([]);
  });

  it('is empty where the browser forbids storage, and everything else works', async () => {
    vi.stubGlobal('sessionStorage', undefined);
    Object.defineProperty(globalThis, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied.', 'SecurityError');
      },
    });
    expect(page.getMailbox('doordeck')).toEqual([]);
    expect((await transportFor('register')(post('/auth/register'))).status).toBe(200);
    expect(page.getMailbox('doordeck')).toHaveLength(1);
    page.resetDemo('doordeck');
    expect(page.getMailbox('doordeck')).toEqual([]);
  });
});

describe('reset', () => {
  it('forgets what an earlier page left, before the engine is loaded', async () => {
    await transportFor('register')(post('/auth/register'));
    await loadPage();
    page.resetDemo('doordeck');
    expect(items.size).toBe(0);
    expect(page.getMailbox('doordeck')).toEqual([]);
    expect((await transportFor('register')(post('/auth/register'))).status).toBe(200);
  });

  it('forgets what happened in this page', async () => {
    const register = transportFor('register');
    await register(post('/auth/register'));
    expect((await register(post('/auth/register'))).status).toBe(409);
    page.resetDemo('doordeck');
    expect(page.getMailbox('doordeck')).toEqual([]);
    expect((await register(post('/auth/register'))).status).toBe(200);
  });
});

/** A page load: every module anew, the storage as it was. The engine fails to load so many times. */
async function loadPage(failures = 0): Promise<void> {
  vi.resetModules();
  loadedEngines = 0;
  let toFail = failures;
  vi.doMock('../demo/index.ts', async (importOriginal) => {
    const original = await importOriginal<typeof DemoEngine>();
    return {
      createDemo: (options: Parameters<typeof original.createDemo>[0]) => {
        if (toFail-- > 0) throw new Error('The engine could not be loaded.');
        loadedEngines += 1;
        return original.createDemo({...options, latency: () => 0});
      },
    };
  });
  page = await import('./demo.ts');
}

function transportFor(operationId: string): (request: Request) => Promise<Response> {
  return page.createDemoTransport({apiId: 'doordeck', operation: operation(operationId), validate: validateBody});
}

function operation(operationId: string): Operation {
  return api.operations.find((candidate) => candidate.operationId === operationId) ?? operationOf({});
}

function post(path: string, body = registration): Request {
  return new Request(`https://api.doordeck.com${path}`, {method: 'POST', body});
}

function get(path: string, token?: string): Request {
  const headers = new Headers(token === undefined ? {} : {Authorization: `Bearer ${token}`});
  return new Request(`https://api.doordeck.com${path}`, {headers});
}
