import useBaseUrl from '@docusaurus/useBaseUrl';
import {useEffect, useRef} from 'react';
import type {FormStore} from '../../../form/form-store.ts';
import {isUntouched} from '../../../form/form-state.ts';
import type {OnFill} from '../live-contract.ts';
import {serverUrl} from '../use-target.ts';
import {afterPaint} from './after-paint.ts';
import {loadWorkingPart} from './load-working-part.ts';
import type {CallSetting} from './read-call.ts';

interface FilledCallInput extends CallSetting {
  store: FormStore;
  revealSecrets: boolean;
  onFill: OnFill | undefined;
}

/** Tells the page what the form would send, after each change; of many keystrokes in a frame the last. */
export function useFilledCall(input: FilledCallInput): void {
  const {operation, fields, store, server, credentials, revealSecrets, onFill} = input;
  const documentUrl = useBaseUrl(`/openapi/${operation.apiId}.yaml`, {absolute: true});
  const wasTold = useRef(false);
  useEffect(() => {
    if (onFill === undefined) return undefined;
    let last: unknown;
    let isCurrent = true;
    const setting = {operation, fields, server, credentials};
    const update = afterPaint(() => {
      void loadWorkingPart().then(({readCall, loadCodeWriter}) => {
        const state = store.state();
        if (!isCurrent || state === last) return;
        last = state;
        wasTold.current = true;
        onFill(readCall(setting, state, {reveal: revealSecrets, documentUrl}), loadCodeWriter);
      });
    });
    // As long as it would be the example, the page has that already.
    if (wasTold.current || revealSecrets || !isExample(setting, store)) update.ask();
    const unsubscribe = store.subscribe(update.ask);
    return () => {
      update.stop();
      unsubscribe();
      isCurrent = false;
    };
  }, [operation, fields, store, server, credentials, revealSecrets, onFill, documentUrl]);
}

/** Whether nothing is filled in, and the call goes where the example goes. */
function isExample({operation, server, credentials}: CallSetting, store: FormStore): boolean {
  const [first] = operation.servers;
  const isFirst = server === (first === undefined ? '' : serverUrl(first));
  return isFirst && Object.keys(credentials).length === 0 && isUntouched(store.state());
}
