import type {DemoState} from '../../model/demo-state.ts';
import {hashPassword, isPassword} from '../password-hash.ts';
import type {PasswordHash} from '../password-hash.ts';

export interface Account {
  email: string;
  displayName: string | null;
  emailVerified: boolean;
  password: PasswordHash;
  /** The code of the validation e-mail that waits for an answer. */
  verificationCode?: string;
}

export interface DoordeckState extends DemoState {
  accounts: Account[];
  /** Addresses that have been invited and have not answered. */
  invites: string[];
  /** How many sessions have been opened. */
  sessions: number;
}

/** At the first visit: one account and one pending invite, as the request examples of the document tell. */
export function seedDoordeck(): DoordeckState {
  return {
    accounts: [
      {
        email: 'alan@example.com',
        displayName: 'Alan Turing',
        emailVerified: true,
        password: hashPassword('enigma-machine-1912'),
      },
    ],
    invites: ['grace@example.com'],
    sessions: 0,
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

/** The state with one more account; an invite of the same address is gone. */
export function withAccount(state: DoordeckState, account: Account): DoordeckState {
  return {
    ...state,
    accounts: [...state.accounts, account],
    invites: state.invites.filter((invited) => !isSameAddress(invited, account.email)),
  };
}

function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
