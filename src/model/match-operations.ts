import type {Operation, Webhook} from './operation.ts';

/** An operation as two versions of an API have it; one side is missing where it was added or removed. */
export interface OperationPair<One extends Operation = Operation> {
  older?: One;
  newer?: One;
}

/**
 * The operations of two versions side by side, in the order of the newer one, those that were removed last. The same
 * `operationId` is the same operation, wherever it moved; then the same method and path are.
 */
export function matchOperations(older: Operation[], newer: Operation[]): OperationPair[] {
  return match(older, newer, [({operationId}) => operationId, addressOf, ({method, path}) => nameless(method, path)]);
}

/** The webhooks of two versions side by side: the same name and method are the same webhook. */
export function matchWebhooks(older: Webhook[], newer: Webhook[]): OperationPair<Webhook>[] {
  return match(older, newer, [({name, method}) => `${method} ${name}`]);
}

/** Pairs what has the same identity; those that come first win over later ones. */
function match<One extends Operation>(
  older: One[],
  newer: One[],
  identities: ((operation: One) => string)[],
): OperationPair<One>[] {
  const partners = new Map<One, One>();
  const taken = new Set<One>();
  for (const identity of identities) {
    const free = new Map<string, One>();
    for (const one of older) {
      const key = identity(one);
      if (!taken.has(one) && !free.has(key)) free.set(key, one);
    }
    for (const one of newer) {
      const key = identity(one);
      const partner = free.get(key);
      if (partners.has(one) || partner === undefined) continue;
      partners.set(one, partner);
      taken.add(partner);
      free.delete(key);
    }
  }
  return [
    ...newer.map((one): OperationPair<One> => {
      const partner = partners.get(one);
      return partner === undefined ? {newer: one} : {older: partner, newer: one};
    }),
    ...older.filter((one) => !taken.has(one)).map((one): OperationPair<One> => ({older: one})),
  ];
}

function addressOf({method, path}: Operation): string {
  return `${method} ${path}`;
}

/** What a parameter of the path is called is nothing that travels. */
function nameless(method: string, path: string): string {
  return `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;
}
