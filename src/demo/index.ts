import {getResponse} from 'msw';
import type {RequestHandler} from 'msw';
import type {DemoStorage, Mail} from '../model/demo-state.ts';
import type {Operation} from '../model/operation.ts';
import type {Simulation} from '../model/simulation.ts';
import type {Problem} from '../model/values.ts';
import {createBackEnd} from './back-ends.ts';
import {createExampleHandler} from './example-handler.ts';
import {createKnownOperations} from './known-operations.ts';
import type {Match} from './known-operations.ts';
import {simulatedReply} from './simulated-reply.ts';
import {copyOf, readWhole} from './whole-request.ts';
import type {WholeRequest} from './whole-request.ts';

export interface DemoOptions {
  apiId: string;
  /** What is known of the API from the start. More can be learnt later. */
  operations: Operation[];
  /** The server that the demo stands for; without it, the first server of each operation. */
  baseUrl?: string;
  /** What the schemas say of a request. The demo refuses what has problems, as the API would. */
  validate: (operation: Operation, request: Request) => Promise<Problem[]>;
  /** Where the state is kept; without it, or when it throws, in memory. */
  storage?: DemoStorage;
  /** Milliseconds since the Unix epoch. */
  now?: () => number;
  /** How long the next reply takes, in milliseconds. */
  latency?: () => number;
  /** What the reader wants to see instead of the usual reply of an operation. */
  simulation?: (operation: Operation) => Simulation | undefined;
}

/** The stateful back end of one API. */
export interface DemoBackend {
  /**
   * Answers a request. It never touches the network: what the demo does not know it answers itself with a 404. Rejects
   * only when the request's signal is aborted, and then nothing has happened, or when it is told to simulate that there is
   * no network.
   */
  handle: (request: Request) => Promise<Response>;
  /** Makes an operation known, served at `baseUrl`, else at the operation's first server. */
  learn: (operation: Operation, baseUrl?: string) => void;
  /** The e-mails sent so far, newest first. */
  mailbox: () => readonly Mail[];
  /** Forgets everything that happened: the state is as on the first visit. */
  reset: () => void;
  /** Calls the listener after every change of the state. Gives the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/**
 * Creates the demo back end of an API: the hand-written behaviour for the operations that have one, the documented
 * examples for all others.
 */
export function createDemo({
  apiId,
  operations,
  baseUrl,
  validate,
  storage,
  now = Date.now,
  latency = believableLatency,
  simulation = () => undefined,
}: DemoOptions): DemoBackend {
  const backEnd = createBackEnd(apiId, storage);
  const known = createKnownOperations();
  for (const operation of operations) known.add(operation, baseUrl);

  /** What the API would say, and what it does for it. */
  async function answer(whole: WholeRequest, {operation, path}: Match): Promise<Response> {
    try {
      const problems = await validate(operation, copyOf(whole));
      const handlers: RequestHandler[] = [
        ...backEnd.handlers({baseUrl: internalBaseUrl, problems, now}),
        createExampleHandler(operation, problems),
      ];
      const response = await getResponse(handlers, copyOf(whole, internalBaseUrl + path));
      return response ?? unknownOperation(whole, known.all());
    } catch (error) {
      return failedDemo(whole, error);
    }
  }

  return {
    async handle(request) {
      const whole = await readWhole(request);
      await wait(latency(), request.signal);
      const match = known.find(request.method, request.url);
      if (match === undefined) return unknownOperation(whole, known.all());
      const simulated = simulation(match.operation);
      if (simulated === undefined) return answer(whole, match);
      return simulatedReply(match.operation, simulated, {
        answer: () => answer(whole, match),
        wait: (milliseconds) => wait(milliseconds, request.signal),
      });
    },
    learn: known.add,
    mailbox: backEnd.mailbox,
    reset: backEnd.reset,
    subscribe: backEnd.subscribe,
  };
}

/**
 * The handlers are registered here and requests are brought here, so that matching does not depend on how the address of
 * the real server is written. RFC 2606, section 2: a name that never resolves.
 */
const internalBaseUrl = 'https://demo.invalid';

function believableLatency(): number {
  return 120 + Math.random() * 130;
}

/** Ends early and rejects with the signal's reason when it is aborted, as `fetch` does. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0 && !signal.aborted) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, milliseconds);
      function done(): void {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
      signal.addEventListener('abort', done);
    });
  }
  signal.throwIfAborted();
}

function unknownOperation({method, url}: WholeRequest, known: readonly Operation[]): Response {
  const names = known.map((operation) => `  ${operation.method} ${operation.path}`).join('\n');
  return new Response(
    `The demo knows no operation for ${method} ${url}.\n` +
      `This answer comes from the demo itself, not from the API, and nothing was sent. It knows here:\n${names}\n`,
    {status: 404, headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
}

function failedDemo({method, url}: WholeRequest, error: unknown): Response {
  return new Response(
    `The demo failed while it answered ${method} ${url}: ${String(error)}\n` +
      'This is a fault of the demo, not of the API. Resetting the demo may help.\n',
    {status: 500, headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
}
