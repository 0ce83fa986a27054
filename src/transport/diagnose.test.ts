import {afterEach, describe, expect, it} from 'vitest';
import {findRefusedUrl, startFailingServer, startServer} from '../../test/support/servers.ts';
import type {LoopbackServer} from '../../test/support/servers.ts';
import {corsHeadersFor} from './cors.ts';
import {diagnose} from './diagnose.ts';
import type {Surroundings} from './diagnose.ts';
import {liveFetch} from './live.ts';

const pageOrigin = 'https://docs.example.com';
const page: Surroundings = {fetch: liveFetch, online: true, pageProtocol: 'https:', pageOrigin};
const localPage: Surroundings = {...page, pageProtocol: 'http:', pageOrigin: 'http://localhost:3000'};

let server: LoopbackServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('diagnose', () => {
  it('sends nothing when the device is offline', async () => {
    const diagnosis = await diagnose(new Request('https://api.example.com/'), {
      ...page,
      online: false,
      fetch: forbidden,
    });
    expect(diagnosis.kind).toBe('offline');
    expect(diagnosis.message).toContain('Connect to the network');
  });

  it('knows mixed content without sending', async () => {
    const diagnosis = await diagnose(new Request('http://api.example.com:81/x'), {...page, fetch: forbidden});
    expect(diagnosis.kind).toBe('mixed-content');
    expect(diagnosis.message).toContain('http://api.example.com:81');
  });

  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'http://api.localhost:9/', 'http://[::1]:9/'])(
    'does not call %s mixed content: it is loopback',
    async (url) => {
      const diagnosis = await diagnose(new Request(url), {...page, fetch: async () => new Response()});
      expect(diagnosis.kind).toBe('cors');
    },
  );

  it('does not speak of mixed content on a page that came over http', async () => {
    const surroundings = {...page, pageProtocol: 'http:', fetch: async () => new Response()};
    expect((await diagnose(new Request('http://api.example.com/'), surroundings)).kind).toBe('cors');
  });

  it('tells a server that does not answer', async () => {
    const url = await findRefusedUrl();
    const diagnosis = await diagnose(new Request(`${url}/auth/token`, {method: 'POST', body: '{}'}), localPage);
    expect(diagnosis.kind).toBe('unreachable');
    expect(diagnosis.message).toContain(url);
    expect(diagnosis.headersNeeded).toBeUndefined();
  });

  it('tells an address that no page can send to', async () => {
    const diagnosis = await diagnose(new Request('ftp://files.example.com/'), {...page, fetch: forbidden});
    expect(diagnosis.kind).toBe('unreachable');
    expect(diagnosis.message).toContain('ftp:');
  });

  it('tells a server that is there and lacks CORS, and which headers it would need', async () => {
    server = await startFailingServer('no-cors');
    const request = new Request(`${server.url}/auth/register?force=true`, {
      method: 'POST',
      headers: {
        Accept: 'application/vnd.doordeck.api-v3+json',
        'Content-Type': 'application/json',
        Authorization: 'Bearer secret',
      },
      body: '{"password":"secret"}',
    });
    const diagnosis = await diagnose(request, {...page, fetch: forbidsReading(liveFetch)});
    expect(diagnosis.kind).toBe('cors');
    expect(diagnosis.headersNeeded).toEqual([
      `Access-Control-Allow-Origin: ${pageOrigin}`,
      'Access-Control-Allow-Methods: POST',
      'Access-Control-Allow-Headers: authorization, content-type',
    ]);
    expect(server.requests).toEqual(['HEAD /']);
    expect(request.bodyUsed).toBe(false);
    expect(diagnosis.findings).toEqual([
      {probe: `HEAD ${server.url}/, without reading the answer`, isAnswered: true},
      {probe: `HEAD ${server.url}/auth/register, without headers of its own`, isAnswered: false},
    ]);
  });

  it('probes without a value of the request', async () => {
    const probes: Request[] = [];
    const fetch = async (request: Request): Promise<Response> => {
      probes.push(request);
      return new Response();
    };
    const request = new Request('https://api.example.com/a?key=secret', {headers: {Authorization: 'Bearer secret'}});
    await diagnose(request, {...page, fetch});
    expect(probes.map(({url, mode}) => [url, mode])).toEqual([
      ['https://api.example.com/', 'no-cors'],
      ['https://api.example.com/a', 'cors'],
      ['https://api.example.com/a', 'cors'],
    ]);
    for (const probe of probes) {
      expect(probe).toMatchObject({credentials: 'omit', method: 'HEAD'});
      expect(JSON.stringify([...probe.headers])).not.toContain('secret');
    }
  });

  it.each<[string, RequestInit, string, string[]]>([
    [
      'a header',
      {method: 'POST', body: '{}', headers: {'Content-Type': 'application/json', 'X-Shade': 'blue'}},
      'x-shade',
      [`Access-Control-Allow-Origin: ${pageOrigin}`, 'Access-Control-Allow-Headers: x-shade'],
    ],
    [
      'a method',
      {method: 'PATCH', body: '{}', headers: {'Content-Type': 'application/json'}},
      'PATCH',
      [`Access-Control-Allow-Origin: ${pageOrigin}`, 'Access-Control-Allow-Methods: PATCH'],
    ],
  ])('names %s that the preflight does not permit', async (_what, init, name, headersNeeded) => {
    const fetch = async ({headers}: Request): Promise<Response> => {
      if (headers.has('x-shade')) throw new TypeError('Failed to fetch');
      return new Response();
    };
    const diagnosis = await diagnose(new Request('https://api.example.com/a', init), {...page, fetch});
    expect(diagnosis).toMatchObject({kind: 'preflight', headersNeeded});
    expect(diagnosis.message).toContain(name);
  });

  it('tells a redirect', async () => {
    server = await startServer((request, response) => {
      if (request.url === '/old') response.writeHead(308, {location: '/new'}).end();
      else response.end();
    });
    const diagnosis = await diagnose(new Request(`${server.url}/old`, {method: 'DELETE'}), page);
    expect(diagnosis.kind).toBe('redirect');
    expect(diagnosis.message).toContain(`${server.url}/old`);
  });

  it('tells a policy of the page, without sending', async () => {
    const surroundings = {...page, fetch: forbidden, isBlockedByPolicy: true};
    const diagnosis = await diagnose(new Request('https://api.example.com/'), surroundings);
    expect(diagnosis.kind).toBe('policy');
    expect(diagnosis.message).toContain('connect-src');
  });

  it.each(['http://127.0.0.1:9', 'https://10.1.2.3', 'https://172.20.0.1', 'https://nas.local', 'https://[fd00::1]'])(
    'says that the browser may keep a public page from %s',
    async (origin) => {
      const fetch = () => Promise.reject(new TypeError('Failed to fetch'));
      const diagnosis = await diagnose(new Request(`${origin}/x`), {...page, fetch});
      expect(diagnosis.kind).toBe('private-network');
      expect(diagnosis.message).toContain(origin);
    },
  );
});

