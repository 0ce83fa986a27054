import type {Schema as ValidatorSchema} from '@cfworker/json-schema';
import {member} from '../model/member.ts';
import {resolveSchema, schemaName} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isKnownFormat} from './formats.ts';

/** Which way a value travels: `readOnly` properties are not demanded of requests, `writeOnly` ones not of responses. */
export type Direction = 'request' | 'response';

/**
 * A copy of a schema for the validator, which writes into what it is given. Only the keywords that decide about a value
 * are copied; named schemas move to `$defs` under plain numbers, because the validator would take names such as `items`
 * or `default` for keywords. Patterns are made fit for Unicode mode, and those that no JavaScript can run are dropped.
 */
export function prepareSchema(schema: Schema, schemas: NamedSchemas, direction: Direction): ValidatorSchema | boolean {
  if (typeof schema === 'boolean') return schema;
  const copier = createCopier(schemas, direction);
  return {...(toValidator(schema, copier) as ValidatorSchema), $defs: prepareDefs(copier)};
}

export function createCopier(schemas: NamedSchemas, direction: Direction): Copier {
  return {indexes: new Map(Object.keys(schemas).map((name, index) => [name, index])), schemas, direction};
}

/** The named schemas under the numbers that references to them have. */
export function prepareDefs(copier: Copier): Record<string, ValidatorSchema> {
  const entries = Object.values(copier.schemas).map((schema, index) => [index, toValidator(schema, copier)] as const);
  return Object.fromEntries(entries) as Record<string, ValidatorSchema>;
}

interface Copier {
  indexes: Map<string, number>;
  schemas: NamedSchemas;
  direction: Direction;
}

const plainKeywords = [
  'type',
  'const',
  'enum',
  'multipleOf',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'minContains',
  'maxContains',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'dependentRequired',
] as const satisfies (keyof SchemaObject)[];

/** Keywords that hold one schema. */
export const schemaKeywords = [
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'not',
  'if',
  'then',
  'else',
] as const satisfies (keyof SchemaObject)[];

/** Keywords that hold a list of schemas. */
export const listKeywords = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const satisfies (keyof SchemaObject)[];

/** Keywords that hold schemas by name. */
export const mapKeywords = [
  'properties',
  'patternProperties',
  'dependentSchemas',
] as const satisfies (keyof SchemaObject)[];

/** Whether a property may be required by the schema and yet is not to be sent this way. */
export function isForTheOtherWay(
  {properties}: SchemaObject,
  name: string,
  {schemas, direction}: {schemas: NamedSchemas; direction: Direction},
): boolean {
  const {readOnly, writeOnly} = resolveSchema(member(properties, name), schemas);
  return (direction === 'request' ? readOnly : writeOnly) === true;
}

/** A copy of one schema, its references as in `prepareDefs`. */
export function toValidator(schema: Schema, copier: Copier): ValidatorSchema | boolean {
  if (typeof schema === 'boolean') return schema;
  const copy: ValidatorSchema = {};
  for (const key of plainKeywords) if (schema[key] !== undefined) copy[key] = structuredClone(schema[key]);
  for (const key of schemaKeywords) {
    const inner = schema[key];
    if (inner !== undefined) Object.assign(copy, {[key]: toValidator(inner, copier)});
  }
  for (const key of listKeywords) {
    const inner = schema[key];
    if (inner !== undefined) Object.assign(copy, {[key]: inner.map((item) => toValidator(item, copier))});
  }
  if (schema.properties) copy.properties = mapSchemas(schema.properties, copier);
  if (schema.dependentSchemas) copy['dependentSchemas'] = mapSchemas(schema.dependentSchemas, copier);
  if (schema.required) copy.required = schema.required.filter((name) => !isForTheOtherWay(schema, name, copier));
  copyPatterns(schema, copy, copier);
  copyFormat(schema, copy);
  const name = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  const index = name === undefined ? undefined : copier.indexes.get(name);
  if (index !== undefined) copy.$ref = `#/$defs/${index}`;
  return copy;
}

function mapSchemas(map: Record<string, Schema>, copier: Copier): Record<string, ValidatorSchema> {
  return Object.fromEntries(
    Object.entries(map).map(([name, schema]) => [name, toValidator(schema, copier) as ValidatorSchema]),
  );
}

function copyPatterns(schema: SchemaObject, copy: ValidatorSchema, copier: Copier): void {
  const pattern = schema.pattern === undefined ? undefined : runnablePattern(schema.pattern);
  if (pattern !== undefined) copy.pattern = pattern;
  if (schema.patternProperties === undefined) return;
  const entries = Object.entries(schema.patternProperties).map(
    ([key, inner]) => [runnablePattern(key), toValidator(inner, copier)] as const,
  );
  const runnable = entries.filter((entry): entry is [string, ValidatorSchema | boolean] => entry[0] !== undefined);
  copy.patternProperties = Object.fromEntries(runnable);
  // Names that a dropped pattern would have taken must not be refused in its place.
  if (runnable.length < entries.length) delete copy.additionalProperties;
}

/** Integer formats are ranges (OpenAPI format registry); `contentEncoding` is the 2020-12 way to say `byte`. */
function copyFormat(schema: SchemaObject, copy: ValidatorSchema): void {
  const range = member(integerRanges, schema.format ?? '');
  if (range !== undefined) {
    copy.minimum = Math.max(range[0], schema.minimum ?? range[0]);
    copy.maximum = Math.min(range[1], schema.maximum ?? range[1]);
  } else if (schema.format !== undefined) {
    if (isKnownFormat(schema.format)) copy.format = schema.format;
  } else if (schema.contentEncoding === 'base64') {
    copy.format = 'byte';
  } else if (schema.contentEncoding === 'base64url') {
    copy.format = 'base64url';
  }
}

const integerRanges: Record<string, [least: number, greatest: number]> = {
  int8: [-(2 ** 7), 2 ** 7 - 1],
  uint8: [0, 2 ** 8 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  uint16: [0, 2 ** 16 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
  uint32: [0, 2 ** 32 - 1],
  // The nearest that a number can say; a reader sees the words of the format, not these.
  int64: [-(2 ** 63), 2 ** 63],
  uint64: [0, 2 ** 64],
};

/**
 * A pattern that runs in Unicode mode (ECMA-262), as the validator demands. Documents often escape what needs no escape
 * (`\_`, `\@`), which that mode refuses; such escapes are taken away. Undefined when it still does not run.
 */
function runnablePattern(pattern: string): string | undefined {
  return [pattern, pattern.replace(/\\([^\w\\^$.*+?()[\]{}|/-])|\\(_)/g, '$1$2')].find((candidate) => {
    try {
      return Boolean(new RegExp(candidate, 'u'));
    } catch {
      return false;
    }
  });
}
