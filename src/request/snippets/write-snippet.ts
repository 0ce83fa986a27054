import type {Operation} from '../../model/operation.ts';
import type {RequestValues} from '../../model/values.ts';
import {buildRequest} from '../build-request.ts';
import type {RequestOptions} from '../build-request.ts';
import {demandsDigest} from '../credentials.ts';
import type {HttpRequest} from '../http-request.ts';
import {demandedCredentials, redactCredentials, redactValues} from '../redact.ts';
import type {SnippetCall, SnippetLanguage} from './snippet-language.ts';

export interface SnippetOptions extends RequestOptions {
  /** Show secrets and credentials as they are instead of placeholders. */
  reveal?: boolean;
  /** Where the OpenAPI document can be fetched; without it, its path on the site. */
  documentUrl?: string;
}

/** Prepares the request of these values; gives what writes it in a language. Pure; throws nothing. */
export function snippetWriter(
  operation: Operation,
  values: RequestValues,
  options: SnippetOptions,
): (language: SnippetLanguage) => string {
  const request = buildSnippetRequest(operation, values, options);
  const call: SnippetCall = {
    operation,
    values: options.reveal ? values : redactValues(operation, values),
    server: options.server,
    documentUrl: options.documentUrl ?? `openapi/${operation.apiId}.yaml`,
    hasDigest: demandsDigest(operation, options.credentials ?? {}),
  };
  return (language) => writeSnippet(language, request, call);
}

/** The program in one language, or a comment with the reason why there is none. */
function writeSnippet(language: SnippetLanguage, request: HttpRequest, call: SnippetCall): string {
  const reason = language.refusal?.(request);
  if (reason !== undefined) return language.comment(`${language.label} cannot send this request: ${reason}`);
  const program = language.generate(request, call);
  return call.hasDigest && language.answersDigest !== true ? `${language.comment(noDigest)}\n${program}` : program;
}

const noDigest =
  'The server wants HTTP digest (RFC 7616). This code does not answer its challenge; the curl line does.';

/**
 * The request that snippets show: as the form sends it, with placeholders for secrets unless they are revealed, and for
 * the credentials that the operation demands and that are not given.
 */
export function buildSnippetRequest(
  operation: Operation,
  values: RequestValues,
  {reveal = false, credentials = {}, ...options}: SnippetOptions,
): HttpRequest {
  const shown = reveal ? credentials : redactCredentials(operation, credentials);
  return buildRequest(operation, reveal ? values : redactValues(operation, values), {
    ...options,
    credentials: {...shown, ...demandedCredentials(operation, credentials)},
  });
}
