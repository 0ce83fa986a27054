import {checkReply} from '../../src/form/check-reply.ts';
import type {Problem} from '../../src/model/values.ts';
import type {Json} from '../../src/model/json.ts';
import {buildRequest} from '../../src/request/build-request.ts';
import {toFetchRequest} from '../../src/request/to-fetch-request.ts';
import type {Reply} from '../../src/transport/exchange.ts';
import {send} from '../../src/transport/send.ts';
import type {PlannedCall} from './plan-calls.ts';

/** What came of one call, ready to be printed as JSON. */
export interface CallResult {
  /** `<api>/<operation slug>`. */
  operation: string;
  method: string;
  path: string;
  /** Which of the documented examples was sent. */
  example: string;
  /** `failed`: there was no reply. */
  outcome: 'same' | 'different' | 'failed' | 'skipped';
  status?: number;
  ms?: number;
  /** Where the reply differs from the document. */
  differences?: Problem[];
  /** Why there is no reply, or why the call was not made. */
  reason?: string;
}

export interface CallOptions {
  server: string;
  credentials: Readonly<Record<string, string>>;
  timeoutMs: number;
}

/** Makes a call and compares its reply with the document. Never rejects. */
export async function makeCall(call: PlannedCall, options: CallOptions): Promise<CallResult> {
  const {operation, example} = call;
  const {key, method, path} = operation;
  const base = {operation: key, method, path, example};
  if ('skipped' in call) return {...base, outcome: 'skipped', reason: call.skipped};
  const {server, credentials, timeoutMs} = options;
  const http = buildRequest(operation, call.values, {server, credentials: {...credentials}});
  const {outcome, durationMs} = await send(toFetchRequest(http), {fetch, timeoutMs});
  if (outcome.kind === 'failure') return {...base, outcome: 'failed', reason: outcome.failure.message};
  const {reply} = outcome;
  const {problems} = checkReply(operation, factsOf(reply));
  return {
    ...base,
    outcome: problems.length === 0 ? 'same' : 'different',
    status: reply.status,
    ms: Math.round(durationMs),
    ...(problems.length === 0
      ? {}
      : {differences: problems.map(({name, keyword, message}) => ({name, keyword, message}))}),
  };
}

function factsOf({status, mediaType, headers, text}: Reply): Parameters<typeof checkReply>[1] {
  return {status, mediaType, headers: Object.fromEntries(headers), body: parse(text), text};
}

function parse(text: string | undefined): Json | undefined {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Json);
  } catch {
    return undefined;
  }
}
