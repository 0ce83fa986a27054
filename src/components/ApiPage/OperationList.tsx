import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {OperationEntry} from '../../model/page.ts';
import Method from '../Method/Method.tsx';
import styles from './ApiPage.module.css';

/** Operations or webhooks as links to their pages. */
export default function OperationList({operations}: {operations: OperationEntry[]}): ReactNode {
  if (operations.length === 0) return null;
  return (
    <ul className={styles.operations}>
      {operations.map((operation) => (
        <li key={operation.key}>
          <Link to={operation.permalink} className={styles.operation}>
            <span className={styles.operationTitle}>
              {operation.title}
              {operation.deprecated && <span className="badge badge--warning">deprecated</span>}
            </span>
            <span className={styles.address}>
              <Method method={operation.method} /> <code>{operation.path}</code>
            </span>
            {operation.summary && <span className={styles.muted}>{operation.summary}</span>}
          </Link>
        </li>
      ))}
    </ul>
  );
}
