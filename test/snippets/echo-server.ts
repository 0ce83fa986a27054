import {startServer} from '../support/servers.ts';

/** A request as it arrived. */
export interface Received {
  method: string;
  /** Path and query, to the byte. */
  target: string;
  /** Names in lower case, in the order of arrival. */
  headers: [name: string, value: string][];
  body: Buffer;
}

export interface EchoServer {
  url: string;
  /** What arrived below `/<number>/`, by that number. */
  received: Map<number, Received[]>;
  close: () => Promise<void>;
}

/** What the server answers every request with: JSON, for some clients read nothing else. */
export const answer = '{"arrived":true}';

/** Starts a server on loopback that writes down what it receives. */
export async function startEchoServer(): Promise<EchoServer> {
  const received = new Map<number, Received[]>();
  const {url, close} = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const {method = '', url: target = '', rawHeaders} = request;
      const headers = Array.from({length: rawHeaders.length / 2}, (_, index): [string, string] => [
        (rawHeaders[2 * index] ?? '').toLowerCase(),
        rawHeaders[2 * index + 1] ?? '',
      ]);
      const number = Number(target.split('/')[1]);
      received.set(number, [...(received.get(number) ?? []), {method, target, headers, body: Buffer.concat(chunks)}]);
      // A connection that is kept may end the moment that a busy client takes it up again.
      response.writeHead(200, {'content-type': 'application/json', connection: 'close'}).end(answer);
    });
  });
  return {url, received, close};
}
