import {endOfString, type JsonIndex} from './index-json.ts';

/** The name of a member, its escapes undone; undefined for items and the outermost value. */
export function nameOf(text: string, index: JsonIndex, node: number): string | undefined {
  const from = index.name[node] ?? -1;
  return from < 0 ? undefined : (JSON.parse(text.slice(from, endOfString(text, from))) as string);
}

/** The name of a member or the position of an item, as JSON Pointers and problems write it; empty for the outermost. */
export function segmentOf(text: string, index: JsonIndex, node: number): string {
  return nameOf(text, index, node) ?? ((index.parent[node] ?? -1) < 0 ? '' : String(index.ordinal[node] ?? 0));
}

/** The way to a value from the outermost one, segment by segment. */
function pathOf(text: string, index: JsonIndex, node: number): string[] {
  const path: string[] = [];
  for (let at = node; (index.parent[at] ?? -1) >= 0; at = index.parent[at] ?? -1)
    path.unshift(segmentOf(text, index, at));
  return path;
}

/** The JSON Pointer of a value (RFC 6901); empty for the outermost one. */
export function pointerOf(text: string, index: JsonIndex, node: number): string {
  return pathOf(text, index, node)
    .map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The nodes of a container's members or items, in order. */
export function* childrenOf(index: JsonIndex, node: number): Generator<number> {
  const end = index.next[node] ?? 0;
  for (let child = node + 1; child < end; child = index.next[child] ?? end) yield child;
}

/**
 * The node that the name of a problem leads to (`profile.id`, `tags.0`). Where it leads to nothing, as for a property
 * that is missing, the last value on the way; names may have dots in them.
 */
export function nodeAtName(text: string, index: JsonIndex, name: string): number {
  return furthest(text, index, 0, name).node;
}

function furthest(text: string, index: JsonIndex, node: number, rest: string): {node: number; left: number} {
  let best = {node, left: rest.length};
  if (rest === '') return best;
  const children = kindOf(text, index, node) === 'array' ? itemAt(index, node, rest) : childrenOf(index, node);
  for (const child of children) {
    const segment = segmentOf(text, index, child);
    if (rest !== segment && !rest.startsWith(`${segment}.`)) continue;
    const found = furthest(text, index, child, rest.slice(segment.length + 1));
    if (found.left < best.left) best = found;
    if (best.left === 0) return best;
  }
  return best;
}

/** The item of an array whose position a name begins with, in a list of one; found by halves, for arrays may be long. */
function itemAt(index: JsonIndex, node: number, name: string): number[] {
  const position = Number(name.split('.', 1)[0]);
  let [low, high] = [node + 1, (index.next[node] ?? 0) - 1];
  while (low <= high) {
    let item = (low + high) >> 1;
    while (index.parent[item] !== node) item = index.parent[item] ?? node;
    const ordinal = index.ordinal[item] ?? 0;
    if (ordinal === position) return [item];
    if (ordinal < position) low = index.next[item] ?? high + 1;
    else high = item - 1;
  }
  return [];
}

/** The innermost value that this place of the text belongs to; a name belongs to its value. */
export function nodeAtOffset(index: JsonIndex, offset: number): number {
  let [low, high] = [0, index.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (beginOf(index, middle) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where a member begins with its name, or a value without one. */
function beginOf(index: JsonIndex, node: number): number {
  const name = index.name[node] ?? -1;
  return name < 0 ? (index.start[node] ?? 0) : name;
}

/** Whether a value is an object, an array, or neither. */
export function kindOf(text: string, index: JsonIndex, node: number): 'object' | 'array' | 'scalar' {
  const first = text[index.start[node] ?? 0];
  return first === '{' ? 'object' : first === '[' ? 'array' : 'scalar';
}
