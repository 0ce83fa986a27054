import {memo, useId, useSyncExternalStore, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import Limit from '../Properties/Limit.tsx';
import Prose from '../Prose/Prose.tsx';
import ChoiceControl from './ChoiceControl.tsx';
import FieldMarks from './FieldMarks.tsx';
import SecretInput from './SecretInput.tsx';
import styles from './OperationForm.module.css';

/** One field: label, help, limits in words, the control, and its message. */
function FieldControl({field, store}: {field: Field; store: FormStore}): ReactNode {
  return (
    <>
      <Control field={field} store={store} name={field.name} label={field.label} />
      {field.confirm !== undefined && (
        <Control field={field} store={store} name={`${field.name}#confirm`} label={field.confirm} isRepeat />
      )}
    </>
  );
}

export default memo(FieldControl);

interface ControlProps {
  field: Field;
  store: FormStore;
  name: string;
  label: string;
  /** The second entry of a value that is asked for twice: it has no help of its own. */
  isRepeat?: boolean;
}

function Control({field, store, name, label, isRepeat = false}: ControlProps): ReactNode {
  const id = useId();
  const value = useSyncExternalStore(
    store.subscribe,
    () => store.value(name),
    () => store.value(name),
  );
  const error = useSyncExternalStore(
    store.subscribe,
    () => store.error(name),
    () => undefined,
  );
  const hasHelp = !isRepeat && (field.description !== undefined || field.limits.length > 0);
  const describedBy = [hasHelp ? `${id}-help` : '', `${id}-error`].filter(Boolean).join(' ');
  const common = {
    id,
    name,
    'data-field': name,
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy,
    'aria-required': field.required,
  };
  const text = typeof value === 'string' ? value : '';
  const help = hasHelp && (
    <div id={`${id}-help`} className={styles.help}>
      <Prose html={field.description} />
      {field.limits.map((limit) => (
        <span key={limit} className={styles.limit}>
          <Limit text={limit} />
        </span>
      ))}
    </div>
  );
  const message = (
    <p id={`${id}-error`} className={styles.error}>
      {error}
    </p>
  );
  if (field.control === 'checkbox') {
    return (
      <div className={styles.field}>
        <label className={styles.checkboxLabel}>
          <input
            {...common}
            type="checkbox"
            checked={value === true}
            onChange={(event) => store.setValue(name, event.target.checked ? true : undefined)}
          />
          <span>
            {label} <FieldMarks field={field} />
          </span>
        </label>
        {help}
        {message}
      </div>
    );
  }
  if (field.control === 'radio' || field.control === 'select') {
    return (
      <ChoiceControl
        field={field}
        common={common}
        value={text}
        onChange={(next) => store.setValue(name, next === '' ? undefined : next)}
        help={help}
        message={message}
      />
    );
  }
  const onText = (next: string) => store.setValue(name, next);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} <FieldMarks field={field} isRepeat={isRepeat} />
      </label>
      {help}
      {field.control === 'json' || field.control === 'multiline' ? (
        <textarea
          {...common}
          className={styles.input}
          rows={4}
          spellCheck={field.control === 'multiline'}
          placeholder={field.placeholder}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      ) : field.control === 'password' ? (
        <SecretInput {...common} label={label} autoComplete={field.autocomplete} value={text} onChange={onText} />
      ) : (
        <input
          {...common}
          className={styles.input}
          type={inputType(field)}
          inputMode={field.control === 'number' ? 'decimal' : undefined}
          autoComplete={field.autocomplete ?? 'off'}
          autoCapitalize="none"
          spellCheck={false}
          placeholder={field.placeholder}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      )}
      {message}
    </div>
  );
}

/** Dates and numbers stay text, so that what is typed is kept exactly; only the keyboard on a phone differs. */
function inputType(field: Field): string {
  return field.control === 'email' || field.control === 'url' ? field.control : 'text';
}
