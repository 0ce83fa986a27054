import {emptyValues} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import type {Field} from './fields.ts';
import {toFormState, withRepeats} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {leaveOutMissing} from './leave-out-missing.ts';

/**
 * The form state that shows a body which another call has given, as a link does: what the body lacks is left out, second
 * entries are equal to the first. Empty when there is none.
 */
export function bodyState(fields: Field[], body: Value | undefined): FormState {
  if (body === undefined) return {};
  const state = withRepeats(fields, toFormState(fields, {...emptyValues(), body}));
  for (const field of fields) if (field.in === 'body') leaveOutMissing(field, body, state);
  return state;
}
