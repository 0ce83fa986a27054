import type {Operation} from '../../model/operation.ts';
import {exampleSnippets} from './example-snippets.ts';
import {toSnippetHtml} from './snippet-html.ts';
import type {SnippetHtml} from './snippet-html.ts';

/**
 * The code that the static page holds. The bundle for browsers has `no-static-snippets.ts` in place of this module
 * (src/plugin/client-bundle.ts): there the code is in the page already.
 */
export function staticSnippets(operation: Operation, documentUrl: string): SnippetHtml | undefined {
  return toSnippetHtml(exampleSnippets(operation, documentUrl));
}
