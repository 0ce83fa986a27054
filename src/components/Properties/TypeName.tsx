import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {TypeDescription} from '../../model/describe-type.ts';
import {useSchemaAddress} from './reference-context.ts';
import styles from './Properties.module.css';

/** A type in words, with its format; the name of a schema leads to the page of that schema. */
export default function TypeName({type: {type, ref, format}}: {type: TypeDescription}): ReactNode {
  const href = useSchemaAddress(ref);
  const start = ref === undefined || href === undefined ? -1 : type.indexOf(ref);
  const link = href === undefined ? undefined : <Link to={href}>{ref}</Link>;
  return (
    <span className={styles.type}>
      {start < 0 || ref === undefined
        ? type
        : [type.slice(0, start), <span key="ref">{link}</span>, type.slice(start + ref.length)]}
      {format !== undefined && <span className={styles.format}> · {format}</span>}
      {start < 0 && link && <span className={styles.format}> · {link}</span>}
    </span>
  );
}
