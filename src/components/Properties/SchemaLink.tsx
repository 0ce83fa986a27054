import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {TypeDescription} from '../../model/describe-type.ts';
import {useSchemaAddress} from './reference-context.ts';
import styles from './Properties.module.css';

/** Leads to the page of a schema whose name stands above already: a summary that opens cannot hold a link itself. */
export default function SchemaLink({type: {ref}}: {type: TypeDescription}): ReactNode {
  const href = useSchemaAddress(ref);
  return (
    href !== undefined && (
      <p className={styles.scalar}>
        <Link to={href} aria-label={`Page of this schema, ${ref ?? ''}`}>
          Page of this schema
        </Link>
      </p>
    )
  );
}
