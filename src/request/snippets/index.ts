import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';
import type {RequestValues} from '../../model/values.ts';
import {buildRequest} from '../build-request.ts';
import type {RequestOptions} from '../build-request.ts';
import type {HttpRequest} from '../http-request.ts';
import {demandedCredentials, redactCredentials, redactValues} from '../redact.ts';
import {curl} from './curl.ts';
import {http} from './http.ts';
import {javascript} from './javascript.ts';
import {python} from './python.ts';
import type {SnippetLanguage} from './snippet-language.ts';

export type {SnippetLanguage} from './snippet-language.ts';

/** The languages of the snippets, in the order of the tabs. */
export const snippetLanguages: SnippetLanguage[] = [curl, javascript, python, http];

export interface SnippetOptions extends RequestOptions {
  /** Show secrets and credentials as they are instead of placeholders. */
  reveal?: boolean;
}

/** The request of these values in every language. Pure; throws nothing. */
export function buildSnippets(operation: Operation, values: RequestValues, options: SnippetOptions): Snippet[] {
  const request = buildSnippetRequest(operation, values, options);
  return snippetLanguages.map(({language, label, grammar, generate}) => ({
    language,
    label,
    grammar,
    code: generate(request),
  }));
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
