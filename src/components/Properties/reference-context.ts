import {createContext, useContext} from 'react';
import type {NamedSchemas} from '../../model/schema.ts';
import type {SchemaNode} from '../../model/schema-tree.ts';

/** What the rows of a page share. */
export interface Reference {
  /** The address of the page of each named schema. */
  schemaLinks: Record<string, string>;
  /** The named schemas that this page can open on demand. */
  schemas: NamedSchemas;
  /** The trees of the page by their addresses, as the plugin grew them. */
  trees: Record<string, SchemaNode>;
}

export const ReferenceContext = createContext<Reference>({schemaLinks: {}, schemas: {}, trees: {}});

/** The tree at an address of the page; undefined where nothing is described. */
export function useTree(id: string): SchemaNode | undefined {
  const {trees} = useContext(ReferenceContext);
  return Object.hasOwn(trees, id) ? trees[id] : undefined;
}

/** The address of the page of a named schema; undefined where it has none. */
export function useSchemaAddress(name: string | undefined): string | undefined {
  const {schemaLinks} = useContext(ReferenceContext);
  return name !== undefined && Object.hasOwn(schemaLinks, name) ? schemaLinks[name] : undefined;
}
