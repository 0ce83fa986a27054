import {useEffect, useState, type ReactNode} from 'react';
import {isUntouched} from '../../../form/form-state.ts';
import type {FormStore} from '../../../form/form-store.ts';
import type {Operation} from '../../../model/operation.ts';
import {unsendable, type Unsendable} from '../../../request/unsendable.ts';
import {loadWorkingPart} from './load-working-part.ts';
import type {CallSetting} from './read-call.ts';
import styles from './Live.module.css';

/** After the last change, for so long nothing is said: it is read between keystrokes, not at each. */
const restMs = 250;

interface UnsendableNotesProps extends CallSetting {
  store: FormStore;
}

/** Says before sending what of the request a page cannot send. */
export default function UnsendableNotes(props: UnsendableNotesProps): ReactNode {
  const {operation, fields, store, server, credentials} = props;
  const [found, setFound] = useState<Unsendable[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isCurrent = true;
    const look = () => {
      void loadWorkingPart().then(({readUnsendable}) => {
        if (isCurrent) setFound(readUnsendable({operation, fields, server, credentials}, store.state()));
      });
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, restMs);
    };
    // What is typed may change; what the operation itself says is known before.
    if (!isUntouched(store.state()) || isSuspect(operation)) soon();
    const unsubscribe = store.subscribe(soon);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [operation, fields, store, server, credentials]);
  if (found.length === 0) return null;
  return (
    <section className={styles.notice} data-unsendable="" aria-label={`What a page cannot send, ${operation.title}`}>
      <ul>
        {found.map(({reason}) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </section>
  );
}

/** Whether there may be something to say before anything is filled in. */
function isSuspect({method, parameters, requestBody}: Operation): boolean {
  const headers = parameters.map(({in: place, name}): [string, string] => [place === 'cookie' ? 'cookie' : name, '']);
  const body = requestBody === undefined ? undefined : ({kind: 'text', text: ''} as const);
  return unsendable({method, url: '', headers, body}).length > 0;
}
