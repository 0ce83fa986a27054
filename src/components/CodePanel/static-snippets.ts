import type {Operation} from '../../model/operation.ts';
import {buildSnippets} from '../../request/snippets/index.ts';
import {exampleCall} from './example-call.ts';
import {highlightCode} from './highlight-code.ts';

/**
 * The code that the static page holds, as HTML by language. The bundle for browsers has `no-static-snippets.ts` in place
 * of this module (src/plugin/client-bundle.ts): there the code is in the page already.
 */
export function staticSnippets(operation: Operation, documentUrl: string): Map<string, string> | undefined {
  const {values, options} = exampleCall(operation, documentUrl);
  const snippets = buildSnippets(operation, values, options);
  return new Map(snippets.map(({language, code}) => [language, highlightCode(code, language)]));
}
