import type {Operation} from '../model/operation.ts';
import type {RequestValues} from '../model/values.ts';
import {buildBody, buildRawBody} from './build-body.ts';
import {credentialParts} from './credentials.ts';
import type {HttpHeader, HttpRequest} from './http-request.ts';
import {isSameHeader} from './http-request.ts';
import {encodeHeaderValue, encodePathText, encodeValue} from './percent-encoding.ts';
import {resolveServer} from './resolve-server.ts';
import {serialiseParameter} from './serialise-parameter.ts';

export interface RequestOptions {
  /** The address that the path is appended to; a server of the operation may stand here as in the document. */
  server: string;
  /** By name of the security scheme: the token or key, for HTTP basic `user:password`. Others than the operation's are not sent. */
  credentials?: Record<string, string>;
  /** The media type of the body; without it, the first that the operation takes. */
  contentType?: string | undefined;
  /** Text that goes out unchanged as the body, instead of the value; it needs a media type as any other. */
  rawBody?: string | undefined;
}

/**
 * The request that these values make of an operation. Pure; throws nothing. Values that the operation does not declare
 * are not sent, and `header.Accept` stands for the operation's own `Accept`. What a page cannot send is in it all the
 * same (`unsendable` says so): a `Cookie` header, a body with GET.
 *
 * A path value that would leave nothing or a dot segment in its place (missing, null, empty, `.`, `..`) leaves the
 * template there, as `%7Bname%7D`, for otherwise the call would reach another endpoint.
 */
export function buildRequest(operation: Operation, values: RequestValues, options: RequestOptions): HttpRequest {
  const credentials = credentialParts(operation, options.credentials ?? {});
  const content =
    options.rawBody === undefined
      ? buildBody(operation, values.body, options.contentType)
      : buildRawBody(operation, options.rawBody, options.contentType);
  const path = fillPath(operation, values);

  const parameters = serialiseAll(operation, values, 'query');
  const query = [
    ...parameters.map(([, pairs]) => pairs),
    ...credentials.query.filter(([name]) => !parameters.some(([other]) => other === name)).map(toPair),
  ];
  const cookies = [
    ...serialiseAll(operation, values, 'cookie').map(([, pairs]) => pairs),
    ...credentials.cookies.map(toPair),
  ];

  const asked = values.header['Accept'];
  const accept = typeof asked === 'string' ? asked : operation.accept?.value;
  const headers = withoutRepeats([
    ...(accept === undefined ? [] : [header('Accept', accept)]),
    ...serialiseAll(operation, values, 'header'),
    ...credentials.headers.map(([name, value]) => header(name, value)),
    ...(cookies.length === 0 ? [] : [header('Cookie', cookies.join('; '))]),
    ...(content === undefined ? [] : [header('Content-Type', content.contentType)]),
  ]);

  return {
    method: operation.method,
    url: addressOf(operation, options.server) + path + queryString(path, query),
    headers,
    ...(content === undefined ? {} : {body: content.body}),
  };
}

function addressOf(operation: Operation, url: string): string {
  return resolveServer(operation.servers.find((server) => server.url === url) ?? {url});
}

/** The path with its templates filled. A fragment, with which some documents tell operations apart, is never sent. */
function fillPath(operation: Operation, values: RequestValues): string {
  const [template = ''] = operation.path.split('#');
  return template
    .split(/(\{[^{}]+\})/)
    .map((part) => {
      if (!part.startsWith('{')) return encodePathText(part);
      const name = part.slice(1, -1);
      const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === name);
      const text = parameter && serialiseParameter(parameter, values.path[name]);
      return text === undefined || /^\.{0,2}$/.test(text) ? encodeValue(part) : text;
    })
    .join('');
}

/** Name and serialised value of each parameter that is sent in this place. */
function serialiseAll(operation: Operation, values: RequestValues, place: 'query' | 'header' | 'cookie'): HttpHeader[] {
  return operation.parameters.flatMap((parameter) => {
    if (parameter.in !== place) return [];
    const text = serialiseParameter(parameter, values[place][parameter.name]);
    return text === undefined ? [] : [[parameter.name, text] satisfies HttpHeader];
  });
}

function queryString(path: string, query: string[]): string {
  if (query.length === 0) return '';
  return (path.includes('?') ? '&' : '?') + query.join('&');
}

function header(name: string, value: string): HttpHeader {
  return [name, encodeHeaderValue(value)];
}

function toPair([name, value]: [string, string]): string {
  return `${encodeValue(name)}=${encodeValue(value)}`;
}

/** The first of each name: a parameter that the reader filled in goes before a credential of the same name. */
function withoutRepeats(headers: HttpHeader[]): HttpHeader[] {
  return headers.filter(([name], index) => headers.findIndex(([other]) => isSameHeader(other, name)) === index);
}
