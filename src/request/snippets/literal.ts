import type {Json, JsonObject} from '../../model/json.ts';

/** What tells the literals of one language from another's. */
export interface LiteralSyntax {
  text: (value: string) => string;
  /** The key of an object or dictionary, with what follows it up to the value. */
  key: (name: string) => string;
  /** What an object stands between; without it, braces. */
  brackets?: (value: JsonObject) => [open: string, close: string];
  true: string;
  false: string;
  null: string;
}

/** Long enough for a line of code in a narrow column. */
const lineLength = 72;

/**
 * A JSON value as a literal, on several lines with two or four blanks of indentation. A list of scalars that fits on a
 * line stays on it.
 */
export function writeLiteral(value: Json, syntax: LiteralSyntax, step: string, indent = ''): string {
  if (value === null) return syntax.null;
  if (typeof value === 'boolean') return value ? syntax.true : syntax.false;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return syntax.text(value);

  const inner = indent + step;
  const lines = (open: string, parts: string[], close: string) =>
    parts.length === 0 ? open + close : [open, ...parts.map((part) => `${inner}${part},`), indent + close].join('\n');

  if (Array.isArray(value)) {
    const items = value.map((item) => writeLiteral(item, syntax, step, inner));
    const oneLine = `[${items.join(', ')}]`;
    const isShort = indent.length + oneLine.length <= lineLength;
    return isShort && value.every(isScalar) ? oneLine : lines('[', items, ']');
  }
  const members = Object.entries(value).map(
    ([name, member]) => syntax.key(name) + writeLiteral(member ?? null, syntax, step, inner),
  );
  const [open, close] = syntax.brackets?.(value) ?? ['{', '}'];
  return lines(open, members, close);
}

/**
 * A string literal with backslash escapes in the given quotes. Whatever a reader could not see or tell apart (controls,
 * separators, direction marks, half surrogates) is escaped by `escape`, which receives the code point.
 */
export function quote(text: string, mark: string, escape: (codePoint: number) => string): string {
  const named: Record<string, string> = {'\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\', [mark]: `\\${mark}`};
  const inside = text.replace(/[\\'"]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\u00a0]/gu, (character) => {
    if (character === "'" || character === '"') return character === mark ? `\\${mark}` : character;
    return named[character] ?? escape(character.codePointAt(0) ?? 0);
  });
  return mark + inside + mark;
}

/** Whether a literal can hold the text without escapes for what a reader could not see. */
export function isVisible(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\u00a0]/u.test(text);
}

/** A string literal in single quotes, as PHP and Ruby have it: only the quote and the backslash are escaped. */
export function quoteSingle(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A code point in hexadecimal digits, for an escape. */
export function hex(codePoint: number, digits: number): string {
  return codePoint.toString(16).padStart(digits, '0');
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}
