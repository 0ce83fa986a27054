import type {ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import styles from './OperationForm.module.css';

/** The name on the wire, which a second entry has none of, and whether it must be given. */
export default function FieldMarks({field, isRepeat = false}: {field: Field; isRepeat?: boolean}): ReactNode {
  const {path, label, required, deprecated, place} = field;
  const isRow = place.isItem === true;
  return (
    <>
      {!isRepeat && !isRow && path.length > 0 && label !== path.at(-1) && (
        <code className={styles.wireName}>{path.join('.')}</code>
      )}
      {!isRow &&
        (required ? (
          <span className={styles.required}>required</span>
        ) : (
          <span className={styles.optional}>optional</span>
        ))}
      {deprecated && <span className={styles.optional}>deprecated</span>}
    </>
  );
}
