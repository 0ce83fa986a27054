import type {ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import styles from './OperationForm.module.css';

/** The name on the wire, which a second entry has none of, and whether it must be given. */
export default function FieldMarks({field, isRepeat = false}: {field: Field; isRepeat?: boolean}): ReactNode {
  return (
    <>
      {!isRepeat && field.label !== field.path.at(-1) && (
        <code className={styles.wireName}>{field.path.join('.')}</code>
      )}
      {field.required ? (
        <span className={styles.required}>required</span>
      ) : (
        <span className={styles.optional}>optional</span>
      )}
      {field.deprecated && <span className={styles.optional}>deprecated</span>}
    </>
  );
}
