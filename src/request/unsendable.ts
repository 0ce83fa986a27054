import type {HttpRequest} from './http-request.ts';

/** One thing of a request that a page cannot send, though other programs can. */
export interface Unsendable {
  /** The header's name, as in the request. */
  header?: string;
  body?: true;
  /** A sentence with a full stop, fit to be shown in the form. */
  reason: string;
}

/**
 * What a browser does not let a page send of a request (Fetch, sections 2.2.1 and 2.2.2, and the `Request` constructor):
 * methods, headers that it sets itself, and bodies of GET and HEAD. Code made of the request still has all of it.
 */
export function unsendable(http: HttpRequest): Unsendable[] {
  const {method, headers, body} = http;
  const found: Unsendable[] = [];
  if (forbiddenMethods.test(method)) {
    found.push({reason: `A browser lets no page send ${method} requests; use the code for another program.`});
  }
  for (const [header, value] of headers) {
    const reason = headerReason(header, value);
    if (reason !== undefined) found.push({header, reason});
  }
  if (body !== undefined && (method === 'GET' || method === 'HEAD')) {
    const reason = `A browser sends no body with ${method}; from here the request goes out without it.`;
    found.push({body: true, reason});
  }
  return found;
}

const forbiddenMethods = /^(CONNECT|TRACE|TRACK)$/i;

function headerReason(name: string, value: string): string | undefined {
  const known = name.toLowerCase();
  if (known === 'cookie')
    return 'A browser sends its own cookies and lets no page set the Cookie header; it is left out.';
  if (browserSets.has(known) || /^(proxy|sec)-/.test(known)) {
    return `A browser sets ${name} itself and lets no page do so; what is given here is left out.`;
  }
  const isOverride = /^x-(http-method|http-method-override|method-override)$/.test(known);
  if (isOverride && value.split(',').some((method) => forbiddenMethods.test(method.trim()))) {
    return `A browser lets no page ask for ${value} with ${name}; the header is left out.`;
  }
  return undefined;
}

/** Fetch, section 2.2.2, forbidden request-header. */
const browserSets = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
