import {useEffect, useState, type ReactNode} from 'react';
import formStyles from '../OperationForm.module.css';

interface CopyButtonProps {
  text: string;
  /** What the button is called. It begins with the caption, so that it can be called by what is seen. */
  label: string;
  /** What stands on it. */
  caption?: string;
}

const outcomes = {idle: '', copied: 'Copied', refused: 'Select and copy by hand'};

/** Copies a text and says that it did. */
export default function CopyButton({text, label, caption = 'Copy'}: CopyButtonProps): ReactNode {
  const [state, setState] = useState<keyof typeof outcomes>('idle');
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
  const outcome = outcomes[state];
  return (
    <>
      <button
        type="button"
        className={formStyles.button}
        aria-label={outcome === '' ? label : undefined}
        onClick={copy}
      >
        {outcome === '' ? caption : outcome}
      </button>
      <span role="status" className="sr-only">
        {outcome}
      </span>
    </>
  );
}
