import {encodeBody} from './encode-body.ts';
import type {HttpRequest} from './http-request.ts';

/**
 * The Fetch `Request` that sends this request: no cookies of the reader, no referrer, no cache. Headers that a browser
 * keeps to itself (Fetch, section 2.2.2) are dropped by the browser; GET and HEAD carry no body.
 *
 * @throws TypeError when Fetch takes the URL, the method or a header name for invalid.
 */
export function toFetchRequest(http: HttpRequest): Request {
  const mayHaveBody = http.method !== 'GET' && http.method !== 'HEAD';
  return new Request(http.url, {
    method: http.method,
    headers: http.headers,
    ...(mayHaveBody && http.body !== undefined ? {body: encodeBody(http.body)} : {}),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    cache: 'no-store',
  });
}
