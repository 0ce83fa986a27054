import type {Parameter} from '../model/operation.ts';
import {isValueObject} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {isJsonMediaType} from './media-type.ts';
import {encodeHeaderValue, encodeReserved, encodeValue} from './percent-encoding.ts';
import {writeJson} from './write-json.ts';

/** What the serialiser reads of a parameter. */
export type SerialisedParameter = Pick<
  Parameter,
  'name' | 'in' | 'style' | 'explode' | 'allowReserved' | 'contentType' | 'isQueryString'
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
  const defined = withoutUndefined(value);
  if (defined === undefined) return undefined;
  if (parameter.style === 'deepObject' && typeof defined !== 'string' && !Array.isArray(defined)) {
    return deepPairs(encode(parameter.name), defined, encode).join('&') || undefined;
  }
  return expand(parameter, defined, encode);
}

type Encode = (text: string) => string;

/** A value without its undefined parts: text, a list of texts, or members. */
type Defined = string | string[] | ValueObject;

/** How RFC 6570, appendix A tells its operators apart. */
interface Expansion {
  first: string;
  /** Between exploded parts. */
  separator: string;
  /** Between parts that are not exploded. */
  delimiter: string;
  named: boolean;
  /** What follows the name of an empty value. */
  ifEmpty: string;
}

const form: Expansion = {first: '', separator: '&', delimiter: ',', named: true, ifEmpty: '='};

const expansions: Record<Parameter['style'], Expansion> = {
  simple: {first: '', separator: ',', delimiter: ',', named: false, ifEmpty: ''},
  label: {first: '.', separator: '.', delimiter: ',', named: false, ifEmpty: ''},
  matrix: {first: ';', separator: ';', delimiter: ',', named: true, ifEmpty: ''},
  form,
  spaceDelimited: {...form, delimiter: '%20'},
  pipeDelimited: {...form, delimiter: '%7C'},
  deepObject: form,
};

function expand(parameter: SerialisedParameter, value: Defined, encode: Encode): string {
  const {first, separator, delimiter, named, ifEmpty} = expansions[parameter.style];
  const between = parameter.in === 'cookie' ? '; ' : separator;
  const pair = (name: string, text: string) => name + (text === '' ? ifEmpty : `=${text}`);
  const whole = (text: string) => first + (named ? pair(encode(parameter.name), text) : text);

  if (typeof value === 'string') return whole(encode(value));
  if (Array.isArray(value)) {
    const items = value.map(encode);
    if (!parameter.explode) return whole(items.join(delimiter));
    return first + items.map((item) => (named ? pair(encode(parameter.name), item) : item)).join(between);
  }
  const members = Object.entries(value).map(([name, member]) => [encode(name), encode(toText(member))] as const);
  if (!parameter.explode) return whole(members.flat().join(delimiter));
  return first + members.map(([name, text]) => (named ? pair(name, text) : `${name}=${text}`)).join(between);
}

/** `filter[colour][red]=100`, with the brackets encoded; lists repeat their name. */
function deepPairs(name: string, value: Value | undefined, encode: Encode): string[] {
  if (isValueObject(value)) {
    return Object.entries(value).flatMap(([key, member]) => deepPairs(`${name}%5B${encode(key)}%5D`, member, encode));
  }
  return (Array.isArray(value) ? value : [value])
    .filter((item) => item !== undefined && item !== null)
    .map((item) => `${name}=${encode(toText(item))}`);
}

/** A parameter that the document serialises by media type instead of by style. */
function serialiseContent(parameter: SerialisedParameter, contentType: string, value: Value, encode: Encode): string {
  const isJson = isJsonMediaType(contentType) || typeof value !== 'string';
  const text = isJson ? writeJson(value) : value;
  if (parameter.in === 'path') return encode(text);
  // In a header, JSON's own escapes keep what is not ASCII readable for a JSON parser.
  if (parameter.in === 'header') return encode(isJson ? escapeNonAscii(text) : text);
  return parameter.isQueryString === true ? encode(text) : `${encode(parameter.name)}=${encode(text)}`;
}

function encoderFor(parameter: SerialisedParameter): Encode {
  if (parameter.in === 'header') return encodeHeaderValue;
  return parameter.in === 'query' && parameter.allowReserved === true ? encodeReserved : encodeValue;
}

function withoutUndefined(value: Value): Defined | undefined {
  if (value === null) return undefined;
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null).map(toText);
    return items.length === 0 ? undefined : items;
  }
  if (isValueObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
    return members.length === 0 ? undefined : Object.fromEntries(members);
  }
  return toText(value);
}

function toText(value: Value | undefined): string {
  return typeof value === 'string' ? value : writeJson(value ?? null);
}

function escapeNonAscii(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
