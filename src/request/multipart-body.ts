import {FileValue} from '../model/file-value.ts';
import {ofPart} from '../model/positional-encoding.ts';
import type {Encoding, Header, MediaType} from '../model/operation.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {resolveSchema} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {fittingSchemas, itemSchemas, memberSchemas} from './applicable-schemas.ts';
import {freeBoundary} from './boundary.ts';
import {contentText, contentTypes, defaultContentType, firstContentType} from './content-text.ts';
import {contentEncodingOf, encodeFile} from './encode-file.ts';
import {fieldStyle, isStyled} from './form-text.ts';
import type {BodyPart, HttpHeader, MultipartBody} from './http-request.ts';
import {essence, isMediaRange, isWithin} from './media-type.ts';
import {encodeHeaderValue, wellFormed} from './percent-encoding.ts';
import {serialiseParameter} from './serialise-parameter.ts';
import {definedPart, stylePairs} from './style-pairs.ts';

/**
 * The parts of a multipart body (OpenAPI 3.2, Encoding `multipart` Media Types; RFC 7578): one for each member of an
 * object, for each item of a member that is a list, and for each item of an array without a name. Null is left out. Text
 * has no `Content-Type` of its own, for `text/plain` is what a part is without one.
 */
export function multipartBody(
  contentType: string,
  value: ValueObject | Value[],
  media: MediaType | undefined,
  schemas: NamedSchemas,
): MultipartBody {
  const writing: Writing = {isForm: essence(contentType) === 'multipart/form-data', schemas};
  const applicable = fittingSchemas([media?.schema], value, schemas);
  const parts = Array.isArray(value)
    ? value.map((item, index) =>
        onePart('', item, ofPart(media?.encoding, index), itemSchemas(applicable, index), writing),
      )
    : Object.entries(value).flatMap(([name, member]) => {
        const encoding = Object.hasOwn(media?.encoding ?? {}, name) ? media?.encoding?.[name] : undefined;
        return member === undefined
          ? []
          : memberParts(name, member, encoding, memberSchemas(applicable, name), writing);
      });
  return {kind: 'multipart', boundary: freeBoundary(parts), parts};
}

interface Writing {
  /** Of all multipart media types, only forms have styles and forbid `Content-Transfer-Encoding`. */
  isForm: boolean;
  schemas: NamedSchemas;
}

function memberParts(
  name: string,
  value: Value,
  encoding: Encoding | undefined,
  candidates: (Schema | undefined)[],
  writing: Writing,
): BodyPart[] {
  if (value === null) return [];
  if (encoding !== undefined && writing.isForm && isStyled(encoding) && !hasFile(value)) {
    const defined = definedPart(value);
    const pairs = defined === undefined ? [] : stylePairs(fieldStyle(name, encoding), defined, wellFormed);
    return pairs.map(([key, content]) => ({name: key, headers: [], content}));
  }
  if (!Array.isArray(value)) return [onePart(name, value, encoding, candidates, writing)];
  const applicable = fittingSchemas(candidates, value, writing.schemas);
  return value.flatMap((item, index) =>
    item === null ? [] : [onePart(name, item, encoding, itemSchemas(applicable, index), writing)],
  );
}

function hasFile(value: Value): boolean {
  return value instanceof FileValue || (Array.isArray(value) && value.some(hasFile));
}

function onePart(
  name: string,
  value: Value,
  encoding: Encoding | undefined,
  candidates: (Schema | undefined)[],
  {isForm, schemas}: Writing,
): BodyPart {
  const applicable = fittingSchemas(candidates, value, schemas);
  const contentEncoding = contentEncodingOf(applicable);
  const headers: HttpHeader[] = [
    ...(encoding?.headers ?? []).flatMap((header) => partHeader(header, schemas)),
    ...(contentEncoding === undefined || isForm
      ? []
      : [['Content-Transfer-Encoding', contentEncoding] satisfies HttpHeader]),
  ];
  if (value instanceof FileValue) {
    const documented = applicable.find(({contentMediaType}) => contentMediaType !== undefined)?.contentMediaType;
    return {
      name: wellFormed(name),
      fileName: wellFormed(value.name),
      contentType: encodeHeaderValue(fileType(value, encoding?.contentType, documented)),
      headers,
      content: contentEncoding === undefined ? value.bytes : encodeFile(value.bytes, contentEncoding),
    };
  }
  const asked = firstContentType(encoding?.contentType);
  const contentType = asked ?? defaultContentType(value, applicable);
  const content = wellFormed(contentText(contentType, value, {candidates, schemas, name}));
  const isPlain = asked === undefined && contentType === 'text/plain';
  return {name: wellFormed(name), ...(isPlain ? {} : {contentType}), headers, content};
}

/** The type of the file where the document takes it; else what the document says, for a reader may rename any file. */
function fileType(file: FileValue, list: string | undefined, documented: string | undefined): string {
  const taken = contentTypes(list);
  if (file.type !== '' && (taken.length === 0 || taken.some((range) => isWithin(file.type, range)))) return file.type;
  if (taken.length > 0) return firstContentType(list) ?? 'application/octet-stream';
  return documented !== undefined && !isMediaRange(documented) ? documented : 'application/octet-stream';
}

/** A header of a part whose value the document gives. `Content-Type` is not described here (OpenAPI 3.2, `headers`). */
function partHeader({name, schema}: Header, schemas: NamedSchemas): HttpHeader[] {
  const resolved = resolveSchema(schema, schemas);
  const [only] = resolved.enum?.length === 1 ? resolved.enum : [];
  const value = resolved.const ?? only ?? resolved.default ?? resolved.examples?.[0];
  if (name.toLowerCase() === 'content-type' || value === undefined) return [];
  const text = serialiseParameter({name, in: 'header', style: 'simple', explode: false, schema}, value);
  return text === undefined ? [] : [[name, text]];
}

/** Whether a value has parts. */
export function hasParts(value: Value): value is ValueObject | Value[] {
  return Array.isArray(value) || isValueObject(value);
}
