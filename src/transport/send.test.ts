import {afterEach, describe, expect, it} from 'vitest';
import {findRefusedUrl, largeBodySize, startFailingServer, startServer} from '../../test/support/servers.ts';
import type {LoopbackServer} from '../../test/support/servers.ts';
import type {Exchange, Failure, Reply} from './exchange.ts';
import {liveFetch} from './live.ts';
import {send} from './send.ts';

let server: LoopbackServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

describe('send gives the reply, whatever its status', () => {
  it('reads a 500 with HTML', async () => {
    server = await startFailingServer('html-500');
    const reply = replyOf(await send(new Request(server.url), {fetch: liveFetch}));
    expect(reply).toMatchObject({status: 500, mediaType: 'text/html', redirected: false, url: `${server.url}/`});
    expect(reply.text).toContain('<h1>Internal Server Error</h1>');
    expect(reply.headers).toContainEqual(['content-type', 'text/html']);
  });

  it('gives JSON that does not parse as the text it is', async () => {
    server = await startFailingServer('invalid-json');
    const reply = replyOf(await send(new Request(server.url), {fetch: liveFetch}));
    expect(reply.text).toBe('{"authToken": "abc');
    expect(reply.size).toBe(18);
  });

  it('gives an empty text for a 204', async () => {
    server = await startFailingServer('empty-204');
    const reply = replyOf(await send(new Request(server.url), {fetch: liveFetch}));
    expect(reply).toMatchObject({status: 204, text: '', size: 0, mediaType: undefined});
  });

  it('reads 5 MB to the end', async () => {
    server = await startFailingServer('large-json');
    const reply = replyOf(await send(new Request(server.url), {fetch: liveFetch}));
    expect(reply.size).toBeGreaterThan(largeBodySize);
    expect(reply.bytes.byteLength).toBe(reply.size);
    expect(() => JSON.parse(reply.text ?? '') as unknown).not.toThrow();
  });

  it('follows redirects and says where the reply came from', async () => {
    server = await startServer((request, response) => {
      if (request.url === '/old') response.writeHead(307, {location: '/new'}).end();
      else response.end('here');
    });
    const reply = replyOf(await send(new Request(`${server.url}/old`), {fetch: liveFetch}));
    expect(reply).toMatchObject({redirected: true, url: `${server.url}/new`, text: 'here'});
  });

  it('keeps method, headers and body of what was sent, and the server gets them', async () => {
    let received = '';
    server = await startServer((request, response) => {
      request.on('data', (chunk: Buffer) => (received += chunk.toString()));
      request.on('end', () => response.end(`${request.method} ${String(request.headers['x-shade'])}`));
    });
    const request = new Request(`${server.url}/paint`, {
      method: 'PUT',
      headers: {'X-Shade': 'blue'},
      body: '{"a":"ü"}',
    });
    const exchange = await send(request, {fetch: liveFetch});
    expect(exchange.request).toMatchObject({method: 'PUT', url: `${server.url}/paint`, body: '{"a":"ü"}'});
    expect(exchange.request.headers).toContainEqual(['x-shade', 'blue']);
    expect(replyOf(exchange).text).toBe('PUT blue');
    expect(received).toBe('{"a":"ü"}');
  });

  it('sends no cookies and no page address, and tells no body where there is none', async () => {
    let headers: Record<string, unknown> = {};
    server = await startServer((request, response) => {
      headers = request.headers;
      response.end();
    });
    const exchange = await send(new Request(server.url), {fetch: liveFetch});
    expect(exchange.request.body).toBeUndefined();
    expect(headers).not.toHaveProperty('cookie');
    expect(headers).not.toHaveProperty('referer');
  });

  it('measures the time to the last byte', async () => {
    server = await startServer((_request, response) => {
      response.write('first');
      setTimeout(() => response.end(' last'), 80);
    });
    const before = Date.now();
    const exchange = await send(new Request(server.url), {fetch: liveFetch});
    expect(replyOf(exchange).text).toBe('first last');
    expect(exchange.durationMs).toBeGreaterThanOrEqual(75);
    expect(exchange.startedAt).toBeGreaterThanOrEqual(before);
    expect(exchange.startedAt).toBeLessThanOrEqual(Date.now());
  });
});

