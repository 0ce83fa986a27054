import {fitsSchema, type Fitting} from './fits-schema.ts';
import type {Json} from './json.ts';
import {resolveSchema, type Schema} from './schema.ts';

/** A value for a list whose items are all different: the one that was made, else one like it, where its kind allows. */
export function distinctItem(made: Json, list: Json[], items: Schema, fitting: Fitting): Json {
  const isThere = (value: Json) => list.some((other) => JSON.stringify(other) === JSON.stringify(value));
  const {enum: values = [], examples = [], multipleOf = 1} = resolveSchema(items, fitting.schemas);
  const given = values.length > 0 ? values : examples;
  const varied = Array.from({length: list.length + 1}, (_, index) => variants(made, index, multipleOf)).flat();
  const isNew = (value: Json) => !isThere(value) && (given.length > 0 || fitsSchema(items, value, fitting));
  return [...given, ...(given.length > 0 ? [] : varied)].find(isNew) ?? made;
}

/** Values much like another one, other ones for each index; the value itself at first. */
function variants(made: Json, index: number, step: number): Json[] {
  if (typeof made === 'number') return [made + index * step];
  if (typeof made !== 'string' || index === 0) return [made];
  // A pattern or a format may want digits where there were digits, or as many characters as there were.
  const otherDigits = [...made.matchAll(/\d/g)].map(({0: digit, index: at}) => {
    return `${made.slice(0, at)}${(Number(digit) + index) % 10}${made.slice(at + 1)}`;
  });
  return [`${made}${index}`, ...otherDigits.reverse(), `${index}${made}`, `${made.slice(0, -1)}${index}`];
}
