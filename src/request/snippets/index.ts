import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';
import type {RequestValues} from '../../model/values.ts';
import {csharp} from './csharp.ts';
import {curl} from './curl.ts';
import {go} from './go.ts';
import {http} from './http.ts';
import {java} from './java.ts';
import {javascript} from './javascript.ts';
import {php} from './php.ts';
import {python} from './python.ts';
import {ruby} from './ruby.ts';
import type {SnippetLanguage} from './snippet-language.ts';
import {typescript} from './typescript.ts';
import {snippetWriter} from './write-snippet.ts';
import type {SnippetOptions} from './write-snippet.ts';

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

/** The request of these values in every language. Pure; throws nothing. */
export function buildSnippets(operation: Operation, values: RequestValues, options: SnippetOptions): Snippet[] {
  const write = snippetWriter(operation, values, options);
  return snippetLanguages.map((language) => ({
    language: language.language,
    label: language.label,
    grammar: language.grammar,
    code: write(language),
  }));
}
