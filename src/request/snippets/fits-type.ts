import type {Json} from '../../model/json.ts';
import {isJsonObject} from '../../model/json.ts';
import {mergeSchema} from '../../model/merge-schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../../model/schema.ts';

/**
 * Whether a literal of this value compiles as the type that openapi-typescript makes of a schema. Says no when in doubt:
 * discriminators, tuples and patterns become types of their own.
 */
export function fitsType(schema: Schema | undefined, value: Json, schemas: NamedSchemas): boolean {
  if (schema === undefined || schema === true) return true;
  const merged = mergeSchema(schema, schemas);
  if (isInDoubt(merged)) return false;
  const {const: only, enum: allowed, oneOf, anyOf, type, properties} = merged;
  const branches = oneOf ?? anyOf;
  if (branches !== undefined) {
    return properties === undefined && branches.some((branch) => fitsType(branch, value, schemas));
  }
  if (only !== undefined) return value === only;
  if (allowed !== undefined) return allowed.some((one) => one === value);
  const types = type === undefined ? (properties === undefined ? undefined : ['object']) : [type].flat();
  return types === undefined || types.some((name) => fitsOne(name, merged, value, schemas));
}

function isInDoubt(schema: SchemaObject): boolean {
  const {allOf, discriminator, prefixItems, patternProperties, $ref, $dynamicRef} = schema;
  return (allOf ?? discriminator ?? prefixItems ?? patternProperties ?? $ref ?? $dynamicRef) !== undefined;
}

function fitsOne(type: string, schema: SchemaObject, value: Json, schemas: NamedSchemas): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'boolean':
    case 'string':
      return typeof value === type;
    case 'number':
    case 'integer':
      return typeof value === 'number';
    case 'array':
      return Array.isArray(value) && value.every((item) => fitsType(schema.items, item, schemas));
    default:
      return isJsonObject(value) && fitsObject(schema, value, schemas);
  }
}

/** A property with a default counts as required, and an object that says nothing of its properties as empty. */
function fitsObject(schema: SchemaObject, value: Record<string, Json | undefined>, schemas: NamedSchemas): boolean {
  const {properties = {}, required = [], additionalProperties: others = false} = schema;
  const defaulted = Object.entries(properties).filter(([, property]) => hasDefault(property, schemas));
  const demanded = [...required, ...defaulted.map(([name]) => name)];
  if (demanded.some((name) => value[name] === undefined)) return false;
  return Object.entries(value).every(([name, member]) => {
    if (member === undefined) return true;
    if (Object.hasOwn(properties, name)) return fitsType(properties[name], member, schemas) && isAnything(others);
    return others !== false && fitsType(others, member, schemas);
  });
}

function hasDefault(property: Schema, schemas: NamedSchemas): boolean {
  return mergeSchema(property, schemas).default !== undefined;
}

/** The type of the others binds the declared properties too, unless it is `unknown` or there are no others. */
function isAnything(others: Schema): boolean {
  return typeof others === 'boolean' || Object.keys(others).length === 0;
}
