import {useEffect, useId, useState, type ReactNode} from 'react';
import formStyles from '../../OperationForm.module.css';
import {useEscape} from '../../use-escape.ts';
import liveStyles from '../Live.module.css';
import CopyButton from '../CopyButton.tsx';
import type {SharedLink} from './make-link.ts';
import styles from './Share.module.css';

interface SharePanelProps {
  title: string;
  link: SharedLink;
  onClose: () => void;
}

/** The link that was made, copied at once where that is allowed, and what is not in it; or why there is none. */
export default function SharePanel({title, link, onClose}: SharePanelProps): ReactNode {
  const id = useId();
  const isCopied = useCopied(link);
  useEscape(onClose);
  return (
    <section className={liveStyles.made} aria-label={`${title}, link`} data-share="">
      {'refusal' in link ? (
        <p role="status">{link.refusal}</p>
      ) : (
        <>
          <div role="status">
            <p>
              <strong>{isCopied ? 'The link is copied.' : 'This is the link.'}</strong> Whoever opens it finds the form
              filled in; nothing is sent by it.
            </p>
            {link.leavesOut.length > 0 && (
              <ul className={styles.left}>
                {link.leavesOut.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </div>
          <label htmlFor={id}>Link to this request</label>
          <div className={liveStyles.row}>
            <input
              id={id}
              className={`${formStyles.input} ${styles.link}`}
              readOnly
              value={link.address}
              onFocus={(event) => event.target.select()}
            />
            <CopyButton text={link.address} label="Copy the link" />
          </div>
        </>
      )}
      <button type="button" className={formStyles.textButton} onClick={onClose}>
        Close
      </button>
    </section>
  );
}

/** Copies the link once; a browser may refuse, then it stands there to be copied by hand. */
function useCopied(link: SharedLink): boolean {
  const [copied, setCopied] = useState<SharedLink>();
  useEffect(() => {
    // Without a secure context there is no clipboard.
    if ('refusal' in link || !('clipboard' in navigator)) return;
    navigator.clipboard.writeText(link.address).then(
      () => setCopied(link),
      () => setCopied(undefined),
    );
  }, [link]);
  return copied === link;
}
