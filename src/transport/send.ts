import {decodeBody, mediaTypeOf} from './decode-body.ts';
import type {Exchange, Failure, Outcome, Reply, SentRequest} from './exchange.ts';

/** What carries a request to its answer. It should follow the request's signal, and rejects when there is no answer. */
export type Transport = (request: Request) => Promise<Response>;

export interface SendOptions {
  fetch: Transport;
  /** Cancels the exchange. */
  signal?: AbortSignal;
  /** For the whole exchange, the body included. `Infinity` waits without end. */
  timeoutMs?: number;
}

/**
 * Sends a request and reads the reply to its end. Never rejects: whatever goes wrong is told as a failure, and a cancel
 * or a time-out ends the exchange at once, also over a transport that ignores the signal. The request is used up.
 */
export async function send(request: Request, {fetch, signal, timeoutMs = 30_000}: SendOptions): Promise<Exchange> {
  const startedAt = Date.now();
  const start = performance.now();
  const sent: SentRequest = {method: request.method, url: request.url, headers: [...request.headers]};

  const stop = createStop(timeoutMs, [signal, request.signal]);
  let outcome: Outcome;
  try {
    outcome = await Promise.race([exchange(request, sent, fetch, stop.signal), stop.stopped]);
  } catch (error) {
    const failure = stop.failure() ?? {kind: 'network', message: networkMessage(error)};
    outcome = {kind: 'failure', failure};
  } finally {
    stop.release();
  }
  return {request: sent, startedAt, durationMs: performance.now() - start, outcome};
}

async function exchange(request: Request, sent: SentRequest, fetch: Transport, signal: AbortSignal): Promise<Outcome> {
  const body = await request.clone().text();
  if (body !== '') sent.body = body;
  signal.throwIfAborted();
  const response = await fetch(new Request(request, {signal}));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const contentType = response.headers.get('content-type');
  const reply: Reply = {
    status: response.status,
    statusText: response.statusText,
    headers: [...response.headers],
    url: response.url || request.url,
    redirected: response.redirected,
    bytes,
    text: decodeBody(bytes, contentType),
    mediaType: mediaTypeOf(contentType),
    size: bytes.byteLength,
  };
  return {kind: 'reply', reply};
}

interface Stop {
  signal: AbortSignal;
  /** Resolves when the exchange has to end, and never otherwise. */
  stopped: Promise<Outcome>;
  /** Why it had to end; undefined while it has not. */
  failure: () => Failure | undefined;
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
  const expire = (): void => stop({kind: 'timeout', message: `No complete reply within ${seconds(timeoutMs)}.`});

  const timer = Number.isFinite(timeoutMs) ? setTimeout(expire, timeoutMs) : undefined;
  for (const signal of signals) {
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, {once: true});
  }
  return {
    signal: controller.signal,
    stopped,
    failure: () => failure,
    release() {
      clearTimeout(timer);
      for (const signal of signals) signal?.removeEventListener('abort', cancel);
    },
  };
}

function seconds(milliseconds: number): string {
  const value = milliseconds / 1000;
  return value === 1 ? '1 second' : `${value} seconds`;
}

/** The platform's own words; Node keeps the telling ones in `cause`. */
function networkMessage(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const words = cause instanceof Error && cause.message !== '' ? cause.message : String(cause);
  return `No reply: ${words.replace(/\.$/, '')}.`;
}
