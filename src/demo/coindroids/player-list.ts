import {comparePlaces, readFilter} from './filter.ts';
import type {Column, Row} from './filter.ts';

export type PlayerList =
  {status: 200 | 206; contentRange: string; rows: Partial<Row>[]} | {status: 416; contentRange: string} | {status: 400};

const columns: readonly Column[] = ['id', 'username', 'droids'];

/**
 * The players that a query asks for: filtered, sorted, the part that `Range` names, with the columns of `select`. A
 * `Range` that is not of the form `0-4` is ignored (RFC 9110, section 14.2); a query that cannot be read is a 400.
 */
export function listPlayers(rows: readonly Row[], query: URLSearchParams, range: string | null): PlayerList {
  const filters = [...query].flatMap(([name, text]) =>
    name === 'order' || name === 'select' ? [] : [isColumn(name) ? readFilter(name, text) : undefined],
  );
  const sort = readOrder(query.get('order'));
  const selected = readSelect(query.get('select'));
  if (sort === undefined || selected === undefined) return {status: 400};
  let found = [...rows];
  for (const passes of filters) {
    if (passes === undefined) return {status: 400};
    found = found.filter(passes);
  }
  found.sort(sort);

  const [first, last] = readRange(range, found.length);
  const total = found.length;
  if (first > last + 1 || (first > 0 && first >= total)) return {status: 416, contentRange: `*/${total}`};
  const part = found.slice(first, last + 1);
  const places = part.length === 0 ? '*' : `${first}-${first + part.length - 1}`;
  return {
    status: part.length < total ? 206 : 200,
    contentRange: `${places}/${total}`,
    rows: part.map((row) => pick(row, selected)),
  };
}

function isColumn(name: string): name is Column {
  return columns.some((column) => column === name);
}

/** `id.desc,username`: how two rows compare. Undefined when it cannot be read. */
function readOrder(text: string | null): ((one: Row, other: Row) => number) | undefined {
  if (text === null) return (one, other) => one.id - other.id;
  const terms = text.split(',').map((term) => {
    const [, name = '', direction = 'asc'] = /^(\w+)(?:\.(asc|desc))?$/.exec(term) ?? [];
    return isColumn(name) ? {name, sign: direction === 'asc' ? 1 : -1} : undefined;
  });
  if (terms.some((term) => term === undefined)) return undefined;
  return (one, other) => {
    for (const term of terms) {
      const difference = term === undefined ? 0 : term.sign * compareValues(one, other, term.name);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}

/** Null comes after everything else, as in PostgreSQL. */
function compareValues(one: Row, other: Row, name: Column): number {
  if (one[name] === null || other[name] === null) return Number(one[name] === null) - Number(other[name] === null);
  return comparePlaces(one[name], other[name]);
}

function readSelect(text: string | null): Column[] | undefined {
  if (text === null) return [...columns];
  const names = [...new Set(text.split(','))];
  return names.every(isColumn) ? names : undefined;
}

function readRange(text: string | null, total: number): [first: number, last: number] {
  const [, first, last] = /^(\d{1,15})-(\d{0,15})$/.exec(text ?? '') ?? [];
  if (first === undefined) return [0, total - 1];
  return [Number(first), last === undefined || last === '' ? Math.max(total, Number(first)) - 1 : Number(last)];
}

function pick(row: Row, names: readonly Column[]): Partial<Row> {
  return Object.fromEntries(names.map((name) => [name, row[name]]));
}
