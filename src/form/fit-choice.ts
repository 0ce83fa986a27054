import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import {typeOfValue, typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isValueObject, toJson} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import type {Choice} from './choices.ts';
import {isWhole} from './exact-decimal.ts';
import type {Field} from './fields.ts';

/** Deeper than this, one mistake more or less no longer decides. */
const deepest = 6;

/** The form that fits a value best, by its discriminator first. Undefined when the value is of a kind that none takes. */
export function fitChoice({choices = [], place}: Field, value: Value): Choice | undefined {
  const tagged = choices.find(({fixed}) =>
    Object.entries(fixed ?? {}).some(([name, tag]) => isValueObject(value) && member(value, name) === tag),
  );
  if (tagged !== undefined) return tagged;
  const [best] = choices
    .map((choice) => ({choice, cost: misfit(choice.schema, value, place.schemas, 0)}))
    .filter(({cost}) => cost < Infinity)
    .sort((a, b) => a.cost - b.cost);
  return best?.choice;
}

/** How badly a value fits a schema: nothing for a fit, without end for a value of another kind. */
export function misfit(schema: Schema, value: Value, schemas: NamedSchemas, depth: number): number {
  if (schema === false) return Infinity;
  if (depth > deepest) return 0;
  const merged = mergeSchema(schema, schemas);
  if (!admitsType(merged, value)) return Infinity;
  const branches = merged.oneOf ?? merged.anyOf;
  const best =
    branches === undefined || branches.length === 0
      ? 0
      : Math.min(...branches.map((branch) => misfit(branch, value, schemas, depth + 1)));
  return best + ofValues(merged, value) + ofText(merged, value) + ofMembers(merged, value, schemas, depth);
}

function admitsType(merged: SchemaObject, value: Value): boolean {
  const types = typesOf(merged);
  if (types.length === 0) return true;
  if (value instanceof FileValue) return types.includes('string');
  const type = value instanceof ExactNumber ? (isWhole(value.text) ? 'integer' : 'number') : typeOfValue(toJson(value));
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

function ofValues({const: constant, enum: values}: SchemaObject, value: Value): number {
  const given = constant !== undefined ? [constant] : values;
  if (given === undefined) return 0;
  const text = JSON.stringify(toJson(value));
  return given.some((allowed) => JSON.stringify(allowed) === text) ? 0 : 20;
}

function ofText({pattern, minLength = 0, maxLength = Infinity, format}: SchemaObject, value: Value): number {
  if (typeof value !== 'string') return 0;
  const length = [...value].length;
  const lengths = length < minLength || length > maxLength ? 5 : 0;
  const formats = member(formatPatterns, format ?? '')?.test(value) === false ? 5 : 0;
  // What names a format or a pattern and fits it is meant more than plain text.
  const plain = format === undefined && pattern === undefined ? 0.5 : 0;
  return lengths + formats + plain + (pattern !== undefined && !matches(pattern, value) ? 5 : 0);
}

/** Rough, and quick: they only tell forms apart. */
const formatPatterns: Record<string, RegExp> = {
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dt/i,
  time: /^\d\d:\d\d/,
  email: /@/,
  uuid: /^[\da-f]{8}-[\da-f-]{27}$/i,
  uri: /^[a-z][a-z\d+.-]*:/i,
};

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(text);
  } catch {
    return true;
  }
}

function ofMembers(merged: SchemaObject, value: Value, schemas: NamedSchemas, depth: number): number {
  const {properties, required = [], additionalProperties, items = true, prefixItems = []} = merged;
  if (Array.isArray(value)) {
    const costs = value
      .slice(0, 20)
      .map((item, index) => misfit(prefixItems[index] ?? items, item, schemas, depth + 1));
    return costs.reduce((sum, cost) => sum + Math.min(cost, 10), 0);
  }
  if (!isValueObject(value)) return 0;
  const missing = required.filter((name) => member(value, name) === undefined).length * 5;
  return Object.entries(value).reduce((sum, [name, inner]) => {
    if (inner === undefined) return sum;
    const schema = member(properties, name);
    if (schema === undefined) return sum + (additionalProperties === false ? 5 : 1);
    return sum + Math.min(misfit(schema, inner, schemas, depth + 1), 10);
  }, missing);
}
