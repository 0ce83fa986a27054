import {uuidFrom} from '../derived-values.ts';
import {issuer, signToken, verifyToken} from '../json-web-token.ts';
import type {CoindroidsState, Player} from './players.ts';

const lifetime = 24 * 3600;
const audience = 'https://api.coindroids.com';

/** The state after one more token, and that token. Tokens issued before stay valid until they run out. */
export function issueToken(
  state: CoindroidsState,
  player: Player,
  now: number,
): {state: CoindroidsState; token: string} {
  const tokens = state.tokens + 1;
  const iat = Math.floor(now / 1000);
  const sub = String(player.id);
  const token = signToken({
    iss: issuer,
    sub,
    aud: audience,
    iat,
    exp: iat + lifetime,
    jti: uuidFrom(`token:${sub}:${tokens}`),
    username: player.username,
  });
  return {state: {...state, tokens}, token};
}

/** The player that a token belongs to; undefined when it is wrong or has run out. */
export function playerOfToken(state: CoindroidsState, token: string, now: number): Player | undefined {
  const claims = verifyToken(token, audience, now);
  return state.players.find((player) => String(player.id) === claims?.sub && player.username === claims.username);
}
