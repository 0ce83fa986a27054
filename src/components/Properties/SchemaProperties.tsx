import type {ReactNode} from 'react';
import {useTree} from './reference-context.ts';
import SchemaContents, {hasContents, SchemaHead} from './SchemaContents.tsx';

/** A whole schema: its type and limits, then everything in it, nested properties below their parents. */
export default function SchemaProperties({id}: {id: string}): ReactNode {
  const node = useTree(id);
  if (node === undefined) return null;
  return (
    <>
      <SchemaHead node={node} />
      {hasContents(node) && <SchemaContents node={node} level={0} />}
    </>
  );
}
