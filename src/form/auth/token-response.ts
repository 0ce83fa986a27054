import {isJsonObject, type Json} from '../../model/json.ts';

/** A token and what is known of it (RFC 6749, section 5.1). */
export interface TokenGrant {
  accessToken: string;
  refreshToken?: string;
  expiresAt?: Date;
  /** Missing when they are those that were asked for. */
  scopes?: string[];
}

/** What came of asking for a token. */
export type TokenOutcome =
  | {kind: 'granted'; grant: TokenGrant}
  /** The server said no (RFC 6749, section 5.2). */
  | {kind: 'refused'; error: string; description?: string; page?: string}
  /** No answer that a page may read. */
  | {kind: 'unreachable'; url: string}
  /** An answer that is not what the specification wants. */
  | {kind: 'unreadable'; message: string};

/** Reads the answer of a token endpoint. JSON, or a form as some servers send it. */
export async function readTokenResponse(response: Response, now: Date): Promise<TokenOutcome> {
  const members = parseMembers(await response.text());
  const refused = refusal(members);
  if (refused !== undefined) return refused;
  const granted = response.ok ? toGrant(members, now) : undefined;
  return granted ?? {kind: 'unreadable', message: `The server answered ${response.status} without a token.`};
}

/** The members of a body that is a JSON object or a form; none for anything else. */
export function parseMembers(text: string): Record<string, Json | undefined> {
  try {
    const parsed = JSON.parse(text) as Json;
    return isJsonObject(parsed) ? parsed : {};
  } catch {
    return Object.fromEntries(new URLSearchParams(text));
  }
}

/** The refusal that these members are, if they are one. */
export function refusal(members: Record<string, Json | undefined>): TokenOutcome | undefined {
  const {error, error_description: description, error_uri: page} = members;
  if (typeof error !== 'string' || error === '') return undefined;
  return {
    kind: 'refused',
    error,
    ...(typeof description === 'string' && {description}),
    ...(typeof page === 'string' && /^https?:/.test(page) && {page}),
  };
}

/** The token in these members; undefined when there is none that a page can send as a bearer. */
export function toGrant(members: Record<string, Json | undefined>, now: Date): TokenOutcome | undefined {
  const {access_token: accessToken, token_type: type, refresh_token: refreshToken, scope} = members;
  if (typeof accessToken !== 'string' || accessToken === '') return undefined;
  if (typeof type === 'string' && !/^bearer$/i.test(type)) {
    return {kind: 'unreadable', message: `The token is of the type ${type}; this page can only send bearer tokens.`};
  }
  const seconds = Number(members['expires_in'] ?? Number.NaN);
  const scopes = typeof scope === 'string' ? scope.split(/[ ,]+/).filter((name) => name !== '') : undefined;
  return {
    kind: 'granted',
    grant: {
      accessToken,
      ...(typeof refreshToken === 'string' && refreshToken !== '' && {refreshToken}),
      ...(Number.isFinite(seconds) && seconds > 0 && {expiresAt: new Date(now.getTime() + seconds * 1000)}),
      ...(scopes !== undefined && {scopes}),
    },
  };
}
