import Heading from '@theme/Heading';
import type {ReactNode} from 'react';
import type {CallbackOperation, Operation} from '../../model/operation.ts';
import {bodyAddress, callbackAddress} from '../../model/addresses.ts';
import Method from '../Method/Method.tsx';
import SchemaProperties from '../Properties/SchemaProperties.tsx';
import Prose from '../Prose/Prose.tsx';
import styles from './OperationPage.module.css';

/** The requests that the API sends in turn: where to, when, with what, and which answers it expects. */
export default function Callbacks({operation}: {operation: Operation}): ReactNode {
  const {callbacks = []} = operation;
  if (callbacks.length === 0) return null;
  return (
    <>
      <Heading as="h2" id="callbacks">
        Callbacks
      </Heading>
      {callbacks.map(({name, expression, operations}) =>
        operations.map((request) => {
          const id = callbackAddress(name, request.method);
          return (
            <section key={`${name} ${expression} ${request.method}`}>
              <Heading as="h3" id={id}>
                {request.title}
              </Heading>
              <p className={styles.badges}>
                <Method method={request.method} /> <code className={styles.address}>{expression}</code>
              </p>
              <Prose html={request.description} />
              <CallbackBody id={id} request={request} />
            </section>
          );
        }),
      )}
    </>
  );
}

interface CallbackBodyProps {
  id: string;
  request: CallbackOperation;
}

function CallbackBody({id, request}: CallbackBodyProps): ReactNode {
  return (
    <>
      {request.requestBody?.content.map(({mediaType}, index) => (
        <div key={mediaType}>
          <p className={styles.mediaType}>
            Body <code>{mediaType}</code>
          </p>
          <SchemaProperties id={`${id}.${bodyAddress(index)}`} />
        </div>
      ))}
      {request.responses.map(({status, description}) => (
        <div key={status}>
          <p className={styles.mediaType}>Expects {status}</p>
          <Prose html={description} />
        </div>
      ))}
    </>
  );
}
