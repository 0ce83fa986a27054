import {isSecret, type SchemaObject} from './schema.ts';
import type {SchemaNode} from './schema-tree.ts';

/**
 * The heading over what a named schema says, and its anchor: not every schema has properties.
 * @param merged the schema with its references followed
 */
export function schemaHeading(tree: SchemaNode, merged: SchemaObject): {id: string; value: string} {
  if (hasProperties(tree)) return {id: 'properties', value: 'Properties'};
  const isEnumeration = merged.enum !== undefined && !isSecret(merged);
  return isEnumeration ? {id: 'values', value: 'Values'} : {id: 'schema', value: 'Schema'};
}

function hasProperties({properties = [], groups = []}: SchemaNode): boolean {
  return properties.length > 0 || groups.some(({members}) => members.some(({node}) => hasProperties(node)));
}
