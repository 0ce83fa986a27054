import {ExactNumber} from '../model/exact-number.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {resolveSchema, typeOfValue, typesOf} from '../model/schema.ts';
import {isValueObject, toJson} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {FileValue} from '../model/file-value.ts';

/** Every schema that may say something about a value: references followed, compositions and conditions opened. */
export function applicableSchemas(candidates: (Schema | undefined)[], schemas: NamedSchemas): SchemaObject[] {
  return open(candidates, schemas, (branches) => branches);
}

/** Those of them that say something about this value: of the branches of a union, the ones that it may be. */
export function fittingSchemas(
  candidates: (Schema | undefined)[],
  value: Value,
  schemas: NamedSchemas,
): SchemaObject[] {
  return open(candidates, schemas, (branches) => {
    const fitting = branches.filter((branch) => mayBe(value, branch, schemas));
    return fitting.length > 0 ? fitting : branches;
  });
}

/** What the schemas of an array say about the item at this place. */
export function itemSchemas(applicable: SchemaObject[], index: number): (Schema | undefined)[] {
  return applicable.flatMap(({prefixItems, items, unevaluatedItems, contains}) => [
    prefixItems?.[index] ?? items ?? unevaluatedItems,
    contains,
  ]);
}

/** What the schemas of an object say about a member by its name: declared, by pattern, or any other. */
export function memberSchemas(applicable: SchemaObject[], key: string): (Schema | undefined)[] {
  return applicable.flatMap(({properties, patternProperties = {}, additionalProperties, unevaluatedProperties}) => {
    const declared = properties !== undefined && Object.hasOwn(properties, key) ? [properties[key]] : [];
    const matching = Object.entries(patternProperties).filter(([pattern]) => matches(pattern, key));
    const known = [...declared, ...matching.map(([, schema]) => schema)];
    return known.length > 0 ? known : [additionalProperties, unevaluatedProperties];
  });
}

function open(
  candidates: (Schema | undefined)[],
  schemas: NamedSchemas,
  choose: (branches: Schema[]) => Schema[],
): SchemaObject[] {
  const found = new Map<Schema | string, SchemaObject>();
  const visit = (schema: Schema | undefined): void => {
    if (schema === undefined || typeof schema === 'boolean') return;
    // Where all refer to all, one schema is met by thousands of references.
    const key = Object.keys(schema).join() === '$ref' ? (schema.$ref ?? schema) : schema;
    if (found.has(key)) return;
    const resolved = resolveSchema(schema, schemas);
    found.set(key, resolved);
    const {allOf = [], anyOf = [], oneOf = [], then, else: otherwise, dependentSchemas = {}} = resolved;
    const branches = [...choose(anyOf), ...choose(oneOf)];
    for (const part of [...allOf, ...branches, then, otherwise, ...Object.values(dependentSchemas)]) visit(part);
  };
  candidates.forEach(visit);
  return [...found.values()];
}

/** A quick look, no check: the type, what is required, and what may only be one value. */
function mayBe(value: Value, branch: Schema, schemas: NamedSchemas): boolean {
  const schema = resolveSchema(branch, schemas);
  const types = typesOf(schema);
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === 'integer' && types.includes('number'))) return false;
  if (!isValueObject(value)) return isOneOf(value, schema);
  const properties = Object.entries(schema.properties ?? {});
  return (
    (schema.required ?? []).every((name) => Object.hasOwn(value, name) && value[name] !== undefined) &&
    properties.every(([name, property]) => {
      const member = Object.hasOwn(value, name) ? value[name] : undefined;
      return member === undefined || isOneOf(member, resolveSchema(property, schemas));
    })
  );
}

function isOneOf(value: Value, {const: only, enum: values}: SchemaObject): boolean {
  const allowed = only === undefined ? values : [only];
  const text = JSON.stringify(toJson(value));
  return allowed === undefined || allowed.some((one) => JSON.stringify(one) === text);
}

function typeOf(value: Value) {
  if (value instanceof FileValue) return 'string';
  return typeOfValue(value instanceof ExactNumber ? Number(value.text) : isValueObject(value) ? {} : toJson(value));
}

/** A pattern that is no regular expression here counts as matching: better one schema too many. */
function matches(pattern: string, key: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(key);
  } catch {
    return true;
  }
}
