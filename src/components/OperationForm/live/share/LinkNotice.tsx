import type {ReactNode} from 'react';
import formStyles from '../../OperationForm.module.css';
import liveStyles from '../Live.module.css';

interface LinkNoticeProps {
  /** Of the operation. */
  title: string;
  sentences: string[];
  onClose: () => void;
}

/** Says that what stands in the form came with the address of the page. */
export default function LinkNotice({title, sentences, onClose}: LinkNoticeProps): ReactNode {
  return (
    <div role="status">
      {sentences.length > 0 && (
        <section className={liveStyles.notice} aria-label={`${title}, opened link`} data-opened-link="">
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <button type="button" className={formStyles.textButton} onClick={onClose}>
            Close
          </button>
        </section>
      )}
    </div>
  );
}
