import {mkdtempSync, mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {serveStatic} from './static-server.ts';
import type {StaticServer} from './static-server.ts';

let folder: string;
let server: StaticServer;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'static-server-'));
  mkdirSync(join(folder, 'guide'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'guide/index.html'), 'guide');
  writeFileSync(join(folder, 'page.html'), 'page');
  server = await serveStatic(folder, '/docs/');
});

afterAll(async () => {
  await server.close();
  rmSync(folder, {recursive: true});
});

async function get(path: string): Promise<[number, string]> {
  const reply = await fetch(new URL(path, server.url));
  return [reply.status, await reply.text()];
}

describe('serveStatic', () => {
  it('serves a site below its base URL', async () => {
    expect(await get('/docs/')).toEqual([200, 'home']);
    expect(await get('/docs/guide')).toEqual([200, 'guide']);
    expect(await get('/docs/guide/')).toEqual([200, 'guide']);
    expect(await get('/docs/page')).toEqual([200, 'page']);
    expect(await get('/docs/page?query=1')).toEqual([200, 'page']);
  });

  it("answers with the site's own page for what is missing", async () => {
    expect(await get('/docs/missing')).toEqual([404, 'not here']);
  });

  it('has nothing outside of the base URL', async () => {
    expect(await get('/page')).toEqual([404, 'This host has nothing here.\n']);
  });

  it('does not leave its folder', async () => {
    expect((await get('/docs/..%2f..%2fetc/passwd'))[0]).toBe(404);
  });
});
