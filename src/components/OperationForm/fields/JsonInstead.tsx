import {useContext, useId, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import formStyles from '../OperationForm.module.css';
import {FieldContext, useReadOnly} from './field-context.ts';

interface JsonInsteadProps {
  field: Field;
  text: string;
  /** Goes back to the fields. */
  onFields: () => void;
}

/** A value that the fields of its place cannot show, as JSON. */
export default function JsonInstead({field, text, onFields}: JsonInsteadProps): ReactNode {
  const id = useId();
  const {store} = useContext(FieldContext);
  const isReadOnly = useReadOnly(field);
  return (
    <div className={formStyles.field}>
      <label htmlFor={id}>{field.label} as JSON</label>
      <p className={formStyles.help}>This value does not fit the fields that stand here.</p>
      <textarea
        id={id}
        name={field.name}
        className={formStyles.input}
        rows={4}
        spellCheck={false}
        readOnly={isReadOnly}
        value={text}
        onChange={(event) => store.setValue(`${field.key}#json`, event.target.value)}
      />
      {!isReadOnly && (
        <button type="button" className={formStyles.textButton} onClick={onFields}>
          Start over with fields
        </button>
      )}
    </div>
  );
}
