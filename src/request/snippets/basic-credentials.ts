import type {HttpHeader, HttpRequest} from '../http-request.ts';
import {isSameHeader} from '../http-request.ts';

/** User name and password that a language can write as such, instead of as the header that they make. */
export interface BasicCredentials {
  user: string;
  password: string;
  /** `user:password`. */
  joined: string;
}

/** The credentials of HTTP basic (RFC 7617) in a request, and its other headers. */
export interface SeparateCredentials {
  basic: BasicCredentials | undefined;
  headers: HttpHeader[];
}

/**
 * Takes HTTP basic out of the headers where a program that joins and encodes the two halves sends the same bytes: they
 * are UTF-8, without control characters. Otherwise the headers stay as they are.
 * @param isWanted whether the program has a place for them; one that answers a digest challenge has not
 */
export function separateBasic(headers: HttpRequest['headers'], isWanted = true): SeparateCredentials {
  const own = headers.filter(([name]) => isSameHeader(name, 'Authorization'));
  const joined = isWanted && own.length === 1 ? decode(own[0]?.[1] ?? '') : undefined;
  const colon = joined?.indexOf(':') ?? -1;
  if (joined === undefined || colon === -1) return {basic: undefined, headers};
  return {
    basic: {user: joined.slice(0, colon), password: joined.slice(colon + 1), joined},
    headers: headers.filter(([name]) => !isSameHeader(name, 'Authorization')),
  };
}

/** Whether text is the same in all encodings that a language may take. */
export function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

function decode(value: string): string | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+={0,2})$/.exec(value) ?? [];
  if (encoded === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded), (unit) => unit.charCodeAt(0));
    const text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
    return /\p{Cc}/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
