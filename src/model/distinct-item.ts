import {fitsSchema, type Fitting} from './fits-schema.ts';
import type {Json} from './json.ts';
import {resolveSchema, type Schema} from './schema.ts';

/** A value for a list whose items are all different: the one that was made, else one like it, where its kind allows. */
export function distinctItem(made: Json, list: Json[], items: Schema, fitting: Fitting): Json {
  const there = new Set(list.map((other) => JSON.stringify(other)));
  const {enum: values = [], examples = [], multipleOf = 1} = resolveSchema(items, fitting.schemas);
  const given = values.length > 0 ? values : examples;
  const isNew = (value: Json) => !there.has(JSON.stringify(value));
  if (given.length > 0) return given.find(isNew) ?? made;
  // Each item before this one has most likely taken the number that it has in the list.
  for (const index of [0, ...Array.from({length: list.length}, (_, place) => list.length - place)]) {
    const found = variants(made, index, multipleOf).find((value) => isNew(value) && fitsSchema(items, value, fitting));
    if (found !== undefined) return found;
  }
  return made;
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
