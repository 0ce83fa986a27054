import {FileValue} from '../model/file-value.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {fittingSchemas, itemSchemas, memberSchemas} from './applicable-schemas.ts';
import {base64} from './base64.ts';

/**
 * Bytes as the text that `contentEncoding` asks for (JSON Schema 2020-12 validation, section 8.3; RFC 4648): `base64`,
 * `base64url`, `base32`, `base16`; Base64 where it names none of them. With padding.
 */
export function encodeFile(bytes: Uint8Array, contentEncoding: string | undefined): string {
  switch (contentEncoding?.toLowerCase()) {
    case 'base64url':
      return base64(bytes).replaceAll('+', '-').replaceAll('/', '_');
    case 'base32':
      return base32(bytes);
    case 'base16':
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
    default:
      return base64(bytes);
  }
}

/** The `contentEncoding` that the schemas of a value ask for. */
export function contentEncodingOf(schemas: {contentEncoding?: string}[]): string | undefined {
  return schemas.find(({contentEncoding}) => contentEncoding !== undefined)?.contentEncoding;
}

/** The value with each file as text, in the encoding of its place: for formats that have no other room for bytes. */
export function withFilesAsText(value: Value, candidates: (Schema | undefined)[], schemas: NamedSchemas): Value {
  if (typeof value !== 'object' || value === null) return value;
  const applicable = fittingSchemas(candidates, value, schemas);
  if (value instanceof FileValue) return encodeFile(value.bytes, contentEncodingOf(applicable));
  if (Array.isArray(value)) {
    return value.map((item, index) => withFilesAsText(item, itemSchemas(applicable, index), schemas));
  }
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      member === undefined ? undefined : withFilesAsText(member, memberSchemas(applicable, name), schemas),
    ]),
  );
}

const base32Digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = (bits.match(/.{1,5}/g) ?? []).map((group) => base32Digits[Number.parseInt(group.padEnd(5, '0'), 2)]);
  return digits.join('').padEnd(Math.ceil(digits.length / 8) * 8, '=');
}
