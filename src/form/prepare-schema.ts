import type {Schema as ValidatorSchema} from '@cfworker/json-schema';
import {enterScope, findDynamic, type DynamicScope} from '../model/dynamic-anchors.ts';
import {member} from '../model/member.ts';
import {resolveSchema, schemaName} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {copyFormat, runnablePattern} from './runnable-limits.ts';

/** Which way a value travels: `readOnly` properties are not demanded of requests, `writeOnly` ones not of responses. */
export type Direction = 'request' | 'response';

/** A schema as the validator takes it. */
export interface Prepared {
  schema: ValidatorSchema | boolean;
  /** The schema of the document that the validator has come to on this way from `schema`, by keywords and names. */
  sourceAt: (location: string[]) => SchemaObject;
}

/**
 * A copy of a schema for the validator, which writes into what it is given. Only the keywords that decide about a value
 * are copied; the named schemas that it reaches move to `$defs` under plain numbers, because the validator would take
 * names such as `items` or `default` for keywords. Patterns are made fit for Unicode mode, and those that no JavaScript
 * can run are dropped. A `$dynamicRef`, which the validator does not know, becomes a `$ref` to what it means there.
 */
export function prepareSchema(schema: Schema, schemas: NamedSchemas, direction: Direction): Prepared {
  const copier = createCopier(schemas, direction);
  const prepared = prepareWith(copier, schema);
  if (typeof prepared.schema === 'object') prepared.schema.$defs = Object.fromEntries(nextDefinitions(copier));
  return prepared;
}

/** Makes copies of schemas that share their named ones. */
export function createCopier(schemas: NamedSchemas, direction: Direction): Copier {
  return {schemas, direction, definitions: [], numbers: new Map(), ids: new Map(), copied: 0, sources: new WeakMap()};
}

/** The copy of one schema. What it refers to is among the next definitions, or was among earlier ones. */
export function prepareWith(copier: Copier, schema: Schema): Prepared {
  const copy = toValidator(schema, copier, enterScope(new Map(), schema));
  return {schema: copy, sourceAt: (location) => sourceAt(location, copy, copier)};
}

/** The definitions that are not made yet, by the numbers that references have. Throws when there is no end of them. */
export function nextDefinitions(copier: Copier): [string, ValidatorSchema | boolean][] {
  const made: [string, ValidatorSchema | boolean][] = [];
  // Copying one may ask for more.
  for (; copier.copied < copier.definitions.length; copier.copied += 1) {
    const definition = copier.definitions[copier.copied];
    if (definition === undefined) continue;
    definition.copy = toValidator(definition.schema, copier, definition.scope);
    made.push([String(copier.copied), definition.copy]);
  }
  return made;
}

interface Definition {
  schema: Schema;
  scope: DynamicScope;
  copy?: ValidatorSchema | boolean;
}

interface Copier {
  schemas: NamedSchemas;
  direction: Direction;
  definitions: Definition[];
  /** The place of a definition by its schema and scope. */
  numbers: Map<string, number>;
  ids: Map<SchemaObject, number>;
  /** How many definitions have their copy. */
  copied: number;
  /** What each copy was made of. */
  sources: WeakMap<ValidatorSchema, SchemaObject>;
}

