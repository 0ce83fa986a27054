import type {Json} from './json.ts';
import {patternTakes} from './pattern-takes.ts';
import {typeOfValue, typesOf, type SchemaObject} from './schema.ts';

/**
 * Whether a value meets what a schema says of the value itself, not of its parts: enough to tell an example that was
 * written for another schema. Takes a merged schema; a check without doubt is the validator's, which is not for pages.
 */
export function fitsSchema(schema: SchemaObject, value: Json): boolean {
  const types = typesOf(schema);
  const type = typeOfValue(value);
  const isOfType = types.length === 0 || types.includes(type) || (type === 'integer' && types.includes('number'));
  if (!isOfType) return false;
  if (schema.enum !== undefined && !schema.enum.some((one) => JSON.stringify(one) === JSON.stringify(value))) {
    return false;
  }
  if (typeof value === 'string') return fitsText(schema, value);
  if (typeof value === 'number') return fitsNumber(schema, value);
  if (Array.isArray(value)) return isWithin(value.length, schema.minItems, schema.maxItems);
  return true;
}

function fitsText({pattern, format, minLength, maxLength}: SchemaObject, value: string): boolean {
  if (!isWithin([...value].length, minLength, maxLength)) return false;
  if (pattern !== undefined && patternTakes(pattern, value) === false) return false;
  return format === undefined || forms.get(format)?.test(value) !== false;
}

/** Of the formats, those that people write otherwise (RFC 3339, RFC 9562). */
const forms = new Map([
  ['date', /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/],
  ['date-time', /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/],
  ['uuid', /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i],
  ['uri', /^[a-z][a-z\d+.-]*:\S*$/i],
]);

function fitsNumber(schema: SchemaObject, value: number): boolean {
  const {minimum, maximum, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity} = schema;
  return isWithin(value, minimum, maximum) && value > exclusiveMinimum && value < exclusiveMaximum;
}

function isWithin(value: number, least = -Infinity, most = Infinity): boolean {
  return value >= least && value <= most;
}
