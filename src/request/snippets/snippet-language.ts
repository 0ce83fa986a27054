import type {Operation} from '../../model/operation.ts';
import type {RequestValues} from '../../model/values.ts';
import type {HttpRequest} from '../http-request.ts';
import type {LanguageName} from './language-names.ts';

/** A language that a request can be written in. */
export interface SnippetLanguage extends LanguageName {
  /** A line that the language takes for a comment. */
  comment: (line: string) => string;
  /** Why no program of this language can send the request: a sentence. Undefined when one can. */
  refusal?: (http: HttpRequest) => string | undefined;
  /** Whether its programs answer a digest challenge when `call` demands it. */
  answersDigest?: true;
  /**
   * A complete program that sends exactly this request and shows the answer. Pure. `call` is what the request was made
   * from, for a language whose libraries know the operation; without it the program goes by the request alone.
   */
  generate: (http: HttpRequest, call?: SnippetCall) => string;
}

/** What a request was made from. */
export interface SnippetCall {
  operation: Operation;
  values: RequestValues;
  /** As the request has it: resolved, without the path. */
  server: string;
  /** Where the OpenAPI document can be fetched. */
  documentUrl: string;
  /** The server sends a digest challenge first (RFC 7616); user name and password are placeholders. */
  hasDigest: boolean;
}
