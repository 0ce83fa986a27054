/**
 * Where each value of a JSON text stands: nodes in the order of the text, as plain columns, so that the index of 20 MB is
 * made in a moment and moves between threads without a copy. The text itself stays the only holder of the values: no
 * number goes through a JavaScript number.
 */
export interface JsonIndex {
  /** How many values there are, the outermost included. */
  length: number;
  /** Where each value begins and ends in the text. */
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  /** Where the name of a member begins, its quote included; -1 for items and the outermost value. */
  name: Int32Array<ArrayBuffer>;
  /** -1 for the outermost value. */
  parent: Int32Array<ArrayBuffer>;
  /** The first node that is not inside of this one. */
  next: Uint32Array<ArrayBuffer>;
  /** How many members or items. */
  children: Uint32Array<ArrayBuffer>;
  /** The how-manieth of its parent, from 0. */
  ordinal: Uint32Array<ArrayBuffer>;
  depth: Uint32Array<ArrayBuffer>;
}

/** Finds every value of a JSON text (RFC 8259). Undefined when the text is not JSON. Depth and size are not limited. */
export function indexJson(text: string): JsonIndex | undefined {
  const columns = createColumns(Math.max(16, text.length >> 4));
  const open: number[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let name = -1;

  for (;;) {
    at = skipBlanks(text, at);
    const parent = open.at(-1) ?? -1;
    if (parent >= 0 && name < 0 && text.charCodeAt(columns.start(parent)) === brace) {
      name = at;
      at = skipBlanks(text, endOfString(text, at));
      if (text.charCodeAt(at) !== colon) return undefined;
      at = skipBlanks(text, at + 1);
    }
    const code = text.charCodeAt(at);
    const node = columns.add(at, name, parent, open.length);
    name = -1;
    if (code === brace || code === bracket) {
      const inside = skipBlanks(text, at + 1);
      if (text.charCodeAt(inside) !== code + 2) {
        open.push(node);
        at = inside;
        continue;
      }
      at = inside + 1;
    } else {
      at = endOfScalar(text, at, code);
      if (at < 0) return undefined;
    }
    columns.close(node, at);

    for (;;) {
      at = skipBlanks(text, at);
      const container = open.at(-1);
      if (container === undefined) return at === text.length ? columns.finish() : undefined;
      const separator = text.charCodeAt(at);
      at++;
      if (separator === comma) break;
      if (separator !== text.charCodeAt(columns.start(container)) + 2) return undefined;
      columns.close(container, at);
      open.pop();
    }
  }
}

const [brace, bracket, colon, comma, quote, backslash] = [0x7b, 0x5b, 0x3a, 0x2c, 0x22, 0x5c];

function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at++;
  }
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** The place after a string, number or literal; -1 when there is none. */
function endOfScalar(text: string, from: number, code: number): number {
  if (code === quote) return endOfString(text, from);
  if (code === 0x2d || (code >= 0x30 && code <= 0x39)) {
    number.lastIndex = from;
    return number.test(text) ? number.lastIndex : -1;
  }
  const literal = ['true', 'false', 'null'].find((word) => text.startsWith(word, from));
  return literal === undefined ? -1 : from + literal.length;
}

const escaped = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/y;

/** The place after the closing quote of a string; -1 when no string begins at `from`. */
export function endOfString(text: string, from: number): number {
  if (text.charCodeAt(from) !== quote) return -1;
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code < 0x20) return -1;
    if (code !== backslash) continue;
    escaped.lastIndex = at;
    if (!escaped.test(text)) return -1;
    at = escaped.lastIndex - 1;
  }
  return -1;
}

interface Columns {
  add: (start: number, name: number, parent: number, depth: number) => number;
  close: (node: number, end: number) => void;
  start: (node: number) => number;
  finish: () => JsonIndex;
}

function createColumns(capacity: number): Columns {
  let length = 0;
  let held = allocate(capacity);
  return {
    add(start, name, parent, depth) {
      if (length === held.start.length) held = grow(held, length * 2);
      const node = length++;
      held.start[node] = start;
      held.name[node] = name;
      held.parent[node] = parent;
      held.depth[node] = depth;
      if (parent >= 0) {
        const before = held.children[parent] ?? 0;
        held.ordinal[node] = before;
        held.children[parent] = before + 1;
      }
      return node;
    },
    close(node, end) {
      held.end[node] = end;
      held.next[node] = length;
    },
    start: (node) => held.start[node] ?? 0,
    finish: () => ({length, ...grow(held, length)}),
  };
}

type Held = Omit<JsonIndex, 'length'>;

function allocate(capacity: number): Held {
  return {
    start: new Uint32Array(capacity),
    end: new Uint32Array(capacity),
    name: new Int32Array(capacity),
    parent: new Int32Array(capacity),
    next: new Uint32Array(capacity),
    children: new Uint32Array(capacity),
    ordinal: new Uint32Array(capacity),
    depth: new Uint32Array(capacity),
  };
}

function grow(held: Held, capacity: number): Held {
  const larger = allocate(capacity);
  for (const column of Object.keys(larger) as (keyof Held)[]) {
    larger[column].set(held[column].length > capacity ? held[column].subarray(0, capacity) : held[column]);
  }
  return larger;
}
