import type {ReactNode} from 'react';
import type {SchemaNode} from '../../model/schema-tree.ts';
import PropertyRow from './PropertyRow.tsx';
import {useTree} from './reference-context.ts';

interface SchemaRowProps {
  /** The address of the row on its page: `query.force`. */
  id: string;
  name: string;
  required: boolean;
  deprecated?: boolean | undefined;
  /** HTML that stands instead of the schema's own description. */
  description?: string | undefined;
  children?: ReactNode;
}

/** The row of something that has a schema without being a property: a parameter, a header. */
export default function SchemaRow(row: SchemaRowProps): ReactNode {
  return <PropertyRow {...row} node={useTree(row.id) ?? anything} />;
}

const anything: SchemaNode = {type: {type: 'any'}, facts: []};
