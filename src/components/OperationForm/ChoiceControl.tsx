import type {ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import type {ControlAttributes} from './FieldControl.tsx';
import FieldMarks from './FieldMarks.tsx';
import styles from './OperationForm.module.css';

interface ChoiceControlProps {
  field: Field;
  label: string;
  common: ControlAttributes;
  /** The JSON text of the chosen value; empty when nothing is chosen. */
  value: string;
  isReadOnly: boolean;
  onChange: (value: string) => void;
  help: ReactNode;
  message: ReactNode;
}

/** A choice among the values of an enum: radio buttons where they are few, else a list. */
export default function ChoiceControl(props: ChoiceControlProps): ReactNode {
  const {field, label, common, value, isReadOnly, onChange, help, message} = props;
  const known = (field.options ?? []).map(toChoice);
  // A value that is not among the options is shown all the same: it is what would be sent.
  const choices =
    value === '' || known.some(({text}) => text === value) ? known : [...known, {label: value, text: value}];
  if (field.control === 'select') {
    return (
      <div className={styles.field}>
        <label htmlFor={common.id}>
          {label} <FieldMarks field={field} />
        </label>
        {help}
        <select
          {...common}
          className={styles.input}
          value={value}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">Left out</option>
          {choices.map((choice) => (
            <option key={choice.text} value={choice.text}>
              {choice.label}
            </option>
          ))}
        </select>
        {message}
      </div>
    );
  }
  const canLeaveOut = !field.required && field.place.isItem !== true;
  return (
    <fieldset
      className={styles.field}
      aria-describedby={common['aria-describedby']}
      aria-invalid={common['aria-invalid']}
    >
      <legend>
        {label} <FieldMarks field={field} />
      </legend>
      {help}
      {[...(canLeaveOut ? [{label: 'Left out', text: ''}] : []), ...choices].map((choice) => (
        <label key={choice.text} className={styles.checkboxLabel}>
          <input
            type="radio"
            name={common.name}
            data-field={common['data-field']}
            value={choice.text}
            disabled={isReadOnly}
            checked={value === choice.text}
            onChange={() => onChange(choice.text)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
      {message}
    </fieldset>
  );
}

function toChoice({value, label}: NonNullable<Field['options']>[number]): {label: string; text: string} {
  return {label, text: JSON.stringify(value)};
}
