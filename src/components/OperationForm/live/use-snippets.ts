import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect} from 'react';
import type {Field} from '../../../form/fields.ts';
import {chosenContentType, isUntouched} from '../../../form/form-state.ts';
import {toRequestValues} from '../../../form/to-request-values.ts';
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
      const values = isUntouched(state) ? exampleValues(operation) : toRequestValues(fields, state).values;
      const contentType = chosenContentType(state);
      const chosen = contentType === undefined ? {} : {contentType};
      onSnippets(
        buildSnippets(operation, values, {server, credentials, ...chosen, reveal: revealSecrets, documentUrl}),
      );
    };
    update();
    return store.subscribe(update);
  }, [operation, fields, store, server, credentials, revealSecrets, onSnippets, documentUrl]);
}
