import type {BackEndDefinition} from '../back-ends.ts';
import {accountHandlers} from './account-handlers.ts';
import {seedDoordeck} from './accounts.ts';
import type {DoordeckState} from './accounts.ts';
import {authenticationHandlers} from './authentication-handlers.ts';
import {certificateHandlers} from './certificate-handlers.ts';
import {createGate} from './gate.ts';

/** The demo of Doordeck: accounts and their e-mails, pending invites, sessions, keys and certificates. */
export const doordeck: BackEndDefinition<DoordeckState> = {
  version: 2,
  seed: seedDoordeck,
  handlers: (context) => [
    createGate(context),
    ...authenticationHandlers(context),
    ...accountHandlers(context),
    ...certificateHandlers(context),
  ],
};
