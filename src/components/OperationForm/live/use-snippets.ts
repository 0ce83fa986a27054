import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect} from 'react';
import type {Field} from '../../../form/fields.ts';
import {isUntouched} from '../../../form/form-state.ts';
import {readRequest, withRedactedText} from '../../../form/read-request.ts';
import type {FormStore} from '../../../form/form-store.ts';
import type {Operation} from '../../../model/operation.ts';
import type {Snippet} from '../../../model/page.ts';
import {exampleValues} from '../../../request/example-values.ts';
import {buildSnippets} from '../../../request/snippets/index.ts';

interface SnippetInput {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  server: string;
  credentials: Record<string, string>;
  revealSecrets: boolean;
  onSnippets: ((snippets: Snippet[]) => void) | undefined;
}

/** Keeps the snippets of the page at what the form would send; an untouched form shows the example. */
export function useSnippets(input: SnippetInput): void {
  const {operation, fields, store, server, credentials, revealSecrets, onSnippets} = input;
  const documentUrl = useBaseUrl(`/openapi/${operation.apiId}.yaml`, {absolute: true});
  useEffect(() => {
    if (onSnippets === undefined) return undefined;
    let last: unknown;
    const update = () => {
      const state = store.state();
      if (state === last) return;
      last = state;
      const read = readRequest(operation, fields, state);
      const {values, ...body} = revealSecrets ? read : withRedactedText(operation, read);
      const shown = isUntouched(state) ? exampleValues(operation) : values;
      onSnippets(buildSnippets(operation, shown, {server, credentials, ...body, reveal: revealSecrets, documentUrl}));
    };
    update();
    return store.subscribe(update);
  }, [operation, fields, store, server, credentials, revealSecrets, onSnippets, documentUrl]);
}
