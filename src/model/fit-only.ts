import {fitsSchema, type Fitting} from './fits-schema.ts';
import type {Json, JsonObject} from './json.ts';
import {mergeSchema} from './merge-schema.ts';
import type {Schema, SchemaObject} from './schema.ts';

/** Branches that a value is told apart from, and properties that are tried: there may be hundreds of each. */
const mostBranches = 60;
const mostProperties = 40;

/**
 * A value that meets one branch of `oneOf` and none of the others (JSON Schema 2020-12 core, 10.2.1.3): the value itself,
 * or without optional properties that the others demand. Undefined where that does not help; where asking would have no
 * end, the value itself.
 *
 * @param own the branch with what stands beside `oneOf`
 */
export function fitOnly(value: Json, own: SchemaObject, others: Schema[], fitting: Fitting): Json | undefined {
  const alsoMet = (candidate: Json): number =>
    others.slice(0, mostBranches).filter((other) => fitsSchema(other, candidate, fitting)).length;
  let count = fitting.search.steps > 0 ? alsoMet(value) : 0;
  if (count === 0) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const {required = []} = mergeSchema(own, fitting.schemas);
  let best = value;
  const optional = Object.keys(value).filter((name) => !required.includes(name));
  for (const name of optional.slice(0, mostProperties)) {
    const fewer = withoutMember(best, name);
    const left = alsoMet(fewer);
    if (left >= count) continue;
    best = fewer;
    count = left;
    if (count === 0) return fitsSchema(own, best, fitting) ? best : undefined;
  }
  return undefined;
}

function withoutMember(object: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));
}