/** With several dynamic anchors, a schema can mean something else on each way to it. */
const mostDefinitions = 20_000;

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
const schemaKeywords = [
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
const listKeywords = ['prefixItems', 'allOf', 'anyOf', 'oneOf'] as const satisfies (keyof SchemaObject)[];

/** Keywords that hold schemas by name. */
const mapKeywords = ['properties', 'patternProperties', 'dependentSchemas'] as const satisfies (keyof SchemaObject)[];

/** Whether a property may be required by the schema and yet is not to be sent this way. */
export function isForTheOtherWay(
  {properties}: SchemaObject,
  name: string,
  {schemas, direction}: {schemas: NamedSchemas; direction: Direction},
): boolean {
  const {readOnly, writeOnly} = resolveSchema(member(properties, name), schemas);
  return (direction === 'request' ? readOnly : writeOnly) === true;
}

function toValidator(schema: Schema, copier: Copier, scope: DynamicScope): ValidatorSchema | boolean {
  if (typeof schema === 'boolean') return schema;
  const copy: ValidatorSchema = {};
  copier.sources.set(copy, schema);
  for (const key of plainKeywords) if (schema[key] !== undefined) copy[key] = structuredClone(schema[key]);
  for (const key of schemaKeywords) {
    const inner = schema[key];
    if (inner !== undefined) Object.assign(copy, {[key]: toValidator(inner, copier, scope)});
  }
  for (const key of listKeywords) {
    const inner = schema[key];
    if (inner !== undefined) Object.assign(copy, {[key]: inner.map((item) => toValidator(item, copier, scope))});
  }
  if (schema.properties) copy.properties = mapSchemas(schema.properties, copier, scope);
  if (schema.dependentSchemas) copy['dependentSchemas'] = mapSchemas(schema.dependentSchemas, copier, scope);
  if (schema.required) copy.required = schema.required.filter((name) => !isForTheOtherWay(schema, name, copier));
  copyPatterns(schema, copy, copier, scope);
  copyFormat(schema, copy);
  copyReferences(schema, copy, copier, scope);
  return copy;
}

function copyReferences(schema: SchemaObject, copy: ValidatorSchema, copier: Copier, scope: DynamicScope): void {
  const name = schema.$ref === undefined ? undefined : schemaName(schema.$ref);
  const $ref = name === undefined ? undefined : definitionRef(name, copier, scope);
  if ($ref !== undefined) copy.$ref = $ref;
  const target =
    typeof schema.$dynamicRef === 'string' ? findDynamic(schema.$dynamicRef, scope, copier.schemas) : undefined;
  const dynamic = target === undefined ? undefined : definitionRef(target, copier, scope);
  if (dynamic === undefined) return;
  if (copy.$ref === undefined) copy.$ref = dynamic;
  else copy.allOf = [...(copy.allOf ?? []), {$ref: dynamic}];
}

/** The reference to a named schema, or to a part of one whose anchors are in the scope already. */
function definitionRef(target: string | SchemaObject, copier: Copier, scope: DynamicScope): string | undefined {
  const name = typeof target === 'string' ? target : undefined;
  const schema = typeof target === 'string' ? member(copier.schemas, target) : target;
  if (schema === undefined) return undefined;
  const inner = enterScope(scope, schema, name);
  const key = JSON.stringify([typeof target === 'string' ? target : idOf(target, copier), scopeKey(inner, copier)]);
  let number = copier.numbers.get(key);
  if (number === undefined) {
    number = copier.definitions.push({schema, scope: inner}) - 1;
    if (number >= mostDefinitions) throw new Error('There is no end of what the dynamic references mean.');
    copier.numbers.set(key, number);
  }
  return `#/$defs/${number}`;
}

function scopeKey(scope: DynamicScope, copier: Copier): (string | number)[] {
  return [...scope]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([anchor, target]) => [anchor, typeof target === 'string' ? target : idOf(target, copier)]);
}

function idOf(schema: SchemaObject, {ids}: Copier): number {
  const id = ids.get(schema) ?? ids.size;
  ids.set(schema, id);
  return id;
}

/** Follows the way that the validator took through the copies. */
function sourceAt(location: string[], root: ValidatorSchema | boolean, {definitions, sources}: Copier): SchemaObject {
  let current: ValidatorSchema | boolean | undefined = root;
  for (const segments = [...location]; segments.length > 0 && typeof current === 'object';) {
    const keyword = segments.shift() ?? '';
    if (keyword === '$ref') current = definitions[Number(current.$ref?.slice('#/$defs/'.length))]?.copy;
    else if (mapKeywords.some((key) => key === keyword)) {
      current = member(current[keyword] as Record<string, ValidatorSchema>, segments.shift() ?? '');
    } else if (listKeywords.some((key) => key === keyword)) {
      current = (current[keyword] as ValidatorSchema[] | undefined)?.[Number(segments.shift())];
    } else if (schemaKeywords.some((key) => key === keyword)) {
      current = current[keyword] as ValidatorSchema | undefined;
    }
  }
  return typeof current === 'object' ? (sources.get(current) ?? {}) : {};
}

function mapSchemas(map: Record<string, Schema>, copier: Copier, scope: DynamicScope): Record<string, ValidatorSchema> {
  return Object.fromEntries(
    Object.entries(map).map(([name, schema]) => [name, toValidator(schema, copier, scope) as ValidatorSchema]),
  );
}

function copyPatterns(schema: SchemaObject, copy: ValidatorSchema, copier: Copier, scope: DynamicScope): void {
  const pattern = schema.pattern === undefined ? undefined : runnablePattern(schema.pattern);
  if (pattern !== undefined) copy.pattern = pattern;
  if (schema.patternProperties === undefined) return;
  const entries = Object.entries(schema.patternProperties).map(
    ([key, inner]) => [runnablePattern(key), toValidator(inner, copier, scope)] as const,
  );
  const runnable = entries.filter((entry): entry is [string, ValidatorSchema | boolean] => entry[0] !== undefined);
  copy.patternProperties = Object.fromEntries(runnable);
  // Names that a dropped pattern would have taken must not be refused in its place.
  if (runnable.length < entries.length) delete copy.additionalProperties;
}
