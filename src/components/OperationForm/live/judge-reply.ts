import {checkReply, type ReplyCheck, type ReplyFacts} from '../../../form/check-reply.ts';
import {fieldErrors, isRefusal} from '../../../form/field-errors.ts';
import type {Json} from '../../../model/json.ts';
import type {Operation} from '../../../model/operation.ts';
import {evaluateExpression} from '../../../model/runtime-expression.ts';
import {reasonPhrase} from '../../../model/status.ts';
import {emptyValues, type Problem} from '../../../model/values.ts';
import {isJsonMediaType} from '../../../request/media-type.ts';

/** What the document says of a reply. Plain data: it is also made in a worker. */
export interface Judgement {
  /** A 2xx reply that is not a refusal. */
  isSuccess: boolean;
  /** One sentence, for those who cannot see the reply. */
  summary: string;
  check: ReplyCheck;
  /** The API's own complaints at fields; with an empty name those about the whole. */
  fieldProblems: Problem[];
  /** The credentials in the reply, by the security scheme they serve. */
  issued: Record<string, string>;
}

/** Compares a reply with the document and takes out what the form is told by it. */
export function judgeReply(operation: Operation, given: Omit<ReplyFacts, 'body'>): Judgement {
  const facts = {...given, body: parseBody(given.text, given.mediaType)};
  const check = checkReply(operation, facts);
  const isSuccess = facts.status >= 200 && facts.status < 300 && !isRefusal(operation, facts);
  return {
    isSuccess,
    summary: summarise(facts.status, isSuccess, check),
    check,
    fieldProblems: fieldErrors(operation, facts),
    issued: isSuccess ? issuedCredentials(operation, check, facts) : {},
  };
}

/** The JSON of a reply that has some; a reply without a media type may have some, too. */
export function parseBody(text: string | undefined, mediaType: string | undefined): Json | undefined {
  if (text === undefined || text === '') return undefined;
  if (mediaType !== undefined && !isJsonMediaType(mediaType)) return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function issuedCredentials(operation: Operation, check: ReplyCheck, facts: ReplyFacts): Record<string, string> {
  const {status, headers, body} = facts;
  const context = {url: '', method: operation.method, request: emptyValues(), response: {status, headers, body}};
  const issued: Record<string, string> = {};
  for (const [scheme, expression] of Object.entries(check.response?.issuesCredential ?? {})) {
    const value = evaluateExpression(expression, context);
    if (typeof value === 'string' && value !== '') issued[scheme] = value;
  }
  return issued;
}

function summarise(status: number, isSuccess: boolean, check: ReplyCheck): string {
  const outcome = isSuccess ? 'Succeeded' : status < 400 ? 'Refused' : 'Failed';
  return `${outcome}: ${status} ${reasonPhrase(String(status))}. ${agreement(check)}`;
}

function agreement({problems, body}: ReplyCheck): string {
  if (problems.length > 0) return 'The reply differs from its documentation.';
  return typeof body === 'object' ? body.unchecked : 'The reply matches its documentation.';
}
