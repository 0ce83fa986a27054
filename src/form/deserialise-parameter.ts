import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import type {Parameter} from '../model/operation.ts';
import {typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isJsonMediaType} from '../request/media-type.ts';
import {parseJson} from './parse-json.ts';

/** A name and its value as they stand in a query, still encoded. */
export type RawPair = [name: string, value: string];

/**
 * Reads a parameter back from the text that stands in its place (OpenAPI 3.1, Parameter Object, Style Values): the inverse
 * of writing it down, as far as the style keeps what is needed. Numbers, booleans and null are read where the schema
 * wants them; what does not fit stays text, for the validator to say so.
 */
export function deserialiseText(parameter: Parameter, text: string, schemas: NamedSchemas): Json {
  const decode = parameter.in === 'header' ? (part: string) => part.trim() : decodePercent;
  if (parameter.contentType !== undefined) return fromContent(parameter.contentType, decode(text));
  const target: Target = {schema: mergeSchema(parameter.schema, schemas), schemas, decode};
  const {style, explode} = parameter;
  if (style === 'label') return fromParts(text.replace(/^\./, ''), explode ? '.' : ',', explode, target);
  if (style === 'matrix') return fromMatrix(text, parameter, target);
  return fromParts(text, ',', explode, target);
}

/** Reads a parameter from the pairs of a query, or of a `Cookie` header. Undefined when it is not among them. */
export function deserialisePairs(parameter: Parameter, pairs: RawPair[], schemas: NamedSchemas): Json | undefined {
  const {name, style, explode, contentType, isQueryString = false} = parameter;
  const target: Target = {schema: mergeSchema(parameter.schema, schemas), schemas, decode: decodeQuery};
  const own = pairs.filter(([other]) => decodeQuery(other) === name).map(([, value]) => value);
  const [first] = own;
  if (isQueryString && contentType !== undefined) {
    const whole = pairs.map(([key, value]) => (value === '' ? key : `${key}=${value}`)).join('&');
    return whole === '' ? undefined : fromContent(contentType, decodePercent(whole));
  }
  if (isQueryString && kindOf(target.schema) !== 'scalar') return toObject(pairs, target);
  if (contentType !== undefined) return first === undefined ? undefined : fromContent(contentType, decodeQuery(first));

  const kind = kindOf(target.schema);
  if (style === 'deepObject' && kind === 'object') return fromDeepObject(name, pairs, target);
  if (kind === 'object' && explode) {
    const names = new Set(Object.keys(target.schema.properties ?? {}));
    return toObject(
      pairs.filter(([other]) => names.has(decodeQuery(other))),
      target,
    );
  }
  if (first === undefined) return undefined;
  if (kind === 'array' && explode) return own.map((value) => item(value, target));
  const delimiter = style === 'spaceDelimited' ? /%20|\+/ : style === 'pipeDelimited' ? /\||%7C/i : ',';
  return fromParts(first, delimiter, false, target);
}

/** Text as the value that its schema wants. */
export function coerceText(text: string, schema: Schema | undefined, schemas: NamedSchemas): Json {
  const types = typesOf(mergeSchema(schema, schemas));
  if (types.length === 0 || types.includes('string')) return text;
  if (types.includes('null') && (text === 'null' || text === '')) return null;
  if (types.includes('boolean') && /^(true|false)$/.test(text)) return text === 'true';
  const isNumeric = types.includes('integer') || types.includes('number');
  if (isNumeric && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  const isNested = types.includes('array') || types.includes('object');
  const parsed = isNested ? parseJson(text) : undefined;
  return parsed !== undefined && 'value' in parsed ? parsed.value : text;
}

/** Splits the query of a URL, or the text of a form, into its pairs without decoding them. */
export function splitQuery(query: string): RawPair[] {
  return query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [pair, ''] : [pair.slice(0, equals), pair.slice(equals + 1)];
    });
}

/** Undoes percent-encoding and, as forms have it, the plus sign for a blank. */
export function decodeQuery(text: string): string {
  return decodePercent(text.replaceAll('+', ' '));
}

