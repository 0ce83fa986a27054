import {callbackAddress, responseAddress} from './addresses.ts';
import type {Difference} from './compare-schemas.ts';
import {code} from './describe-schema.ts';
import type {Api, CallbackOperation, Operation, Response, Server} from './operation.ts';

/** What differs in the servers that take the calls (OpenAPI 3.1, Server Object): one that is gone breaks its clients. */
export function compareServers(older: Server[], newer: Server[], place = 'servers'): Difference[] {
  const [was, is] = [older.map(({url}) => url), newer.map(({url}) => url)];
  return [
    ...is
      .filter((url) => !was.includes(url))
      .map((url): Difference => ({kind: 'added', breaking: false, place, message: `The server ${code(url)} is new.`})),
    ...was
      .filter((url) => !is.includes(url))
      .map((url): Difference => ({
        kind: 'removed',
        breaking: true,
        place,
        message: `The server ${code(url)} is gone.`,
      })),
  ];
}

/** What differs in the servers of one operation, where it does not have those of its API. */
export function compareOwnServers(older: Operation, newer: Operation, all: {older: Api; newer: Api}): Difference[] {
  const areInherited = isSame(older.servers, all.older.servers) && isSame(newer.servers, all.newer.servers);
  return areInherited ? [] : compareServers(older.servers, newer.servers, '');
}

function isSame(one: Server[], other: Server[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** What differs in the links of the responses that both versions have (OpenAPI 3.1, Link Object). They break nobody. */
export function compareLinks(older: Response[], newer: Response[]): Difference[] {
  return newer.flatMap((response): Difference[] => {
    const before = older.find(({status}) => status === response.status);
    if (before === undefined) return [];
    const place = responseAddress(response.status, 0);
    const tell = (kind: Difference['kind'], name: string, what: string): Difference => {
      return {kind, breaking: false, place, message: `The link ${code(name)} ${what}.`};
    };
    const added = response.links.flatMap((link): Difference[] => {
      const was = before.links.find(({name}) => name === link.name);
      if (was === undefined) return [tell('added', link.name, 'is new')];
      return slugOf(was.operationKey) === slugOf(link.operationKey)
        ? []
        : [tell('changed', link.name, 'leads to another operation now')];
    });
    const gone = before.links.filter(({name}) => response.links.every((link) => link.name !== name));
    return [...added, ...gone.map(({name}) => tell('removed', name, 'is gone'))];
  });
}

/** Keys of operations begin with the version of the API. */
function slugOf(key: string): string {
  return key.replace(/^[^/]*/, '');
}

/**
 * What differs in the requests that the API sends for an operation (OpenAPI 3.1, Callback Object): a client waits for one
 * that is gone.
 *
 * @param compare what is sent and answered in a request that both versions have
 */
export function compareCallbacks(
  older: Operation,
  newer: Operation,
  compare: (older: CallbackOperation, newer: CallbackOperation) => Difference[],
): Difference[] {
  const [before, after] = [callbacksOf(older), callbacksOf(newer)];
  return [
    ...[...after].flatMap(([key, {place, words, request}]): Difference[] => {
      const was = before.get(key);
      if (was === undefined) return [{kind: 'added', breaking: false, place, message: `The callback ${words} is new.`}];
      return compare(was.request, request).map((difference) => ({
        ...difference,
        place: difference.place === '' ? place : `${place}.${difference.place}`,
      }));
    }),
    ...[...before].flatMap(([key, {place, words}]): Difference[] =>
      after.has(key) ? [] : [{kind: 'removed', breaking: true, place, message: `The callback ${words} is gone.`}],
    ),
  ];
}

interface PlacedCallback {
  place: string;
  words: string;
  request: CallbackOperation;
}

function callbacksOf({callbacks = []}: Operation): Map<string, PlacedCallback> {
  return new Map(
    callbacks.flatMap(({name, expression, operations}) =>
      operations.map((request) => {
        const {method} = request;
        const place = callbackAddress(name, method);
        return [
          JSON.stringify([name, expression, method]),
          {place, words: code(`${method} ${name}`), request},
        ] as const;
      }),
    ),
  );
}
