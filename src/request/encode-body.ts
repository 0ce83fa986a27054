import {headerValue} from './http-request.ts';
import type {BodyPart, HttpBody, MultipartBody} from './http-request.ts';

/** The bytes of a body as they travel: text as UTF-8, a file as it is, parts between their boundary (RFC 2046, 5.1.1). */
export function encodeBody(body: HttpBody): Uint8Array<ArrayBuffer> {
  switch (body.kind) {
    case 'text':
      return utf8(body.text);
    case 'bytes':
      return body.bytes;
    case 'multipart':
      return encodeMultipart(body);
  }
}

function encodeMultipart({boundary, parts}: MultipartBody): Uint8Array<ArrayBuffer> {
  const chunks = parts.flatMap((part) => [
    utf8(`--${boundary}\r\n${partHead(part)}\r\n`),
    typeof part.content === 'string' ? utf8(part.content) : part.content,
    utf8('\r\n'),
  ]);
  return concat([...chunks, utf8(`--${boundary}--\r\n`)]);
}

function partHead({name, fileName, contentType, headers}: BodyPart): string {
  const file = fileName === undefined ? '' : `; filename="${quoted(fileName)}"`;
  const kind = name === '' ? 'attachment' : `form-data; name="${quoted(name)}"`;
  const isNeeded = (name !== '' || file !== '') && headerValue({headers}, 'Content-Disposition') === undefined;
  return [
    ...(isNeeded ? [`Content-Disposition: ${kind}${file}`] : []),
    ...(contentType === undefined ? [] : [`Content-Type: ${contentType}`]),
    ...headers.map(([header, value]) => `${header}: ${value}`),
  ]
    .map((line) => `${line}\r\n`)
    .join('');
}

/** As browsers write a name (HTML, section 4.10.21.8). */
function quoted(text: string): string {
  return text.replaceAll('\n', '%0A').replaceAll('\r', '%0D').replaceAll('"', '%22');
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

function concat(chunks: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return all;
}
