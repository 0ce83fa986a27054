import {useCallback, useState} from 'react';
import type {FormRequest} from '../../../form/read-request.ts';
import type {Arrival} from '../../../transport/exchange.ts';
import type {SendState} from '../live-contract.ts';
import type {SendResult} from './perform-send.ts';
import {useLoad, type Load} from './use-load.ts';

/**
 * What stands under the form: nothing yet, a refusal to send, code that did not come, a question before a live send, a
 * reply on its way, an outcome.
 */
export type View =
  | {kind: 'empty'}
  | {kind: 'invalid'; count: number}
  | {kind: 'unloaded'}
  | {kind: 'confirm'; request: FormRequest}
  | {kind: 'arriving'; arrival: Arrival}
  | {kind: 'outcome'; result: SendResult};

/** What changes under the form; what is left out stays as it is. */
interface Change {
  view?: View;
  /** For those who cannot see it. */
  announcement?: string;
  /** Of the form. */
  state?: SendState;
}

/** Shows what has come about. */
export type Show = (change: Change) => void;

export interface LiveView {
  view: View;
  announcement: string;
  show: Show;
  load: Load;
}

/** Holds what stands under a form and what is announced of it; tells the form its state. */
export function useLiveView(onState: (state: SendState) => void): LiveView {
  const [view, setView] = useState<View>({kind: 'empty'});
  const [announcement, setAnnouncement] = useState('');
  const show = useCallback(
    (change: Change) => {
      if (change.view !== undefined) setView(change.view);
      if (change.announcement !== undefined) setAnnouncement(change.announcement);
      if (change.state !== undefined) onState(change.state);
    },
    [onState],
  );
  return {view, announcement, show, load: useLoad(show)};
}
