/** A row of the table of players. */
export interface Row {
  id: number;
  username: string;
  droids: number[] | null;
}

export type Column = keyof Row;

type Value = number | string | number[];

/** What a row has to pass. */
export type Filter = (row: Row) => boolean;

/**
 * Reads a filter in PostgREST's manner: `eq.7`, `not.in.(a,b)`. Undefined when the operator does not exist or the value
 * does not fit the column.
 */
export function readFilter(column: Column, text: string): Filter | undefined {
  const [, negation, operator = '', operand = ''] = /^(not\.)?([a-z]+)\.(.*)$/s.exec(text) ?? [];
  const test = readTest(column, operator, operand);
  if (test === undefined) return undefined;
  const wanted = negation === undefined;
  return (row) => {
    const value = row[column];
    // As in SQL, a comparison with null is neither true nor false; only `is` looks at null itself.
    if (operator === 'is') return (value === null) === wanted;
    return value !== null && test(value) === wanted;
  };
}

/** Less than, equal to or greater than 0. Lists compare item by item. */
export function comparePlaces(one: Value | null, other: Value | null): number {
  if (Array.isArray(one) && Array.isArray(other)) {
    const place = one.findIndex((item, index) => item !== other[index]);
    return place < 0 || place >= other.length ? one.length - other.length : (one[place] ?? 0) - (other[place] ?? 0);
  }
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  const [text, otherText] = [String(one), String(other)];
  return text < otherText ? -1 : text > otherText ? 1 : 0;
}

function readTest(column: Column, operator: string, operand: string): ((value: Value) => boolean) | undefined {
  if (operator === 'is') return operand === 'null' ? () => false : undefined;
  if (operator === 'like' || operator === 'ilike') {
    return column === 'username' ? likeTest(operand, operator === 'ilike') : undefined;
  }
  if (operator === 'in') {
    const values = readList(operand)?.map((item) => readValue(column, item));
    if (values === undefined || values.some((value) => value === undefined)) return undefined;
    return (value) => values.some((other) => other !== undefined && comparePlaces(value, other) === 0);
  }
  const accepts = comparisons.get(operator);
  const other = readValue(column, operand);
  if (accepts === undefined || other === undefined) return undefined;
  return (value) => accepts(comparePlaces(value, other));
}

const comparisons = new Map<string, (difference: number) => boolean>([
  ['eq', (difference) => difference === 0],
  ['neq', (difference) => difference !== 0],
  ['gt', (difference) => difference > 0],
  ['gte', (difference) => difference >= 0],
  ['lt', (difference) => difference < 0],
  ['lte', (difference) => difference <= 0],
]);

function readValue(column: Column, text: string): Value | undefined {
  if (column === 'username') return text;
  if (column === 'id') return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
  const items = /^\{(?:(-?\d{1,15}(?:,-?\d{1,15})*))?\}$/.exec(text);
  return items === null ? undefined : (items[1] ?? '').split(',').filter(Boolean).map(Number);
}

/** `(a,"b,c",{1,2})`: what stands in quotes or braces may have commas. */
function readList(text: string): string[] | undefined {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  if (inner === undefined) return undefined;
  if (inner === '') return [];
  const items = inner.match(/(?:"(?:[^"\\]|\\.)*"|\{[^}]*\}|[^",{]+)(?=,|$)|(?<=^|,)(?=,|$)/gs) ?? [];
  if (items.join(',') !== inner) return undefined;
  return items.map((item) => (item.startsWith('"') ? item.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : item));
}

/** `*` and `%` stand for any text, `_` for any one character. */
function likeTest(pattern: string, anyCase: boolean): (value: Value) => boolean {
  const source = pattern
    .replaceAll(/[\\^$.+?()[\]{}|]/g, '\\$&')
    .replaceAll(/[*%]+/g, '.*')
    .replaceAll('_', '.');
  const expression = new RegExp(`^${source}$`, anyCase ? 'is' : 's');
  return (value) => expression.test(String(value));
}
