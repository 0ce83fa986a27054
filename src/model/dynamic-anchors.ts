import {member} from './member.ts';
import {foldedNames} from './schema-references.ts';
import {schemaRef, type NamedSchemas, type Schema} from './schema.ts';

/** The schema that each `$dynamicAnchor` leads to from where one stands. */
export type Anchors = ReadonlyMap<string, Schema>;

/**
 * The anchors as they are within this schema: those from further out win, as JSON Schema 2020-12 core, 8.2.3.2 has it.
 */
export function dynamicAnchors(outer: Anchors, schema: Schema, schemas: NamedSchemas): Anchors {
  const found = new Map(outer);
  const collect = (owner: Schema | undefined, target: Schema): void => {
    if (typeof owner !== 'object') return;
    const {$dynamicAnchor, $defs} = owner;
    if ($dynamicAnchor !== undefined && !found.has($dynamicAnchor)) found.set($dynamicAnchor, target);
    for (const definition of Object.values($defs ?? {})) {
      if (typeof definition !== 'object' || definition.$dynamicAnchor === undefined) continue;
      if (!found.has(definition.$dynamicAnchor)) found.set(definition.$dynamicAnchor, definition);
    }
  };
  collect(schema, schema);
  for (const name of foldedNames(schema, schemas)) collect(member(schemas, name), {$ref: schemaRef(name)});
  return found.size === outer.size ? outer : found;
}

/** The schema with its `$dynamicRef` made a plain reference, or a part of it; one that leads nowhere says nothing. */
export function resolveDynamic(schema: Schema, anchors: Anchors, schemas: NamedSchemas): Schema {
  if (typeof schema !== 'object' || typeof schema.$dynamicRef !== 'string') return schema;
  const {$dynamicRef, ...rest} = schema;
  if ($dynamicRef.startsWith('#/')) return {...rest, $ref: $dynamicRef};
  const anchor = $dynamicRef.slice($dynamicRef.indexOf('#') + 1);
  const target = anchors.get(anchor) ?? ownerOf(anchor, schemas);
  if (target === undefined) return rest;
  const isReference = typeof target === 'object' && Object.keys(target).join() === '$ref';
  return isReference ? {...rest, ...target} : {...rest, allOf: [...(rest.allOf ?? []), target]};
}

function ownerOf(anchor: string, schemas: NamedSchemas): Schema | undefined {
  const owner = Object.entries(schemas).find(([, schema]) => {
    return typeof schema === 'object' && schema.$dynamicAnchor === anchor;
  });
  return owner === undefined ? undefined : {$ref: schemaRef(owner[0])};
}
