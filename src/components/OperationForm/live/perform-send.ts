import {checkReply, type ReplyCheck} from '../../../form/check-reply.ts';
import {fieldErrors, isRefusal} from '../../../form/field-errors.ts';
import {evaluateExpression, type ExpressionContext} from '../../../model/runtime-expression.ts';
import {validateHttpRequest} from '../../../form/validate-http-request.ts';
import type {Json} from '../../../model/json.ts';
import type {Operation} from '../../../model/operation.ts';
import {reasonPhrase} from '../../../model/status.ts';
import type {Problem, RequestValues} from '../../../model/values.ts';
import {buildRequest} from '../../../request/build-request.ts';
import type {HttpRequest} from '../../../request/http-request.ts';
import {buildSnippetRequest} from '../../../request/snippets/index.ts';
import {toFetchRequest} from '../../../request/to-fetch-request.ts';
import {createDemoTransport, resetDemo} from '../../../transport/demo.ts';
import {diagnose, pageSurroundings, type Diagnosis} from '../../../transport/diagnose.ts';
import type {Exchange, Reply} from '../../../transport/exchange.ts';
import {liveFetch} from '../../../transport/live.ts';
import {send} from '../../../transport/send.ts';
import type {FormReply} from '../live-contract.ts';

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
  /** What link expressions are evaluated against; missing when there is no reply. */
  context?: ExpressionContext;
  /** The reply as the page around the form receives it. */
  reply?: FormReply;
  /** Why the network failed, as far as a page can tell. */
  diagnosis?: Diagnosis;
}

interface SendInput {
  operation: Operation;
  values: RequestValues;
  /** `demo` or a server URL. */
  target: string;
  server: string;
  /** By security scheme; bound to the target's audience. */
  credentials: Record<string, string>;
  signal: AbortSignal;
}

/** Builds the request, sends it to the demo or the server, and gathers all that is to be said of the reply. */
export async function performSend(input: SendInput): Promise<SendResult> {
  const {operation, values, target, server, credentials, signal} = input;
  const isDemo = target === 'demo';
  const http = buildRequest(operation, values, {server, credentials});
  const fetch = isDemo
    ? createDemoTransport({apiId: operation.apiId, operation, validate: validateHttpRequest})
    : liveFetch;
  const exchange = await send(toFetchRequest(http), {fetch, signal});
  const shown = buildSnippetRequest(operation, values, {server, credentials});
  const base = {shown, isDemo, exchange};
  if (exchange.outcome.kind === 'failure') {
    const {failure} = exchange.outcome;
    const diagnosis =
      failure.kind === 'network' && !isDemo
        ? await diagnose(toFetchRequest(http), pageSurroundings(liveFetch))
        : undefined;
    return {
      ...base,
      isSuccess: false,
      summary: diagnosis?.message ?? failure.message,
      fieldProblems: [],
      issued: {},
      ...(diagnosis && {diagnosis}),
    };
  }
  return {...base, ...readReply(operation, values, http, exchange.outcome.reply)};
}

/** Puts the demo of an API back to how it was at first. */
export function resetDemoData(apiId: string): void {
  resetDemo(apiId);
}

function readReply(operation: Operation, values: RequestValues, http: HttpRequest, reply: Reply) {
  const headers = Object.fromEntries(reply.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const body = parseJson(reply);
  const facts = {status: reply.status, mediaType: reply.mediaType, headers, body, text: reply.text};
  const check = checkReply(operation, facts);
  const isSuccess = reply.status >= 200 && reply.status < 300 && !isRefusal(operation, facts);
  const context: ExpressionContext = {
    url: http.url,
    method: http.method,
    request: values,
    response: {status: reply.status, headers, body},
  };
  return {
    isSuccess,
    summary: summarise(reply.status, isSuccess, check),
    check,
    fieldProblems: fieldErrors(operation, facts),
    issued: isSuccess ? issuedCredentials(check, context) : {},
    context,
    reply: {status: reply.status, headers, body: body ?? (reply.text || undefined)} satisfies FormReply,
  };
}

function parseJson(reply: Reply): Json | undefined {
  if (reply.text === undefined || reply.text === '') return undefined;
  if (reply.mediaType !== undefined && !/[/+]json$/.test(reply.mediaType)) return undefined;
  try {
    return JSON.parse(reply.text) as Json;
  } catch {
    return undefined;
  }
}

function issuedCredentials(check: ReplyCheck, context: ExpressionContext): Record<string, string> {
  const issued: Record<string, string> = {};
  for (const [scheme, expression] of Object.entries(check.response?.issuesCredential ?? {})) {
    const value = evaluateExpression(expression, context);
    if (typeof value === 'string' && value !== '') issued[scheme] = value;
  }
  return issued;
}

function summarise(status: number, isSuccess: boolean, check: ReplyCheck): string {
  const outcome = isSuccess ? 'Succeeded' : status < 400 ? 'Refused' : 'Failed';
  const agreement =
    check.problems.length === 0 ? 'The reply matches its documentation.' : 'The reply differs from its documentation.';
  return `${outcome}: ${status} ${reasonPhrase(String(status))}. ${agreement}`;
}
