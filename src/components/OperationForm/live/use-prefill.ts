import {useCallback, useEffect} from 'react';
import type {LivePartProps} from '../live-contract.ts';
import {registerForm, type Prefill} from '../prefill.ts';
import {focusSubmit} from './field-messages.ts';
import {loadWorkingPart} from './load-working-part.ts';
import type {LiveView} from './use-live-view.ts';

/** Lets the links of replies fill the form as long as it is on the page; gives what fills it. */
export function usePrefill(
  {operation, fields, store, form}: LivePartProps,
  {show, load}: LiveView,
): (prefill: Prefill) => Promise<void> {
  const fill = useCallback(
    async (prefill: Prefill) => {
      const working = await load(loadWorkingPart());
      if (working === undefined) return;
      // A form whose fields a page has arranged, or has chosen, shows no text.
      const isTextShown = Boolean(form.current?.querySelector('[data-body-tabs]'));
      const {isWhole = false} = prefill;
      working.fillForm({operation, fields, store, incoming: prefill.state(fields), isWhole, isTextShown});
      const announcement = `Filled in from ${prefill.origin}. Check it and send.`;
      show({view: {kind: 'empty'}, announcement, state: 'idle'});
      focusSubmit(form);
    },
    [operation, fields, store, form, load, show],
  );
  useEffect(
    () =>
      form.current === null ? undefined : registerForm(operation.key, form.current, (prefill) => void fill(prefill)),
    [operation.key, form, fill],
  );
  return fill;
}
