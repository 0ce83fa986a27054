import type {Arrival, Exchange, Failure, Outcome, SentRequest} from './exchange.ts';
import {createReplyReader, type ReplyReader} from './read-reply.ts';

/** What carries a request to its answer. It should follow the request's signal, and rejects when there is no answer. */
export type Transport = (request: Request) => Promise<Response>;

export interface SendOptions {
  fetch: Transport;
  /** Cancels the exchange. */
  signal?: AbortSignal;
  /**
   * For the whole exchange, the body included. Of a stream (SSE, NDJSON) it is how long it may be silent. `Infinity`
   * waits without end.
   */
  timeoutMs?: number;
  /** Called when the head of the reply is there, and after each piece of its body. */
  onArrival?: (arrival: Arrival) => void;
}

/**
 * Sends a request and reads the reply to its end. Never rejects: whatever goes wrong is told as a failure, with what had
 * arrived by then, and a cancel or a time-out ends the exchange at once, also over a transport that ignores the signal.
 * The request is used up.
 */
export async function send(request: Request, options: SendOptions): Promise<Exchange> {
  const {fetch, signal, timeoutMs = 30_000, onArrival = () => undefined} = options;
  const startedAt = Date.now();
  const start = performance.now();
  const sent: SentRequest = {method: request.method, url: request.url, headers: [...request.headers]};

  const stop = createStop(timeoutMs, [signal, request.signal]);
  let reader: ReplyReader | undefined;
  const exchange = async (): Promise<Outcome> => {
    const body = await request.clone().text();
    if (body !== '') sent.body = body;
    stop.signal.throwIfAborted();
    reader = createReplyReader(await fetch(new Request(request, {signal: stop.signal})), request.url);
    const {isStream, readAll, soFar} = reader;
    await readAll((arrival) => {
      if (stop.failure() !== undefined) return;
      if (isStream) stop.restart();
      onArrival(arrival);
    });
    return {kind: 'reply', reply: soFar()};
  };

  let outcome: Outcome;
  try {
    outcome = await Promise.race([exchange(), stop.stopped]);
  } catch (error) {
    const failure = stop.failure() ?? (reader === undefined ? networkFailure(error) : cutOff);
    outcome = {kind: 'failure', failure};
  } finally {
    stop.release();
  }
  if (outcome.kind === 'failure' && reader !== undefined) outcome = {...outcome, partial: reader.soFar()};
  return {request: sent, startedAt, durationMs: performance.now() - start, outcome};
}

interface Stop {
  signal: AbortSignal;
  /** Resolves when the exchange has to end, and never otherwise. */
  stopped: Promise<Outcome>;
  /** Why it had to end; undefined while it has not. */
  failure: () => Failure | undefined;
  /** Lets the clock begin again: from here on it is silence that is timed. */
  restart: () => void;
  release: () => void;
}

/** Joins the reader's cancel and the clock into one signal that remembers which of them came first. */
function createStop(timeoutMs: number, signals: (AbortSignal | undefined)[]): Stop {
  const controller = new AbortController();
  let failure: Failure | undefined;
  let settle: (outcome: Outcome) => void;
  const stopped = new Promise<Outcome>((resolve) => {
    settle = resolve;
  });

  function stop(reason: Failure): void {
    failure ??= reason;
    settle({kind: 'failure', failure});
    controller.abort();
  }
  const cancel = (): void => stop({kind: 'cancelled', message: 'Cancelled before the reply was complete.'});
  let late = `No complete reply within ${seconds(timeoutMs)}.`;
  const startClock = () =>
    Number.isFinite(timeoutMs) ? setTimeout(() => stop({kind: 'timeout', message: late}), timeoutMs) : undefined;

  let timer = startClock();
  for (const signal of signals) {
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, {once: true});
  }
  return {
    signal: controller.signal,
    stopped,
    failure: () => failure,
    restart() {
      late = `The reply began, and then nothing came for ${seconds(timeoutMs)}.`;
      clearTimeout(timer);
      timer = startClock();
    },
    release() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', cancel);
    },
  };
}

const cutOff: Failure = {
  kind: 'cut-off',
  message: 'The reply was cut off: the connection broke before its end.',
};

function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value === 1 ? '1 second' : `${value} seconds`;
}

/** The platform's own words; Node keeps the telling ones in `cause`. */
function networkFailure(error: unknown): Failure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const words = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  return {kind: 'network', message: `No reply: ${words.replace(/\.$/, '')}.`};
}
