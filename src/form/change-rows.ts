import {rowsKey, rowsOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import type {FormState} from './form-state.ts';
import type {FormStore} from './form-store.ts';

/** Adds a row at the end of a list or a map; gives its id. */
export function addRow(store: FormStore, field: Field, values: (key: string) => FormState = () => ({})): string {
  const rows = rowsOf(field, store.state()) ?? [];
  const id = String(Math.max(-1, ...rows.map(Number)) + 1);
  const key = `${field.key}${field.control === 'array' ? '.' : '#'}${id}`;
  store.change({
    ...forgotten(store.state(), key),
    // What was left out or null is there again.
    ...(typeof store.value(field.key) === 'boolean' ? {} : {[field.key]: undefined}),
    [rowsKey(field)]: [...rows, id],
    ...values(key),
  });
  return id;
}

/** Takes a row out, with all that it held. Messages go with the rows that they are about. */
export function removeRow(store: FormStore, field: Field, id: string): void {
  const rows = rowsOf(field, store.state()) ?? [];
  const key = `${field.key}${field.control === 'array' ? '.' : '#'}${id}`;
  const next = rows.filter((other) => other !== id);
  store.change({...forgotten(store.state(), key), [rowsKey(field)]: next});
  moveMessages(store, field, rows, next);
}

/** Puts a row in another place. */
export function moveRow(store: FormStore, field: Field, id: string, to: number): void {
  const rows = rowsOf(field, store.state()) ?? [];
  const next = rows.filter((other) => other !== id);
  next.splice(to, 0, id);
  store.change({[rowsKey(field)]: next});
  moveMessages(store, field, rows, next);
}

function forgotten(state: FormState, key: string): FormState {
  const own = Object.keys(state).filter(
    (other) => other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}#`),
  );
  return Object.fromEntries(own.map((other) => [other, undefined]));
}

/** The names of rows are their indexes, and messages go by names. */
function moveMessages(store: FormStore, field: Field, before: readonly string[], after: readonly string[]): void {
  const errors = Object.entries(store.errors());
  const isEntry = field.control !== 'array';
  const place = new RegExp(`^${escape(field.name)}${isEntry ? '#key\\.' : '\\.'}(\\d+)(.*)$`, 's');
  const moved = errors.flatMap(([name, message]): [string, string][] => {
    const [, index, rest = ''] = place.exec(name) ?? [];
    if (index === undefined) return [[name, message]];
    const to = after.indexOf(before[Number(index)] ?? '');
    return to < 0 ? [] : [[`${field.name}${isEntry ? '#key.' : '.'}${to}${rest}`, message]];
  });
  if (errors.length > 0) store.setErrors(Object.fromEntries(moved));
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
