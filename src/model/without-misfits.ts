import {misfit, type Fitting} from './fits-schema.ts';
import type {Json} from './json.ts';
import type {Schema} from './schema.ts';

/** Parts that are taken away before it is taken for hopeless. */
const mostParts = 40;

/**
 * The value without the parts that do not meet its schema, where they are optional. Undefined when what is left does not
 * meet it either.
 */
export function withoutMisfits(value: Json, schema: Schema, fitting: Fitting): Json | undefined {
  let left = value;
  for (let count = 0; count <= mostParts; count++) {
    const way = misfit(schema, left, fitting);
    if (way === undefined) return left;
    const [first, ...rest] = way;
    if (first === undefined) return undefined;
    left = withoutPart(left, first, rest);
  }
  return undefined;
}

function withoutPart(value: Json, name: string, rest: string[]): Json {
  if (Array.isArray(value))
    return value.flatMap((item, index) => (String(index) === name ? inner(item, rest) : [item]));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value);
  return Object.fromEntries(
    members.flatMap(([key, part = null]) => {
      const kept = key === name ? inner(part, rest) : [part];
      return kept.map((one) => [key, one] as const);
    }),
  );
}

/** Nothing, when it is the part itself. */
function inner(part: Json, [name, ...rest]: string[]): Json[] {
  return name === undefined ? [] : [withoutPart(part, name, rest)];
}
