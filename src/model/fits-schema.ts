import type {Json, JsonObject} from './json.ts';
import {member} from './member.ts';
import {patternTakes} from './pattern-takes.ts';
import {resolveSchema, schemaName, typeOfValue, typesOf} from './schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

/** What a value is held against, and which way it goes: requests need no `readOnly` properties, responses no `writeOnly` ones. */
export interface Fitting {
  schemas: NamedSchemas;
  mode: 'request' | 'response';
  /** Shared by all that is asked about one example. */
  search: {
    /** Schemas that may still be looked at: where all refer to all, there is no end of them. */
    steps: number;
  };
}

/** Schemas that are looked at for one value: what is not clear by then is taken to fit. */
const mostSteps = 2_000;

/**
 * Whether a value meets a schema, as far as examples are made by it: types, limits, patterns, the formats that people write
 * otherwise, properties, items, and `allOf`, `anyOf`, `oneOf` and `not`. A check without doubt is the validator's, which is
 * not for pages.
 */
export function fitsSchema(schema: Schema, value: Json, fitting: Fitting): boolean {
  return misfit(schema, value, fitting) === undefined;
}

/** The way to the first part of a value that does not meet what the schema has for it; undefined when all do. */
export function misfit(schema: Schema, value: Json, fitting: Fitting): string[] | undefined {
  const {schemas, mode, search} = fitting;
  const most = Math.min(mostSteps, search.steps);
  const checking = {schemas, mode, search, left: most};
  const found = findMisfit(schema, value, checking);
  search.steps -= most - checking.left;
  return checking.left > 0 ? found : undefined;
}

interface Checking extends Fitting {
  /** How many schemas may still be looked at. */
  left: number;
}

const here: string[] = [];

function findMisfit(schema: Schema, value: Json, checking: Checking): string[] | undefined {
  if (typeof schema === 'boolean') return schema ? undefined : here;
  if (checking.left-- <= 0) return undefined;
  const {allOf = [], anyOf, oneOf, not, $ref} = schema;
  const name = $ref === undefined ? undefined : schemaName($ref);
  const target = name === undefined ? undefined : member(checking.schemas, name);
  // What stands beside `allOf` knows nothing of its properties, so each is asked by itself.
  for (const part of [...(target === undefined ? [] : [target]), ...allOf]) {
    const found = findMisfit(part, value, checking);
    if (found !== undefined) return found;
  }
  if (!fitsItself(schema, value)) return here;
  const isMet = (part: Schema) => findMisfit(part, value, checking) === undefined;
  if (anyOf !== undefined && !anyOf.some(isMet)) return here;
  if (oneOf !== undefined && oneOf.filter(isMet).length !== 1) return here;
  if (not !== undefined && isMet(not)) return here;
  if (Array.isArray(value)) return misfitOfItems(schema, value, checking);
  return typeof value === 'object' && value !== null ? misfitOfProperties(schema, value, checking) : undefined;
}

/** What a schema says of the value itself, not of its parts. */
function fitsItself(schema: SchemaObject, value: Json): boolean {
  const types = typesOf(schema);
  const type = typeOfValue(value);
  const isOfType = types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  if (!isOfType) return false;
  const allowed = schema.const === undefined ? schema.enum : [schema.const];
  if (allowed !== undefined && !allowed.some((one) => JSON.stringify(one) === JSON.stringify(value))) return false;
  if (typeof value === 'string') return fitsText(schema, value);
  if (typeof value === 'number') return fitsNumber(schema, value);
  if (Array.isArray(value)) return isWithin(value.length, schema.minItems, schema.maxItems);
  if (typeof value !== 'object' || value === null) return true;
  return isWithin(Object.keys(value).length, schema.minProperties, schema.maxProperties);
}

function misfitOfItems(schema: SchemaObject, value: Json[], checking: Checking): string[] | undefined {
  const {prefixItems = [], items = true} = schema;
  for (const [index, item] of value.entries()) {
    const found = findMisfit(prefixItems[index] ?? items, item, checking);
    if (found !== undefined) return [String(index), ...found];
  }
  return undefined;
}

function misfitOfProperties(schema: SchemaObject, value: JsonObject, checking: Checking): string[] | undefined {
  const {properties = {}, patternProperties = {}, additionalProperties = true, required = []} = schema;
  for (const name of required) {
    if (!Object.hasOwn(value, name) && isDemanded(member(properties, name), checking)) return here;
  }
  for (const [name, part = null] of Object.entries(value)) {
    const named = member(properties, name);
    const matching = Object.entries(patternProperties).filter(([pattern]) => patternTakes(pattern, name) === true);
    const own = [...(named === undefined ? [] : [named]), ...matching.map(([, inner]) => inner)];
    for (const inner of own.length === 0 ? [additionalProperties] : own) {
      const found = findMisfit(inner, part, checking);
      if (found !== undefined) return [name, ...found];
    }
  }
  return undefined;
}

/** OpenAPI 3.0, Schema Object: `required` takes effect only the way that the property goes. */
function isDemanded(property: Schema | undefined, {schemas, mode}: Checking): boolean {
  const {readOnly, writeOnly} = resolveSchema(property, schemas);
  return (mode === 'request' ? readOnly : writeOnly) !== true;
}

function fitsText({pattern, format, contentEncoding, minLength, maxLength}: SchemaObject, value: string): boolean {
  if (!isWithin([...value].length, minLength, maxLength)) return false;
  if (pattern !== undefined && patternTakes(pattern, value) === false) return false;
  const form = format ?? (contentEncoding === 'base64' ? 'byte' : undefined);
  return form === undefined || forms.get(form)?.test(value) !== false;
}

/** Of the formats, those that people write otherwise (ISO 8601, RFC 3339, RFC 3986, RFC 4648, RFC 9562). */
const forms = new Map([
  ['date', /^\d{4}-((0[1-9]|1[0-2])-(0[1-9]|[12]\d)|(0[13-9]|1[0-2])-30|(0[13578]|1[02])-31)$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/],
  ['uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['duration', /^P(?!$)(\d+[YMWD])*(T(\d+[HMS])+)?$/],
  ['uri', /^[a-z][a-z\d+.-]*:[^\s{}<>"\\^`|]*$/i],
  ['url', /^[a-z][a-z\d+.-]*:[^\s{}<>"\\^`|]*$/i],
  ['uri-reference', /^[^\s{}<>"\\^`|]*$/],
  ['jwt', /^ey[\w-]+\.[\w-]+\.[\w-]*$/],
  ['email', /^[^\s@]+@[^\s@]+$/],
  ['byte', /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/],
]);

function fitsNumber(schema: SchemaObject, value: number): boolean {
  const {minimum, maximum, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity} = schema;
  return isWithin(value, minimum, maximum) && value > exclusiveMinimum && value < exclusiveMaximum;
}

function isWithin(value: number, least = -Infinity, most = Infinity): boolean {
  return value >= least && value <= most;
}
