import type {Json} from '../model/json.ts';

/** Where JSON text goes wrong, counted from 1, and what was expected there. Never quotes the text. */
export interface JsonMistake {
  line: number;
  column: number;
  /** Without a full stop: "a comma or } is missing". */
  reason: string;
}

/** Parses JSON (RFC 8259); for other text says where it stops being JSON, the same in every browser. */
export function parseJson(text: string): {value: Json} | JsonMistake {
  try {
    return {value: JSON.parse(text) as Json};
  } catch {
    const {offset, reason} = findMistake(text);
    const before = text.slice(0, offset).split('\n');
    return {line: before.length, column: (before.at(-1)?.length ?? 0) + 1, reason};
  }
}

interface Mistake {
  offset: number;
  reason: string;
}

/** What may come next: a value, a property name, a colon, or what separates and ends. */
type Expected = 'value' | 'first value' | 'name' | 'first name' | 'colon' | 'separator' | 'end';

const reasons: Record<Expected, string> = {
  value: 'a value is missing',
  'first value': 'a value or ] is missing',
  name: 'a property name in double quotes is missing',
  'first name': 'a property name in double quotes or } is missing',
  colon: 'a colon is missing',
  separator: 'a comma or the closing bracket is missing',
  end: 'there is more text after the value',
};

/** One token of RFC 8259 with the blanks before it. */
const token = new RegExp(
  '[\\t\\n\\r ]*(' +
    [
      String.raw`"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\\/bfnrt]|u[0-9A-Fa-f]{4}))*"`,
      String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])`,
      String.raw`(?:true|false|null)(?!\w)`,
      String.raw`[\{\}\[\],:]`,
    ].join('|') +
    ')',
  'uy',
);

function findMistake(text: string): Mistake {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let offset = 0;
  const afterValue = (): Expected => (open.length === 0 ? 'end' : 'separator');

  for (;;) {
    token.lastIndex = offset;
    const match = token.exec(text);
    if (match === null) return unreadable(text, offset, expected);
    const current = match[1] ?? '';
    const start = token.lastIndex - current.length;
    const next = step(expected, current, open, afterValue);
    if (next === undefined) return {offset: start, reason: reasons[expected]};
    expected = next;
    offset = token.lastIndex;
  }
}

/** What is expected after this token, or undefined when the token is not what was expected. */
function step(
  expected: Expected,
  current: string,
  open: ('{' | '[')[],
  afterValue: () => Expected,
): Expected | undefined {
  const inside = open.at(-1);
  if (expected === 'end') return undefined;
  if (expected === 'colon') return current === ':' ? 'value' : undefined;
  if (expected === 'separator' && current === ',') return inside === '{' ? 'name' : 'value';
  const mayClose = expected === 'separator' || expected === 'first value' || expected === 'first name';
  if (mayClose && current === (inside === '{' ? '}' : ']')) {
    open.pop();
    return afterValue();
  }
  if (expected === 'separator') return undefined;
  if (expected === 'name' || expected === 'first name') return current.startsWith('"') ? 'colon' : undefined;
  if (current === '{' || current === '[') {
    open.push(current);
    return current === '{' ? 'first name' : 'first value';
  }
  return /^["\-\dtfn]/.test(current) ? afterValue() : undefined;
}

function unreadable(text: string, offset: number, expected: Expected): Mistake {
  const start = offset + (/^[\t\n\r ]*/.exec(text.slice(offset))?.[0].length ?? 0);
  if (start === text.length) return {offset: start, reason: `the text ends here, but ${reasons[expected]}`};
  if (text[start] === '"' && expected !== 'colon' && expected !== 'end' && expected !== 'separator') {
    return {offset: start, reason: 'text in double quotes is not closed, or has a line break or a wrong escape in it'};
  }
  return {offset: start, reason: reasons[expected]};
}
