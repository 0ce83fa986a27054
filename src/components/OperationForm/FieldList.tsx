import type {ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import FieldControl from './FieldControl.tsx';
import styles from './OperationForm.module.css';

/** The fields of a form in order; nested objects are groups with a legend. */
export default function FieldList({fields, store}: {fields: Field[]; store: FormStore}): ReactNode {
  return fields.map((field) =>
    field.children === undefined ? (
      <FieldControl key={field.name} field={field} store={store} />
    ) : (
      <fieldset key={field.name} className={styles.group}>
        <legend>
          {field.label}
          {field.required && <span className={styles.required}> required</span>}
        </legend>
        <FieldList fields={field.children} store={store} />
      </fieldset>
    ),
  );
}
