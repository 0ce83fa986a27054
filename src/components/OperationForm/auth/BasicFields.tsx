import {useId, type ReactNode} from 'react';
import {joinBasic, splitBasic} from '../../../form/auth/basic.ts';
import SecretInput from '../SecretInput.tsx';
import styles from '../OperationForm.module.css';

interface BasicFieldsProps {
  /** Of the security scheme. */
  name: string;
  /** `user:password`, or empty. */
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

/** User name and password of HTTP basic (RFC 7617). */
export default function BasicFields({name, value, onChange, error}: BasicFieldsProps): ReactNode {
  const id = useId();
  const {user, password} = splitBasic(value);
  return (
    <>
      <div className={styles.field}>
        <label htmlFor={`${id}-user`}>
          User name <code className={styles.wireName}>{name}</code>
        </label>
        <input
          id={`${id}-user`}
          className={styles.input}
          name={`authorization.${name}`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={user}
          aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) => onChange(joinBasic(event.target.value, password))}
        />
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-password`}>
          Password <code className={styles.wireName}>{name}</code>
        </label>
        <SecretInput
          id={`${id}-password`}
          name={`authorization.${name}.password`}
          label="Password"
          value={password}
          onChange={(next) => onChange(joinBasic(user, next))}
        />
      </div>
    </>
  );
}
