import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {rowsKey, rowsOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import {leftOut} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {isText} from './read-control.ts';

/** What is sent of a field. A checkbox tells its two values apart, for an unchecked box alone says neither. */
export type SentState = 'left out' | 'empty' | 'null' | 'true' | 'false' | 'value';

/** What a value is, for the eyes of the reader. */
export function sentState({control}: Field, value: Value | undefined): SentState {
  if (value === undefined) return 'left out';
  if (value === null) return 'null';
  if (control === 'checkbox' && typeof value === 'boolean') return value ? 'true' : 'false';
  const isEmpty = value === '' || (Array.isArray(value) ? value.length === 0 : isEmptyObject(value));
  return isEmpty ? 'empty' : 'value';
}

function isEmptyObject(value: Value): boolean {
  return isValueObject(value) && Object.values(value).every((inner) => inner === undefined);
}

/**
 * The states that the reader may choose for a field beside filling it in, the present one among them. A single one means
 * that there is nothing to choose, an empty list that nothing needs to be said.
 */
export function sentChoices(field: Field, state: FormState, now: SentState): SentState[] {
  const {control, required, nullable, place} = field;
  // A required list that is empty looks just like one that is left out; other required fields say which they are.
  const isOffered = !required || control === 'array' || state[field.key] === leftOut;
  const canLeaveOut = isOffered && place.isItem !== true;
  if (control === 'radio' || control === 'select' || control === 'union') return [];
  if (control === 'constant') return canLeaveOut ? ['left out', now === 'left out' ? 'value' : now] : [];
  const all: SentState[] = [
    ...(canLeaveOut ? (['left out'] as const) : []),
    ...(control === 'checkbox' && canLeaveOut ? (['false', 'true'] as const) : []),
    ...(hasEmpty(field, now, canLeaveOut || nullable) ? (['empty'] as const) : []),
    ...(nullable ? (['null'] as const) : []),
    ...(canReturn(field, state) ? (['value'] as const) : []),
  ];
  if (all.includes(now)) return all.length > 1 || now !== 'value' ? all : [];
  return all.length === 0 ? [] : [...all, now];
}

/** Empty text replaces what is typed; lists and objects are empty when nothing is in them. */
function hasEmpty(field: Field, now: SentState, isOffered: boolean): boolean {
  if (field.control === 'group' || field.control === 'array') return isOffered && now !== 'value';
  return isText(field) && isOffered;
}

/** Whether there is something to come back to: rows or fields that were filled in before they were left out. */
function canReturn(field: Field, state: FormState): boolean {
  if (field.control !== 'group' && field.control !== 'array') return false;
  const held = state[field.key];
  if (held !== leftOut && held !== null) return false;
  return Object.keys(state).some((key) => key.startsWith(`${field.key}.`) || key.startsWith(`${field.key}#`));
}

/** The change that makes a field send this. */
export function sendAs(field: Field, next: SentState, state: FormState): FormState {
  const {key, control, required} = field;
  const isHolder = control === 'group' || control === 'array';
  switch (next) {
    case 'left out':
      if (required || control === 'constant') return {[key]: leftOut};
      if (!isHolder) return {[key]: undefined};
      return rowsOf(field, state)?.length === 0
        ? {[key]: undefined, [rowsKey(field)]: undefined}
        : {[key]: Object.keys(state).some((other) => other.startsWith(key) && other !== key) ? leftOut : undefined};
    case 'null':
      return {[key]: null};
    case 'true':
    case 'false':
      return {[key]: next === 'true'};
    case 'empty':
      if (control === 'array') return {[key]: undefined, [rowsKey(field)]: []};
      return {[key]: control === 'group' ? true : ''};
    case 'value':
      return {[key]: control === 'constant' ? true : undefined};
  }
}
