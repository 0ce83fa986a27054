import {uuidFrom} from '../derived-values.ts';
import {bearerToken, issuer, signToken, verifyToken} from '../json-web-token.ts';
import type {Account, DoordeckState} from './accounts.ts';

const hour = 3600;
const authLifetime = 24 * hour;
const refreshLifetime = 30 * 24 * hour;
const authAudience = 'https://api.doordeck.com';
const refreshAudience = 'https://api.doordeck.com/auth/token/refresh';

/** The state after one more session, and the tokens of that session. */
export function openSession(
  state: DoordeckState,
  account: Account,
  now: number,
): {state: DoordeckState; tokens: {authToken: string; refreshToken: string}} {
  const sessions = state.sessions + 1;
  const iat = Math.floor(now / 1000);
  const sub = userId(account);
  const registered = {iss: issuer, sub, iat, sid: uuidFrom(`session:${sub}:${sessions}`)};
  const authToken = signToken({
    ...registered,
    aud: authAudience,
    exp: iat + authLifetime,
    auth_time: iat,
    email: account.email,
    email_verified: account.emailVerified,
    ...(account.displayName !== null && {name: account.displayName}),
  });
  const refreshToken = signToken({...registered, aud: refreshAudience, exp: iat + refreshLifetime});
  return {state: {...state, sessions}, tokens: {authToken, refreshToken}};
}

/** The account that the bearer token of a request belongs to; undefined when it is missing, wrong or has run out. */
export function authorisedAccount(state: DoordeckState, headers: Headers, now: number): Account | undefined {
  const token = bearerToken(headers);
  const claims = token === undefined ? undefined : verifyToken(token, authAudience, now);
  if (claims === undefined) return undefined;
  return state.accounts.find((account) => userId(account) === claims.sub);
}

function userId(account: Account): string {
  return uuidFrom(`user:${account.email.toLowerCase()}`);
}
