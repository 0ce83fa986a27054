import type {SchemaObject} from './schema.ts';

/** A small number within the limits of a schema, where there is one. */
export function makeNumber(schema: SchemaObject, isWhole: boolean): number {
  const {multipleOf, minimum, maximum, exclusiveMinimum, exclusiveMaximum} = schema;
  const step = multipleOf ?? (isWhole ? 1 : 0.5);
  const isAllowed = (number: number) =>
    number >= (minimum ?? -Infinity) &&
    number <= (maximum ?? Infinity) &&
    number > (exclusiveMinimum ?? -Infinity) &&
    number < (exclusiveMaximum ?? Infinity) &&
    (!isWhole || Number.isInteger(number));
  const low = minimum ?? exclusiveMinimum;
  const high = maximum ?? exclusiveMaximum;
  const start = low ?? (high !== undefined && high < 1 ? high : 1);
  const base = Math.ceil(start / step) * step;
  const below = Math.floor(start / step) * step;
  const middle = low !== undefined && high !== undefined && multipleOf === undefined ? [(low + high) / 2] : [];
  return [base, base + step, below, below - step, ...middle].map(withoutNoise).find(isAllowed) ?? base;
}

/** 0.1 × 3 is 0.30000000000000004 in binary; nobody would write that. */
function withoutNoise(number: number): number {
  return Number(number.toPrecision(12));
}
