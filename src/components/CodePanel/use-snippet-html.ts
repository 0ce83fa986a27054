import {startTransition, useEffect, useMemo, useState, type RefObject} from 'react';
import type {Operation} from '../../model/operation.ts';
import type {Snippet} from '../../model/page.ts';
import type {SnippetHtml} from './snippet-html.ts';
import {staticSnippets} from './static-snippets.ts';

/**
 * The code to show, by language. The static page holds the example's, and it stays as it is in the page until there are
 * `snippets` of what is filled in. A page that was not static, for the reader came from another, writes its own. What
 * writes and colours code is loaded only then. Undefined: what the page holds.
 */
export function useSnippetHtml(
  operation: Operation,
  snippets: Snippet[] | undefined,
  documentUrl: string,
  panel: RefObject<HTMLElement | null>,
): SnippetHtml | undefined {
  const initial = useMemo(() => staticSnippets(operation, documentUrl), [operation, documentUrl]);
  const [html, setHtml] = useState(initial);
  useEffect(() => {
    if (snippets === undefined && panel.current?.querySelector('[data-snippet]')?.textContent !== '') return undefined;
    let isWanted = true;
    void import('./load-snippets.ts').then(({exampleSnippets, toSnippetHtml}) => {
      if (!isWanted) return;
      const next = toSnippetHtml(snippets ?? exampleSnippets(operation, documentUrl));
      startTransition(() => setHtml(next));
    });
    return () => {
      isWanted = false;
    };
  }, [operation, snippets, documentUrl, panel]);
  return html;
}
