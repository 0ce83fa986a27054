import {useContext, useId, type ReactNode} from 'react';
import {addRow} from '../../../form/change-rows.ts';
import type {Field} from '../../../form/fields.ts';
import {readFile} from '../../../form/read-file.ts';
import formStyles from '../OperationForm.module.css';
import {FieldContext} from './field-context.ts';
import styles from './Fields.module.css';

/** Adds any number of files to a list at once. */
export default function AddFiles({field, most}: {field: Field; most: number}): ReactNode {
  const id = useId();
  const {store} = useContext(FieldContext);
  const add = async (files: File[]) => {
    for (const file of files) {
      const read = await readFile(file);
      addRow(store, field, (key) => ({[key]: read}));
    }
  };
  return (
    <div className={styles.file} data-add="" tabIndex={-1}>
      <label htmlFor={id} className={formStyles.note}>
        Add files to {field.label}
      </label>
      <input
        id={id}
        name={field.name}
        type="file"
        multiple
        onChange={(event) => {
          const input = event.target;
          const chosen = [...(input.files ?? [])].slice(0, most);
          void add(chosen).then(
            () => (input.value = ''),
            () => store.setError(field.name, 'The browser cannot read one of these files. Choose it again.'),
          );
        }}
      />
    </div>
  );
}
