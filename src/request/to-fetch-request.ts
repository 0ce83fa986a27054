import {encodeBody} from './encode-body.ts';
import {isSameHeader} from './http-request.ts';
import type {HttpRequest} from './http-request.ts';

/**
 * The Fetch `Request` that sends this request: no cookies of the reader, no referrer, no cache. Headers that a browser
 * keeps to itself (Fetch, section 2.2.2) are dropped by the browser; with GET and HEAD no body is sent, which Fetch
 * refuses, and no `Content-Type`.
 *
 * @throws TypeError when Fetch takes the URL, the method or a header name for invalid.
 */
export function toFetchRequest(http: HttpRequest): Request {
  const mayHaveBody = http.method !== 'GET' && http.method !== 'HEAD';
  return new Request(http.url, {
    method: http.method,
    headers: mayHaveBody ? http.headers : http.headers.filter(([name]) => !isSameHeader(name, 'Content-Type')),
    ...(mayHaveBody && http.body !== undefined ? {body: encodeBody(http.body)} : {}),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    cache: 'no-store',
  });
}
