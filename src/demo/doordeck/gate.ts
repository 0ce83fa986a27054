import {http} from 'msw';
import type {HttpHandler} from 'msw';
import type {DoordeckState} from './accounts.ts';
import type {HandlerContext} from '../back-ends.ts';

/** Stands before every operation: who hammers is told to wait, and who wants another format than JSON is sent away. */
export function createGate({
  baseUrl,
  rateLimit,
  now,
}: Pick<HandlerContext<DoordeckState>, 'baseUrl' | 'rateLimit' | 'now'>): HttpHandler {
  return http.all(`${baseUrl}/*`, ({request}) => {
    const seconds = rateLimit.secondsToWait(`${request.method} ${new URL(request.url).pathname}`, now());
    if (seconds !== undefined) return new Response(null, {status: 429, headers: {'Retry-After': String(seconds)}});
    return acceptsJson(request.headers.get('accept')) ? undefined : new Response(null, {status: 406});
  });
}

const served = /^(?:\*\/\*|application\/(?:\*|json|vnd\.doordeck\.api-v[1-3]\+json))$/;

/** Whether JSON is among what a request accepts (RFC 9110, section 12.5.1). Without the header, everything is. */
function acceptsJson(accept: string | null): boolean {
  if (accept === null || accept.trim() === '') return true;
  return accept.split(',').some((range) => {
    const [mediaType = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    return served.test(mediaType) && !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
  });
}
