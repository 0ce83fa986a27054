import {mergeSchema} from './merge-schema.ts';
import {resolveSchema, schemaName, typesOf} from './schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

/** A schema's type in words, in pieces that a page can set and link on their own. */
export interface TypeDescription {
  /** "string", "string or null", "array of FieldError", "one of 3 forms". */
  type: string;
  /** The named schema that `type` speaks of. */
  ref?: string;
  /** "email", "int64"; of the items where the type is an array. */
  format?: string;
}

/** Says in a few words what values a schema admits. Objects and unions with a name are called by it. */
export function describeType(schema: Schema, schemas: NamedSchemas): TypeDescription {
  return describe(schema, schemas, 4);
}

function describe(schema: Schema, schemas: NamedSchemas, depth: number): TypeDescription {
  if (schema === false) return {type: 'nothing'};
  const merged = mergeSchema(schema, schemas);
  const name = nameOf(schema, schemas);
  const types = typesOf(merged);
  const branches = merged.oneOf ?? merged.anyOf;
  const format = merged.format ?? merged.contentEncoding;
  const orNull = types.includes('null') && types.length > 1 ? ' or null' : '';
  const withName = {...(name === undefined ? {} : {ref: name})};

  if (merged.properties !== undefined || (branches !== undefined && merged.items === undefined)) {
    const plain = branches === undefined ? 'object' : `${merged.oneOf ? 'one' : 'any'} of ${branches.length} forms`;
    return {type: (name ?? plain) + orNull, ...withName};
  }
  // Without further items, those of `prefixItems` are all there are: they are told one by one.
  const isTuple = merged.items === false && merged.prefixItems !== undefined;
  if (types.includes('array') && merged.items !== undefined && !isTuple && depth > 0) {
    const item = describe(merged.items, schemas, depth - 1);
    return {...withName, ...item, type: `array of ${item.type}${orNull}`};
  }
  if (isMap(merged) && merged.additionalProperties !== undefined && depth > 0) {
    const value = describe(merged.additionalProperties, schemas, depth - 1);
    return {...withName, ...value, type: `map of ${value.type}${orNull}`};
  }
  const type = types.length === 0 ? 'any' : types.join(' or ');
  return {type, ...withName, ...(format === undefined ? {} : {format})};
}

/** The name of a schema that is a reference, or a reference with annotations or null added to it. */
function nameOf(schema: Schema, schemas: NamedSchemas): string | undefined {
  if (typeof schema === 'boolean') return undefined;
  if (schema.$ref !== undefined) return schemaName(schema.$ref);
  const parts = schema.allOf ?? schema.oneOf ?? schema.anyOf ?? [];
  const [only, second] = parts.filter((part) => typesOf(resolveSchema(part, schemas)).join() !== 'null');
  return only === undefined || second !== undefined || schema.properties ? undefined : nameOf(only, schemas);
}

function isMap({type, properties, additionalProperties}: SchemaObject): boolean {
  return (
    (type === undefined || [type].flat().includes('object')) &&
    properties === undefined &&
    typeof additionalProperties === 'object'
  );
}
