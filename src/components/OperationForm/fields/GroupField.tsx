import {useContext, useState, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import {membersOf, takesEntries} from '../../../form/field-parts.ts';
import formStyles from '../OperationForm.module.css';
import FieldFrame from './FieldFrame.tsx';
import FieldView from './FieldView.tsx';
import MapEntries from './MapEntries.tsx';
import {FieldContext, useHeld, useMessageBelow, useReadOnly, useSentState} from './field-context.ts';

/** Groups below this level open on demand, so that a form is not all there is to its schema. */
const deepestOpen = 3;

/** An object: its properties in a group with a legend, and the reader's own below them where the schema takes any. */
export default function GroupField({field, folded}: {field: Field; folded: boolean}): ReactNode {
  const {store} = useContext(FieldContext);
  const sent = useSentState(field);
  const held = useHeld(field.key);
  const isReadOnly = useReadOnly(field);
  const hasMessage = useMessageBelow(field.name);
  const isDeep = field.recursive || (field.place.depth >= deepestOpen && !field.required);
  const [isOpen, setOpen] = useState(!folded && (!isDeep || sent === 'value' || held === true));
  // One that was added stays open as long as anything is sent of it: not when the form is cleared.
  const isGone = field.recursive && sent === 'left out' && held === undefined;
  const isShown = (isOpen && !isGone) || hasMessage;
  const open = () => {
    setOpen(true);
    // What is added is there, even before anything is filled in.
    if (field.recursive && sent === 'left out') store.setValue(field.key, true);
  };
  return (
    <FieldFrame field={field}>
      {isShown ? (
        <GroupContents field={field} />
      ) : (
        !(isReadOnly && sent === 'left out') && (
          <button type="button" className={formStyles.button} aria-expanded={false} onClick={open}>
            {field.recursive && sent === 'left out' ? 'Add' : 'Open'} {field.label}
          </button>
        )
      )}
    </FieldFrame>
  );
}

/** What is in a group, without a frame of its own. */
export function GroupContents({field}: {field: Field}): ReactNode {
  const rows = useHeld(`${field.key}#entries`);
  return (
    <>
      {membersOf(field).map((inner) => (
        <FieldView key={inner.key} field={inner} />
      ))}
      {(takesEntries(field) || Array.isArray(rows)) && <MapEntries field={field} />}
    </>
  );
}
