import type {DemoState} from '../../model/demo-state.ts';
import {hashPassword, isPassword} from '../password-hash.ts';
import type {PasswordHash} from '../password-hash.ts';

export interface Player {
  id: number;
  username: string;
  email: string;
  password: PasswordHash;
  /** The numbers of the player's droids; null without any. */
  droids: number[] | null;
}

export interface CoindroidsState extends DemoState {
  players: Player[];
  /** How many tokens have been issued. */
  tokens: number;
}

/** Works for any number of players; no other code was ever given out. */
const inviteCode = '37764f2a-da1b-40ea-a054-ef1c8021196a';

/** So that there is something to filter and to page through. */
const others: [username: string, droids: number[] | null][] = [
  ['ada', null],
  ['grace', [4, 5, 6]],
  ['alan', null],
  ['edith', [7]],
  ['katherine', [8, 9]],
  ['barbara', null],
  ['margaret', [10]],
  ['dorothy_v', [11, 12]],
  ['Hedy', null],
  ['joan', [13]],
];

/** At the first visit: the players of the request examples, and ten more. */
export function seedCoindroids(): CoindroidsState {
  return {
    players: [
      player(1, 'satoshi', 'genesis-block-2009', [1, 2]),
      player(2, 'hal', 'running-bitcoin-2009', [3]),
      ...others.map(([username, droids], index) => player(index + 3, username, `${username} plays alone`, droids)),
    ],
    tokens: 0,
    mailbox: [],
  };
}

/** Whether a player may join with this code. UUIDs are compared without letter case (RFC 9562, section 4). */
export function isInviteCode(code: string): boolean {
  return code.toLowerCase() === inviteCode;
}

/** The player of a name; letter case makes no other player. */
export function findPlayer(state: CoindroidsState, username: string): Player | undefined {
  return state.players.find((player) => player.username.toLowerCase() === username.toLowerCase());
}

/** The player that this name and this password open. */
export function findPlayerByCredentials(
  state: CoindroidsState,
  username: string,
  password: string,
): Player | undefined {
  const player = findPlayer(state, username);
  return player !== undefined && isPassword(password, player.password) ? player : undefined;
}

/** The state with one more player, and that player with the next free number. */
export function withPlayer(
  state: CoindroidsState,
  newcomer: Omit<Player, 'id' | 'droids'>,
): {state: CoindroidsState; player: Player} {
  const player = {id: Math.max(0, ...state.players.map(({id}) => id)) + 1, droids: null, ...newcomer};
  return {state: {...state, players: [...state.players, player]}, player};
}

function player(id: number, username: string, password: string, droids: number[] | null): Player {
  return {id, username, email: `${username.toLowerCase()}@example.com`, password: hashPassword(password), droids};
}
