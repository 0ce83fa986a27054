import {memo, useContext, useId, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import ChoiceControl from './ChoiceControl.tsx';
import FieldMarks from './FieldMarks.tsx';
import ConstantControl from './fields/ConstantControl.tsx';
import {FieldHelp, FieldMessage, hasHelp} from './fields/FieldHead.tsx';
import FileControl from './fields/FileControl.tsx';
import SentMark from './fields/SentMark.tsx';
import TextControl from './fields/TextControl.tsx';
import {FieldContext, useHeld, useMessage, useReadOnly} from './fields/field-context.ts';
import fieldStyles from './fields/Fields.module.css';
import styles from './OperationForm.module.css';

/** One field: label, help, limits in words, the control, what is sent of it, and its message. */
function FieldControl({field, label}: {field: Field; label?: string}): ReactNode {
  return (
    <>
      <Control field={field} stateKey={field.key} name={field.name} label={label ?? field.label} />
      {field.confirm !== undefined && (
        <Control
          field={field}
          stateKey={`${field.key}#confirm`}
          name={`${field.name}#confirm`}
          label={field.confirm}
          isRepeat
        />
      )}
    </>
  );
}

export default memo(FieldControl);

interface ControlProps {
  field: Field;
  stateKey: string;
  name: string;
  label: string;
  /** The second entry of a value that is asked for twice: it has no help of its own. */
  isRepeat?: boolean;
}

/** What every control of a field carries. */
export interface ControlAttributes {
  id: string;
  name: string;
  'data-field': string;
  'aria-invalid': boolean;
  'aria-describedby': string;
  'aria-required': boolean;
}

function Control({field, stateKey, name, label, isRepeat = false}: ControlProps): ReactNode {
  const id = useId();
  const {store} = useContext(FieldContext);
  const value = useHeld(stateKey);
  const message = useMessage(name);
  const isReadOnly = useReadOnly(field);
  const hasOwnHelp = !isRepeat && hasHelp(field);
  const common: ControlAttributes = {
    id,
    name,
    'data-field': name,
    'aria-invalid': message !== undefined,
    'aria-describedby': [hasOwnHelp ? `${id}-help` : '', `${id}-error`].filter(Boolean).join(' '),
    'aria-required': field.required,
  };
  const help = hasOwnHelp && <FieldHelp field={field} id={`${id}-help`} />;
  const error = <FieldMessage id={`${id}-error`} message={message} />;
  const mark = !isRepeat && <SentMark field={field} />;
  if (field.control === 'checkbox') {
    return (
      <div className={styles.field}>
        <div className={fieldStyles.head}>
          <label className={styles.checkboxLabel}>
            <input
              {...common}
              type="checkbox"
              disabled={isReadOnly}
              checked={value === true}
              onChange={(event) => store.setValue(stateKey, event.target.checked ? true : undefined)}
            />
            <span>
              {label} <FieldMarks field={field} />
            </span>
          </label>
          {mark}
        </div>
        {help}
        {error}
      </div>
    );
  }
  if (field.control === 'radio' || field.control === 'select') {
    return (
      <ChoiceControl
        field={field}
        label={label}
        common={common}
        value={typeof value === 'string' ? value : value === null ? 'null' : ''}
        isReadOnly={isReadOnly}
        onChange={(next) => store.setValue(stateKey, next === '' ? undefined : next)}
        help={help}
        message={error}
      />
    );
  }
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} <FieldMarks field={field} isRepeat={isRepeat} />
      </label>
      {help}
      {field.control === 'file' ? (
        <FileControl common={common} field={field} label={label} isReadOnly={isReadOnly} />
      ) : field.control === 'constant' ? (
        <ConstantControl common={common} field={field} />
      ) : (
        <TextControl
          common={common}
          field={field}
          label={label}
          isReadOnly={isReadOnly}
          value={typeof value === 'string' ? value : ''}
          isNull={value === null}
          onText={(next) => store.setValue(stateKey, next === '' ? undefined : next)}
        />
      )}
      {mark}
      {error}
    </div>
  );
}
