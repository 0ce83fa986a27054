import {useEffect, useRef, useState, type ReactNode} from 'react';
import styles from './CodeBox.module.css';

interface CodeBoxProps {
  /** What the code is, for the names of the buttons. */
  label: string;
  title: string;
  /** The `code` element, with one element for each line. */
  children: ReactNode;
}

/** Code with a title, line numbers, and buttons to wrap its lines and to copy it as one block. */
export default function CodeBox({label, title, children}: CodeBoxProps): ReactNode {
  const code = useRef<HTMLPreElement>(null);
  const [isWrapped, setIsWrapped] = useState(false);
  return (
    <div className={styles.block}>
      <div className={styles.codeBlockTitle}>
        <span>{title}</span>
        <span className={styles.actions}>
          <button
            type="button"
            aria-pressed={isWrapped}
            aria-label={`Wrap the lines of the code, ${label}`}
            onClick={() => setIsWrapped(!isWrapped)}
          >
            Wrap
          </button>
          <CopyCode label={label} text={() => code.current?.textContent ?? ''} />
        </span>
      </div>
      <section
        className={isWrapped ? `${styles.scroller} ${styles.wrapped}` : styles.scroller}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={`Code, ${label}`}
      >
        <pre ref={code} className={styles.codeBlockLinesWithNumbering}>
          {children}
        </pre>
      </section>
    </div>
  );
}

/** What stands on the button says how it went, and a screen reader says it too. */
function CopyCode({label, text}: {label: string; text: () => string}): ReactNode {
  const [state, setState] = useState<'Copy' | 'Copied' | 'Select it and copy by hand'>('Copy');
  useEffect(() => {
    if (state === 'Copy') return undefined;
    const timer = setTimeout(() => setState('Copy'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = async (): Promise<void> => {
    try {
      // Without a secure context there is no clipboard: then this fails, and the text can still be selected.
      await navigator.clipboard.writeText(text());
      setState('Copied');
    } catch {
      setState('Select it and copy by hand');
    }
  };
  return (
    <button type="button" aria-label={`Copy the code, ${label}`} onClick={() => void copy()}>
      <span aria-live="polite">{state}</span>
    </button>
  );
}
