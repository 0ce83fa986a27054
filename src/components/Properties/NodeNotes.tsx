import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {SchemaNode} from '../../model/schema-tree.ts';
import Limit from './Limit.tsx';
import styles from './Properties.module.css';

/** What a schema says of its values beside their type: limits in words, the values of an enumeration, where to read on. */
export default function NodeNotes({node}: {node: SchemaNode}): ReactNode {
  const {facts, values, externalDocs} = node;
  return (
    <>
      {facts.length > 0 && (
        <ul className={styles.limits}>
          {facts.map((fact) => (
            <li key={fact}>
              <Limit text={fact} />
            </li>
          ))}
        </ul>
      )}
      {values && (
        <details className={styles.nested} open={values.length <= openValues}>
          <summary>One of {values.length} values</summary>
          <ul className={styles.values}>
            {values.map(({value, name, description}, index) => (
              <li key={index}>
                <Limit text={value} />
                {name !== undefined && <span className={styles.mark}> {name}</span>}
                {description !== undefined && <span>: {description}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {externalDocs && (
        <p className={styles.recursion}>
          <Link to={externalDocs.url}>{externalDocs.description ?? 'More about this'}</Link>
        </p>
      )}
    </>
  );
}

/** Longer lists stand closed. */
const openValues = 12;
