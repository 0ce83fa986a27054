import type {ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';
import styles from './Live.module.css';

interface InvalidNoticeProps {
  /** Of the operation: a page may hold several forms. */
  title: string;
  count: number;
  onSendAnyway: () => void;
}

/** Says that nothing was sent and why, and offers to send it all the same: an API's own answer is worth seeing. */
export default function InvalidNotice({title, count, onSendAnyway}: InvalidNoticeProps): ReactNode {
  return (
    <section className={styles.notice} data-result="" data-status="invalid" aria-label={`${title}, not sent`}>
      <p>
        <strong>Not sent.</strong> {count === 1 ? 'One entry does' : `${count} entries do`} not fit what the API
        documents. What is wrong stands beside it.
      </p>
      <button type="button" className={formStyles.button} onClick={onSendAnyway}>
        Send anyway
      </button>
    </section>
  );
}
