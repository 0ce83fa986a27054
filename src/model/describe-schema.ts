import type {Json} from './json.ts';
import {limitText} from './limit-text.ts';
import {isSecret, typesOf} from './schema.ts';
import type {Schema, SchemaObject} from './schema.ts';

/**
 * Each limit that a schema sets, in words (JSON Schema 2020-12 validation, sections 6, 8 and 9). Code stands between
 * backticks. Takes the schema with its `$ref` followed. A secret's values are never named.
 */
export function describeLimits(schema: SchemaObject): string[] {
  return [
    ...valueLimits(schema),
    range(schema.minLength, schema.maxLength, 'character'),
    schema.pattern === undefined ? undefined : `matches ${code(schema.pattern)}`,
    bounds(schema),
    schema.multipleOf === undefined ? undefined : `multiple of ${limitText('multipleOf', schema.multipleOf)}`,
    range(schema.minItems, schema.maxItems, 'item'),
    schema.uniqueItems === true ? 'unique items' : undefined,
    contains(schema),
    range(schema.minProperties, schema.maxProperties, 'property'),
    ...objectLimits(schema),
    schema.not === undefined || schema.not === false ? undefined : negation(schema.not),
    schema.contentMediaType === undefined ? undefined : `holds ${code(schema.contentMediaType)}`,
    schema.contentEncoding === undefined ? undefined : `encoded as ${schema.contentEncoding}`,
    schema.default === undefined || isSecret(schema) ? undefined : `default: ${valueInWords(schema.default)}`,
  ].filter((limit) => limit !== undefined);
}

/** `true` → "true", `"asc"` → "`asc`": scalars other than text need no marks to be told from the sentence. */
export function valueInWords(value: Json): string {
  if (typeof value === 'string') return value === '' ? 'empty text' : code(value);
  return typeof value === 'object' && value !== null ? code(JSON.stringify(value)) : String(value);
}

function valueLimits(schema: SchemaObject): string[] {
  if (isSecret(schema)) return [];
  if (schema.const !== undefined) return [`always ${valueInWords(schema.const)}`];
  return schema.enum === undefined ? [] : [`one of ${schema.enum.map(valueInWords).join(', ')}`];
}

function objectLimits(schema: SchemaObject): (string | undefined)[] {
  return [
    schema.additionalProperties === false || schema.unevaluatedProperties === false ? 'no other properties' : undefined,
    ...Object.keys(schema.patternProperties ?? {}).map((pattern) => `properties may match ${code(pattern)}`),
    typeof schema.propertyNames === 'object' ? propertyNames(schema.propertyNames) : undefined,
    ...Object.entries(schema.dependentRequired ?? {}).map(
      ([name, needed]) => `with ${code(name)} also ${needed.map(code).join(', ')}`,
    ),
    schema.unevaluatedItems === false || (schema.prefixItems && schema.items === false)
      ? 'no further items'
      : undefined,
  ];
}

function propertyNames(schema: SchemaObject): string | undefined {
  const limits = describeLimits(schema);
  return limits.length === 0 ? undefined : `property names: ${limits.join(', ')}`;
}

function bounds(schema: SchemaObject): string | undefined {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum} = schema;
  const above = exclusiveMinimum !== undefined && (minimum === undefined || exclusiveMinimum >= minimum);
  const below = exclusiveMaximum !== undefined && (maximum === undefined || exclusiveMaximum <= maximum);
  if (!above && !below && minimum !== undefined && maximum !== undefined) {
    return `from ${limitText('minimum', minimum)} to ${limitText('maximum', maximum)}`;
  }
  const parts = [
    above
      ? `more than ${limitText('exclusiveMinimum', exclusiveMinimum)}`
      : minimum === undefined
        ? undefined
        : `at least ${limitText('minimum', minimum)}`,
    below
      ? `less than ${limitText('exclusiveMaximum', exclusiveMaximum)}`
      : maximum === undefined
        ? undefined
        : `at most ${limitText('maximum', maximum)}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(' and ');
}

function contains(schema: SchemaObject): string | undefined {
  if (schema.contains === undefined || schema.contains === false) return undefined;
  const count = range(schema.minContains ?? 1, schema.maxContains, 'item') ?? 'any number of items';
  const limits = typeof schema.contains === 'object' ? describeLimits(schema.contains) : [];
  const types = typeof schema.contains === 'object' ? typesOf(schema.contains) : [];
  const what = [types.join(' or '), ...limits].filter(Boolean).join(', ');
  return `${count} of a certain kind${what === '' ? '' : `: ${what}`}`;
}

function negation(schema: Schema): string {
  if (schema === true) return 'nothing is allowed';
  if (schema === false) return 'not: nothing';
  const types = typesOf(schema).join(' or ');
  const words = [...(types === '' ? [] : [types]), ...describeLimits(schema)];
  return words.length === 0 ? 'not of another schema' : `not: ${words.join(', ')}`;
}

/** "at least 1 character", "1 to 8 items", "exactly 3 properties"; a minimum of 0 limits nothing. */
function range(minimum: number | undefined, maximum: number | undefined, noun: string): string | undefined {
  const least = minimum === 0 ? undefined : minimum;
  if (maximum === undefined) return least === undefined ? undefined : `at least ${count(least, noun)}`;
  if (least === undefined) return `at most ${count(maximum, noun)}`;
  return least === maximum ? `exactly ${count(maximum, noun)}` : `${least} to ${count(maximum, noun)}`;
}

function count(number: number, noun: string): string {
  if (number === 1) return `1 ${noun}`;
  return `${number} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** Text as code, between backticks; text with a backtick in it cannot stand there and is left as it is. */
export function code(text: string): string {
  return text.includes('`') ? text : `\`${text}\``;
}
