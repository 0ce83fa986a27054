import {encodeBody} from '../../src/request/encode-body.ts';
import {headerValue} from '../../src/request/http-request.ts';
import type {HttpRequest} from '../../src/request/http-request.ts';
import type {Received} from './echo-server.ts';

/** What has to be equal between a request that arrived and the one that was to be sent. */
export interface Comparable {
  method: string | undefined;
  target: string | undefined;
  /** The values under which each header that was to be sent has arrived. */
  headers: [name: string, values: string[]][];
  /** Headers that would change what the request means, whether asked for or not. */
  meaningful: string[];
  /** The bytes, or for a multipart body its parts: the boundary between them may differ. */
  body: string | Part[];
}

interface Part {
  name: string | undefined;
  fileName: string | undefined;
  headers: string[];
  content: string;
}

/** What is to arrive of a request on a server at this address. */
export function expectedRequest(http: HttpRequest, server: string): Comparable {
  const body = Buffer.from(http.body === undefined ? '' : encodeBody(http.body));
  const headers = http.headers.map(([name, value]): [string, string] => [name.toLowerCase(), value]);
  return compare({method: http.method, target: http.url.slice(server.length), headers, body}, http);
}

/** What did arrive, as far as the request that was to be sent has a say in it. */
export function arrivedRequest(received: Received | undefined, http: HttpRequest): Comparable | undefined {
  return received && compare(received, http);
}

function compare({method, target, headers, body}: Received, http: HttpRequest): Comparable {
  const isMultipart = http.body?.kind === 'multipart';
  const contentType = headers.find(([name]) => name === 'content-type')?.[1] ?? '';
  const shown = (name: string, value: string): string =>
    isMultipart && name === 'content-type' ? value.replace(/;\s*boundary=.*$/i, '') : value;
  return {
    method,
    target,
    headers: http.headers.map(([name]) => [
      name.toLowerCase(),
      headers.filter(([other]) => other === name.toLowerCase()).map(([other, value]) => shown(other, value)),
    ]),
    meaningful: headers
      .map(([name]) => name)
      .filter((name) => /^(authorization|cookie|content-type|expect|transfer-encoding)$/.test(name))
      .sort(),
    body: isMultipart ? parseParts(body, contentType) : body.toString('latin1'),
  };
}

/** The parts of a body by its boundary (RFC 2046, section 5.1.1). */
function parseParts(body: Buffer, contentType: string): Part[] | string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  const text = body.toString('latin1');
  if (boundary === undefined || !text.startsWith(`--${boundary}`)) return `without parts: ${text}`;
  const pieces = `\r\n${text}`.split(`\r\n--${boundary}`).slice(1);
  const end = pieces.pop();
  if (end === undefined || !/^--(\r\n)?$/.test(end)) return `without an end: ${text}`;
  return pieces.map(parsePart);
}

function parsePart(piece: string): Part {
  const end = piece.indexOf('\r\n\r\n');
  const lines = piece
    .slice(2, end)
    .split('\r\n')
    .filter((line) => line !== '');
  const disposition = lines.find((line) => /^content-disposition:/i.test(line));
  return {
    name: parameterOf(disposition, 'name'),
    fileName: parameterOf(disposition, 'filename'),
    headers: lines
      .filter((line) => line !== disposition)
      .map((line) => line.replace(/^[^:]*/, (name) => name.toLowerCase()))
      .sort(),
    content: piece.slice(end + 4),
  };
}

function parameterOf(disposition: string | undefined, name: string): string | undefined {
  const [, quoted, plain] = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\s]*))`, 'i').exec(disposition ?? '') ?? [];
  return quoted ?? plain;
}

/** The files that a program of this request reads, by name. */
export function filesOf({body}: HttpRequest): [name: string, bytes: Uint8Array][] {
  if (body === undefined || body.kind === 'text') return [];
  if (body.kind === 'bytes') return [[body.fileName, body.bytes]];
  return body.parts.flatMap(({name, fileName, content}): [string, Uint8Array][] =>
    typeof content === 'string' ? [] : [[fileName || name || 'part', content]],
  );
}

/** Whether the form's own way can send it (Fetch; src/request/unsendable.ts). */
export function isSentByFetch(http: HttpRequest): boolean {
  const hasRefusedHeader = ['Connection', 'Expect', 'Host', 'Content-Length', 'Upgrade', 'TE', 'Keep-Alive'].some(
    (name) => headerValue(http, name) !== undefined,
  );
  const isRefused = /^(CONNECT|TRACE|TRACK)$/.test(http.method) || hasRefusedHeader;
  return !isRefused && (http.body === undefined || !/^(GET|HEAD)$/.test(http.method));
}
