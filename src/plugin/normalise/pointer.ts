import {isJsonObject, type Json} from '../../model/json.ts';

/** The tokens of a JSON Pointer in a URI fragment: `#/paths/~1account/get` → `['paths', '/account', 'get']`. */
export function pointerTokens(pointer: string): string[] {
  const path = pointer.replace(/^#?\/?/, '');
  if (path === '') return [];
  return path.split('/').map((token) => unescapePercent(token).replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A key as a token of a JSON Pointer (RFC 6901, section 3). */
export function escapeToken(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What a pointer (`#/components/schemas/User`) leads to, or undefined where it leads nowhere or out of the document. */
export function resolvePointer(document: Json, pointer: string): Json | undefined {
  if (!pointer.startsWith('#')) return undefined;
  let value: Json | undefined = document;
  for (const token of pointerTokens(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isJsonObject(value) && Object.hasOwn(value, token)) value = value[token];
    else return undefined;
  }
  return value;
}

/** RFC 3986, section 2.1; text that is no valid percent-encoding is left as it is. */
function unescapePercent(token: string): string {
  try {
    return decodeURIComponent(token);
  } catch {
    return token;
  }
}
