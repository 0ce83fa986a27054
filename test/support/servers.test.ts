import {afterEach, describe, expect, it} from 'vitest';
import {findRefusedUrl, largeBodySize, startFailingServer} from './servers.ts';
import type {Failure, LoopbackServer} from './servers.ts';

const open: LoopbackServer[] = [];

async function start(failure: Failure): Promise<LoopbackServer> {
  const server = await startFailingServer(failure);
  open.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('failing servers', () => {
  it('allows other origins, and says which request came in', async () => {
    const server = await start('invalid-json');
    const reply = await fetch(`${server.url}/account`, {
      method: 'OPTIONS',
      headers: {'access-control-request-headers': 'authorization', 'access-control-request-method': 'PUT'},
    });
    expect(reply.status).toBe(204);
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('access-control-allow-headers')).toBe('authorization');
    expect(reply.headers.get('access-control-allow-methods')).toBe('PUT');
    expect(server.requests).toEqual(['OPTIONS /account']);
  });

  it('does not allow other origins when that is the failure', async () => {
    const reply = await fetch((await start('no-cors')).url);
    expect(reply.status).toBe(200);
    expect(reply.headers.has('access-control-allow-origin')).toBe(false);
  });

  it('never answers', async () => {
    const {url} = await start('never-answers');
    await expect(fetch(url, {signal: AbortSignal.timeout(200)})).rejects.toThrow(/timeout/);
  });

  it('answers with HTML and 500', async () => {
    const reply = await fetch((await start('html-500')).url);
    expect(reply.status).toBe(500);
    expect(reply.headers.get('content-type')).toBe('text/html');
  });

  it('answers with JSON that does not parse', async () => {
    const reply = await fetch((await start('invalid-json')).url);
    await expect(reply.json()).rejects.toThrow(SyntaxError);
  });

  it('answers with nothing at all', async () => {
    const reply = await fetch((await start('empty-204')).url);
    expect([reply.status, await reply.text()]).toEqual([204, '']);
  });

  it('answers with much', async () => {
    const body = await (await fetch((await start('large-json')).url)).text();
    expect(body.length).toBeGreaterThanOrEqual(largeBodySize);
    expect(() => JSON.parse(body) as unknown).not.toThrow();
  });

  it('breaks off in the middle of an answer', async () => {
    const reply = await fetch((await start('cut-off')).url);
    await expect(reply.text()).rejects.toThrow();
  });

  it('refuses the connection', async () => {
    await expect(fetch(await findRefusedUrl())).rejects.toThrow('fetch failed');
  });
});
