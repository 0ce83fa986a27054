import {useLayoutEffect, useRef, useState, type InputHTMLAttributes, type ReactNode} from 'react';
import styles from './OperationForm.module.css';

interface SecretInputProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'type'> {
  /** What the field is called, for the name of the reveal button. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** An input for a secret: masked, with a button that shows it. */
export default function SecretInput({label, value, onChange, autoComplete, ...rest}: SecretInputProps): ReactNode {
  const [isShown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isMounted = useRef(false);
  // Given to the control and not to React, which would write the secret into the attribute `value` too. What the reader
  // typed before the page came to life stays.
  useLayoutEffect(() => {
    if (input.current !== null && input.current.value !== value && (isMounted.current || value !== '')) {
      input.current.value = value;
    }
    isMounted.current = true;
  }, [value]);
  return (
    <div className={styles.inputRow}>
      <input
        {...rest}
        ref={input}
        className={styles.input}
        type={isShown ? 'text' : 'password'}
        autoComplete={autoComplete ?? 'off'}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className={styles.button}
        aria-label={`${isShown ? 'Hide' : 'Show'} ${label}`}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? 'Hide' : 'Show'}
      </button>
    </div>
  );
}
