import type {Json} from '../../model/json.ts';
import {isJsonObject} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {headerValue} from '../http-request.ts';
import {isJsonMediaType} from '../media-type.ts';

/**
 * The value of a JSON body when writing it with `JSON.stringify` gives the very same text. Then a program may hold it as
 * a literal of its language, which reads better than JSON in a string, and still send the same bytes.
 */
export function jsonBody(http: HttpRequest): Json | undefined {
  if (http.body?.kind !== 'text' || !isJsonMediaType(headerValue(http, 'Content-Type') ?? '')) return undefined;
  try {
    const value = JSON.parse(http.body.text) as Json;
    return JSON.stringify(value) === http.body.text ? value : undefined;
  } catch {
    return undefined;
  }
}

/** An object or list as the body, every part of which the JSON writers of other languages write as JavaScript does. */
export function plainJsonBody(http: HttpRequest): Json | undefined {
  const value = jsonBody(http);
  return typeof value === 'object' && value !== null && isPlain(value) ? value : undefined;
}

/** Ruby takes no more than 100 levels, and a reader fewer. */
const deepest = 40;

function isPlain(value: Json, depth = 0): boolean {
  if (depth > deepest) return false;
  if (typeof value === 'number') return isPlainNumber(value);
  if (typeof value === 'string') return isPlainText(value);
  if (Array.isArray(value)) return value.every((item) => isPlain(item, depth + 1));
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([name, member]) => isPlainText(name) && isPlain(member ?? null, depth + 1));
}

/** Half surrogates and the line separators are written differently, and Ruby escapes the delete character. */
function isPlainText(text: string): boolean {
  return !/[\p{Surrogate}\u2028\u2029\u007f]/u.test(text);
}

/** Others turn to exponents sooner than JavaScript and pad them with zeros, or hold no more than 64 bits. */
function isPlainNumber(value: number): boolean {
  if (Number.isInteger(value)) return Number.isSafeInteger(value);
  return /^-?\d+\.\d+$/.test(String(value)) && Math.abs(value) >= 1e-4;
}
