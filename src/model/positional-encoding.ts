import {member} from './member.ts';

/** The key in `encoding` of a part that is told by its place (OpenAPI 3.2, Encoding By Position), counted from 0. */
export function partKey(index: number): string {
  return `part ${index + 1}`;
}

/** The key in `encoding` of all parts that have no key of their own. */
export const otherPartsKey = 'each other part';

/** What is said of the part at this place. */
export function ofPart<Value>(encoding: Readonly<Record<string, Value>> | undefined, index: number): Value | undefined {
  return member(encoding, partKey(index)) ?? member(encoding, otherPartsKey);
}
