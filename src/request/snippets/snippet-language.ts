import type {HttpRequest} from '../http-request.ts';

/** A language that a request can be written in. */
export interface SnippetLanguage {
  /** Stable id, the value of the language tab. */
  language: string;
  /** For the tab. */
  label: string;
  /** The Prism grammar. */
  grammar: string;
  /** Above the code: where it goes. */
  title: string;
  /** A complete program that sends exactly this request and shows the answer. Pure. */
  generate: (http: HttpRequest) => string;
}
