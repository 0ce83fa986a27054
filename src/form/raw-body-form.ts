import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import type {MediaType} from '../model/operation.ts';
import {typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Value} from '../model/values.ts';
import {fieldStyle, isStyled} from '../request/form-text.ts';
import {coerceText, decodeQuery, deserialisePairs, splitQuery} from './deserialise-parameter.ts';
import {parseExactJson} from './parse-exact-json.ts';

/**
 * The fields of `application/x-www-form-urlencoded` text, as `formText` writes them. A name that repeats makes a list, and
 * so does one whose schema is a list. Numbers keep their digits.
 */
export function readFormText(text: string, media: MediaType | undefined, schemas: NamedSchemas): Value {
  const pairs = splitQuery(text.trim());
  const {properties = {}} = mergeSchema(media?.schema, schemas);
  const fields = new Map<string, Value>();
  const read = new Set<string>();
  for (const [name, encoding] of Object.entries(media?.encoding ?? {})) {
    if (!isStyled(encoding)) continue;
    const schema = member(properties, name) ?? true;
    const styled = {...fieldStyle(name, encoding), in: 'query' as const, required: false, schema, examples: []};
    const value = deserialisePairs(styled, pairs, schemas);
    if (value === undefined) continue;
    fields.set(name, value);
    for (const own of namesOf(name, value, styled)) read.add(own);
  }
  const others = pairs.map(([name, value]) => [decodeQuery(name), decodeQuery(value)] as const);
  for (const name of new Set(others.map(([key]) => key).filter((key) => !read.has(key)))) {
    const schema = mergeSchema(member(properties, name), schemas);
    const values = others.filter(([key]) => key === name).map(([, value]) => value);
    const isList = values.length > 1 || typesOf(schema).includes('array');
    const items = values.map((value) => fieldValue(value, isList ? schema.items : schema, schemas));
    fields.set(name, isList ? items : (items[0] ?? ''));
  }
  return Object.fromEntries(fields);
}

/** The names in the text that a styled field has taken. */
function namesOf(name: string, value: Value, {style, explode}: {style: string; explode: boolean}): string[] {
  const members = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
  if (style === 'deepObject') return members.map((key) => `${name}[${key}]`);
  return explode && members.length > 0 ? members : [name];
}

function fieldValue(text: string, schema: Schema | undefined, schemas: NamedSchemas): Value {
  const coerced = coerceText(text, schema, schemas);
  if (typeof coerced === 'string') return coerced;
  const parsed = parseExactJson(text);
  return 'value' in parsed ? parsed.value : coerced;
}
