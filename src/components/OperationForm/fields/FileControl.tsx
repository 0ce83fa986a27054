import {useContext, useRef, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import {readFile, sizeInWords} from '../../../form/read-file.ts';
import {FileValue} from '../../../model/file-value.ts';
import type {ControlAttributes} from '../FieldControl.tsx';
import formStyles from '../OperationForm.module.css';
import {FieldContext, useHeld} from './field-context.ts';
import styles from './Fields.module.css';

interface FileControlProps {
  field: Field;
  label: string;
  common: ControlAttributes;
  isReadOnly: boolean;
}

/** One file: chosen from the reader's device, read at once, shown with its name, type and size. */
export default function FileControl({field, label, common, isReadOnly}: FileControlProps): ReactNode {
  const {store} = useContext(FieldContext);
  const held = useHeld(field.key);
  const input = useRef<HTMLInputElement>(null);
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    void readFile(file).then(
      (read) => store.setValue(field.key, read),
      () => store.setError(field.name, 'The browser cannot read this file. Choose it again.'),
    );
  };
  const remove = () => {
    store.setValue(field.key, undefined);
    if (input.current !== null) input.current.value = '';
    input.current?.focus();
  };
  return (
    <div className={styles.file}>
      <input
        {...common}
        ref={input}
        type="file"
        disabled={isReadOnly}
        accept={acceptOf(field)}
        onChange={(event) => choose(event.target.files?.[0])}
      />
      {(held instanceof FileValue || typeof held === 'string') && (
        <p className={styles.fileFacts}>
          <span>{held instanceof FileValue ? factsOf(held) : 'text instead of a file'}</span>
          {!isReadOnly && field.place.isItem !== true && (
            <button type="button" className={formStyles.textButton} onClick={remove}>
              Remove<span className="sr-only"> the file of {label}</span>
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function factsOf({name, type, bytes}: FileValue): string {
  return [name, ...(type === '' ? [] : [type]), sizeInWords(bytes.length)].join(', ');
}

function acceptOf({merged, place}: Field): string | undefined {
  const type = merged.contentMediaType ?? place.contentType;
  return type === undefined || type === 'application/octet-stream' ? undefined : type;
}