/** Lets only through what CORS does not decide about, as a browser does when no header permits the page. */
function forbidsReading(fetch: Surroundings['fetch']): Surroundings['fetch'] {
  return async (request) => {
    if (request.mode === 'cors') throw new TypeError('Failed to fetch');
    return fetch(request);
  };
}

describe('corsHeadersFor', () => {
  const origin = `Access-Control-Allow-Origin: ${pageOrigin}`;

  it.each<[string, RequestInit]>([
    ['a plain GET', {}],
    ['a POST of text', {method: 'POST', body: 'text', headers: {'Content-Type': 'text/plain;charset=UTF-8'}}],
    ['a versioned Accept', {headers: {Accept: 'application/vnd.doordeck.api-v2+json'}}],
    ['a simple range', {headers: {Range: 'bytes=0-499'}}],
    ['a language', {headers: {'Accept-Language': 'de-CH, de;q=0.9'}}],
  ])('asks only for the origin for %s', (_what, init) => {
    expect(corsHeadersFor(new Request('https://api.example.com/', init), pageOrigin)).toEqual([origin]);
  });

  it.each<[string, RequestInit, string[]]>([
    ['another method', {method: 'DELETE'}, ['Access-Control-Allow-Methods: DELETE']],
    ['JSON', json('{}'), ['Access-Control-Allow-Methods: POST', 'Access-Control-Allow-Headers: content-type']],
    ['a range of items', {headers: {Range: '0-4', 'Range-Unit': 'items'}}, headersOfGet('range, range-unit')],
    ['an Accept with an unsafe byte', {headers: {Accept: 'application/json;v="2"'}}, headersOfGet('accept')],
    ['a value over 128 bytes', {headers: {Accept: 'a'.repeat(129)}}, headersOfGet('accept')],
  ])('asks for more for %s', (_what, init, more) => {
    expect(corsHeadersFor(new Request('https://api.example.com/', init), pageOrigin)).toEqual([origin, ...more]);
  });
});

function json(body: string): RequestInit {
  return {method: 'POST', body, headers: {'Content-Type': 'application/json'}};
}

function headersOfGet(names: string): string[] {
  return ['Access-Control-Allow-Methods: GET', `Access-Control-Allow-Headers: ${names}`];
}

function forbidden(): Promise<Response> {
  throw new Error('Nothing may be sent here.');
}
