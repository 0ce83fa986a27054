import clsx from 'clsx';
import type {ReactNode} from 'react';
import styles from './Method.module.css';

/** The HTTP method in its colour. */
export default function Method({method}: {method: string}): ReactNode {
  return <span className={clsx(styles.method, styles[method.toLowerCase()])}>{method}</span>;
}