describe('send tells a reply while it arrives', () => {
  it('gives the text of a stream piece by piece, in whole characters', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/event-stream'});
      const [first, second] = [Buffer.from('data: ü').subarray(0, 7), Buffer.from('ü').subarray(1)];
      response.write(first);
      setTimeout(() => response.end(Buffer.concat([second, Buffer.from('\n\n')])), 40);
    });
    const arrived: (string | undefined)[] = [];
    const exchange = await send(new Request(server.url), {
      fetch: liveFetch,
      onArrival: ({text}) => arrived.push(text),
    });
    expect(arrived).toEqual(['', 'data: ', 'data: ü\n\n']);
    expect(replyOf(exchange).text).toBe('data: ü\n\n');
  });

  it('tells only the size of what is no stream', async () => {
    server = await startFailingServer('large-json');
    const sizes: number[] = [];
    await send(new Request(server.url), {
      fetch: liveFetch,
      onArrival: ({size, text}) => {
        sizes.push(size);
        expect(text).toBeUndefined();
      },
    });
    expect(sizes.at(0)).toBe(0);
    expect(sizes.at(-1)).toBeGreaterThan(largeBodySize);
  });

  it('lets a stream take longer than the time-out as long as it is not silent', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'application/x-ndjson'});
      let line = 0;
      const timer = setInterval(() => {
        line++;
        response.write(`${line}\n`);
        if (line < 8) return;
        clearInterval(timer);
        response.end();
      }, 100);
    });
    const exchange = await send(new Request(server.url), {fetch: liveFetch, timeoutMs: 600});
    expect(replyOf(exchange).text).toBe('1\n2\n3\n4\n5\n6\n7\n8\n');
    expect(exchange.durationMs).toBeGreaterThan(600);
  });

  it('reads JSON whose characters arrive in pieces, behind a byte order mark', async () => {
    const bytes = Buffer.from('\ufeff{"name":"Zoë 🙂"}');
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'application/json; charset=latin1'});
      for (const [at] of bytes.entries()) setTimeout(() => response.write(bytes.subarray(at, at + 1)), at);
      setTimeout(() => response.end(), bytes.length + 5);
    });
    const exchange = await send(new Request(server.url), {fetch: liveFetch});
    expect(replyOf(exchange).text).toBe('{"name":"Zoë 🙂"}');
    expect(replyOf(exchange).size).toBe(bytes.length);
  });

  it('gives up a stream that falls silent, and keeps what it said', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/event-stream'});
      response.write('data: only\n\n');
    });
    const {outcome} = await send(new Request(server.url), {fetch: liveFetch, timeoutMs: 500});
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: {kind: 'timeout', message: 'The reply began, and then nothing came for 0.5 seconds.'},
      partial: {text: 'data: only\n\n'},
    });
  });

  it('keeps what has arrived when it is cancelled', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/plain'});
      response.write('so far');
    });
    const controller = new AbortController();
    const {outcome} = await send(new Request(server.url), {
      fetch: liveFetch,
      signal: controller.signal,
      onArrival: ({size}) => {
        if (size > 0) controller.abort();
      },
    });
    expect(outcome).toMatchObject({kind: 'failure', failure: {kind: 'cancelled'}, partial: {text: 'so far'}});
  });
});

describe('send never rejects', () => {
  it('tells a refused connection as a network failure, in the words of the platform', async () => {
    const failure = failureOf(await send(new Request(await findRefusedUrl()), {fetch: liveFetch}));
    expect(failure.kind).toBe('network');
    expect(failure.message).toMatch(/^No reply: .*ECONNREFUSED.*\.$/);
  });

  it('tells a reply that is cut off as such, and keeps what had arrived', async () => {
    server = await startFailingServer('cut-off');
    const {outcome} = await send(new Request(server.url), {fetch: liveFetch});
    expect(outcome).toMatchObject({
      kind: 'failure',
      failure: {kind: 'cut-off'},
      partial: {status: 200, text: '{"authToken": ', mediaType: 'application/json'},
    });
  });

  it('gives up a server that does not answer', async () => {
    server = await startFailingServer('never-answers');
    const exchange = await send(new Request(server.url), {fetch: liveFetch, timeoutMs: 60});
    expect(failureOf(exchange)).toEqual({kind: 'timeout', message: 'No complete reply within 0.06 seconds.'});
    expect(exchange.durationMs).toBeGreaterThanOrEqual(50);
    expect(exchange.durationMs).toBeLessThan(2_000);
  });

  it('gives up a body that does not end', async () => {
    server = await startServer((_request, response) => {
      response.writeHead(200, {'content-type': 'text/plain'});
      response.write('and then');
    });
    const exchange = await send(new Request(server.url), {fetch: liveFetch, timeoutMs: 80});
    expect(failureOf(exchange).kind).toBe('timeout');
  });

  it('ends at once when it is cancelled, and closes the connection', async () => {
    let closed: () => void;
    const connectionClosed = new Promise<void>((resolve) => (closed = resolve));
    server = await startServer((request) => {
      request.on('close', () => closed());
      setTimeout(() => controller.abort(), 20);
    });
    const controller = new AbortController();
    const exchange = await send(new Request(server.url), {fetch: liveFetch, signal: controller.signal});
    expect(failureOf(exchange)).toEqual({kind: 'cancelled', message: 'Cancelled before the reply was complete.'});
    await connectionClosed;
  });

  it('sends nothing when it was cancelled before', async () => {
    server = await startServer((_request, response) => response.end());
    const exchange = await send(new Request(server.url), {fetch: liveFetch, signal: AbortSignal.abort()});
    expect(failureOf(exchange).kind).toBe('cancelled');
    expect(server.requests).toEqual([]);
  });

  it('follows the signal of the request itself', async () => {
    server = await startFailingServer('never-answers');
    const controller = new AbortController();
    const exchange = send(new Request(server.url, {signal: controller.signal}), {fetch: liveFetch});
    setTimeout(() => controller.abort(), 20);
    expect(failureOf(await exchange).kind).toBe('cancelled');
  });

  it('ends in time over a transport that ignores the signal', async () => {
    const deaf = (): Promise<Response> => new Promise(() => undefined);
    const exchange = await send(new Request('https://api.example.com/'), {fetch: deaf, timeoutMs: 20});
    expect(failureOf(exchange).kind).toBe('timeout');
  });

  it('tells a request whose body was read before', async () => {
    const request = new Request('https://api.example.com/', {method: 'POST', body: 'once'});
    await request.text();
    expect(failureOf(await send(request, {fetch: liveFetch})).kind).toBe('network');
  });

  it('tells a transport that throws something odd', async () => {
    const odd = async (): Promise<Response> => Promise.reject(new Error(''));
    const failure = failureOf(await send(new Request('https://api.example.com/'), {fetch: odd}));
    expect(failure).toEqual({kind: 'network', message: 'No reply: Error.'});
  });
});

function replyOf({outcome}: Exchange): Reply {
  if (outcome.kind !== 'reply') throw new Error(`A failure instead of a reply: ${outcome.failure.message}`);
  return outcome.reply;
}

function failureOf({outcome}: Exchange): Failure {
  if (outcome.kind !== 'failure') throw new Error(`A reply instead of a failure: ${outcome.reply.status}`);
  return outcome.failure;
}
