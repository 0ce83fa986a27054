import {emptyValues, isValueObject} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {define} from './define-member.ts';
import {choiceField, entryField, itemField, membersOf, takesEntries} from './field-parts.ts';
import {fieldName} from './field-name.ts';
import type {Field} from './fields.ts';
import {toFormState} from './form-state.ts';
import type {FormState} from './form-state.ts';

/**
 * The form state that shows values given by name: `body.email`, `query.force`, or a bare `email`, `address.city`, for
 * the first field that has it. Names that no field has are passed over.
 */
export function placeValues(fields: Field[], named: Record<string, Value>): FormState {
  const values = emptyValues();
  const state: FormState = {};
  for (const [name, value] of Object.entries(named)) {
    const found = findPath(fields, name);
    if (found === undefined) continue;
    const [field, path] = found;
    if (field.in === 'body') values.body = laid(values.body, path, value);
    else values[field.in] = laid(values[field.in], [field.path[0] ?? '', ...path], value) as ValueObject;
  }
  Object.assign(state, toFormState(fields, values));
  return state;
}

/** Whether a name that a guide uses means this field: its name, or the same without its place. */
export function isNamed(field: Field, name: string): boolean {
  const bare = field.path.join('.');
  return name === field.name || name === `${field.in}.${bare}` || (bare !== '' && name === bare);
}

/** The field that a name means and the way from it to the place inside of it. */
function findPath(fields: Field[], name: string): [Field, string[]] | undefined {
  for (const field of fields) {
    const whole = [field.name, [field.in, ...field.path].join('.')].find(
      (own) => name === own || name.startsWith(`${own}.`),
    );
    const path = whole === undefined ? undefined : descend(field, name.slice(whole.length + 1));
    if (path !== undefined) return [field, path];
  }
  for (const field of fields) {
    const own = field.path.join('.');
    const rest =
      own === '' ? name : name === own ? '' : name.startsWith(`${own}.`) ? name.slice(own.length + 1) : undefined;
    const path = rest === undefined || (own === '' && rest === '') ? undefined : descend(field, rest, own === '');
    if (path !== undefined) return [field, path];
  }
  return undefined;
}

/** The way that a name means inside of a field; a strict one ends at properties that the schema names. */
function descend(field: Field, rest: string, strict = false): string[] | undefined {
  if (rest === '') return [];
  if (field.control === 'union') {
    const ways = (field.choices ?? []).map((choice) => descend(choiceField(field, choice), rest, strict));
    return ways.find((way) => way !== undefined);
  }
  if (field.control === 'array') {
    const [index = '', ...others] = rest.split('.');
    const inner = /^\d{1,4}$/.test(index) && descend(itemField(field, index, Number(index)), others.join('.'), strict);
    return inner ? [index, ...inner] : undefined;
  }
  if (field.control !== 'group') return field.control === 'json' ? rest.split('.') : undefined;
  for (const inner of membersOf(field)) {
    const name = inner.path.at(-1) ?? '';
    const own = [name, fieldName('', [name])].find((text) => rest === text || rest.startsWith(`${text}.`));
    const way = own === undefined ? undefined : descend(inner, rest.slice(own.length + 1), strict);
    if (way !== undefined) return [name, ...way];
  }
  if (strict || !takesEntries(field)) return undefined;
  const [name = '', ...others] = rest.split('.');
  const way = descend(entryField(field, '0', name), others.join('.'));
  return way && [name.replaceAll('~1', '.').replaceAll('~0', '~'), ...way];
}

/** The value with another one laid into it. */
function laid(whole: Value | undefined, [name, ...path]: string[], value: Value): Value {
  if (name === undefined) return isValueObject(whole) && isValueObject(value) ? {...whole, ...value} : value;
  if (Array.isArray(whole) || (whole === undefined && /^\d{1,4}$/.test(name))) {
    const items = Array.isArray(whole) ? [...whole] : [];
    items[Number(name)] = laid(items[Number(name)], path, value);
    return Array.from(items, (item) => item ?? null);
  }
  const copy: ValueObject = isValueObject(whole) ? {...whole} : {};
  define(copy, name, laid(copy[name], path, value));
  return copy;
}