/** Undoes percent-encoding; text that is encoded wrongly stays as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface Target {
  schema: SchemaObject;
  schemas: NamedSchemas;
  decode: (text: string) => string;
}

function kindOf(schema: SchemaObject): 'array' | 'object' | 'scalar' {
  const [type] = typesOf(schema).filter((candidate) => candidate !== 'null');
  return type === 'array' || type === 'object' ? type : 'scalar';
}

function fromParts(text: string, delimiter: string | RegExp, hasEquals: boolean, target: Target): Json {
  const kind = kindOf(target.schema);
  if (kind === 'scalar') return coerceText(target.decode(text), target.schema, target.schemas);
  const parts = text.split(delimiter);
  if (kind === 'array') return parts.map((part) => item(part, target));
  if (hasEquals) return toObject(parts.flatMap(splitQuery), target) ?? {};
  const pairs = parts.flatMap((part, index): RawPair[] => (index % 2 === 0 ? [[part, parts[index + 1] ?? '']] : []));
  return toObject(pairs, target) ?? {};
}

/** `;id=a,b`, or exploded `;id=a;id=b` for a list and `;x=1;y=2` for an object. */
function fromMatrix(text: string, {name, explode}: Parameter, target: Target): Json {
  const parts = text.split(';').slice(1);
  const kind = kindOf(target.schema);
  if (kind === 'object' && explode) return toObject(parts.flatMap(splitQuery), target) ?? {};
  const values = splitQuery(parts.join('&')).flatMap(([other, value]) =>
    decodePercent(other) === name ? [value] : [],
  );
  if (kind === 'array' && explode) return values.map((value) => item(value, target));
  return fromParts(values[0] ?? '', ',', false, target);
}

function item(text: string, {schema, schemas, decode}: Target): Json {
  return coerceText(decode(text), schema.items, schemas);
}

function toObject(pairs: RawPair[], {schema, schemas, decode}: Target): Json | undefined {
  if (pairs.length === 0) return undefined;
  return Object.fromEntries(
    pairs.map(([name, value]) => [decode(name), coerceText(decode(value), schemaOf(schema, decode(name)), schemas)]),
  );
}

/** Objects open further brackets, lists repeat their name (`docs/decisions/009-nested-deep-objects.md`). */
function fromDeepObject(name: string, pairs: RawPair[], target: Target): Json | undefined {
  const own = pairs.flatMap(([key, value]): RawPair[] => {
    const decoded = decodeQuery(key);
    const isOwn = decoded.startsWith(`${name}[`) && decoded.endsWith(']');
    return isOwn ? [[decoded.slice(name.length + 1, -1), value]] : [];
  });
  return own.length === 0 ? undefined : fromBrackets(own, target);
}

function fromBrackets(pairs: RawPair[], {schema, schemas, decode}: Target): Json {
  const names = new Set(pairs.map(([path]) => path.split('][')[0] ?? ''));
  const members = [...names].map((name): [string, Json] => {
    const inner = mergeSchema(schemaOf(schema, name), schemas);
    const deeper = pairs.filter(([path]) => path.startsWith(`${name}][`));
    const target = {schema: inner, schemas, decode};
    if (deeper.length > 0)
      return [
        name,
        fromBrackets(
          deeper.map(([path, text]) => [path.slice(name.length + 2), text]),
          target,
        ),
      ];
    const texts = pairs.filter(([path]) => path === name).map(([, text]) => text);
    if (kindOf(inner) === 'array') return [name, texts.map((text) => item(text, target))];
    return [name, coerceText(decode(texts[0] ?? ''), inner, schemas)];
  });
  return Object.fromEntries(members);
}

function schemaOf({properties, additionalProperties}: SchemaObject, name: string): Schema | undefined {
  return member(properties, name) ?? additionalProperties;
}

function fromContent(contentType: string, text: string): Json {
  const parsed = isJsonMediaType(contentType) ? parseJson(text) : undefined;
  return parsed !== undefined && 'value' in parsed ? parsed.value : text;
}
