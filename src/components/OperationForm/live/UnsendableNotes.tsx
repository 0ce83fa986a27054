import {useEffect, useState, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import type {FormStore} from '../../../form/form-store.ts';
import {readRequest} from '../../../form/read-request.ts';
import type {Operation} from '../../../model/operation.ts';
import {buildRequest} from '../../../request/build-request.ts';
import {unsendable, type Unsendable} from '../../../request/unsendable.ts';
import styles from './Live.module.css';

/** After the last change, for so long nothing is said: it is read between keystrokes, not at each. */
const restMs = 250;

interface UnsendableNotesProps {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  server: string;
  credentials: Readonly<Record<string, string>>;
}

/** Says before sending what of the request a page cannot send. */
export default function UnsendableNotes(props: UnsendableNotesProps): ReactNode {
  const {operation, fields, store, server, credentials} = props;
  const [found, setFound] = useState<Unsendable[]>([]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const {values, ...body} = readRequest(operation, fields, store.state());
      setFound(unsendable(buildRequest(operation, values, {server, credentials, ...body})));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, restMs);
    };
    soon();
    const unsubscribe = store.subscribe(soon);
    return () => {
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
