import {member} from './member.ts';
import {foldedNames} from './schema-references.ts';
import {schemaName, schemaRef, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

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

/** Where a validator stands: what each `$dynamicAnchor` means there. A named schema is told by its name. */
export type DynamicScope = ReadonlyMap<string, string | SchemaObject>;

/**
 * The scope within a schema that is entered from an outer one: as its root, or by a `$ref` to its name. Each named schema
 * counts as a schema resource; all anchors in it are set, and those from further out win (JSON Schema 2020-12 core, 8.2.3.2).
 */
export function enterScope(outer: DynamicScope, schema: Schema | undefined, name?: string): DynamicScope {
  const own = typeof schema === 'object' ? anchorsIn(schema) : [];
  const added = own.filter(([anchor]) => !outer.has(anchor));
  if (added.length === 0) return outer;
  const found = new Map(outer);
  for (const [anchor, target] of added) {
    if (!found.has(anchor)) found.set(anchor, target === schema && name !== undefined ? name : target);
  }
  return found;
}

/** What a `$dynamicRef` leads to in a scope: a named schema by its name, or a part of one. Undefined when it leads nowhere. */
export function findDynamic(
  $dynamicRef: string,
  scope: DynamicScope,
  schemas: NamedSchemas,
): string | SchemaObject | undefined {
  const [before = '', fragment = ''] = $dynamicRef.split('#');
  if (before === '' && fragment.startsWith('/')) return schemaName($dynamicRef);
  const found = scope.get(fragment);
  if (found !== undefined) return found;
  const owner = ownerOf(fragment, schemas);
  return typeof owner === 'object' && owner.$ref !== undefined ? schemaName(owner.$ref) : undefined;
}

/** All anchors of a schema and of what stands in it, from the outside in; references are not followed. */
function anchorsIn(schema: SchemaObject): readonly [string, SchemaObject][] {
  const known = anchorsOf.get(schema);
  if (known !== undefined) return known;
  const found: [string, SchemaObject][] = [];
  const parts: unknown[] = [schema];
  for (const part of parts) {
    if (typeof part !== 'object' || part === null) continue;
    if ('$dynamicAnchor' in part && typeof part.$dynamicAnchor === 'string') {
      found.push([part.$dynamicAnchor, part as SchemaObject]);
    }
    for (const [keyword, inner] of Object.entries(part)) {
      if (named.has(keyword)) parts.push(...Object.values<unknown>(Object(inner) as Record<string, unknown>));
      else if (!data.has(keyword)) parts.push(inner);
    }
  }
  anchorsOf.set(schema, found);
  return found;
}

const anchorsOf = new WeakMap<SchemaObject, readonly [string, SchemaObject][]>();

/** Keywords that hold values, in which nothing is a schema. */
const data = new Set<string>(['enum', 'const', 'default', 'examples'] satisfies (keyof SchemaObject)[]);

/** Keywords that hold schemas by names, which may be those of keywords. */
const named = new Set<string>([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
] satisfies (keyof SchemaObject)[]);
