import {Fragment, type ReactNode} from 'react';
import type {Operation} from '../../model/operation.ts';
import styles from './OperationPage.module.css';

/** The full address of an operation; the parts of the path that the caller fills in stand out. */
export default function Address({operation}: {operation: Operation}): ReactNode {
  // Odd parts of the split are what the capture group matched: the templates.
  const parts = operation.path.split(/(\{[^}]*\})/);
  return (
    <code className={styles.address}>
      <span className={styles.server}>{operation.servers[0]?.url}</span>
      {parts.map((part, index) =>
        index % 2 === 1 ? <var key={index}>{part}</var> : <Breakable key={index} path={part} />,
      )}
    </code>
  );
}

/** A long path goes on in a new line before a slash, rather than in the middle of a word. */
function Breakable({path}: {path: string}): ReactNode {
  return path.split(path.length > 24 ? /(?=\/)/ : /^(?=\/)/).map((segment, index) => (
    <Fragment key={index}>
      <wbr />
      {segment}
    </Fragment>
  ));
}
