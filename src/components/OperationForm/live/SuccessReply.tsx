import {useState, type ReactNode} from 'react';
import type {FormReply, SuccessView} from '../live-contract.ts';
import styles from './Live.module.css';

interface SuccessReplyProps {
  title: string;
  reply: FormReply;
  success: SuccessView;
  /** The reply itself. */
  children: ReactNode;
}

/** What the page says of a call that succeeded; the reply is one press away. */
export default function SuccessReply({title, reply, success, children}: SuccessReplyProps): ReactNode {
  const [open, setOpen] = useState(false);
  if (open) return children;
  return (
    <section className={styles.reply} data-result="" data-status={String(reply.status)} aria-label={`Result, ${title}`}>
      <div>{typeof success === 'function' ? success(reply) : success}</div>
      <button type="button" className={styles.button} onClick={() => setOpen(true)}>
        Show the reply
      </button>
    </section>
  );
}
