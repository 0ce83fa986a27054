import {useCallback, useSyncExternalStore, type ReactNode} from 'react';
import type {Operation} from '../../../model/operation.ts';
import {getMailbox, subscribeDemo} from '../../../transport/demo.ts';
import styles from './Live.module.css';

/** The e-mails that the demo has "sent" in this tab, newest first. */
export default function Mailbox({operation}: {operation: Operation}): ReactNode {
  const {apiId, title} = operation;
  const subscribe = useCallback((listener: () => void) => subscribeDemo(apiId, listener), [apiId]);
  const mails = useSyncExternalStore(
    subscribe,
    () => getMailbox(apiId),
    () => getMailbox(apiId),
  );
  if (mails.length === 0) return null;
  return (
    <section className={styles.mailbox} aria-label={`Mailbox, ${title}`}>
      <p>
        <strong>Mailbox</strong> <span className={styles.muted}>what the demo would have sent by e-mail</span>
      </p>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <details className={styles.details}>
              <summary>
                <strong>{mail.subject}</strong> <span className={styles.muted}>to {mail.to}</span>
              </summary>
              <p className={styles.mailText}>{mail.text}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
