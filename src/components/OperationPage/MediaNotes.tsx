import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import {partHeaderAddress} from '../../model/addresses.ts';
import {describeEncoding} from '../../model/describe-serialisation.ts';
import type {Encoding, MediaType} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';
import Limit from '../Properties/Limit.tsx';
import propertyStyles from '../Properties/Properties.module.css';
import SchemaRow from '../Properties/SchemaRow.tsx';

interface MediaNotesProps {
  media: MediaType;
  /** Of the body: `body`, `response-200`. */
  address: string;
}

/** What stands below the schema of a body: how its parts are written, and its examples by name. */
export default function MediaNotes({media, address}: MediaNotesProps): ReactNode {
  const {encoding = {}, examples, externalExamples = [], isSequence} = media;
  const named = examples.filter(({generated}) => !generated);
  return (
    <>
      {isSequence && <p>The items follow one another, without an array around them.</p>}
      {Object.entries(encoding).map(([name, part]) => (
        <PartNotes key={name} name={name} part={part} address={address} />
      ))}
      {(named.length > 1 || externalExamples.length > 0) && (
        <ul aria-label="Examples">
          {(named.length > 1 ? named : []).map(({name, summary, description}) => (
            <li key={name}>
              Example: {summary ?? name}
              <Prose html={description} />
            </li>
          ))}
          {externalExamples.map(({name, summary, description, url}) => (
            <li key={name}>
              Example: <Link to={url}>{summary ?? name}</Link>
              <Prose html={description} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function PartNotes({name, part, address}: {name: string; part: Encoding; address: string}): ReactNode {
  return (
    <div>
      <code>{name}</code> <Limit text={describeEncoding(part)} />
      {part.headers.length > 0 && (
        <ul className={propertyStyles.list} aria-label={`Headers of ${name}`}>
          {part.headers.map((header) => (
            <SchemaRow
              key={header.name}
              id={partHeaderAddress(address, name, header.name)}
              name={header.name}
              required={header.required}
              deprecated={header.deprecated}
              description={header.description}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
