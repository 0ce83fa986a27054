import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';

/** What a server says that has moved away from its documentation. */
export interface Altered {
  status?: number;
  headers?: Record<string, string | undefined>;
  body?: string;
}

export interface AlteringProxy {
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves the replies of another server with GET, changed by `alter`, which may also drop the connection. Everything else
 * that arrives is counted as a mistake of the caller and answered with 500.
 */
export async function startAlteringProxy(
  target: string,
  alter: (path: string, reply: Required<Altered>) => Altered | 'drop',
): Promise<AlteringProxy> {
  const server = createServer((request, response) => {
    void (async () => {
      if (request.method !== 'GET') {
        response.writeHead(500).end();
        return;
      }
      const headers = new Headers();
      for (const [name, values = []] of Object.entries(request.headersDistinct)) {
        if (!['host', 'connection'].includes(name)) for (const value of values) headers.append(name, value);
      }
      const reply = await fetch(target + (request.url ?? ''), {headers});
      const original = {status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text()};
      const altered = alter(request.url ?? '', original);
      if (altered === 'drop') {
        request.socket.destroy();
        return;
      }
      const all = {...original, ...altered, headers: {...original.headers, ...altered.headers}};
      for (const [name, value] of Object.entries(all.headers)) {
        if (value !== undefined && name !== 'content-length') response.setHeader(name, value);
      }
      response.writeHead(all.status).end(all.body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
