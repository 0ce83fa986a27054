import type {ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import FieldMarks from './FieldMarks.tsx';
import styles from './OperationForm.module.css';

interface ChoiceControlProps {
  field: Field;
  common: {id: string; name: string; 'data-field': string; 'aria-invalid': boolean; 'aria-describedby': string};
  /** The JSON text of the chosen value; empty when nothing is chosen. */
  value: string;
  onChange: (value: string) => void;
  help: ReactNode;
  message: ReactNode;
}

/** A choice among the values of an enum: radio buttons where they are few, else a list. */
export default function ChoiceControl({field, common, value, onChange, help, message}: ChoiceControlProps): ReactNode {
  const options = field.options ?? [];
  if (field.control === 'select') {
    return (
      <div className={styles.field}>
        <label htmlFor={common.id}>
          {field.label} <FieldMarks field={field} />
        </label>
        {help}
        <select {...common} className={styles.input} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">Left out</option>
          {options.map((option) => (
            <option key={option.label} value={JSON.stringify(option.value)}>
              {option.label}
            </option>
          ))}
        </select>
        {message}
      </div>
    );
  }
  return (
    <fieldset className={styles.field} aria-describedby={common['aria-describedby']}>
      <legend>
        {field.label} <FieldMarks field={field} />
      </legend>
      {help}
      {[...(field.required ? [] : [{label: 'Left out', text: ''}]), ...options.map(toChoice)].map((choice) => (
        <label key={choice.text} className={styles.checkboxLabel}>
          <input
            type="radio"
            name={common.name}
            data-field={common['data-field']}
            value={choice.text}
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
