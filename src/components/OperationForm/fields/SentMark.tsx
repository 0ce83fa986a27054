import {useContext, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import {isText} from '../../../form/read-control.ts';
import {sendAs, sentChoices, type SentState} from '../../../form/sent-state.ts';
import {FieldContext, useReadOnly, useSentState} from './field-context.ts';
import styles from './Fields.module.css';

/** What is sent of a field, where its control does not show it: left out, empty, null. A list where there is a choice. */
export default function SentMark({field}: {field: Field}): ReactNode {
  const {store} = useContext(FieldContext);
  const now = useSentState(field);
  const isReadOnly = useReadOnly(field);
  const choices = sentChoices(field, store.state(), now);
  if (isReadOnly || choices.length < 2) {
    // Of required text the empty box says it, and a message once it is left.
    const isSaid = now === 'left out' ? !field.required : now === 'null' || (now === 'empty' && !isText(field));
    return isSaid && !hasOwnWords(field) && <span className={styles.sent}>{wordsOf(now, field)}</span>;
  }
  return (
    <select
      className={styles.sentChoice}
      aria-label={`What is sent as ${field.label}`}
      value={now}
      onChange={(event) => {
        const next = choices.find((choice) => choice === event.target.value);
        if (next !== undefined) store.change(sendAs(field, next, store.state()));
      }}
    >
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {wordsOf(choice, field)}
        </option>
      ))}
    </select>
  );
}

function hasOwnWords({control}: Field): boolean {
  return control === 'radio' || control === 'select' || control === 'union';
}

function wordsOf(state: SentState, {control}: Field): string {
  if (state === 'value') return 'sent';
  if (state !== 'empty') return state;
  return control === 'array' ? 'empty list' : control === 'group' ? 'empty object' : 'empty text';
}
