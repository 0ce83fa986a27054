import type {BodyPart, HttpBody, HttpRequest, MultipartBody} from '../http-request.ts';
import {headerValue} from '../http-request.ts';
import {encodeBody} from '../encode-body.ts';
import {essence} from '../media-type.ts';
import {wellFormed} from '../percent-encoding.ts';

/** A piece of a body as a program makes it: text that stands in the program, or the content of a file. */
export type BodyChunk = {kind: 'text'; text: string} | {kind: 'file'; fileName: string};

/** The pieces of a body in their order; no two texts stand beside each other. A body of nothing has none. */
export function bodyChunks(body: HttpBody): BodyChunk[] {
  switch (body.kind) {
    case 'text':
      return joinTexts([{kind: 'text', text: wellFormed(body.text)}]);
    case 'bytes':
      return [{kind: 'file', fileName: body.fileName}];
    case 'multipart':
      return joinTexts(multipartChunks(body));
  }
}

/** The file that a part is read from; undefined for a part whose content is text, also when the text was a file. */
function partFile({name, fileName, content}: BodyPart): string | undefined {
  return typeof content === 'string' ? undefined : fileName || name || 'part';
}

/** A field of a form that every library writes alike: a text, or a file with its type. */
export type FormField =
  {kind: 'text'; name: string; text: string} | {kind: 'file'; name: string; fileName: string; contentType: string};

/**
 * The fields of a `multipart/form-data` body, when the means that languages have for forms can make its parts: texts
 * without a type, files with one, no further headers, and names that nobody has to escape. Undefined otherwise.
 */
export function plainFormFields(http: Pick<HttpRequest, 'headers' | 'body'>): FormField[] | undefined {
  const {body} = http;
  if (body?.kind !== 'multipart' || body.parts.length === 0) return undefined;
  if (essence(headerValue(http, 'Content-Type') ?? '') !== 'multipart/form-data') return undefined;
  const fields = body.parts.map(toField);
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

/** The headers without the type of the body, which the means for forms write themselves. */
export function withoutContentType(headers: HttpRequest['headers']): HttpRequest['headers'] {
  return headers.filter(([name]) => name.toLowerCase() !== 'content-type');
}

function toField({name, fileName, contentType, headers, content}: BodyPart): FormField | undefined {
  if (headers.length > 0 || !isPlainName(name)) return undefined;
  if (fileName === undefined) {
    return typeof content === 'string' && contentType === undefined
      ? {kind: 'text', name, text: wellFormed(content)}
      : undefined;
  }
  const isTyped = contentType !== undefined && /^[a-z\d.+-]+\/[a-z\d.+-]+$/.test(contentType);
  const isFile = typeof content !== 'string' && isPlainName(fileName);
  return isFile && isTyped ? {kind: 'file', name, fileName, contentType} : undefined;
}

/** Libraries differ in how they escape quotes, backslashes and controls, and in what a blank name is to them. */
function isPlainName(name: string): boolean {
  return /^[^\p{C}"\\]+$/u.test(name) && name.trim() === name;
}

/** What stands around the files is written by the encoder of the request itself: each file once as a mark. */
function multipartChunks({boundary, parts}: MultipartBody): BodyChunk[] {
  const chunks = parts.flatMap((part, index): BodyChunk[] => {
    const file = partFile(part);
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(
      encodeBody({kind: 'multipart', boundary, parts: [{...part, content: file === undefined ? part.content : ''}]}),
    );
    const end = index === parts.length - 1 ? '' : `--${boundary}--\r\n`;
    const whole = text.slice(0, text.length - end.length);
    if (file === undefined) return [{kind: 'text', text: whole}];
    const head = whole.indexOf('\r\n\r\n') + 4;
    return [
      {kind: 'text', text: whole.slice(0, head)},
      {kind: 'file', fileName: file},
      {kind: 'text', text: whole.slice(head)},
    ];
  });
  return chunks.length > 0 ? chunks : [{kind: 'text', text: `--${boundary}--\r\n`}];
}

function joinTexts(chunks: BodyChunk[]): BodyChunk[] {
  const joined: BodyChunk[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    if (chunk.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = {...last, text: last.text + chunk.text};
    else if (chunk.kind === 'file' || chunk.text !== '') joined.push(chunk);
  }
  return joined;
}
