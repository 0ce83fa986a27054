import type {DemoState} from '../../model/demo-state.ts';
import {uuidFrom} from '../derived-values.ts';
import {hashPassword, isPassword} from '../password-hash.ts';
import type {PasswordHash} from '../password-hash.ts';

export interface Account {
  /** A UUID. Another account of the same address, after this one was deleted, has another. */
  id: string;
  email: string;
  displayName: string | null;
  emailVerified: boolean;
  password: PasswordHash;
  /** Whether a second factor is asked for before a key is certified. */
  secondFactor: boolean;
  /** The code of the validation e-mail that waits for an answer. */
  verificationCode?: string;
  /** Codes that were right once: used, or replaced by a newer one. */
  pastCodes: string[];
}

/** A session: what a registration or a login opens and a logout ends. */
export interface Session {
  /** The claim `sid` of its tokens. */
  id: string;
  accountId: string;
  /** The claim `jti` of the refresh token in use, and of those that were replaced. */
  refreshId: string;
  pastRefreshIds: string[];
  /** How often the tokens have been refreshed. */
  refreshes: number;
  /** A key that waits for its verification: the raw key in base64, and the code that was sent. */
  pendingKey?: {key: string; code: string};
  /** Whether the second factor has been given. */
  hasSecondFactor: boolean;
}

export interface DoordeckState extends DemoState {
  accounts: Account[];
  /** Addresses that have been invited and have not answered. */
  invites: string[];
  /** Addresses of users who come from another identity provider. */
  foreign: string[];
  sessions: Session[];
  /** How many ids, codes and the like have been made. */
  made: number;
}

/** At the first visit: an account, a pending invite and a user from elsewhere, as the document's examples tell. */
export function seedDoordeck(): DoordeckState {
  return {
    accounts: [
      {
        id: uuidFrom('user:alan@example.com'),
        email: 'alan@example.com',
        displayName: 'Alan Turing',
        emailVerified: true,
        password: hashPassword('enigma-machine-1912'),
        secondFactor: false,
        pastCodes: [],
      },
    ],
    invites: ['grace@example.com'],
    foreign: ['katherine@example.com'],
    sessions: [],
    made: 0,
    mailbox: [],
  };
}

/** The account of an address; letter case makes no other address. */
export function findAccount(state: DoordeckState, email: string): Account | undefined {
  return state.accounts.find((account) => isSameAddress(account.email, email));
}

/** The account that this address and this password open. */
export function findAccountByCredentials(state: DoordeckState, email: string, password: string): Account | undefined {
  const account = findAccount(state, email);
  return account !== undefined && isPassword(password, account.password) ? account : undefined;
}

/** Whether the address has an invite that nobody has answered. */
export function isInvited(state: DoordeckState, email: string): boolean {
  return state.invites.some((invited) => isSameAddress(invited, email));
}

/** Whether the user of this address comes from another identity provider. */
export function isForeign(state: DoordeckState, email: string): boolean {
  return state.foreign.some((known) => isSameAddress(known, email));
}

/** The state with one more account; an invite of the same address is gone. */
export function withAccount(state: DoordeckState, account: Account): DoordeckState {
  return {
    ...state,
    accounts: [...state.accounts, account],
    invites: state.invites.filter((invited) => !isSameAddress(invited, account.email)),
  };
}

/** The state with this account in place of the one with its id. */
export function withChangedAccount(state: DoordeckState, changed: Account): DoordeckState {
  return {...state, accounts: state.accounts.map((account) => (account.id === changed.id ? changed : account))};
}

/** The state without an account and everything that belongs to it: sessions, keys, e-mails. */
export function withoutAccount(state: DoordeckState, {id, email}: Account): DoordeckState {
  return {
    ...state,
    accounts: state.accounts.filter((account) => account.id !== id),
    sessions: state.sessions.filter((session) => session.accountId !== id),
    mailbox: state.mailbox.filter((mail) => !isSameAddress(mail.to, email)),
  };
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
