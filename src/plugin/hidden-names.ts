import {isJsonObject, type JsonObject} from '../model/json.ts';
import {objectsIn} from './objects-in.ts';

/**
 * The library asks every object of a document whether it has a member (`object.hasOwnProperty(…)`), which a document
 * with a member of that name answers wrongly. Such members go by another name until the library is done.
 */
const name = 'hasOwnProperty';

/** The other name. */
export const hiddenName = 'hasOwnProperty-of-the-document';

/** Gives members called `hasOwnProperty`, and the references through them, the other name. Changes what it is given. */
export function hideNames(parsed: unknown): void {
  rename(parsed, name, hiddenName);
}

/** Undoes `hideNames`. Changes what it is given. */
export function restoreNames(parsed: unknown): void {
  rename(parsed, hiddenName, name);
}

/** What the library says of a document, in the names that the document has. */
export function withShownNames(text: string): string {
  return text.replaceAll(hiddenName, name);
}

function rename(parsed: unknown, from: string, to: string): void {
  for (const {object} of objectsIn(parsed)) {
    if (Object.hasOwn(object, from)) renameMember(object, from, to);
    const {$ref} = object;
    if (typeof $ref === 'string' && $ref.includes(`/${from}`)) object['$ref'] = renameTokens($ref, from, to);
    for (const [key, value] of Object.entries(isJsonObject(object['mapping']) ? object['mapping'] : {})) {
      if (typeof value === 'string') (object['mapping'] as JsonObject)[key] = renameTokens(value, from, to);
    }
  }
}

/** Keeps the order of the members. */
function renameMember(object: JsonObject, from: string, to: string): void {
  for (const [key, value] of Object.entries(object)) {
    Reflect.deleteProperty(object, key);
    const descriptor = {value, enumerable: true, configurable: true, writable: true};
    Object.defineProperty(object, key === from ? to : key, descriptor);
  }
}

/** Tokens of a JSON Pointer, in the fragment of a reference. */
function renameTokens(reference: string, from: string, to: string): string {
  const [file = '', ...fragment] = reference.split('#');
  const tokens = fragment.join('#').split('/');
  return fragment.length === 0
    ? reference
    : `${file}#${tokens.map((token) => (token === from ? to : token)).join('/')}`;
}
