import {mergeSchema} from './merge-schema.ts';
import {typesOf, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

/** A property that a schema speaks of only in its conditions. */
interface ConditionalProperty {
  /** All that any of the conditions says of it. */
  schema: Schema;
  /** The properties beside which it is spoken of, of `dependentSchemas`; none when another condition does so, too. */
  beside: string[];
}

/** Conditions that stand in conditions are looked into only so deep: a schema may hold itself as its own condition. */
const deepest = 4;

/**
 * The properties that stand only in `if`, `then`, `else`, `dependentSchemas` and what these hold (JSON Schema 2020-12 core,
 * section 10.2.2), by name. They are allowed whether their condition holds or not. Takes a merged schema.
 */
export function conditionalProperties(merged: SchemaObject, schemas: NamedSchemas): Map<string, ConditionalProperty> {
  const found: Found = new Map();
  visitConditions(merged, {schemas, found, depth: 0});
  for (const name of Object.keys(merged.properties ?? {})) found.delete(name);
  return new Map(
    [...found].map(([name, {given, beside}]) => [
      name,
      {schema: eitherOf([...given.values()], schemas), beside: beside.has(undefined) ? [] : keysIn(beside)},
    ]),
  );
}

/** A merged schema that names no type but speaks of properties in its conditions is an object, as far as one can fill it in. */
export function withConditions(merged: SchemaObject, schemas: NamedSchemas): SchemaObject {
  const {if: condition, dependentSchemas, oneOf, anyOf} = merged;
  const isOpen = typesOf(merged).length === 0 && oneOf === undefined && anyOf === undefined;
  if (!isOpen || (condition === undefined && dependentSchemas === undefined)) return merged;
  return conditionalProperties(merged, schemas).size === 0 ? merged : {...merged, type: 'object'};
}

type Found = Map<string, {given: Map<string, Schema>; beside: Set<string | undefined>}>;

interface Visit {
  schemas: NamedSchemas;
  found: Found;
  depth: number;
  /** The property whose presence is the condition. */
  key?: string | undefined;
}

function visitConditions(schema: SchemaObject, visit: Visit): void {
  if (visit.depth > deepest) return;
  const {if: condition, then, else: otherwise, dependentSchemas, allOf} = schema;
  if (condition !== undefined) {
    for (const part of [then, otherwise]) visitPart(part, visit);
    const {properties = {}} = mergeSchema(condition, visit.schemas);
    // What a condition asks for is no limit of the value.
    for (const [name, inner] of Object.entries(properties)) add(name, unlimited(inner, visit.schemas), visit);
  }
  for (const [key, part] of Object.entries(dependentSchemas ?? {})) visitPart(part, {...visit, key: visit.key ?? key});
  for (const part of Array.isArray(allOf) ? allOf : []) {
    if (typeof part === 'object') visitConditions(mergeSchema(part, visit.schemas), {...visit, depth: visit.depth + 1});
  }
}

function visitPart(part: Schema | undefined, visit: Visit): void {
  if (typeof part !== 'object' || visit.depth > deepest) return;
  const merged = mergeSchema(part, visit.schemas);
  for (const [name, inner] of Object.entries(merged.properties ?? {})) if (inner !== false) add(name, inner, visit);
  for (const name of merged.required ?? []) add(name, undefined, visit);
  const next = {...visit, depth: visit.depth + 1};
  visitConditions(merged, next);
  for (const branch of [...(merged.oneOf ?? []), ...(merged.anyOf ?? [])]) visitPart(branch, next);
}

function add(name: string, schema: Schema | undefined, {found, key}: Visit): void {
  const entry = found.get(name) ?? {given: new Map<string, Schema>(), beside: new Set()};
  found.set(name, entry);
  if (schema !== undefined && schema !== true) entry.given.set(JSON.stringify(schema), schema);
  entry.beside.add(key);
}

/** The kind of value that a condition looks at, and what it looks for as an example. */
function unlimited(schema: Schema, schemas: NamedSchemas): Schema {
  const merged = mergeSchema(schema, schemas);
  const types = typesOf(merged);
  const example = merged.const ?? merged.enum?.[0];
  return {...(types.length > 0 && {type: types}), ...(example !== undefined && {examples: [example]})};
}

/** One schema that takes what any of several takes. Where these are of one kind and differ in limits, none is set. */
function eitherOf(given: Schema[], schemas: NamedSchemas): Schema {
  const [only, second] = given;
  if (second === undefined) return only ?? true;
  const merged = given.map((schema) => mergeSchema(schema, schemas));
  const kinds = new Set(merged.map((schema) => typesOf(schema).join()));
  const isScalar = merged.every((schema) => !typesOf(schema).some((type) => type === 'object' || type === 'array'));
  if (kinds.size > 1 || !isScalar) return {anyOf: given};
  const values = merged.map((schema) => (schema.const === undefined ? schema.enum : [schema.const]));
  const {title, description, format, type} = merged[0] ?? {};
  return {
    ...(type !== undefined && {type}),
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    ...(format !== undefined && merged.every((schema) => schema.format === format) && {format}),
    ...(values.every((list) => list !== undefined) && {enum: [...new Set(values.flat())]}),
  };
}

function keysIn(beside: Set<string | undefined>): string[] {
  return [...beside].filter((key) => key !== undefined);
}
