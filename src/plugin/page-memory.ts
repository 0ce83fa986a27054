import type {Json} from '../model/json.ts';
import type {Operation} from '../model/operation.ts';
import {schemaRef, type NamedSchemas} from '../model/schema.ts';
import type {SchemaNode} from '../model/schema-tree.ts';
import {reachableSchemas} from './normalise/reachable-schemas.ts';
import {reuseUnchanged} from './reuse-unchanged.ts';

type Trees = Record<string, SchemaNode>;

/** The parts of a schema's page that take their time. */
interface SchemaParts {
  tree: SchemaNode;
  example: Json;
}

/** What pages are made of, so that what has not changed with a document need not be made again. */
export interface PageMemory {
  /** The trees of an operation: all that they depend on is in it, the named schemas that it reaches among it. */
  operation: (operation: Operation, grow: () => Trees) => Trees;
  /** Of the schema of this name of an API, which depend on the named schemas that it reaches. */
  schema: (apiId: string, name: string, all: NamedSchemas, make: () => SchemaParts) => SchemaParts;
}

/** For whoever makes the pages once: everything is made, nothing is kept. */
export const noMemory: PageMemory = {operation: (_, grow) => grow(), schema: (_id, _name, _all, make) => make()};

/** For a site that is being written. Holds what was made last of each operation and schema, and nothing older. */
export function createPageMemory(): PageMemory {
  const trees = new WeakMap<Operation, Trees>();
  const schemas = new Map<string, Map<string, {reached: NamedSchemas; parts: SchemaParts}>>();
  return {
    operation: (operation, grow) => {
      const grown = trees.get(operation) ?? grow();
      trees.set(operation, grown);
      return grown;
    },
    schema: (apiId, name, all, make) => {
      const ofApi = schemas.get(apiId) ?? new Map<string, {reached: NamedSchemas; parts: SchemaParts}>();
      schemas.set(apiId, ofApi);
      const known = ofApi.get(name);
      const reached = reuseUnchanged(known?.reached, reachableSchemas([{$ref: schemaRef(name)}], all));
      const parts = known?.reached === reached ? known.parts : make();
      ofApi.set(name, {reached, parts});
      if (known === undefined) forgetLost(ofApi, all);
      return parts;
    },
  };
}

/** Names come and go while a document is written. */
function forgetLost(known: Map<string, unknown>, all: NamedSchemas): void {
  if (known.size <= Object.keys(all).length) return;
  for (const name of known.keys()) if (!Object.hasOwn(all, name)) known.delete(name);
}
