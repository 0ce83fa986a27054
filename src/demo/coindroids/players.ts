import type {DemoState} from '../../model/demo-state.ts';
import {hashPassword, isPassword} from '../password-hash.ts';
import type {PasswordHash} from '../password-hash.ts';

export interface Player {
  id: number;
  username: string;
  email: string;
  password: PasswordHash;
}

export interface CoindroidsState extends DemoState {
  players: Player[];
  /** How many tokens have been issued. */
  tokens: number;
}

/** Works for any number of players; no other code was ever given out. */
const inviteCode = '37764f2a-da1b-40ea-a054-ef1c8021196a';

/** At the first visit: the player of the request examples, and one more. */
export function seedCoindroids(): CoindroidsState {
  return {
    players: [
      {id: 1, username: 'satoshi', email: 'satoshi@example.com', password: hashPassword('genesis-block-2009')},
      {id: 2, username: 'hal', email: 'hal@example.com', password: hashPassword('running-bitcoin-2009')},
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
  newcomer: Omit<Player, 'id'>,
): {state: CoindroidsState; player: Player} {
  const player = {id: Math.max(0, ...state.players.map(({id}) => id)) + 1, ...newcomer};
  return {state: {...state, players: [...state.players, player]}, player};
}
