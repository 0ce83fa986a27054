import {isJsonObject} from '../model/json.ts';
import type {Json, JsonObject} from '../model/json.ts';

/** What a JSON Web Token says. Nothing here is verified: only the API that issued it can do that. */
export interface DecodedJwt {
  header: JsonObject;
  claims: JsonObject;
  /** From the claim `exp`. */
  expiresAt?: Date;
}

/** Reads a signed JSON Web Token (RFC 7519, compact JWS of RFC 7515). Undefined for everything else; never throws. */
export function decodeJwt(token: string): DecodedJwt | undefined {
  const parts = token.split('.');
  const [header, claims] = parts.slice(0, 2).map(decodePart);
  if (parts.length !== 3 || !isJsonObject(header) || !isJsonObject(claims)) return undefined;
  if (!base64url.test(parts[2] ?? '')) return undefined;
  const expiresAt = numericDate(claims['exp']);
  return {header, claims, ...(expiresAt === undefined ? {} : {expiresAt})};
}

/** How long something lives, in words that fit after a name: "expires in 23 hours", "expired 5 minutes ago". */
export function describeLife(expiresAt: Date, now: Date): string {
  const seconds = Math.round((expiresAt.getTime() - now.getTime()) / 1000);
  const duration = inWords(Math.abs(seconds));
  return seconds > 0 ? `expires in ${duration}` : `expired ${duration} ago`;
}

const timeClaims = ['exp', 'iat', 'nbf', 'auth_time'];

/** A claim as readers can take it in: NumericDate claims (RFC 7519, section 4.1) also as a date. */
export function describeClaim(claim: string, content: Json | undefined): string {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const date = timeClaims.includes(claim) ? numericDate(content) : undefined;
  return date === undefined ? text : `${text} (${date.toLocaleString()})`;
}

const base64url = /^[A-Za-z0-9_-]*$/;

function decodePart(part: string): Json | undefined {
  if (!base64url.test(part)) return undefined;
  try {
    const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes)) as Json;
  } catch {
    return undefined;
  }
}

/** RFC 7519, section 2: seconds since the epoch. Numbers that no `Date` can hold are passed over. */
function numericDate(value: Json | undefined): Date | undefined {
  if (typeof value !== 'number') return undefined;
  const date = new Date(value * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

const units: [name: string, seconds: number][] = [
  ['day', 24 * 60 * 60],
  ['hour', 60 * 60],
  ['minute', 60],
];

/** In the largest unit of which there are at least two, else in the smaller one: "90 minutes", "2 hours". */
function inWords(seconds: number): string {
  for (const [name, length] of units) {
    const count = Math.round(seconds / length);
    if (count >= 2 || (count === 1 && name === 'minute')) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}
