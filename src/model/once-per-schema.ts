import {schemaName, type NamedSchemas, type SchemaObject} from './schema.ts';

/**
 * A function of a schema that remembers what it gave, for as long as the named schemas live: pages ask the same of the
 * same schemas many times. A schema that is nothing but a reference is remembered by its name, for where all refer to all
 * there are as many references as ways. What is given must not be changed.
 */
export function oncePerSchema<Result>(
  make: (schema: SchemaObject, schemas: NamedSchemas) => Result,
): (schema: SchemaObject, schemas: NamedSchemas) => Result {
  const known = new WeakMap<NamedSchemas, Results<Result>>();
  return (schema, schemas) => {
    const results: Results<Result> = known.get(schemas) ?? {bySchema: new WeakMap(), byName: new Map()};
    known.set(schemas, results);
    const name = nameOfReference(schema);
    const found = name === undefined ? results.bySchema.get(schema) : results.byName.get(name);
    if (found !== undefined) return found;
    const made = make(schema, schemas);
    if (name === undefined) results.bySchema.set(schema, made);
    else results.byName.set(name, made);
    return made;
  };
}

interface Results<Result> {
  bySchema: WeakMap<SchemaObject, Result>;
  byName: Map<string, Result>;
}

/** The name that a schema refers to when it says nothing else. */
export function nameOfReference(schema: SchemaObject): string | undefined {
  const {$ref} = schema;
  if (typeof $ref !== 'string') return undefined;
  for (const key in schema) if (key !== '$ref') return undefined;
  return schemaName($ref);
}
