import {member} from '../../model/member.ts';
import {schemaName, type NamedSchemas, type Schema, type SchemaObject} from '../../model/schema.ts';
import {setSchema} from './context.ts';
import {mapSubschemas} from './schema-positions.ts';
import {createComponents} from './strong-components.ts';

/**
 * The named schemas that these schemas reach, over any number of steps: by reference, by the mapping of a discriminator,
 * and, from a base with a discriminator, those that extend it with `allOf` (OpenAPI 3.1, Discriminator Object: such a
 * schema is a form of its base under its own name).
 *
 * What reaches the same gets the same object, which must not be changed: in a large document thousands of operations reach
 * a thousand schemas each.
 */
export function reachableSchemas(roots: Schema[], all: NamedSchemas): NamedSchemas {
  const graph = graphOf(all);
  // What stands in a root itself is no base of it.
  const references = roots.flatMap((root) => (typeof root === 'boolean' ? [] : findReferences(root, false)));
  const nodes = references.flatMap(nodesOf).filter((node) => !isForms(node) || graph.targetsOf(node).length > 0);
  const key = [...new Set(nodes.map(graph.componentOf))].sort((a, b) => a - b).join();
  const reached = graph.reached.get(key) ?? reach(nodes, graph);
  graph.reached.set(key, reached);
  return reached;
}

function reach(nodes: string[], {all, targetsOf}: Graph): NamedSchemas {
  const reached: NamedSchemas = {};
  const seen = new Set(nodes);
  // Without recursion: schemas may stand in a chain of thousands.
  const open = [...seen];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const target = isForms(node) ? undefined : member(all, nameOf(node));
    if (target !== undefined) setSchema(reached, nameOf(node), target);
    for (const next of targetsOf(node)) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** How the named schemas lead to each other. A node is a schema, or the forms of a schema with a discriminator. */
interface Graph {
  all: NamedSchemas;
  /** How many schemas there were. */
  count: number;
  targetsOf: (node: string) => string[];
  componentOf: (node: string) => number;
  /** What was reached, by the components that it was reached from. */
  reached: Map<string, NamedSchemas>;
}

const graphs = new WeakMap<NamedSchemas, Graph>();

/** While a document is read, schemas get names. */
function graphOf(all: NamedSchemas): Graph {
  const before = graphs.get(all);
  const count = Object.keys(all).length;
  if (before?.count === count) return before;
  const graph = createGraph(all, count);
  graphs.set(all, graph);
  return graph;
}

function createGraph(all: NamedSchemas, count: number): Graph {
  let heirs: ReadonlyMap<string, string[]> | undefined;
  const formsOf = (name: string): string[] => {
    if (!isDiscriminated(name, all)) return [];
    heirs ??= findHeirs(all);
    return (heirs.get(name) ?? []).flatMap((heir) => nodesOf({name: heir, isBase: false}));
  };
  const targets = new Map<string, string[]>();
  const targetsOf = (node: string): string[] => {
    const before = targets.get(node);
    if (before !== undefined) return before;
    const schema = isForms(node) ? undefined : member(all, nameOf(node));
    const found = isForms(node)
      ? formsOf(nameOf(node))
      : typeof schema === 'object'
        ? referencesOf(schema).flatMap(nodesOf)
        : [];
    targets.set(node, found);
    return found;
  };
  return {all, count, targetsOf, componentOf: createComponents(targetsOf), reached: new Map()};
}

/** What extends a base is one of its forms; the other forms are none of its business. */
function nodesOf({name, isBase}: Reference): string[] {
  return isBase ? [`schema ${name}`] : [`schema ${name}`, `forms ${name}`];
}

function isForms(node: string): boolean {
  return node.startsWith('forms ');
}

function nameOf(node: string): string {
  return node.slice(node.indexOf(' ') + 1);
}

/** A name that a schema refers to. */
interface Reference {
  name: string;
  /** Whether the schema extends it. */
  isBase: boolean;
}

/** The references of a named schema; it is asked again when others have got names. */
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
