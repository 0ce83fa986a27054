import {dereference, validate} from '@cfworker/json-schema';
import type {Json} from '../model/json.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {explainErrors} from './explain-errors.ts';
import {createCopier, nextDefinitions, prepareWith, type Direction, type Prepared} from './prepare-schema.ts';

/** Checks a value; undefined when the validator cannot run the schema. */
export type Checker = (schema: Schema, value: Json, direction: Direction) => Problem[] | undefined;

/**
 * Checks many values against many schemas that share their named ones, as `validateValue` does: the named schemas are
 * made ready once, not once for each value.
 */
export function createChecker(schemas: NamedSchemas): Checker {
  const ready = {request: prepare(schemas, 'request'), response: prepare(schemas, 'response')};
  return (schema, value, direction) => {
    try {
      const {errors, sourceAt} = ready[direction](schema, value);
      // What stands in a document is judged, not asked for.
      return explainErrors(errors.slice(0, mostErrors), {sourceAt, schemas, value, direction: 'response'});
    } catch {
      return undefined;
    }
  };
}

/** More than anyone reads: a long list can have a mistake in each of its items. */
const mostErrors = 1000;

type Errors = Pick<ReturnType<typeof validate>, 'errors'> & Pick<Prepared, 'sourceAt'>;

function prepare(schemas: NamedSchemas, direction: Direction): (schema: Schema, value: Json) => Errors {
  const copier = createCopier(schemas, direction);
  const lookup = dereference({});
  return (schema, value) => {
    const {schema: prepared, sourceAt} = prepareWith(copier, schema);
    for (const [number, copy] of nextDefinitions(copier)) dereference(copy, lookup, undefined, `/$defs/${number}`);
    // A place that no named schema has, for this one call.
    const own = dereference(prepared, Object.create(lookup) as typeof lookup, undefined, '/value');
    return {errors: validate(value, prepared, '2020-12', own, false).errors, sourceAt};
  };
}
