import {endOfString, type JsonIndex} from './index-json.ts';
import {kindOf} from './json-places.ts';

/** The nodes that a tree shows, in order: a closed container hides what is in it. `open` has a 1 for each open node. */
export function visibleRows(index: JsonIndex, open: Uint8Array): Uint32Array {
  const rows = new Uint32Array(index.length);
  let count = 0;
  for (let node = 0; node < index.length;) {
    rows[count++] = node;
    node = open[node] === 1 ? node + 1 : (index.next[node] ?? index.length);
  }
  return rows.subarray(0, count);
}

/** What is open at first: everything of a short text; of a long one as many levels as make no more than `most` rows. */
export function openAtFirst(index: JsonIndex, most: number): Uint8Array<ArrayBuffer> {
  const open = new Uint8Array(index.length);
  const perDepth: number[] = [];
  for (let node = 0; node < index.length; node++) {
    const depth = index.depth[node] ?? 0;
    perDepth[depth] = (perDepth[depth] ?? 0) + 1;
  }
  let rows = 0;
  let levels = 0;
  for (const count of perDepth) {
    rows += count;
    if (rows > most && levels > 1) break;
    levels++;
  }
  for (let node = 0; node < index.length; node++) open[node] = (index.depth[node] ?? 0) < levels - 1 ? 1 : 0;
  return open;
}

/** The lines of an indented text: a node for the line that it begins on, `-1 - node` for the line of its last bracket. */
export function indentedLines(index: JsonIndex): Int32Array {
  let closings = 0;
  for (let node = 0; node < index.length; node++) if ((index.children[node] ?? 0) > 0) closings++;
  const lines = new Int32Array(index.length + closings);
  let count = 0;
  const open: number[] = [];
  const close = (until: number) => {
    while (open.length > 0 && (index.next[open.at(-1) ?? 0] ?? 0) <= until) lines[count++] = -1 - (open.pop() ?? 0);
  };
  for (let node = 0; node < index.length; node++) {
    close(node);
    lines[count++] = node;
    if ((index.children[node] ?? 0) > 0) open.push(node);
  }
  close(index.length);
  return lines;
}

/** One line of the indented text: name and value with every character as it came. */
export function lineText(text: string, index: JsonIndex, line: number): string {
  const node = line < 0 ? -1 - line : line;
  const first = text[index.start[node] ?? 0] ?? '';
  const isOpening = line >= 0 && (index.children[node] ?? 0) > 0;
  const value = line < 0 ? closing(first) : isOpening ? first : scalarText(text, index, node);
  const name = line < 0 ? '' : nameText(text, index, node);
  return `${name}${value}${isOpening || isLast(index, node) ? '' : ','}`;
}

function nameText(text: string, index: JsonIndex, node: number): string {
  const from = index.name[node] ?? -1;
  return from < 0 ? '' : `${text.slice(from, endOfString(text, from))}: `;
}

/** An empty container is written without the blanks in it. */
function scalarText(text: string, index: JsonIndex, node: number): string {
  const kind = kindOf(text, index, node);
  if (kind !== 'scalar') return kind === 'object' ? '{}' : '[]';
  return text.slice(index.start[node], index.end[node]);
}

function closing(first: string): string {
  return first === '{' ? '}' : ']';
}

function isLast(index: JsonIndex, node: number): boolean {
  const parent = index.parent[node] ?? -1;
  return parent < 0 || (index.ordinal[node] ?? 0) === (index.children[parent] ?? 0) - 1;
}
