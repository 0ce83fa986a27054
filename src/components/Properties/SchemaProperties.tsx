import type {ReactNode} from 'react';
import type {Direction} from '../../model/schema-tree.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
import {useTree} from './reference-context.ts';
import SchemaContents, {hasContents, SchemaHead} from './SchemaContents.tsx';

interface SchemaPropertiesProps {
  schema: Schema;
  schemas: NamedSchemas;
  direction: Direction;
  /** The address of what the schema describes: `body`, `response-200`. */
  id: string;
}

/** A whole schema: its type and limits, then everything in it, nested properties below their parents. */
export default function SchemaProperties({schema, schemas, direction, id}: SchemaPropertiesProps): ReactNode {
  const node = useTree(id, schema, schemas, direction);
  return (
    <>
      <SchemaHead node={node} />
      {hasContents(node) && <SchemaContents node={node} level={0} />}
    </>
  );
}
