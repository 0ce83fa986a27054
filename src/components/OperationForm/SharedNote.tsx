import type {ReactNode} from 'react';
import type {SharedState} from './use-shared-values.ts';
import styles from './OperationForm.module.css';

/** Says whose values a form uses, and whether they have come. */
export default function SharedNote({state}: {state: SharedState | undefined}): ReactNode {
  if (state === undefined) return null;
  const title = state.title ?? 'another form';
  return (
    <p className={styles.note} data-shared={state.kind} role="status">
      {state.kind === 'waiting' ? (
        <>
          This form uses what <strong>{title}</strong> gives. Send that one first.
        </>
      ) : (
        <>
          Filled in with what <strong>{title}</strong> gave.
        </>
      )}
    </p>
  );
}
