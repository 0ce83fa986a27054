import {useEffect, useId, useRef, type ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';
import {useEscape} from '../use-escape.ts';
import styles from './Live.module.css';

interface LiveNoticeProps {
  target: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks once per server, before the first live send: from here on it is real. */
export default function LiveNotice({target, onConfirm, onCancel}: LiveNoticeProps): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  useEscape(onCancel);
  return (
    <section
      className={styles.notice}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <p id={`${id}-title`}>
        <strong>This call is real.</strong>
      </p>
      <p id={`${id}-text`}>
        What you filled in goes to <code>{target}</code>, and what it does there stays done. Asked once for each server.
      </p>
      <div className={styles.row}>
        <button ref={button} type="button" className={formStyles.submit} onClick={onConfirm}>
          Send real data
        </button>
        <button type="button" className={formStyles.button} onClick={onCancel}>
          Do not send
        </button>
      </div>
    </section>
  );
}
