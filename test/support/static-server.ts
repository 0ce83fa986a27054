import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {readFileSync} from 'node:fs';
import sirv from 'sirv';

export interface StaticServer {
  /** The address of the site with its base URL, without a slash at the end: `http://127.0.0.1:4711/docs`. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Serves a folder as a plain static host does: `/a` answers with `a.html` or `a/index.html`, what is missing with
 * `404.html` and status 404. Loopback only, on a free port.
 *
 * @param folder the built site
 * @param baseUrl where the site lives on its host, with slashes at both ends; everything outside is a bare 404
 */
export async function serveStatic(folder: string, baseUrl = '/'): Promise<StaticServer> {
  const notFound = readFileSync(join(folder, '404.html'));
  const serveFile = sirv(folder, {etag: true, extensions: ['html']});
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!path.startsWith(baseUrl)) {
      response.writeHead(404, {'content-type': 'text/plain'}).end('This host has nothing here.\n');
      return;
    }
    // The type of `sirv` knows the caller's url; it reads nothing else that the base URL would change.
    request.url = `/${path.slice(baseUrl.length)}`;
    serveFile(request, response, () => {
      response.writeHead(404, {'content-type': 'text/html; charset=utf-8'}).end(notFound);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${baseUrl.slice(0, -1)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
