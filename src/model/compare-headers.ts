import {compareSchemas, type Difference, type SchemaComparison} from './compare-schemas.ts';
import {code} from './describe-schema.ts';
import type {Header} from './operation.ts';

/**
 * What differs in the headers of a response, or of a part of a body: whoever reads them misses one that is gone, and
 * whoever writes them has to add one that is demanded.
 */
export function compareHeaders(
  older: Header[],
  newer: Header[],
  placeOf: (name: string) => string,
  comparison: SchemaComparison,
): Difference[] {
  const isWritten = comparison.direction === 'request';
  const before = new Map(older.map((header) => [header.name.toLowerCase(), header]));
  const after = new Set(newer.map(({name}) => name.toLowerCase()));
  return [
    ...newer.flatMap((header): Difference[] => {
      const place = placeOf(header.name);
      const was = before.get(header.name.toLowerCase());
      if (was === undefined) {
        const breaking = isWritten && header.required;
        return [{kind: 'added', breaking, place, message: `The header ${code(header.name)} is new.`}];
      }
      const required: Difference = {
        kind: 'changed',
        breaking: isWritten === header.required,
        place,
        message: `The header ${code(header.name)} ${inWords(header.required, isWritten)} now.`,
      };
      return [
        ...(was.required === header.required ? [] : [required]),
        ...compareSchemas(was.schema, header.schema, place, comparison),
      ];
    }),
    ...older
      .filter(({name}) => !after.has(name.toLowerCase()))
      .map(({name}): Difference => {
        const message = `The header ${code(name)} is gone.`;
        return {kind: 'removed', breaking: !isWritten, place: placeOf(name), message};
      }),
  ];
}

function inWords(isRequired: boolean, isWritten: boolean): string {
  if (isWritten) return isRequired ? 'is required' : 'is optional';
  return isRequired ? 'is always sent' : 'may be missing';
}
