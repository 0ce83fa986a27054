import type {Parameter} from '../model/operation.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {formText} from './form-text.ts';
import {isJsonMediaType, isXmlMediaType} from './media-type.ts';
import {
  encodeCookieValue,
  encodeHeaderValue,
  encodePathText,
  encodeReserved,
  encodeReservedInCookie,
  encodeReservedInPath,
  encodeValue,
} from './percent-encoding.ts';
import {definedPart, stylePairs, toText} from './style-pairs.ts';
import type {Defined, Encode} from './style-pairs.ts';
import {writeJson} from './write-json.ts';
import {writeXml} from './write-xml.ts';

/** What the serialiser reads of a parameter. */
export type SerialisedParameter = Pick<
  Parameter,
  'name' | 'in' | 'style' | 'explode' | 'allowReserved' | 'contentType' | 'isQueryString' | 'schema'
>;

/**
 * Writes a parameter value down as its style says (OpenAPI 3.1, Parameter Object, Style Values; RFC 6570), encoded once
 * and for good. Gives the text for the place of the template (path), `name=value` pairs joined with `&` (query) or `; `
 * (cookie), or the header's value. Gives undefined for what RFC 6570, section 2.3 calls undefined, and what is
 * therefore not sent: a missing value, null, an empty array or object. Values nested deeper than a style can say are
 * written as JSON.
 */
export function serialiseParameter(parameter: SerialisedParameter, value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const encode = encoderFor(parameter);
  if (parameter.contentType !== undefined) return serialiseContent(parameter, parameter.contentType, value, encode);
  if (parameter.isQueryString === true) return serialiseQueryString(value);
  const defined = definedPart(value);
  if (defined === undefined) return undefined;
  switch (parameter.style) {
    case 'simple':
    case 'label':
    case 'matrix':
      return expandInPlace(parameter, parameter.style, defined, encode);
    default: {
      const pairs = stylePairs({...parameter, style: parameter.style}, defined, encode);
      const text = pairs.map(([name, part]) => `${name}=${part}`).join(parameter.in === 'cookie' ? '; ' : '&');
      return pairs.length === 0 ? undefined : text;
    }
  }
}

/** How RFC 6570, appendix A tells these operators apart: what comes first and between exploded parts, and who is named. */
const expansions = {
  simple: {first: '', separator: ',', isNamed: false},
  label: {first: '.', separator: '.', isNamed: false},
  matrix: {first: ';', separator: ';', isNamed: true},
};

/** The styles of paths and headers. */
function expandInPlace(
  {name, explode}: SerialisedParameter,
  style: keyof typeof expansions,
  value: Defined,
  encode: Encode,
): string {
  const {first, separator, isNamed} = expansions[style];
  const pair = (key: string, text: string) => key + (text === '' ? '' : `=${text}`);
  const whole = (text: string) => first + (isNamed ? pair(encode(name), text) : text);
  if (typeof value === 'string') return whole(encode(value));
  if (Array.isArray(value)) {
    const items = value.map(encode);
    if (!explode) return whole(items.join(','));
    return first + items.map((item) => (isNamed ? pair(encode(name), item) : item)).join(separator);
  }
  const members = Object.entries(value).map(([key, member]) => [encode(key), encode(toText(member))] as const);
  if (!explode) return whole(members.flat().join(','));
  return first + members.map(([key, text]) => (isNamed ? pair(key, text) : `${key}=${text}`)).join(separator);
}

/** OpenAPI 3.2, `in: querystring`: a form. Its names and values are taken from an object, or as they are from text. */
function serialiseQueryString(value: Value): string | undefined {
  const text = isValueObject(value) ? formText(value, undefined, {}) : encodePathText(toText(value));
  return value === null || text === '' ? undefined : text;
}

/** A parameter that the document serialises by media type instead of by style. */
function serialiseContent(parameter: SerialisedParameter, contentType: string, value: Value, encode: Encode): string {
  const isJson = isJsonMediaType(contentType) || isValueObject(value) || Array.isArray(value);
  const text =
    isXmlMediaType(contentType) && typeof value !== 'string'
      ? writeXml(value, parameter.schema, {})
      : isJson
        ? writeJson(value)
        : toText(value);
  if (parameter.in === 'path') return encode(text);
  // In a header, JSON's own escapes keep what is not ASCII readable for a JSON parser.
  if (parameter.in === 'header') return encode(isJson ? escapeNonAscii(text) : text);
  if (parameter.isQueryString === true) return encode(text);
  return `${encode(parameter.name)}=${encode(text)}`;
}

function encoderFor({in: place, style, allowReserved = false}: SerialisedParameter): Encode {
  switch (place) {
    case 'header':
      return encodeHeaderValue;
    case 'path':
      return allowReserved ? encodeReservedInPath : encodeValue;
    case 'query':
      return allowReserved ? encodeReserved : encodeValue;
    case 'cookie':
      return style === 'cookie' ? encodeCookieValue : allowReserved ? encodeReservedInCookie : encodeValue;
  }
}

function escapeNonAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
