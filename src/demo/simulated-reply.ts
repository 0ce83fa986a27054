import type {Operation} from '../model/operation.ts';
import {concreteStatus} from '../model/simulation.ts';
import type {Simulation} from '../model/simulation.ts';
import {documentedReply} from './documented-reply.ts';

/** How long a slow network takes, beside the usual latency. */
const slowMs = 6_000;

/** What the simulation needs of the demo around it. */
export interface SimulatedWorld {
  /** What the API would have answered, with all that it would have done. */
  answer: () => Promise<Response>;
  /** Rejects when the request is given up. */
  wait: (milliseconds: number) => Promise<void>;
}

/**
 * The reply to a request while something is simulated. A documented response and a malformed one leave the state alone;
 * over a slow network or a connection that drops, the API does what was asked. Rejects as `fetch` does when offline.
 */
export async function simulatedReply(
  operation: Operation,
  simulation: Simulation,
  {answer, wait}: SimulatedWorld,
): Promise<Response> {
  switch (simulation.kind) {
    case 'response': {
      const {status, mediaType, example} = simulation;
      const response = operation.responses.find((candidate) => candidate.status === status);
      if (response === undefined) return answer();
      const which = {...(mediaType !== undefined && {mediaType}), ...(example !== undefined && {example})};
      return documentedReply(operation, response, concreteStatus(status, operation.responses), which);
    }
    case 'slow':
      await wait(slowMs);
      return answer();
    case 'offline':
      throw new TypeError('this device is offline (simulated)');
    case 'dropped':
      return cutOff(await answer());
    case 'malformed':
      return malformed(operation);
  }
}

/** The first half of a reply, then the connection is gone. */
async function cutOff(response: Response): Promise<Response> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const half = new ReadableStream({
    start(controller) {
      if (bytes.length > 1) controller.enqueue(bytes.slice(0, bytes.length / 2));
    },
    pull(controller) {
      controller.error(new TypeError('the connection was dropped in the middle of the reply (simulated)'));
    },
  });
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(bytes.length));
  // A status without a body could not be cut off.
  const status = [204, 205, 304].includes(response.status) ? 200 : response.status;
  return new Response(half, {status, headers});
}

/** A success that says it is JSON and ends too early. */
async function malformed({responses, ...operation}: Operation): Promise<Response> {
  const success = responses.find(({status}) => status.startsWith('2'));
  const whole =
    success === undefined ? undefined : documentedReply(operation, success, concreteStatus(success.status, responses));
  const text = (await whole?.text()) ?? '';
  const headers = new Headers(whole?.headers);
  if (!/[/+]json/.test(headers.get('Content-Type') ?? '')) headers.set('Content-Type', 'application/json');
  // Half a number would be a number again; half of an object, a list or a text is nothing.
  const half = /^[[{"]./s.test(text) && text.length > 2 ? text.slice(0, Math.ceil(text.length / 2)) : '{"';
  return new Response(half, {status: 200, headers});
}
