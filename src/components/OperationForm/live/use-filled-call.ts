import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect} from 'react';
import type {FormStore} from '../../../form/form-store.ts';
import type {FilledCall} from '../../../request/snippets/filled-call.ts';
import {afterPaint} from './after-paint.ts';
import type {CallSetting} from './read-call.ts';

interface FilledCallInput extends CallSetting {
  store: FormStore;
  revealSecrets: boolean;
  onFill: ((call: FilledCall) => void) | undefined;
}

/** Tells the page what the form would send, after each change; of many keystrokes in a frame the last. */
export function useFilledCall(input: FilledCallInput): void {
  const {operation, fields, store, server, credentials, revealSecrets, onFill} = input;
  const documentUrl = useBaseUrl(`/openapi/${operation.apiId}.yaml`, {absolute: true});
  useEffect(() => {
    if (onFill === undefined) return undefined;
    let last: unknown;
    let isCurrent = true;
    const setting = {operation, fields, server, credentials};
    const update = afterPaint(() => {
      void import('./read-call.ts').then(({readCall}) => {
        const state = store.state();
        if (!isCurrent || state === last) return;
        last = state;
        onFill(readCall(setting, state, {reveal: revealSecrets, documentUrl}));
      });
    });
    update.ask();
    const unsubscribe = store.subscribe(update.ask);
    return () => {
      update.stop();
      unsubscribe();
      isCurrent = false;
    };
  }, [operation, fields, store, server, credentials, revealSecrets, onFill, documentUrl]);
}
