import {useContext, type ReactNode} from 'react';
import {addRow, moveRow, removeRow} from '../../../form/change-rows.ts';
import type {Field} from '../../../form/fields.ts';
import {itemField, rowsKey} from '../../../form/field-parts.ts';
import formStyles from '../OperationForm.module.css';
import AddFiles from './AddFiles.tsx';
import FieldFrame from './FieldFrame.tsx';
import FieldView from './FieldView.tsx';
import RowActions from './RowActions.tsx';
import {FieldContext, useHeld, useReadOnly} from './field-context.ts';
import {useRowFocus} from './use-row-focus.ts';
import styles from './Fields.module.css';

/** In a list of more objects than this, they are folded until they are opened. */
const mostOpen = 20;

/** A list: its items in order, each to be moved and removed, and a button that adds one. */
export default function ListField({field}: {field: Field}): ReactNode {
  const count = idsOf(useHeld(rowsKey(field))).length;
  return (
    <FieldFrame field={field} {...(count === 0 ? {} : {count: count === 1 ? '1 item' : `${count} items`})}>
      <ListContents field={field} />
    </FieldFrame>
  );
}

/** What is in a list, without a frame of its own. */
export function ListContents({field}: {field: Field}): ReactNode {
  const {store} = useContext(FieldContext);
  const ids = idsOf(useHeld(rowsKey(field)));
  const isReadOnly = useReadOnly(field);
  const {rows, announcement, done} = useRowFocus();
  const {maxItems = Infinity, prefixItems = [], items} = field.merged;
  const most = Math.min(maxItems, items === false ? prefixItems.length : Infinity);
  const isFull = ids.length >= most;
  const isFolded = ids.length > mostOpen;
  const label = (index: number) => `${field.label} ${index + 1}`;

  const add = () => {
    const id = addRow(store, field);
    done(`${label(ids.length)} added.`, {row: id, at: 'control'});
  };
  const move = (id: string, to: number, from: number) => {
    moveRow(store, field, id, to);
    done(`${label(from)} is now ${to + 1} of ${ids.length}.`, {row: id, at: to < from ? 'up' : 'down'});
  };
  const remove = (id: string, index: number) => {
    removeRow(store, field, id);
    const next = ids[index + 1] ?? ids[index - 1];
    done(`${label(index)} removed.`, next === undefined ? {row: undefined} : {row: next, at: 'remove'});
  };

  return (
    <div ref={rows} className={styles.rows}>
      {ids.length > 0 && (
        <ol>
          {ids.map((id, index) => (
            <li key={id} data-row={id}>
              <FieldView field={itemField(field, id, index)} folded={isFolded} />
              {!isReadOnly && (
                <RowActions
                  label={label(index)}
                  index={index}
                  count={ids.length}
                  onMove={(to) => move(id, to, index)}
                  onRemove={() => remove(id, index)}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {!isReadOnly &&
        (isFull ? (
          <p className={formStyles.note} data-add="" tabIndex={-1}>
            No more than {most} {most === 1 ? 'item' : 'items'}.
          </p>
        ) : itemField(field, '0', ids.length).control === 'file' ? (
          <AddFiles field={field} most={most - ids.length} />
        ) : (
          <button type="button" className={formStyles.button} data-add="" onClick={add}>
            Add to {field.label}
          </button>
        ))}
      <p role="status" className="sr-only">
        {announcement}
      </p>
    </div>
  );
}

function idsOf(held: ReturnType<typeof useHeld>): readonly string[] {
  return Array.isArray(held) ? (held as readonly string[]) : [];
}
