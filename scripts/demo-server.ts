import {createServer} from 'node:http';
import type {IncomingMessage, ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {createDemo} from '../src/demo/index.ts';
import type {DemoBackend, DemoOptions} from '../src/demo/index.ts';
import type {Mail} from '../src/model/demo-state.ts';
import type {Api} from '../src/model/operation.ts';

export interface DemoServerOptions {
  /** Each is served below its id. */
  apis: Api[];
  validate: DemoOptions['validate'];
  /** Without it, or with 0, a free port. */
  port?: number;
  latency?: DemoOptions['latency'];
  /** Called with each e-mail that an API "sends". */
  onMail?: (apiId: string, mail: Mail) => void;
}

export interface DemoServer {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  url: string;
  /** The address that stands for the first server of an API: `http://127.0.0.1:<port>/doordeck`. */
  urlOf: (apiId: string) => string;
  reset: () => void;
  /** Lets running exchanges end, for two seconds at most. */
  close: () => Promise<void>;
}

const bodyLimit = 10 * 1024 * 1024;

/** `/_mailbox/doordeck` has the e-mails that an API "sent", newest first. No API can have an underscore in its id. */
const mailboxName = '_mailbox';

/**
 * Serves the demo back ends over HTTP on loopback, so that every tool can call them, and pages of any origin.
 *
 * @throws Error when the port is taken or may not be used.
 */
export async function createDemoServer({
  apis,
  validate,
  port = 0,
  latency = () => 0,
  onMail,
}: DemoServerOptions): Promise<DemoServer> {
  const demos = new Map<string, DemoBackend>();
  const server = createServer((request, response) => {
    response.once('finish', () => {
      // A connection that is kept alive would hold up the end.
      if (!server.listening) request.socket.end();
    });
    void answer(request, response, url, demos);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const urlOf = (apiId: string): string => `${url}/${apiId}`;

  for (const {id, operations} of apis) {
    const demo = createDemo({apiId: id, operations, baseUrl: urlOf(id), validate, latency});
    demos.set(id, demo);
    if (onMail !== undefined) reportMail(demo, (mail) => onMail(id, mail));
  }
  return {
    url,
    urlOf,
    reset() {
      for (const demo of demos.values()) demo.reset();
    },
    close: () =>
      new Promise((resolve) => {
        const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
        server.close(() => {
          clearTimeout(impatience);
          resolve();
        });
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  url: string,
  demos: ReadonlyMap<string, DemoBackend>,
): Promise<void> {
  allowOtherOrigins(incoming, outgoing);
  if (incoming.method === 'OPTIONS' && incoming.headers['access-control-request-method'] !== undefined) {
    outgoing.writeHead(204).end();
    return;
  }
  try {
    const [, first = '', second = ''] = (incoming.url ?? '').split(/[/?]/);
    const mailbox = first === mailboxName ? demos.get(second)?.mailbox() : undefined;
    if (mailbox !== undefined) {
      await sendResponse(outgoing, Response.json(mailbox));
      return;
    }
    const demo = demos.get(first);
    if (demo === undefined) {
      await sendResponse(outgoing, tellAddresses(url, [...demos.keys()]));
      return;
    }
    const body = await readBody(incoming);
    const response =
      body === undefined
        ? plainText(413, `The body is larger than ${bodyLimit} bytes, which is more than the demo takes.`)
        : await demo.handle(toFetchRequest(incoming, url, body));
    await sendResponse(outgoing, response);
  } catch (error) {
    await sendResponse(outgoing, plainText(400, `The demo cannot read this request: ${String(error)}`));
  }
}

/** Any page may call and read everything (Fetch Standard, section 3.3). Nothing here is worth guarding. */
function allowOtherOrigins(incoming: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.setHeader('Access-Control-Allow-Origin', '*');
  outgoing.setHeader('Access-Control-Expose-Headers', '*');
  const method = incoming.headers['access-control-request-method'];
  if (incoming.method !== 'OPTIONS' || method === undefined) return;
  outgoing.setHeader('Access-Control-Allow-Methods', method);
  // A wildcard would not cover Authorization.
  const headers = incoming.headers['access-control-request-headers'];
  if (headers !== undefined) outgoing.setHeader('Access-Control-Allow-Headers', headers);
  // Chromium asks before a public page calls a loopback address.
  outgoing.setHeader('Access-Control-Allow-Private-Network', 'true');
  outgoing.setHeader('Vary', 'Access-Control-Request-Method, Access-Control-Request-Headers');
}

/** The whole body, or undefined when it is too large; then the rest of it is not kept. */
async function readBody(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  return size <= bodyLimit ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}

function toFetchRequest(incoming: IncomingMessage, url: string, body: Uint8Array<ArrayBuffer>): Request {
  const method = incoming.method ?? 'GET';
  const headers = new Headers();
  for (const [name, values] of Object.entries(incoming.headersDistinct)) {
    for (const value of values ?? []) headers.append(name, value);
  }
  const hasBody = body.byteLength > 0 && method !== 'GET' && method !== 'HEAD';
  return new Request(url + (incoming.url ?? '/'), {method, headers, body: hasBody ? body : null});
}

async function sendResponse(outgoing: ServerResponse, response: Response): Promise<void> {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('Set-Cookie', cookies);
  outgoing.end(new Uint8Array(await response.arrayBuffer()));
}

function tellAddresses(url: string, apiIds: string[]): Response {
  const addresses = apiIds.map((id) => `  ${url}/${id}`).join('\n');
  const mailboxes = apiIds.map((id) => `  ${url}/${mailboxName}/${id}`).join('\n');
  return plainText(
    404,
    `No API has this address. The demo back ends are at:\n${addresses}\nThe e-mails that they sent are at:\n${mailboxes}`,
  );
}

function plainText(status: number, text: string): Response {
  return new Response(`${text}\n`, {status, headers: {'Content-Type': 'text/plain; charset=utf-8'}});
}

function reportMail(demo: DemoBackend, report: (mail: Mail) => void): void {
  let lastId = 0;
  demo.subscribe(() => {
    const mailbox = demo.mailbox();
    for (const mail of [...mailbox].reverse()) {
      if (mail.id > lastId) report(mail);
    }
    lastId = mailbox[0]?.id ?? 0;
  });
}
