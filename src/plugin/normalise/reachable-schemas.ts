import {member} from '../../model/member.ts';
import {schemaName, type NamedSchemas, type Schema, type SchemaObject} from '../../model/schema.ts';
import {setSchema} from './context.ts';
import {mapSubschemas} from './schema-positions.ts';

/**
 * The named schemas that these schemas reach, over any number of steps: by reference, by the mapping of a discriminator,
 * and, from a base with a discriminator, those that extend it with `allOf` (OpenAPI 3.1, Discriminator Object: such a
 * schema is a form of its base under its own name).
 */
export function reachableSchemas(roots: Schema[], all: NamedSchemas): NamedSchemas {
  const reached: NamedSchemas = {};
  const formsReached = new Set<string>();
  let heirs: ReadonlyMap<string, string[]> | undefined;
  const open: Reference[] = roots.flatMap((root) => (typeof root === 'boolean' ? [] : findReferences(root, false)));
  const reach = (name: string): void => {
    const target = member(all, name);
    if (target === undefined || Object.hasOwn(reached, name)) return;
    setSchema(reached, name, target);
    if (typeof target === 'object') open.push(...referencesOf(target));
  };
  const reachForms = (name: string): void => {
    if (formsReached.has(name)) return;
    formsReached.add(name);
    if (!isDiscriminated(name, all)) return;
    heirs ??= findHeirs(all);
    for (const heir of heirs.get(name) ?? []) {
      reach(heir);
      reachForms(heir);
    }
  };
  // Without recursion: schemas may stand in a chain of thousands.
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    reach(next.name);
    // What extends a base is one of its forms; the other forms are none of its business.
    if (!next.isBase) reachForms(next.name);
  }
  return reached;
}

/** A name that a schema refers to. */
interface Reference {
  name: string;
  /** Whether the schema extends it. */
  isBase: boolean;
}

/** The references of a named schema. Every operation that reaches it asks. */
function referencesOf(schema: SchemaObject): Reference[] {
  const found = references.get(schema) ?? findReferences(schema, true);
  references.set(schema, found);
  return found;
}

const references = new WeakMap<SchemaObject, Reference[]>();

function findReferences(root: SchemaObject, isNamed: boolean): Reference[] {
  const found = new Map<string, Reference>();
  const bases: unknown[] = isNamed && Array.isArray(root.allOf) ? root.allOf : [];
  const visit = (schema: Schema, isBase: boolean): void => {
    if (typeof schema === 'boolean') return;
    for (const name of namesIn(schema)) {
      found.set(name, {name, isBase: isBase && (found.get(name)?.isBase ?? true)});
    }
    mapSubschemas<unknown>({...schema}, (child) => {
      visit(child as Schema, schema === root && bases.includes(child));
      return child;
    });
  };
  visit(root, false);
  return [...found.values()];
}

/** What a schema refers to itself, and what its discriminator maps to. */
function namesIn({$ref, discriminator}: SchemaObject): string[] {
  return [...($ref === undefined ? [] : [$ref]), ...Object.values(discriminator?.mapping ?? {})].flatMap((target) => {
    return schemaName(target) ?? [];
  });
}

/** The names of the schemas in the `allOf` of a schema. */
function basesOf({allOf}: SchemaObject): string[] {
  if (!Array.isArray(allOf)) return [];
  return allOf.flatMap((part) => (typeof part === 'object' && part.$ref ? (schemaName(part.$ref) ?? []) : []));
}

/** Whether a named schema, or one that it extends, has a discriminator. */
function isDiscriminated(name: string, all: NamedSchemas, seen = new Set<string>()): boolean {
  const schema = member(all, name);
  if (typeof schema !== 'object' || seen.has(name)) return false;
  seen.add(name);
  return schema.discriminator !== undefined || basesOf(schema).some((base) => isDiscriminated(base, all, seen));
}

/** The names of the schemas that extend each schema. */
function findHeirs(all: NamedSchemas): ReadonlyMap<string, string[]> {
  const heirs = new Map<string, string[]>();
  for (const [heir, schema] of Object.entries(all)) {
    if (typeof schema === 'boolean') continue;
    for (const base of basesOf(schema)) {
      const known = heirs.get(base);
      if (known === undefined) heirs.set(base, [heir]);
      else known.push(heir);
    }
  }
  return heirs;
}
