import {useCallback, useEffect, useRef} from 'react';
import {messagesByName} from '../../../form/attach-problems.ts';
import type {FormRequest} from '../../../form/read-request.ts';
import type {LivePartProps} from '../live-contract.ts';
import {provideExchange} from '../shared-values.ts';
import {withoutField} from './field-messages.ts';
import {loadWorkingPart} from './load-working-part.ts';
import {paceArrivals} from './pace-arrivals.ts';
import type {LiveSetting} from './use-live-setting.ts';
import type {LiveView} from './use-live-view.ts';

export interface Transmission {
  /** Sends, shows what comes of it, and hands it on. Does nothing while another call is on its way. */
  transmit: (request: FormRequest) => Promise<void>;
  isSending: () => boolean;
  /** Ends the call that is on its way; that is its outcome. */
  cancel: () => void;
  /** Ends the call that is on its way; nothing is shown of it any more. */
  drop: () => void;
}

/** Sends one call at a time; it ends with the form. */
export function useTransmit(props: LivePartProps, setting: LiveSetting, {show, load}: LiveView): Transmission {
  const {operation, fields, store, target, provides, onRequest, onResponse} = props;
  const {operation: authorised, audience, server, credentials} = setting;
  const abort = useRef<AbortController>(undefined);

  const transmit = useCallback(
    async (request: FormRequest) => {
      if (abort.current !== undefined) return;
      const controller = new AbortController();
      abort.current = controller;
      show({announcement: 'Sending.', state: 'sending'});
      const {signal} = controller;
      const state = store.state();
      const onArrival = paceArrivals(
        (arrival) => show({view: {kind: 'arriving', arrival}}),
        () => abort.current === controller,
      );
      const sending = await load(loadWorkingPart().then(({loadSending}) => loadSending()));
      if (sending === undefined) {
        abort.current = undefined;
        return;
      }
      const call = {operation: authorised, request, target, server, credentials, signal};
      const result = await sending.performSend({...call, onRequest, onArrival});
      void import('./history/record-exchange.ts').then(({recordExchange}) =>
        recordExchange({operation: authorised, values: request.values, credentials, state, result}),
      );
      if (abort.current !== controller) return;
      abort.current = undefined;
      const general = withoutField(result.fieldProblems, fields);
      const ofFields = result.fieldProblems.filter((problem) => !general.includes(problem));
      store.setErrors(messagesByName(ofFields, fields, store.state()));
      show({
        view: {kind: 'outcome', result},
        announcement: result.summary,
        state: result.isSuccess ? 'done' : 'failed',
      });
      if (result.isSuccess && provides !== undefined && result.context !== undefined) {
        sending.adoptIssued(operation, audience, result);
        provideExchange(provides, {title: operation.title, context: result.context});
      }
      if (result.reply !== undefined) onResponse?.(result.reply);
    },
    [
      operation,
      authorised,
      fields,
      store,
      target,
      audience,
      server,
      credentials,
      provides,
      load,
      show,
      onRequest,
      onResponse,
    ],
  );

  const isSending = useCallback(() => abort.current !== undefined, []);
  const cancel = useCallback(() => abort.current?.abort(), []);
  const drop = useCallback(() => {
    abort.current?.abort();
    abort.current = undefined;
  }, []);
  useEffect(() => () => abort.current?.abort(), []);
  return {transmit, isSending, cancel, drop};
}
