import {useState, type ReactNode} from 'react';
import styles from './Reply.module.css';

/** Nothing is fetched for a preview, and no script runs. */
const policy =
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; ` +
  `img-src data:; font-src data:; form-action 'none'; base-uri 'none'">`;

/** How HTML looks without its scripts and without anything from elsewhere, when the reader asks for it. */
export default function HtmlPreview({text}: {text: string}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.preview} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Preview without scripts</summary>
      {isOpen && (
        <iframe
          className={styles.document}
          sandbox=""
          srcDoc={policy + text}
          title="Preview of the body of the reply"
        />
      )}
    </details>
  );
}
