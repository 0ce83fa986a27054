import type {LanguageId} from '../../request/snippets/language-names.ts';
import {loadLanguage} from '../../request/snippets/load-language.ts';
import {snippetWriter} from '../../request/snippets/write-snippet.ts';
import type {FilledCall} from '../../request/snippets/filled-call.ts';
import {highlightCode} from './highlight-code.ts';

export {exampleCall} from './example-call.ts';

/** Loads what writes and colours code of one language. Rejects when it cannot be fetched. */
export async function loadCodeWriter(id: LanguageId): Promise<(call: FilledCall) => string> {
  const language = await loadLanguage(id);
  return ({operation, values, options}) => highlightCode(snippetWriter(operation, values, options)(language), id);
}
