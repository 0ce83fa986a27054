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

/** The names of all members of all objects of a document; without recursion, for a document may be deep. */
export function memberNames(parsed: unknown): Set<string> {
  const names = new Set<string>();
  const seen = new Set<object>();
  const open = [parsed];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const isObject = !Array.isArray(value);
    for (const [key, child] of Object.entries(value)) {
      if (isObject) names.add(key);
      if (typeof child === 'object') open.push(child);
    }
  }
  return names;
}

/** Whether a document refers to nothing outside of itself: neither by `$ref` nor by the mapping of a discriminator. */
export function isInOnePiece(parsed: unknown): boolean {
  const isOwn = (reference: unknown): boolean => typeof reference !== 'string' || reference.startsWith('#');
  const seen = new Set<object>();
  const open = [parsed];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (isJsonObject(value) && !isOwn(value['$ref'])) return false;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'object') open.push(child);
      if (key === 'mapping' && isJsonObject(child) && !Object.values(child).every(isOwn)) return false;
    }
  }
  return true;
}
