import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';
import type {RequestValues} from '../../model/values.ts';
import {buildRequest} from '../build-request.ts';
import type {RequestOptions} from '../build-request.ts';
import type {HttpRequest} from '../http-request.ts';
import {demandedCredentials, redactCredentials, redactValues} from '../redact.ts';
import {csharp} from './csharp.ts';
import {curl} from './curl.ts';
import {go} from './go.ts';
import {http} from './http.ts';
import {java} from './java.ts';
import {javascript} from './javascript.ts';
import {php} from './php.ts';
import {python} from './python.ts';
import {ruby} from './ruby.ts';
import type {SnippetCall, SnippetLanguage} from './snippet-language.ts';
import {typescript} from './typescript.ts';

export type {SnippetLanguage} from './snippet-language.ts';

/** The languages of the snippets, in the order of the tabs. */
export const snippetLanguages: SnippetLanguage[] = [
  curl,
  javascript,
  typescript,
  python,
  go,
  php,
  ruby,
  java,
  csharp,
  http,
];

export interface SnippetOptions extends RequestOptions {
  /** Show secrets and credentials as they are instead of placeholders. */
  reveal?: boolean;
  /** Where the OpenAPI document can be fetched; without it, its path on the site. */
  documentUrl?: string;
}

/** The request of these values in every language. Pure; throws nothing. */
export function buildSnippets(operation: Operation, values: RequestValues, options: SnippetOptions): Snippet[] {
  const request = buildSnippetRequest(operation, values, options);
  const call: SnippetCall = {
    operation,
    values: options.reveal ? values : redactValues(operation, values),
    server: options.server,
    documentUrl: options.documentUrl ?? `openapi/${operation.apiId}.yaml`,
  };
  return snippetLanguages.map((language) => ({
    language: language.language,
    label: language.label,
    grammar: language.grammar,
    code: writeSnippet(language, request, call),
  }));
}

/** The program in one language, or a comment with the reason why there is none. */
export function writeSnippet(language: SnippetLanguage, request: HttpRequest, call?: SnippetCall): string {
  const reason = language.refusal?.(request);
  return reason === undefined
    ? language.generate(request, call)
    : language.comment(`${language.label} cannot send this request: ${reason}`);
}

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
