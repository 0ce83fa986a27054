import type {Snippet} from '../../model/page.ts';
import {highlightCode} from './highlight-code.ts';

/** The HTML of the code in each language, by the id of the language. */
export type SnippetHtml = Record<string, string>;

/** The code in every language as HTML. */
export function toSnippetHtml(snippets: Snippet[]): SnippetHtml {
  return Object.fromEntries(snippets.map(({language, code}) => [language, highlightCode(code, language)]));
}
