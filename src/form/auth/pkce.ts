import {base64} from '../../request/base64.ts';

/** A secret of one sign-in and what is shown of it beforehand (RFC 7636). */
export interface Pkce {
  verifier: string;
  challenge: string;
}

/** Makes a fresh pair with the method S256 (RFC 7636, section 4). Throws where a page has no `crypto.subtle`. */
export async function createPkce(): Promise<Pkce> {
  const verifier = randomToken();
  return {verifier, challenge: await challengeOf(verifier)};
}

/** The challenge of a verifier: base64url of its SHA-256 (RFC 7636, section 4.2). */
export async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url(new Uint8Array(digest));
}

/** 256 random bits as 43 characters that stand in any URL as they are: a verifier, a `state`, a `nonce`. */
export function randomToken(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
