import {uuidFrom} from '../derived-values.ts';
import {bearerToken, issuer, signToken, verifyToken} from '../json-web-token.ts';
import type {Claims} from '../json-web-token.ts';
import type {Account, DoordeckState, Session} from './accounts.ts';

const hour = 3600;
const authLifetime = 24 * hour;
const refreshLifetime = 30 * 24 * hour;
const authAudience = 'https://api.doordeck.com';
const refreshAudience = 'https://api.doordeck.com/auth/token/refresh';
/** The oldest session ends when there are more: the state has to fit into the tab's storage. */
const mostSessions = 50;

export interface Tokens {
  authToken: string;
  refreshToken: string;
}

/** Who sent a request. A token without `sid` belongs to no session. */
export interface Caller {
  account: Account;
  session?: Session;
}

/** The state after one more session, and the tokens of that session. */
export function openSession(
  state: DoordeckState,
  account: Account,
  now: number,
): {state: DoordeckState; tokens: Tokens} {
  const made = state.made + 1;
  const session: Session = {
    id: uuidFrom(`session:${account.id}:${made}:${now}`),
    accountId: account.id,
    refreshId: uuidFrom(`refresh:${account.id}:${made}:${now}`),
    pastRefreshIds: [],
    refreshes: 0,
    hasSecondFactor: false,
  };
  return {
    state: {...state, made, sessions: [...state.sessions, session].slice(-mostSessions)},
    tokens: {authToken: authTokenOf(account, session, now), refreshToken: refreshTokenOf(session, now)},
  };
}

/** The state with this session in place of the one with its id. */
export function withChangedSession(state: DoordeckState, changed: Session): DoordeckState {
  return {...state, sessions: state.sessions.map((session) => (session.id === changed.id ? changed : session))};
}

/** The state without a session: its tokens are worth nothing any more. */
export function withoutSession(state: DoordeckState, {id}: Session): DoordeckState {
  return {...state, sessions: state.sessions.filter((session) => session.id !== id)};
}

/** Whom the bearer token of a request belongs to; undefined when it is missing, wrong, has run out or its session has ended. */
export function callerOf(state: DoordeckState, headers: Headers, now: number): Caller | undefined {
  const claims = claimsFrom(headers, authAudience, now);
  const account = state.accounts.find(({id}) => id === claims?.sub);
  if (account === undefined || claims?.['sid'] === undefined) return account && {account};
  const session = sessionOf(state, claims);
  return session && {account, session};
}

/**
 * What a refresh token is worth: new tokens and the state after it, `replaced` when a newer one has taken its place,
 * `refused` in every other case. Every second refresh brings a new refresh token as well.
 */
export function refresh(
  state: DoordeckState,
  headers: Headers,
  now: number,
): {state: DoordeckState; tokens: Partial<Tokens> & Pick<Tokens, 'authToken'>} | 'replaced' | 'refused' {
  const claims = claimsFrom(headers, refreshAudience, now);
  const session = claims && sessionOf(state, claims);
  const account = state.accounts.find(({id}) => id === session?.accountId);
  if (claims === undefined || session === undefined || account === undefined) return 'refused';
  if (session.pastRefreshIds.some((id) => id === claims['jti'])) return 'replaced';
  if (claims['jti'] !== session.refreshId) return 'refused';
  const refreshes = session.refreshes + 1;
  const authToken = authTokenOf(account, session, now);
  if (refreshes % 2 === 1) return {state: withChangedSession(state, {...session, refreshes}), tokens: {authToken}};
  const renewed: Session = {
    ...session,
    refreshes,
    refreshId: uuidFrom(`refresh:${session.id}:${refreshes}`),
    pastRefreshIds: [...session.pastRefreshIds, session.refreshId],
  };
  return {
    state: withChangedSession(state, renewed),
    tokens: {authToken, refreshToken: refreshTokenOf(renewed, now)},
  };
}

function authTokenOf(account: Account, session: Session, now: number): string {
  const iat = Math.floor(now / 1000);
  return signToken({
    iss: issuer,
    sub: account.id,
    sid: session.id,
    iat,
    aud: authAudience,
    exp: iat + authLifetime,
    auth_time: iat,
    email: account.email,
    email_verified: account.emailVerified,
    ...(account.displayName !== null && {name: account.displayName}),
  });
}

function refreshTokenOf(session: Session, now: number): string {
  const iat = Math.floor(now / 1000);
  return signToken({
    iss: issuer,
    sub: session.accountId,
    sid: session.id,
    jti: session.refreshId,
    iat,
    aud: refreshAudience,
    exp: iat + refreshLifetime,
  });
}

function claimsFrom(headers: Headers, audience: string, now: number): Claims | undefined {
  const token = bearerToken(headers);
  return token === undefined ? undefined : verifyToken(token, audience, now);
}

function sessionOf(state: DoordeckState, {sub, sid}: Claims): Session | undefined {
  return state.sessions.find(({id, accountId}) => id === sid && accountId === sub);
}
