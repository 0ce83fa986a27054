import type {Change} from './change.ts';
import {compareOperation, compareWebhook} from './compare-operation.ts';
import type {Difference} from './compare-schemas.ts';
import {compareOwnServers, compareServers} from './compare-surroundings.ts';
import {code} from './describe-schema.ts';
import {matchOperations, matchWebhooks, type OperationPair} from './match-operations.ts';
import type {Api, Operation} from './operation.ts';
import {createMeansTheSame} from './schema-signature.ts';

/**
 * What a client of the older version meets in the newer one: servers of the whole API, then operations and webhooks in the order of the newer version,
 * removed ones last, each with its changes in the order of its page. The same API compared with itself gives nothing.
 * Words that only readers see (titles, descriptions, examples) are no changes. Pure, and the same each time.
 */
export function compareApis(older: Api, newer: Api): Change[] {
  const meansTheSame = createMeansTheSame(older.schemas, newer.schemas);
  return [
    ...compareServers(older.servers, newer.servers),
    ...matchOperations(older.operations, newer.operations).flatMap((pair) =>
      changesOf(pair, 'operation', addressOf, (before, after) => [
        ...compareOwnServers(before, after, {older, newer}),
        ...compareOperation(before, after, meansTheSame),
      ]),
    ),
    ...matchWebhooks(older.webhooks, newer.webhooks).flatMap((pair) =>
      changesOf(
        pair,
        'webhook',
        ({name}) => name,
        (before, after) => compareWebhook(before, after, meansTheSame),
      ),
    ),
  ];
}

function changesOf<One extends Operation>(
  {older, newer}: OperationPair<One>,
  noun: string,
  nameOf: (one: One) => string,
  compare: (older: One, newer: One) => Difference[],
): Change[] {
  if (older !== undefined && newer !== undefined) {
    return compare(older, newer).map((difference) => ({...difference, operation: newer.key}));
  }
  if (newer !== undefined) {
    const message = `The ${noun} ${code(nameOf(newer))} is new.`;
    return [{kind: 'added', breaking: false, operation: newer.key, place: '', message}];
  }
  if (older === undefined) return [];
  const message = `The ${noun} ${code(nameOf(older))} is gone.`;
  return [{kind: 'removed', breaking: true, operation: older.key, place: '', message}];
}

function addressOf({method, path}: Operation): string {
  return `${method} ${path}`;
}
