import {Validator} from '@cfworker/json-schema';
import type {OutputUnit} from '@cfworker/json-schema';
import type {Json} from '../model/json.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {explainErrors} from './explain-errors.ts';
import {prepareSchema} from './prepare-schema.ts';
import type {Direction, Prepared} from './prepare-schema.ts';

/**
 * Checks a value against its schema (JSON Schema 2020-12, formats asserted) and says in plain sentences what is wrong:
 * one problem for each place, its name the way there from the value (`address.city`, `tags.0`, empty for the whole). No
 * sentence holds a part of the value. A schema that the validator cannot run gives a problem with the keyword
 * `unchecked`.
 */
export function validateValue(
  schema: Schema,
  value: Json,
  schemas: NamedSchemas,
  direction: Direction = 'request',
): Problem[] {
  try {
    const ready = compiled(schema, schemas, direction);
    return explainErrors(allErrors(ready, value), {sourceAt: ready.sourceAt, schemas, value, direction});
  } catch {
    return [{name: '', keyword: 'unchecked', message: 'This value could not be checked against its schema.'}];
  }
}

interface Compiled {
  sourceAt: Prepared['sourceAt'];
  validator: Validator;
  /** Stops at the first mistake of each object and list. */
  shortValidator: Validator;
}

/** The same schemas are asked for at every keystroke; they live as long as the operation that they belong to. */
const cache = new WeakMap<NamedSchemas, Map<Schema, Partial<Record<Direction, Compiled>>>>();

function compiled(schema: Schema, schemas: NamedSchemas, direction: Direction): Compiled {
  const ofSchemas = cache.get(schemas) ?? new Map<Schema, Partial<Record<Direction, Compiled>>>();
  cache.set(schemas, ofSchemas);
  const ofSchema = ofSchemas.get(schema) ?? {};
  ofSchemas.set(schema, ofSchema);
  ofSchema[direction] ??= compile(schema, schemas, direction);
  return ofSchema[direction];
}

function compile(schema: Schema, schemas: NamedSchemas, direction: Direction): Compiled {
  const prepared = prepareSchema(schema, schemas, direction);
  return {
    sourceAt: prepared.sourceAt,
    validator: new Validator(prepared.schema, '2020-12', false),
    shortValidator: new Validator(prepared.schema, '2020-12', true),
  };
}

/** More than anyone reads: a long list can have a mistake in each of its items. */
const mostErrors = 5000;

/** Very many mistakes in one place overflow the validator's stack; the first of them are enough then. */
function allErrors({validator, shortValidator}: Compiled, value: Json): OutputUnit[] {
  try {
    return validator.validate(value).errors.slice(0, mostErrors);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return shortValidator.validate(value).errors;
  }
}
