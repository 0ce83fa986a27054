import {createLogger} from '@stoplight/prism-core';
import {getHttpOperationsFromSpec} from '@stoplight/prism-http';
import {createServer} from '@stoplight/prism-http-server';

export interface PrismServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  close: () => Promise<void>;
}

/**
 * Lets Prism run a document on loopback, on a free port: a server that nobody here wrote, which answers from the
 * document's examples and refuses every request that does not fit the document.
 */
export async function startPrism(documentPath: string): Promise<PrismServer> {
  const server = createServer(await getHttpOperationsFromSpec(documentPath), {
    components: {logger: createLogger('prism', {level: 'silent'})},
    config: {
      isProxy: false,
      checkSecurity: true,
      validateRequest: true,
      validateResponse: true,
      errors: true,
      mock: {dynamic: false},
      upstreamProxy: undefined,
    },
    cors: true,
  });
  const address = await server.listen(0, '127.0.0.1');
  return {url: address.replace(/\/$/, ''), close: server.close};
}
