import type {Json} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {headerValue} from '../http-request.ts';
import {isJsonMediaType} from '../media-type.ts';

/**
 * The value of a JSON body when writing it with `JSON.stringify` gives the very same text. Then a program may hold it as
 * a literal of its language, which reads better than JSON in a string, and still send the same bytes.
 */
export function jsonBody(http: HttpRequest): Json | undefined {
  if (http.body === undefined || !isJsonMediaType(headerValue(http, 'Content-Type') ?? '')) return undefined;
  try {
    const value = JSON.parse(http.body.text) as Json;
    return JSON.stringify(value) === http.body.text ? value : undefined;
  } catch {
    return undefined;
  }
}
