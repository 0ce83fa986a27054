import {createServer} from 'node:http';
import type {IncomingMessage, RequestListener, Server, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  /** Method and path of each request that came in, preflights included: `OPTIONS /account`. */
  requests: string[];
  close: () => Promise<void>;
}

/** How an API can disappoint. All of them allow calls from other origins, but for the one that is about that. */
export type Failure =
  'no-cors' | 'never-answers' | 'html-500' | 'invalid-json' | 'empty-204' | 'large-json' | 'cut-off';

/** How many bytes the body of `large-json` has at least. */
export const largeBodySize = 5 * 1024 * 1024;

const answers: Record<Failure, (response: ServerResponse) => void> = {
  'no-cors': (response) => sendJson(response, '{"reached": true}'),
  'never-answers': () => {
    // The connection stays open and silent until the caller gives up or the server closes.
  },
  'html-500': (response) => {
    response
      .writeHead(500, {'content-type': 'text/html'})
      .end('<h1>Internal Server Error</h1><script>alert(1)</script>');
  },
  'invalid-json': (response) => sendJson(response, '{"authToken": "abc'),
  'empty-204': (response) => {
    response.writeHead(204).end();
  },
  'large-json': (response) => sendJson(response, largeJson()),
  'cut-off': (response) => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': '1000'});
    // A browser needs a moment to take in what came before the end.
    response.write('{"authToken": ', () => setTimeout(() => response.destroy(), 200));
  },
};

/** Starts a server on loopback that fails in one way at every address. */
export function startFailingServer(failure: Failure): Promise<LoopbackServer> {
  return startServer((request, response) => {
    if (failure !== 'no-cors') allowOtherOrigins(request, response);
    if (request.method === 'OPTIONS') response.writeHead(204).end();
    else answers[failure](response);
  });
}

/** Starts a server on loopback, on a free port. */
export async function startServer(listener: RequestListener): Promise<LoopbackServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    request.resume();
    listener(request, response);
  });
  const url = await listen(server);
  return {url, requests, close: () => close(server)};
}

/** An address on loopback where nobody listens: connections are refused. */
export async function findRefusedUrl(): Promise<string> {
  const server = createServer();
  const url = await listen(server);
  await close(server);
  return url;
}

/** Lets any page call: the answer to a preflight, and to the call itself (Fetch standard, CORS protocol). */
function allowOtherOrigins(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', '*');
  response.setHeader('access-control-allow-methods', request.headers['access-control-request-method'] ?? '*');
  response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*');
  // Chromium asks before a public page calls a private address.
  response.setHeader('access-control-allow-private-network', 'true');
}

function sendJson(response: ServerResponse, body: string): void {
  response.writeHead(200, {'content-type': 'application/json'}).end(body);
}

function largeJson(): string {
  const row = {id: 1, name: 'x'.repeat(1000)};
  return JSON.stringify({rows: Array.from({length: Math.ceil(largeBodySize / 1000)}, () => row)});
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
