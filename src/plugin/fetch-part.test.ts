import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createPartFetch} from './fetch-part.ts';

let server: Server;
let url = '';
let asked = 0;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked++;
    if (request.url === '/fine') response.end('type: string');
    else if (request.url === '/half') response.write('type: ');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('parts of documents on the network', () => {
  it('are fetched', async () => {
    const answer = await createPartFetch()(`${url}/fine`);
    expect(await answer.text()).toBe('type: string');
  });

  it('are given up when no answer comes, and that server is not asked again', async () => {
    const fetchPart = createPartFetch(0.2);
    await expect(fetchPart(`${url}/never`)).rejects.toThrow(/^127\.0\.0\.1:\d+ did not answer within 0\.2 s$/);
    const before = asked;
    await expect(fetchPart(`${url}/fine`)).rejects.toThrow('did not answer within 0.2 s');
    expect(asked).toBe(before);
  });

  it('are given up when the answer does not end', async () => {
    const answer = await createPartFetch(2)(`${url}/half`);
    await expect(answer.text()).rejects.toThrow(/timeout/);
  });

  it('say why a server cannot be reached', async () => {
    await expect(createPartFetch()('http://127.0.0.1:1/a')).rejects.toThrow(/127\.0\.0\.1:1 cannot be reached: ./);
  });
});
