import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import type {Encoding, MediaType} from '../model/operation.ts';
import {typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {essence, isFormMediaType, isJsonMediaType, isXmlMediaType} from '../request/media-type.ts';
import {fieldStyle, isStyled} from '../request/form-text.ts';
import {coerceText, decodeQuery, deserialisePairs, splitQuery, type RawPair} from './deserialise-parameter.ts';
import {parseJson} from './parse-json.ts';

/** What a body says, as far as it can be judged by a schema. */
export interface ReadBody {
  /** Undefined where nobody here can read it: bytes, XML, parts that are no form. */
  value: Json | undefined;
  /** The members that are there but cannot be judged: files, XML. Their place is held by empty text. */
  unjudged: string[];
}

/** Reads a body by its media type: the inverse of writing it, as far as that keeps what is needed. Never rejects. */
export async function readRequestBody(
  media: MediaType,
  contentType: string,
  bytes: Uint8Array<ArrayBuffer>,
  schemas: NamedSchemas,
): Promise<ReadBody | {problem: Problem}> {
  const text = new TextDecoder().decode(bytes);
  if (isJsonMediaType(contentType)) {
    const parsed = parseJson(text);
    if ('value' in parsed) return {value: parsed.value, unjudged: []};
    return syntaxProblem(`JSON: line ${parsed.line}, column ${parsed.column}: ${parsed.reason}`);
  }
  if (isFormMediaType(contentType)) return fromFields(splitQuery(text), media, schemas);
  if (essence(contentType) === 'multipart/form-data') {
    const data = await readFormData(bytes, contentType);
    return data === undefined
      ? syntaxProblem('multipart/form-data with the boundary that its header names')
      : fromParts(data, media, schemas);
  }
  if (isXmlMediaType(contentType) || !essence(contentType).startsWith('text/')) return {value: undefined, unjudged: []};
  const isText = typesOf(mergeSchema(media.schema, schemas)).every((type) => type !== 'array' && type !== 'object');
  return {value: isText ? coerceText(text, media.schema, schemas) : undefined, unjudged: []};
}

function syntaxProblem(what: string): {problem: Problem} {
  return {problem: {name: 'body', keyword: 'syntax', message: `The body is not ${what}.`}};
}

async function readFormData(bytes: Uint8Array<ArrayBuffer>, contentType: string): Promise<FormData | undefined> {
  try {
    return await new Response(bytes, {headers: {'Content-Type': contentType}}).formData();
  } catch {
    return undefined;
  }
}

/** The parts of a form. Their own media types are not told; a part that may be JSON is read as such. */
function fromParts(data: FormData, media: MediaType, schemas: NamedSchemas): ReadBody {
  const files = new Set<string>();
  const pairs: RawPair[] = [];
  for (const [name, part] of data) {
    if (typeof part !== 'string') files.add(name);
    else pairs.push([encodeURIComponent(name), encodeURIComponent(part)]);
  }
  const {value, unjudged} = fromFields(pairs, media, schemas);
  const held = Object.fromEntries([...files].map((name) => [name, '']));
  return {value: {...Object(value), ...held} as Json, unjudged: [...unjudged, ...files]};
}

/** Fields by their names: those with a style as a query has them, others by their media type; lists repeat their name. */
function fromFields(pairs: RawPair[], {schema, encoding = {}}: MediaType, schemas: NamedSchemas): ReadBody {
  const merged = mergeSchema(schema, schemas);
  const values = new Map<string, Json>();
  const unjudged: string[] = [];
  const taken = new Set<RawPair>();
  for (const [name, own] of Object.entries(encoding)) {
    const property = member(merged.properties, name) ?? true;
    if (isStyled(own)) {
      const {value, used} = readStyled(name, own, property, pairs, schemas);
      if (value !== undefined) values.set(name, value);
      used.forEach((pair) => taken.add(pair));
    } else if (isUnreadable(own) && pairs.some(([other]) => decodeQuery(other) === name)) {
      values.set(name, '');
      unjudged.push(name);
      pairs.filter(([other]) => decodeQuery(other) === name).forEach((pair) => taken.add(pair));
    }
  }
  for (const pair of pairs) {
    if (taken.has(pair)) continue;
    const name = decodeQuery(pair[0]);
    const text = decodeQuery(pair[1]);
    const property = member(merged.properties, name) ?? merged.additionalProperties;
    const {items, ...resolved} = mergeSchema(property, schemas);
    const earlier = values.get(name);
    if (typesOf(resolved).includes('array') || items !== undefined) {
      values.set(name, [...(Array.isArray(earlier) ? earlier : []), coerceText(text, items, schemas)]);
    } else {
      values.set(name, coerceText(text, property, schemas));
    }
  }
  return {value: Object.fromEntries(values), unjudged};
}

function readStyled(
  name: string,
  encoding: Encoding,
  schema: Schema,
  pairs: RawPair[],
  schemas: NamedSchemas,
): {value: Json | undefined; used: RawPair[]} {
  const parameter = {...fieldStyle(name, encoding), in: 'query' as const, required: false, schema, examples: []};
  const value = deserialisePairs(parameter, pairs, schemas);
  const inner = new Set(Object.keys(mergeSchema(schema, schemas).properties ?? {}));
  const isObject = typesOf(mergeSchema(schema, schemas)).includes('object');
  const used = pairs.filter(([raw]) => {
    const other = decodeQuery(raw);
    if (isObject && parameter.style === 'deepObject') return other.startsWith(`${name}[`);
    return isObject && parameter.explode ? inner.has(other) : other === name;
  });
  return {value, used};
}

function isUnreadable({contentType}: Encoding): boolean {
  return contentType !== undefined && isXmlMediaType(contentType.split(',')[0] ?? '');
}
