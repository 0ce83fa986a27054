import {createContext, useContext, useMemo} from 'react';
import {growTrees, type Direction, type SchemaNode} from '../../model/schema-tree.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';

/** What the rows of a page share. */
export interface Reference {
  /** The address of the page of each named schema. */
  schemaLinks: Record<string, string>;
  /** The named schemas that this page can open on demand. */
  schemas: NamedSchemas;
  /** The trees of the page, grown together so that they share its bounds, by their addresses. */
  trees: ReadonlyMap<string, SchemaNode>;
}

export const ReferenceContext = createContext<Reference>({schemaLinks: {}, schemas: {}, trees: new Map()});

/** The tree at an address of the page; one that the page has not grown grows here, alone. */
export function useTree(id: string, schema: Schema, schemas: NamedSchemas, direction: Direction): SchemaNode {
  const grown = useContext(ReferenceContext).trees.get(id);
  return useMemo(
    () => grown ?? growTrees([{id, schema, direction}], schemas)[0] ?? {type: {type: 'any'}, facts: []},
    [grown, id, schema, schemas, direction],
  );
}
