import {useCallback, useRef} from 'react';
import {messagesByName} from '../../../form/attach-problems.ts';
import type {FormRequest} from '../../../form/read-request.ts';
import type {LivePartProps} from '../live-contract.ts';
import {confirmServer, isConfirmed} from './confirmed-servers.ts';
import {focusFirst, focusSubmit} from './field-messages.ts';
import {loadWorkingPart} from './load-working-part.ts';
import {credentialMessages, missingCredentials} from './missing-credentials.ts';
import type {LiveSetting} from './use-live-setting.ts';
import type {LiveView} from './use-live-view.ts';
import type {Transmission} from './use-transmit.ts';

interface Submission {
  /** Checks all that is filled in; sends it when nothing is wrong with it. */
  submit: () => Promise<void>;
  /** Sends although something is wrong. */
  sendAnyway: () => void;
  /** Real data may go to the server: sends. */
  confirm: (request: FormRequest) => void;
  /** Real data may not go to the server. */
  decline: () => void;
}

/** What comes before a call goes out: the checks of the form, and the question before the first live send. */
export function useSubmit(
  {operation, fields, store, target, form}: LivePartProps,
  {operation: authorised, credentials}: LiveSetting,
  {show, load}: LiveView,
  {transmit, isSending}: Transmission,
): Submission {
  const isChecking = useRef(false);

  const proceed = useCallback(
    (request: FormRequest) => {
      if (target !== 'demo' && !isConfirmed(target)) {
        const announcement = `Real data would go to ${target}. Confirm or cancel.`;
        show({view: {kind: 'confirm', request}, announcement});
        return;
      }
      void transmit(request);
    },
    [target, show, transmit],
  );

  const submit = useCallback(async () => {
    if (isSending() || isChecking.current) return;
    isChecking.current = true;
    const working = await load(loadWorkingPart());
    isChecking.current = false;
    if (working === undefined) return;
    const problems = [
      ...working.validateRequest(fields, operation, store.state()),
      ...missingCredentials(authorised, credentials),
    ];
    store.setErrors({...messagesByName(problems, fields, store.state()), ...credentialMessages(problems)});
    if (problems.length > 0) {
      const entries = problems.length === 1 ? 'One entry needs' : `${problems.length} entries need`;
      show({
        view: {kind: 'invalid', count: problems.length},
        announcement: `Not sent. ${entries} a look.`,
        state: 'failed',
      });
      focusFirst(form, problems);
      return;
    }
    proceed(working.readRequest(operation, fields, store.state()));
  }, [fields, operation, authorised, store, credentials, form, load, show, isSending, proceed]);

  const sendAnyway = () => {
    focusSubmit(form);
    void load(loadWorkingPart()).then((working) => {
      if (working !== undefined) proceed(working.readRequest(operation, fields, store.state()));
    });
  };
  const confirm = (request: FormRequest) => {
    focusSubmit(form);
    confirmServer(target);
    show({view: {kind: 'empty'}});
    void transmit(request);
  };
  const decline = () => {
    focusSubmit(form);
    show({view: {kind: 'empty'}, state: 'idle'});
  };
  return {submit, sendAnyway, confirm, decline};
}
