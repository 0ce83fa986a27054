import {useId, type ReactNode} from 'react';
import {fromPicker, pickerOf, toPicker} from '../../../form/date-text.ts';
import type {Field} from '../../../form/fields.ts';
import {readFile, toBase64} from '../../../form/read-file.ts';
import type {ControlAttributes} from '../FieldControl.tsx';
import SecretInput from '../SecretInput.tsx';
import KeyHelperSlot from './KeyHelperSlot.tsx';
import formStyles from '../OperationForm.module.css';
import styles from './Fields.module.css';

interface TextControlProps {
  field: Field;
  label: string;
  common: ControlAttributes;
  value: string;
  isNull: boolean;
  isReadOnly: boolean;
  onText: (text: string) => void;
}

/** Whatever is entered as text. Dates and numbers stay text, too, so that they are kept exactly as typed. */
export default function TextControl(props: TextControlProps): ReactNode {
  const {field, label, common, value, isNull, isReadOnly, onText} = props;
  const {control} = field;
  const placeholder = isNull ? 'null' : field.placeholder;
  if (control === 'password') {
    return (
      <SecretInput
        {...common}
        label={label}
        autoComplete={field.autocomplete}
        readOnly={isReadOnly}
        value={value}
        onChange={onText}
      />
    );
  }
  if (control === 'json' || control === 'multiline' || control === 'base64') {
    return (
      <>
        <textarea
          {...common}
          className={formStyles.input}
          rows={control === 'base64' ? 2 : 4}
          spellCheck={control === 'multiline'}
          placeholder={placeholder}
          readOnly={isReadOnly}
          value={value}
          onChange={(event) => onText(event.target.value)}
        />
        {control === 'base64' && !isReadOnly && <EncodeFile label={label} onText={onText} />}
        {field.merged['x-ed25519'] !== undefined && !isReadOnly && (
          <KeyHelperSlot field={field} label={label} onText={onText} />
        )}
      </>
    );
  }
  const input = (
    <input
      {...common}
      className={formStyles.input}
      // Only the keyboard of a phone differs; the text is the reader's.
      type={control === 'email' || control === 'url' ? control : 'text'}
      inputMode={control === 'number' ? 'decimal' : undefined}
      autoComplete={field.autocomplete ?? 'off'}
      autoCapitalize="none"
      spellCheck={false}
      placeholder={placeholder}
      readOnly={isReadOnly}
      value={value}
      onChange={(event) => onText(event.target.value)}
    />
  );
  const picker = pickerOf(control);
  if (picker === undefined || isReadOnly) return input;
  return (
    <div className={styles.dated}>
      {input}
      <input
        className={formStyles.input}
        type={picker}
        step={picker === 'date' ? undefined : 1}
        aria-label={`Pick ${label}`}
        value={toPicker(control, value)}
        onChange={(event) => onText(fromPicker(control, event.target.value))}
      />
    </div>
  );
}

/** Fills in the bytes of a file as base64. */
function EncodeFile({label, onText}: {label: string; onText: (text: string) => void}): ReactNode {
  const id = useId();
  return (
    <div className={styles.file}>
      <label htmlFor={id} className={formStyles.note}>
        Fill {label} from a file
      </label>
      <input
        id={id}
        type="file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) void readFile(file).then((read) => onText(toBase64(read)));
        }}
      />
    </div>
  );
}
