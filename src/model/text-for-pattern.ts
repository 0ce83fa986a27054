import {expressionOf} from './pattern-takes.ts';

/** What is repeated without end is repeated so often at most, for text that has to be long. */
const mostTurns = 200;

/** Parts of a pattern; one with more is for machines. */
const mostParts = 2_000;

/** Longer text is for machines as well: `^a{1000000000}$` is a pattern. */
const mostCharacters = 10_000;

/**
 * Text that a regular expression (ECMA-262, as JSON Schema uses it) takes, of at least `minLength` characters where it
 * leaves the choice. Undefined for what is none or too long, and for what refers back. What it looks ahead or behind for, and limits
 * in the middle of a text, are passed over: whoever needs to be sure asks the expression.
 */
export function textForPattern(pattern: string, minLength: number): string | undefined {
  const reader: Reader = {source: [...pattern], at: 0, parts: 0};
  try {
    const node = readAlternatives(reader);
    if (reader.at < reader.source.length) return undefined;
    const text = write(node, 0);
    return text.length >= minLength || text.length === 0 ? text : write(node, minLength - text.length);
  } catch (error) {
    if (error instanceof Unsolved) return undefined;
    throw error;
  }
}

class Unsolved extends Error {}

interface Reader {
  source: string[];
  at: number;
  parts: number;
}

/** A pattern makes text; `more` is how many characters it should have beyond the fewest. */
type Node =
  | {kind: 'text'; text: string}
  | {kind: 'sequence'; nodes: Node[]}
  | {kind: 'repeat'; node: Node; least: number; most: number};

function write(node: Node, more: number): string {
  if (node.kind === 'text') return node.text;
  if (node.kind === 'sequence') {
    const shortest = node.nodes.map((inner) => write(inner, 0));
    let missing = more;
    // The last part that can grow has the rest: `v\d+\.\d+` becomes v0.000.
    for (let index = node.nodes.length - 1; index >= 0 && missing > 0; index--) {
      const inner = node.nodes[index];
      const short = shortest[index] ?? '';
      if (inner === undefined) continue;
      const long = write(inner, missing);
      shortest[index] = long;
      missing -= long.length - short.length;
    }
    const whole = shortest.join('');
    if (whole.length > mostCharacters) throw new Unsolved();
    return whole;
  }
  const once = write(node.node, 0);
  if (once.length * node.least > mostCharacters) throw new Unsolved();
  const turns = once.length === 0 ? 0 : node.least + Math.ceil(more / once.length);
  return once.repeat(Math.min(turns, node.most, Math.max(node.least, mostTurns)));
}

function readAlternatives(reader: Reader): Node {
  const ways = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    ways.push(readSequence(reader));
  }
  // An example of nothing shows nothing.
  return ways.find((way) => write(way, 0) !== '') ?? ways[0] ?? {kind: 'text', text: ''};
}

function readSequence(reader: Reader): Node {
  const nodes: Node[] = [];
  for (
    let next = reader.source[reader.at];
    next !== undefined && !'|)'.includes(next);
    next = reader.source[reader.at]
  ) {
    if (++reader.parts > mostParts) throw new Unsolved();
    const node = readAtom(reader);
    nodes.push(readQuantifier(reader, node));
  }
  return {kind: 'sequence', nodes};
}

function readQuantifier(reader: Reader, node: Node): Node {
  const rest = reader.source.slice(reader.at, reader.at + 24).join('');
  const [whole, sign, low, comma, high] = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(rest) ?? [];
  if (whole === undefined) return node;
  reader.at += whole.length;
  if (sign === '?') return {kind: 'repeat', node, least: 0, most: 1};
  // Once shows more than never.
  if (sign !== undefined) return {kind: 'repeat', node, least: 1, most: Infinity};
  const least = Number(low);
  const most = comma === '' ? least : high === '' ? Infinity : Number(high);
  return {kind: 'repeat', node, least: Math.max(least, Math.min(1, most)), most};
}

function readAtom(reader: Reader): Node {
  const sign = reader.source[reader.at++] ?? '';
  if (sign === '^' || sign === '$') return {kind: 'text', text: ''};
  if (sign === '.') return {kind: 'text', text: 'a'};
  if (sign === '(') return readGroup(reader);
  if (sign === '[') return {kind: 'text', text: readClass(reader)};
  if (sign === '\\') return {kind: 'text', text: readEscape(reader)};
  if ('*+?'.includes(sign)) throw new Unsolved();
  return {kind: 'text', text: sign};
}

function readGroup(reader: Reader): Node {
  const rest = reader.source.slice(reader.at, reader.at + 80).join('');
  const [opening] = /^\?(?::|<?[=!]|<[\p{L}_$][\p{L}\p{N}_$]*>)/u.exec(rest) ?? [];
  if (opening === undefined && rest.startsWith('?')) throw new Unsolved();
  reader.at += [...(opening ?? '')].length;
  const node = readAlternatives(reader);
  if (reader.source[reader.at++] !== ')') throw new Unsolved();
  return opening !== undefined && /[=!]$/.test(opening) ? {kind: 'text', text: ''} : node;
}

/** What most classes have, the most telling first. */
const samples = ['a', '0', 'A', '_', '-', '.', ' ', '1', 'b', '/', ':', '@'];

function readClass(reader: Reader): string {
  const start = reader.at;
  for (let next = reader.source[reader.at]; next !== ']'; next = reader.source[reader.at]) {
    if (next === undefined) throw new Unsolved();
    reader.at += next === '\\' ? 2 : 1;
  }
  const inside = reader.source.slice(start, reader.at++);
  return characterOf(`[${inside.join('')}]`, inside);
}

function readEscape(reader: Reader): string {
  const rest = reader.source.slice(reader.at, reader.at + 40).join('');
  const [escape = ''] = /^(?:x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}|p\{[^}]+\}|c[a-z]|[^1-9k])/iu.exec(rest) ?? [];
  if (escape === '') throw new Unsolved();
  reader.at += [...escape].length;
  if (escape.toLowerCase() === 'b') return '';
  return /^\w/.test(escape) ? characterOf(`\\${escape}`, []) : escape;
}

/** A character that a class or an escape takes. */
function characterOf(unit: string, inside: string[]): string {
  let expression: RegExp;
  try {
    expression = expressionOf(`^${unit}$`);
  } catch {
    throw new Unsolved();
  }
  const found = [...samples, ...inside, ...ascii, ...escapedIn(unit), ...letters].find((character) =>
    expression.test(character),
  );
  if (found === undefined) throw new Unsolved();
  return found;
}

/** Characters of many scripts. */
const letters = 'éßñøяλאعहไ中あア한€→😀';

/** The characters that a class names by their numbers: it may have no others. */
function escapedIn(unit: string): string[] {
  const numbers = [...unit.matchAll(/\\(?:x([\da-f]{2})|u([\da-f]{4})|u\{([\da-f]{1,5})\})/gi)];
  return numbers.map(([, byte, short, long]) => String.fromCodePoint(parseInt(byte ?? short ?? long ?? '0', 16)));
}

const ascii = Array.from({length: 128}, (_, index) => String.fromCharCode(index));
