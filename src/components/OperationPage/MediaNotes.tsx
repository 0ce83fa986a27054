import Link from '@docusaurus/Link';
import type {ReactNode} from 'react';
import type {Encoding, MediaType} from '../../model/operation.ts';
import Prose from '../Prose/Prose.tsx';

/** What stands below the schema of a body: how its parts are written, and its examples by name. */
export default function MediaNotes({media}: {media: MediaType}): ReactNode {
  const {encoding = {}, examples, externalExamples = []} = media;
  const named = examples.filter(({generated}) => !generated);
  return (
    <>
      {Object.entries(encoding).map(([name, part]) => (
        <div key={name}>
          <code>{name}</code> {encodingInWords(part)}
          {part.headers.map((header) => (
            <div key={header.name}>
              Header <code>{header.name}</code>, {header.required ? 'required' : 'optional'}
              <Prose html={header.description} />
            </div>
          ))}
        </div>
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

function encodingInWords({contentType, style, explode, allowReserved}: Encoding): string {
  const words = [
    ...(contentType === undefined ? [] : [`as ${contentType}`]),
    ...(style === undefined ? [] : [`in the style ${style}`]),
    ...(explode === undefined ? [] : [explode ? 'each value by itself' : 'all values together']),
    ...(allowReserved ? ['with reserved characters as they are'] : []),
  ];
  return words.length === 0 ? 'is a part of its own' : `is written ${words.join(', ')}`;
}
