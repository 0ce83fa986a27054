import {isJsonObject, type JsonObject} from '../model/json.ts';
import {escapeToken} from './normalise/pointer.ts';

/** Every object of a document, with its pointer; without recursion, for a document may be deep. */
export function* objectsIn(parsed: unknown): Generator<{object: JsonObject; pointer: string}> {
  const seen = new Set<object>();
  const open: {value: unknown; pointer: string}[] = [{value: parsed, pointer: '#'}];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {value, pointer} = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'object') open.push({value: child, pointer: `${pointer}/${escapeToken(key)}`});
    }
    if (isJsonObject(value)) yield {object: value, pointer};
  }
}

/** The names of all members of all objects of a document. */
export function memberNames(parsed: unknown): Set<string> {
  const names = new Set<string>();
  for (const object of objectsAnywhere(parsed)) for (const name of Object.keys(object)) names.add(name);
  return names;
}

/**
 * Whether a document refers to nothing outside of itself: neither by `$ref` nor by the mapping of a discriminator. In
 * doubt it does, for bundling what is in one piece takes time and changes nothing.
 */
export function isInOnePiece(parsed: unknown): boolean {
  const isOwn = (reference: unknown): boolean => typeof reference !== 'string' || reference.startsWith('#');
  for (const {$ref, mapping} of objectsAnywhere(parsed)) {
    if (!isOwn($ref) || (isJsonObject(mapping) && !Object.values(mapping).every(isOwn))) return false;
  }
  return true;
}

/** Every object of a document, in no order: pointers take longer to make than all the rest of the walk. */
function* objectsAnywhere(parsed: unknown): Generator<JsonObject> {
  const seen = new Set<object>();
  const open = [parsed];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    for (const child of Object.values(value)) if (typeof child === 'object') open.push(child);
    if (isJsonObject(value)) yield value;
  }
}
