import {useEffect, useState, type ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';

interface CopyButtonProps {
  text: string;
  /** What the button is called. */
  label: string;
  /** What stands on it. */
  caption?: string;
}

/** Copies a text and says that it did. */
export default function CopyButton({text, label, caption = 'Copy'}: CopyButtonProps): ReactNode {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  useEffect(() => {
    if (state === 'idle') return undefined;
    const timer = setTimeout(() => setState('idle'), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    // Without a secure context there is no clipboard: the text can still be selected by hand.
    const written =
      'clipboard' in navigator ? navigator.clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
    written.then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <button type="button" className={formStyles.button} aria-label={label} onClick={copy}>
      <span aria-live="polite">
        {state === 'idle' ? caption : state === 'copied' ? 'Copied' : 'Select and copy by hand'}
      </span>
    </button>
  );
}
