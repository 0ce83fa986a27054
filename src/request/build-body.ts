import {FileValue} from '../model/file-value.ts';
import type {MediaType, Operation} from '../model/operation.ts';
import type {NamedSchemas} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {fittingSchemas} from './applicable-schemas.ts';
import {contentText} from './content-text.ts';
import {contentEncodingOf, encodeFile} from './encode-file.ts';
import {formText} from './form-text.ts';
import type {HttpBody} from './http-request.ts';
import {
  isFormMediaType,
  isJsonLinesMediaType,
  isJsonMediaType,
  isMediaRange,
  isMultipartMediaType,
  isWithin,
} from './media-type.ts';
import {hasParts, multipartBody} from './multipart-body.ts';
import {encodeHeaderValue, wellFormed} from './percent-encoding.ts';
import {sequenceText} from './sequence-text.ts';

/** A body, and the `Content-Type` that goes with it. */
interface TypedBody {
  contentType: string;
  body: HttpBody;
}

/**
 * The body that a value makes of an operation, by its media type: JSON, XML, fields, parts, a sequence, a file, or text as
 * it is. Undefined when there is no value and when the operation takes no body. GET and HEAD have one where the document
 * says so; whether it can be sent is another matter (`unsendable`).
 */
export function buildBody(
  operation: Operation,
  value: Value | undefined,
  chosen: string | undefined,
): TypedBody | undefined {
  const content = operation.requestBody?.content ?? [];
  const mediaType = chosen ?? content[0]?.mediaType;
  if (value === undefined || mediaType === undefined) return undefined;
  const media = content.find((one) => one.mediaType === mediaType);
  const contentType = concreteMediaType(mediaType, value);
  const body = bodyOf(contentType, value, media, operation.schemas);
  return {contentType: withTrueParameters(contentType, body), body};
}

/** Text that goes out unchanged as the body. Undefined when nothing says what it is. */
export function buildRawBody(operation: Operation, text: string, chosen: string | undefined): TypedBody | undefined {
  const mediaType = chosen ?? operation.requestBody?.content[0]?.mediaType;
  if (mediaType === undefined) return undefined;
  const body: HttpBody = {kind: 'text', text: wellFormed(text)};
  const [, boundary] = /^--([\w'()+,./:=?-]{1,70})[\t ]*\r?\n/.exec(text) ?? [];
  const contentType = concreteMediaType(mediaType, text);
  if (!isMultipartMediaType(contentType) || boundary === undefined || /;\s*boundary=/i.test(contentType)) {
    return {contentType: withTrueParameters(contentType, body), body};
  }
  return {contentType: `${contentType}; boundary="${boundary}"`, body};
}

function bodyOf(contentType: string, value: Value, media: MediaType | undefined, schemas: NamedSchemas): HttpBody {
  if (value instanceof FileValue) return fileBody(contentType, value, media, schemas);
  if (isMultipartMediaType(contentType) && hasParts(value)) return multipartBody(contentType, value, media, schemas);
  return {kind: 'text', text: wellFormed(bodyText(contentType, value, media, schemas))};
}

function bodyText(contentType: string, value: Value, media: MediaType | undefined, schemas: NamedSchemas): string {
  if (isFormMediaType(contentType) && isValueObject(value)) {
    return formText(value, media?.schema, {encoding: media?.encoding, schemas});
  }
  const isSequence = media?.isSequence === true || isJsonLinesMediaType(contentType);
  if (isSequence && Array.isArray(value) && !isJsonMediaType(contentType)) return sequenceText(contentType, value);
  return contentText(contentType, value, {candidates: [media?.schema], schemas});
}

/** The bytes of a file, unless its schema says that they are to be text (`contentEncoding`). */
function fileBody(contentType: string, file: FileValue, media: MediaType | undefined, schemas: NamedSchemas): HttpBody {
  const encoding = contentEncodingOf(fittingSchemas([media?.schema], file, schemas));
  if (encoding === undefined) return {kind: 'bytes', bytes: file.bytes, fileName: wellFormed(file.name) || 'file'};
  const text = encodeFile(file.bytes, encoding);
  return {kind: 'text', text: isJsonMediaType(contentType) ? JSON.stringify(text) : text};
}

/** A range such as `text/*` says what is taken, but cannot be the type of one body: a file brings its own. */
function concreteMediaType(mediaType: string, value: Value): string {
  if (!isMediaRange(mediaType)) return mediaType;
  if (value instanceof FileValue) {
    return value.type !== '' && isWithin(value.type, mediaType)
      ? encodeHeaderValue(value.type)
      : 'application/octet-stream';
  }
  const known = typeof value === 'string' ? textTypes : valueTypes;
  return known.find((type) => isWithin(type, mediaType)) ?? known[0] ?? 'text/plain';
}

const textTypes = ['text/plain', 'application/octet-stream'];
const valueTypes = ['application/json', 'text/plain', 'multipart/form-data', 'application/xml'];

/** The boundary of the parts, and no charset but the one that text is sent in: UTF-8, of which ASCII is a part. */
function withTrueParameters(contentType: string, body: HttpBody): string {
  if (body.kind === 'bytes') return contentType;
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim());
  if (body.kind === 'multipart') {
    const others = parameters.filter((parameter) => !/^boundary\s*=/i.test(parameter));
    return [type, ...others, `boundary=${body.boundary}`].join('; ');
  }
  const charset = /^charset\s*=\s*"?([^"]*)"?$/i;
  const named = parameters.map((parameter) => charset.exec(parameter)?.[1]?.toLowerCase()).find((name) => name);
  const isTrue =
    named === undefined || /^utf-?8$/.test(named) || (isAsciiBased(named) && /^[\0-\x7f]*$/.test(body.text));
  if (isTrue) return contentType;
  return [type, ...parameters.filter((parameter) => !charset.test(parameter)), 'charset=utf-8'].join('; ');
}

function isAsciiBased(charset: string): boolean {
  return /^(us-ascii|ascii|iso-8859-\d+|windows-125\d|latin-?1)$/.test(charset);
}
