import {isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';
import {choiceField, chosenOf, entryField, entryName, itemField, membersOf, rowsOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import {leftOut, rawTextOf} from './form-state.ts';
import type {FormState} from './form-state.ts';

/**
 * Marks as left out what a value does not have, but its field would send by itself: required text, lists and groups,
 * constants. Writes into the state that shows the value.
 */
export function leaveOutMissing(field: Field, value: Value | undefined, state: FormState): void {
  if (value === undefined) {
    if (field.required || field.control === 'constant') state[field.key] = leftOut;
    return;
  }
  if (typeof state[`${field.key}#json`] === 'string') return;
  if (field.control === 'union') {
    const chosen = value === null ? undefined : chosenOf(field, state);
    if (chosen !== undefined && chosen.isNull !== true) leaveOutMissing(choiceField(field, chosen), value, state);
  } else if (field.control === 'array' && Array.isArray(value)) {
    rowsOf(field, state)?.forEach((id, index) => leaveOutMissing(itemField(field, id, index), value[index], state));
  } else if (field.control === 'group' && isValueObject(value)) {
    const member = (name: string) => (Object.hasOwn(value, name) ? value[name] : undefined);
    for (const inner of membersOf(field)) leaveOutMissing(inner, member(inner.path.at(-1) ?? ''), state);
    for (const id of rowsOf(field, state) ?? []) {
      const name = entryName(field, id, state) ?? '';
      leaveOutMissing(entryField(field, id, name), member(name), state);
    }
  }
}

/** The same for all fields of a form; where the body is text, only for its parameters. */
export function leaveOutAllMissing(fields: Field[], values: RequestValues, state: FormState): void {
  for (const field of fields) {
    if (field.in !== 'body') leaveOutMissing(field, values[field.in][field.path[0] ?? ''], state);
    else if (rawTextOf(state) === undefined) leaveOutMissing(field, values.body, state);
  }
}
