import {isJsonObject, type Json} from '../model/json.ts';
import {escapeToken, resolvePointer} from './normalise/pointer.ts';

/** The keywords without which there are no references by identifier. */
export const identifiers = ['$id', '$anchor', '$dynamicAnchor', '$self'];

/**
 * Turns references by identifier into references by place, which is all that the library follows: to `$id` and `$anchor`
 * (JSON Schema 2020-12 core, 8.2), relative to an embedded `$id`, and to the document's own `$self` (OpenAPI 3.2).
 * Changes what it is given; what is not found in it stays as it is.
 */
export function resolveIdentifiers(parsed: unknown): void {
  const root = parsed as Json;
  const own = isJsonObject(root) && typeof root['$self'] === 'string' ? root['$self'] : '';
  const identified: Identified = {resources: new Map(), anchors: new Map(), references: []};
  const base = absolute(own, nowhere) ?? nowhere;
  identified.resources.set(base, '#');
  collect(root, {base, pointer: '#', isMap: false, seen: new Set()}, identified);
  for (const {object, $ref, base: from} of identified.references) {
    const target = find($ref, from, identified, root);
    if (target !== undefined) object['$ref'] = target;
  }
}

/** What a document without an address is at. */
const nowhere = 'document://here/';

interface Identified {
  /** Pointers, by URI without fragment. */
  resources: Map<string, string>;
  /** Pointers, by URI with the name as its fragment. */
  anchors: Map<string, string>;
  references: {object: Record<string, Json | undefined>; $ref: string; base: string}[];
}

interface Place {
  base: string;
  pointer: string;
  /** The keys are names of the document: nothing in it is a keyword. */
  isMap: boolean;
  seen: Set<object>;
}

/** Members whose values are data of the API: nothing in them is a schema. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue']);

const maps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'schemas']);

function collect(value: Json | undefined, place: Place, identified: Identified): void {
  if (typeof value !== 'object' || value === null || place.seen.has(value)) return;
  place.seen.add(value);
  let {base} = place;
  if (isJsonObject(value) && !place.isMap) {
    const {$id, $anchor, $dynamicAnchor, $ref} = value;
    if (typeof $id === 'string') {
      base = absolute($id, base) ?? base;
      if (!identified.resources.has(base)) identified.resources.set(base, place.pointer);
    }
    for (const anchor of [$anchor, $dynamicAnchor]) {
      if (typeof anchor === 'string') identified.anchors.set(`${base}#${anchor}`, place.pointer);
    }
    if (typeof $ref === 'string') identified.references.push({object: value, $ref, base});
  }
  for (const [key, child] of Object.entries(value)) {
    if (data.has(key) && !place.isMap) continue;
    const pointer = `${place.pointer}/${escapeToken(key).replaceAll('%', '%25')}`;
    collect(child, {...place, base, pointer, isMap: maps.has(key) && !place.isMap}, identified);
  }
}

/** The place that a reference means, when it names one otherwise than by its place. */
function find($ref: string, base: string, {resources, anchors}: Identified, root: Json): string | undefined {
  const [address = '', fragment = ''] = splitOnce($ref);
  const target = address === '' ? base : absolute(address, base);
  const resource = target === undefined ? undefined : resources.get(target);
  if (target === undefined || resource === undefined) return undefined;
  if (fragment !== '' && !fragment.startsWith('/')) return anchors.get(`${target}#${fragment}`);
  const within = `${resource}${fragment}`;
  // Many give a schema an $id and go on to write references from the root of the document.
  if (resolvePointer(root, within) === undefined && resolvePointer(root, `#${fragment}`) !== undefined) {
    return address === '' ? undefined : `#${fragment}`;
  }
  return within === $ref ? undefined : within === '#' ? '#/' : within;
}

function splitOnce($ref: string): string[] {
  const index = $ref.indexOf('#');
  return index < 0 ? [$ref] : [$ref.slice(0, index), $ref.slice(index + 1)];
}

/** Without its fragment; undefined for what is no address. */
function absolute(reference: string, base: string): string | undefined {
  if (!URL.canParse(reference, base)) return undefined;
  const url = new URL(reference, base);
  url.hash = '';
  return url.href;
}
