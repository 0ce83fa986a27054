import {hmac} from '@noble/hashes/hmac.js';
import {sha256} from '@noble/hashes/sha2.js';
import {utf8ToBytes} from '@noble/hashes/utils.js';
import {isJsonObject} from '../model/json.ts';
import type {JsonObject} from '../model/json.ts';

/** The registered claims that every token of the demo carries (RFC 7519, section 4.1); times in seconds. */
export interface Claims extends JsonObject {
  iss: string;
  sub: string;
  aud: string;
  iat: number;
  exp: number;
}

/** The issuer of every token: whoever decodes one sees that it opens nothing. */
export const issuer = 'demo';

/** A key that everybody can read protects nothing; it makes tampering visible, as with a real token. */
const key = utf8ToBytes('The demo back end signs with this key. It opens nothing.');

/** A signed JSON Web Token: HS256 in compact form (RFC 7515, section 3.1). */
export function signToken(claims: Claims): string {
  const payload = `${encodeJson({alg: 'HS256', typ: 'JWT'})}.${encodeJson(claims)}`;
  return `${payload}.${signatureOf(payload)}`;
}

/**
 * The claims of a token that this demo signed for this audience and that has not run out (RFC 7519, section 7.2); else
 * undefined.
 */
export function verifyToken(token: string, audience: string, now: number): Claims | undefined {
  const [header, payload, signature, ...rest] = token.split('.');
  if (header === undefined || payload === undefined || rest.length > 0) return undefined;
  if (signature !== signatureOf(`${header}.${payload}`)) return undefined;
  const claims = decodeJson(payload);
  if (!isClaims(claims) || claims.iss !== issuer || claims.aud !== audience) return undefined;
  return now < claims.exp * 1000 ? claims : undefined;
}

/** The token of an `Authorization: Bearer` header (RFC 6750, section 2.1). */
export function bearerToken(headers: Headers): string | undefined {
  return /^Bearer +([\w\-.~+/]+=*)$/i.exec(headers.get('authorization') ?? '')?.[1];
}

function signatureOf(payload: string): string {
  return encodeBase64Url(hmac(sha256, key, utf8ToBytes(payload)));
}

function encodeJson(value: JsonObject): string {
  return encodeBase64Url(utf8ToBytes(JSON.stringify(value)));
}

function decodeJson(base64Url: string): unknown {
  try {
    const base64 = base64Url.replaceAll('-', '+').replaceAll('_', '/');
    return JSON.parse(new TextDecoder().decode(decodeBase64(base64)));
  } catch {
    return undefined;
  }
}

function encodeBase64Url(bytes: Uint8Array): string {
  return encodeBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** RFC 4648, section 4. */
export function encodeBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/**
 * The bytes that base64 text stands for (RFC 4648, section 4).
 *
 * @throws DOMException when it is no base64.
 */
export function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

function isClaims(value: unknown): value is Claims {
  return (
    isJsonObject(value) &&
    typeof value.iss === 'string' &&
    typeof value.sub === 'string' &&
    typeof value.aud === 'string' &&
    typeof value.iat === 'number' &&
    typeof value.exp === 'number'
  );
}
