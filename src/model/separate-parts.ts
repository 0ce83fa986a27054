import {mergeSchema} from './merge-schema.ts';
import type {SchemaPart} from './schema-parts.ts';
import {resolveSchema, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

/**
 * The parts of an `allOf` that cannot be told as one list of properties: where one part forbids or limits further
 * properties, it means those of the other parts as well (JSON Schema 2020-12 core, 10.3.2.3). Undefined where they can.
 */
export function separateParts(
  schema: Schema,
  schemas: NamedSchemas,
): {own: SchemaObject; part: SchemaPart} | undefined {
  const {allOf, ...own} = resolveSchema(schema, schemas);
  if (!Array.isArray(allOf) || ![own, ...allOf].some((part) => isClosed(resolveSchema(part, schemas))))
    return undefined;
  const merged = [own, ...allOf].map((part) => mergeSchema(part, schemas));
  const names = new Set(merged.flatMap(({properties}) => Object.keys(properties ?? {})));
  const isSeparate = merged.some((part) => isClosed(part) && [...names].some((name) => !knows(part, name)));
  if (!isSeparate) return undefined;
  return {own, part: {title: 'All of', members: allOf.map((part) => ({schema: part, suffix: ''}))}};
}

function isClosed({additionalProperties}: SchemaObject): boolean {
  return additionalProperties !== undefined && additionalProperties !== true;
}

/** Patterns are not tried: a document's expression may take for ever. */
function knows({properties, patternProperties}: SchemaObject, name: string): boolean {
  return Object.hasOwn(properties ?? {}, name) || patternProperties !== undefined;
}
