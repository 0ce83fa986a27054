import type {ParameterStyle} from '../model/operation.ts';
import {isValueObject} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {writeJson} from './write-json.ts';

/** Writes text down for the place that it goes to, once and for good. */
export type Encode = (text: string) => string;

/** A value without its undefined parts (RFC 6570, section 2.3): text, a list of texts, or members. */
export type Defined = string | string[] | ValueObject;

/** The styles that write names with their values, as a query has them. */
export type PairStyle = Exclude<ParameterStyle, 'simple' | 'label' | 'matrix'>;

interface Styled {
  name: string;
  style: PairStyle;
  explode: boolean;
}

/**
 * The pairs of names and values that a style makes of a value (OpenAPI 3.2, Style Examples): of a query, a `Cookie`
 * header, the fields of a form or the parts of a multipart body. `encode` is for names and values; delimiters that may
 * stand as they are stay apart from it. Objects within `deepObject` open further brackets, lists in them repeat their
 * name: `docs/decisions/009-nested-deep-objects.md`.
 */
export function stylePairs({name, style, explode}: Styled, value: Defined, encode: Encode): [string, string][] {
  const key = encode(name);
  if (typeof value === 'string') return [[key, encode(value)]];
  if (Array.isArray(value)) {
    const items = value.map(encode);
    return explode || style === 'deepObject'
      ? items.map((item) => [key, item])
      : [[key, items.join(delimiterOf(style, encode))]];
  }
  if (style === 'deepObject') return deepPairs(key, value, encode);
  const members = Object.entries(value).map(([inner, member]): [string, string] => [
    encode(inner),
    encode(toText(member)),
  ]);
  return explode ? members : [[key, members.flat().join(delimiterOf(style, encode))]];
}

/** The value without what RFC 6570 calls undefined; undefined when nothing is left. */
export function definedPart(value: Value): Defined | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null).map(toText);
    return items.length === 0 ? undefined : items;
  }
  if (!isValueObject(value)) return toText(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  return members.length === 0 ? undefined : Object.fromEntries(members);
}

/** A value as text: what is no text itself as JSON has it. */
export function toText(value: Value | undefined): string {
  return typeof value === 'string' ? value : writeJson(value ?? null);
}

function delimiterOf(style: PairStyle, encode: Encode): string {
  if (style === 'spaceDelimited') return encode(' ');
  return style === 'pipeDelimited' ? encode('|') : ',';
}

/** `filter[colour][red]=100`; lists repeat their name. */
function deepPairs(name: string, value: Value | undefined, encode: Encode): [string, string][] {
  if (isValueObject(value)) {
    return Object.entries(value).flatMap(([key, member]) =>
      deepPairs(name + encode('[') + encode(key) + encode(']'), member, encode),
    );
  }
  return (Array.isArray(value) ? value : [value])
    .filter((item) => item !== undefined && item !== null)
    .map((item) => [name, encode(toText(item))]);
}
