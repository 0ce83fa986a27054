import {useContext, useId, type ReactNode} from 'react';
import {addRow, removeRow} from '../../../form/change-rows.ts';
import type {Field} from '../../../form/fields.ts';
import {entryField, entryNameKey, rowsKey, takesEntries} from '../../../form/field-parts.ts';
import {entryKeyName} from '../../../form/read-form.ts';
import formStyles from '../OperationForm.module.css';
import {FieldMessage} from './FieldHead.tsx';
import FieldView from './FieldView.tsx';
import RowActions from './RowActions.tsx';
import {FieldContext, useHeld, useMessage, useReadOnly} from './field-context.ts';
import {useRowFocus} from './use-row-focus.ts';
import styles from './Fields.module.css';

/** The properties that the reader adds to an object: a key and a value each. */
export default function MapEntries({field}: {field: Field}): ReactNode {
  const {store} = useContext(FieldContext);
  const held = useHeld(rowsKey(field));
  const ids = Array.isArray(held) ? (held as readonly string[]) : [];
  const isReadOnly = useReadOnly(field);
  const {rows, announcement, done} = useRowFocus();
  const {maxProperties = Infinity} = field.merged;
  const add = () => {
    const id = addRow(store, field);
    done('An entry was added.', {row: id, at: 'control'});
  };
  const remove = (id: string, index: number) => {
    removeRow(store, field, id);
    const next = ids[index + 1] ?? ids[index - 1];
    done('The entry was removed.', next === undefined ? {row: undefined} : {row: next, at: 'remove'});
  };
  return (
    <div ref={rows} className={styles.rows}>
      {ids.length > 0 && (
        <ol>
          {ids.map((id, index) => (
            <Entry
              key={id}
              field={field}
              id={id}
              index={index}
              onRemove={isReadOnly ? undefined : () => remove(id, index)}
            />
          ))}
        </ol>
      )}
      {!isReadOnly && takesEntries(field) && ids.length < maxProperties && (
        <button type="button" className={formStyles.button} data-add="" onClick={add}>
          Add an entry to {field.label}
        </button>
      )}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

interface EntryProps {
  field: Field;
  id: string;
  index: number;
  onRemove: (() => void) | undefined;
}

function Entry({field, id, index, onRemove}: EntryProps): ReactNode {
  const {store} = useContext(FieldContext);
  const inputId = useId();
  const key = entryNameKey(field, id);
  const held = useHeld(key);
  const controlName = entryKeyName(field, index);
  const message = useMessage(controlName);
  const name = typeof held === 'string' ? held : '';
  return (
    <li data-row={id}>
      <div className={styles.entry}>
        <div className={formStyles.field}>
          <label htmlFor={inputId}>
            {field.label} key {index + 1}
          </label>
          <input
            id={inputId}
            name={controlName}
            data-field={controlName}
            className={formStyles.input}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            readOnly={onRemove === undefined}
            aria-invalid={message !== undefined}
            aria-describedby={`${inputId}-error`}
            value={name}
            onChange={(event) => store.setValue(key, event.target.value === '' ? undefined : event.target.value)}
          />
          <FieldMessage id={`${inputId}-error`} message={message} />
        </div>
        <FieldView field={entryField(field, id, name)} label={`${field.label} value ${index + 1}`} />
      </div>
      <RowActions
        label={name === '' ? `entry ${index + 1}` : name}
        index={index}
        count={1}
        onMove={undefined}
        onRemove={onRemove}
      />
    </li>
  );
}
