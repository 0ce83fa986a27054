import type {DemoState, Mail} from '../model/demo-state.ts';

/** The state with one more e-mail in its mailbox. */
export function withMail<State extends DemoState>(state: State, mail: Omit<Mail, 'id'>): State {
  const id = (state.mailbox.at(-1)?.id ?? 0) + 1;
  return {...state, mailbox: [...state.mailbox, {id, ...mail}]};
}
