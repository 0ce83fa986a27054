import Heading from '@theme/Heading';
import Link from '@docusaurus/Link';
import clsx from 'clsx';
import type {ReactNode} from 'react';
import {reasonPhrase} from '../../model/status.ts';
import type {Operation, Response} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';
import {headerAddress, responseAddress} from '../../model/addresses.ts';
import MediaNotes from '../OperationPage/MediaNotes.tsx';
import {useReference} from '../PageLayout/use-reference.ts';
import SchemaProperties from '../Properties/SchemaProperties.tsx';
import SchemaRow from '../Properties/SchemaRow.tsx';
import propertyStyles from '../Properties/Properties.module.css';
import {statusTone} from './status-tone.ts';
import tones from './status-tones.module.css';
import styles from './Responses.module.css';

/** Every documented response: when it comes, its headers and body, and what can be called next. */
export default function Responses({operation}: {operation: Operation}): ReactNode {
  const addressOf = useReference();
  return operation.responses.map((response) => (
    <section key={response.status} className={styles.response} aria-labelledby={`response-${response.status}`}>
      <Heading as="h3" id={`response-${response.status}`}>
        <span className={clsx(styles.status, tones[statusTone(response.status)])}>{response.status}</span>{' '}
        {reasonPhrase(response.status)}
      </Heading>
      {response.summary !== undefined && <p>{response.summary}</p>}
      <Prose html={response.description} />
      <ResponseHeaders response={response} />
      <ResponseBody response={response} />
      {response.links.length > 0 && (
        <>
          <p className={styles.label}>What next</p>
          <ul className={styles.links}>
            {response.links.map((link) => (
              <li key={link.name}>
                <Link to={addressOf(link.operationKey)}>{link.label}</Link>
                <Prose html={link.description} className={styles.linkDescription} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  ));
}

function ResponseHeaders({response}: {response: Response}): ReactNode {
  if (response.headers.length === 0) return null;
  return (
    <>
      <p className={styles.label}>Headers</p>
      <ul className={propertyStyles.list}>
        {response.headers.map((header) => (
          <SchemaRow
            key={header.name}
            id={headerAddress(response.status, header.name)}
            name={header.name}
            required={header.required}
            deprecated={header.deprecated}
            description={header.description}
          />
        ))}
      </ul>
    </>
  );
}

function ResponseBody({response}: {response: Response}): ReactNode {
  if (response.content.length === 0) return <p className={styles.label}>No documented body.</p>;
  return response.content.map((media, index) => (
    <div key={media.mediaType}>
      <p className={styles.label}>
        Body <code>{media.mediaType}</code>
      </p>
      <SchemaProperties id={responseAddress(response.status, index)} />
      <MediaNotes media={media} address={responseAddress(response.status, index)} />
    </div>
  ));
}
