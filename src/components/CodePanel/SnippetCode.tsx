import {useEffect, useRef, useState, type ReactNode} from 'react';
import type {LanguageId} from '../../request/snippets/language-names.ts';
import type {CodeStore} from './code-store.ts';
import {useCode} from './use-code.ts';
import styles from './SnippetCode.module.css';

interface SnippetCodeProps {
  language: LanguageId;
  /** For the buttons. */
  label: string;
  title: string;
  store: CodeStore;
}

/** Code with a title, line numbers, and buttons to wrap its lines and to copy it as one block. */
export default function SnippetCode({language, label, title, store}: SnippetCodeProps): ReactNode {
  const code = useRef<HTMLElement>(null);
  const html = useCode(store, language, code);
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
        <pre className={styles.codeBlockLinesWithNumbering}>
          <code
            ref={code}
            data-snippet={language}
            suppressHydrationWarning
            dangerouslySetInnerHTML={{__html: html ?? ''}}
          />
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
