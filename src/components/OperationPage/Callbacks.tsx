import Heading from '@theme/Heading';
import type {ReactNode} from 'react';
import type {CallbackOperation, Header, MediaType, Operation} from '../../model/operation.ts';
import {bodyAddress, callbackAddress, headerAddress, responseAddress} from '../../model/addresses.ts';
import Method from '../Method/Method.tsx';
import SchemaProperties from '../Properties/SchemaProperties.tsx';
import SchemaRow from '../Properties/SchemaRow.tsx';
import propertyStyles from '../Properties/Properties.module.css';
import Prose from '../Prose/Prose.tsx';
import MediaNotes from './MediaNotes.tsx';
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
              <CallbackParts id={id} request={request} />
            </section>
          );
        }),
      )}
    </>
  );
}

interface CallbackPartsProps {
  id: string;
  request: CallbackOperation;
}

function CallbackParts({id, request}: CallbackPartsProps): ReactNode {
  return (
    <>
      <Rows title="Parameters" rows={request.parameters} idOf={(row) => `${id}.${row.in}.${row.name}`} />
      {request.requestBody?.content.map((media, index) => (
        <Body key={media.mediaType} id={`${id}.${bodyAddress(index)}`} media={media} />
      ))}
      {request.responses.map(({status, description, headers, content}) => (
        <div key={status}>
          <p className={styles.mediaType}>Expects {status}</p>
          <Prose html={description} />
          <Rows title="Headers" rows={headers} idOf={({name}) => `${id}.${headerAddress(status, name)}`} />
          {content.map((media, index) => (
            <Body key={media.mediaType} id={`${id}.${responseAddress(status, index)}`} media={media} />
          ))}
        </div>
      ))}
    </>
  );
}

function Body({id, media}: {id: string; media: MediaType}): ReactNode {
  return (
    <>
      <p className={styles.mediaType}>
        Body <code>{media.mediaType}</code>
      </p>
      <SchemaProperties id={id} />
      <MediaNotes media={media} address={id} />
    </>
  );
}

interface RowsProps<Row> {
  title: string;
  rows: Row[];
  idOf: (row: Row) => string;
}

function Rows<Row extends Header>({title, rows, idOf}: RowsProps<Row>): ReactNode {
  if (rows.length === 0) return null;
  return (
    <>
      <p className={styles.mediaType}>{title}</p>
      <ul className={propertyStyles.list}>
        {rows.map((row) => (
          <SchemaRow
            key={idOf(row)}
            id={idOf(row)}
            name={row.name}
            required={row.required}
            deprecated={row.deprecated}
            description={row.description}
          />
        ))}
      </ul>
    </>
  );
}
