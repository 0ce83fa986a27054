import type {ReplyCheck} from '../../../form/check-reply.ts';
import {validateHttpRequest} from '../../../form/validate-http-request.ts';
import type {Operation} from '../../../model/operation.ts';
import type {ExpressionContext} from '../../../model/runtime-expression.ts';
import {exactValue} from '../../../form/parse-exact-json.ts';
import {withRedactedText, type FormRequest} from '../../../form/read-request.ts';
import type {Problem, RequestValues} from '../../../model/values.ts';
import {buildRequest} from '../../../request/build-request.ts';
import type {HttpRequest} from '../../../request/http-request.ts';
import {buildSnippetRequest} from '../../../request/snippets/write-snippet.ts';
import {toFetchRequest} from '../../../request/to-fetch-request.ts';
import {createDemoTransport} from '../../../transport/demo.ts';
import type {Diagnosis} from '../../../transport/diagnose.ts';
import type {Arrival, Exchange, Failure, Reply} from '../../../transport/exchange.ts';
import {liveFetch} from '../../../transport/live.ts';
import {send} from '../../../transport/send.ts';
import {watchPolicy, type PolicyWatch} from '../../../transport/watch-policy.ts';
import type {FormReply, OnRequest} from '../live-contract.ts';
import {askPage} from './ask-page.ts';
import {parseBody} from './judge-reply.ts';
import {runJob} from './worker/run-job.ts';

/** All that is known after a send. */
export interface SendResult {
  /** The request as it may be shown: with placeholders for secrets. */
  shown: HttpRequest;
  /** Whether the call went to the demo. */
  isDemo: boolean;
  exchange: Exchange;
  /** A 2xx reply that is not a refusal. */
  isSuccess: boolean;
  /** One sentence, for those who cannot see the reply. */
  summary: string;
  /** How the reply compares with the document; missing when there is none. */
  check?: ReplyCheck;
  /** The API's own complaints at fields; with an empty name those about the whole. */
  fieldProblems: Problem[];
  /** The credentials in the reply, by the security scheme they serve. */
  issued: Record<string, string>;
  /** What link expressions are evaluated against; missing when there is no reply. Its body is parsed when it is asked for. */
  context?: ExpressionContext;
  /** The reply as the page around the form receives it. Its body is parsed when it is asked for. */
  reply?: FormReply;
  /** Why the network failed, as far as a page can tell. */
  diagnosis?: Diagnosis;
}

interface SendInput {
  operation: Operation;
  request: FormRequest;
  /** `demo` or a server URL. */
  target: string;
  server: string;
  /** By security scheme; bound to the target's audience. */
  credentials: Record<string, string>;
  signal: AbortSignal;
  onRequest?: OnRequest | undefined;
  onArrival?: (arrival: Arrival) => void;
}

/** Builds the request, sends it to the demo or the server, and gathers all that is to be said of the reply. */
export async function performSend(input: SendInput): Promise<SendResult> {
  const {operation, request, target, server, credentials, signal, onRequest, onArrival} = input;
  const {values, ...body} = request;
  const isDemo = target === 'demo';
  const {values: _values, ...redacted} = withRedactedText(operation, request);
  const shown = buildSnippetRequest(operation, values, {server, credentials, ...redacted});
  const built = buildRequest(operation, values, {server, credentials, ...body});
  const http = await askPage(built, onRequest);
  if ('kind' in http) return failed({shown, isDemo, exchange: notSent(built, http)}, http);

  const fetch = isDemo
    ? createDemoTransport({apiId: operation.apiId, operation, validate: validateHttpRequest})
    : liveFetch;
  const watch = watchPolicy();
  try {
    const exchange = await send(toFetchRequest(http), {fetch, signal, ...(onArrival === undefined ? {} : {onArrival})});
    const base = {shown, isDemo, exchange};
    if (exchange.outcome.kind === 'reply') {
      return {...base, ...(await readReply(operation, values, http, exchange.outcome.reply))};
    }
    const {failure} = exchange.outcome;
    if (failure.kind !== 'network' || isDemo) return failed(base, failure);
    const diagnosis = await findReason(http, watch);
    return {...failed(base, failure), summary: diagnosis.message, diagnosis};
  } catch (error) {
    // What Fetch takes for no request at all: a method that no page may send, an address that is none.
    const message = `Not sent: ${error instanceof Error ? error.message : String(error)}`;
    const failure: Failure = {kind: 'network', message};
    return failed({shown, isDemo, exchange: notSent(http, failure)}, failure);
  } finally {
    watch.release();
  }
}

function failed(base: Pick<SendResult, 'shown' | 'isDemo' | 'exchange'>, {message}: Failure): SendResult {
  return {...base, isSuccess: false, summary: message, fieldProblems: [], issued: {}};
}

function notSent({method, url, headers}: HttpRequest, failure: Failure): Exchange {
  return {
    request: {method, url, headers},
    startedAt: Date.now(),
    durationMs: 0,
    outcome: {kind: 'failure', failure},
  };
}

async function findReason(http: HttpRequest, watch: PolicyWatch): Promise<Diagnosis> {
  const {diagnose, pageSurroundings} = await import('../../../transport/diagnose.ts');
  const isBlockedByPolicy = await watch.isBlocked(new URL(http.url).origin);
  return diagnose(toFetchRequest(http), {...pageSurroundings(liveFetch), isBlockedByPolicy});
}

async function readReply(operation: Operation, values: RequestValues, http: HttpRequest, reply: Reply) {
  const {status, mediaType, text} = reply;
  const headers = Object.fromEntries(reply.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const facts = {status, mediaType, headers, text};
  const judgement = await runJob('judge', {operation, facts}, text?.length ?? 0);
  const body = once(() => parseBody(text, mediaType));
  const exactBody = once(() => (body() === undefined ? undefined : exactValue(text ?? '')));
  const context: ExpressionContext = {
    url: http.url,
    method: http.method,
    request: values,
    response: {
      status,
      headers,
      get body() {
        return exactBody();
      },
    },
  };
  const formReply: FormReply = {
    status,
    headers,
    get body() {
      return body() ?? (text === '' ? undefined : text);
    },
  };
  return {...judgement, context, reply: formReply};
}

function once<Value>(make: () => Value): () => Value {
  let made: {value: Value} | undefined;
  return () => (made ??= {value: make()}).value;
}
