import {useRef, useState, useSyncExternalStore, type ReactNode} from 'react';
import type {FormStore} from '../../form/form-store.ts';
import styles from './OperationForm.module.css';

interface FormActionsProps {
  store: FormStore;
  onClear: () => void;
  onShare: () => void;
}

/** What can be done with a form beside sending it. What took the place of what was typed can be undone. */
export default function FormActions({store, onClear, onShare}: FormActionsProps): ReactNode {
  const clearButton = useRef<HTMLButtonElement>(null);
  const [said, setSaid] = useState('');
  const undoable = useSyncExternalStore(store.subscribe, store.undoable, () => undefined);
  const undo = () => {
    store.undo();
    setSaid('The form is as it was before.');
    // The pressed button goes away; the focus must not.
    clearButton.current?.focus();
  };
  return (
    <>
      <button type="button" className={styles.textButton} onClick={onShare}>
        Copy link to this request
      </button>
      <button
        ref={clearButton}
        type="button"
        className={styles.textButton}
        onClick={() => {
          setSaid('');
          onClear();
        }}
      >
        Clear
      </button>
      {undoable !== undefined && (
        <button type="button" className={styles.textButton} onClick={undo}>
          Undo {undoable}
        </button>
      )}
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
