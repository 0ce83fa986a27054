import type {Problem, RequestValues} from '../model/values.ts';
import type {Field} from './fields.ts';
import type {FormState} from './form-state.ts';
import {readForm} from './read-form.ts';

/**
 * The values that a form sends. What nobody filled in is left out, but for required text, which is sent empty, and
 * required groups and lists; a group that may be left out is sent as soon as anything in it is filled in. What cannot be
 * read is a problem by field name: a number that is none is kept as text, JSON that is none is left out.
 */
export function toRequestValues(fields: Field[], state: FormState): {values: RequestValues; problems: Problem[]} {
  const {values, problems} = readForm(fields, state);
  return {values, problems};
}
