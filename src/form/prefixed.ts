import type {Problem} from '../model/values.ts';
import {fieldName} from './field-name.ts';

/** The problems of a value as problems of the place that holds it: `city` in `body`, `address` → `body.address.city`. */
export function prefixed([place = '', ...path]: string[], problems: Problem[]): Problem[] {
  const prefix = fieldName(place, path);
  return problems.map((problem) => ({...problem, name: problem.name === '' ? prefix : `${prefix}.${problem.name}`}));
}
