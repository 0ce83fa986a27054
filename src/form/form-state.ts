import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import {isValueObject} from '../model/values.ts';
import type {RequestValues, Value} from '../model/values.ts';
import {contentTypeKey, rawKey} from './body-field.ts';
import {writeJson} from '../request/write-json.ts';
import {choiceField, choiceKey, entryField, isProperty, itemField, membersOf, rowsKey} from './field-parts.ts';
import type {Field} from './fields.ts';
import {fitChoice} from './fit-choice.ts';

/** The reader left it out, although it would be sent by itself: required text, a constant, a group. */
export const leftOut = Symbol('left out');

/**
 * What a form holds in one place: text exactly as typed, whether a box is checked, for `radio` and `select` the JSON text
 * of the chosen value, a file, the ids of the rows of a list or map; null for an explicit null, `leftOut` for what is
 * left out on purpose, true for a group that is sent with whatever is in it. Undefined: nothing was said.
 */
export type FormValue = string | boolean | null | undefined | FileValue | readonly string[] | typeof leftOut;

/**
 * What a form holds, by the key of its fields. Beside them `<key>#confirm` holds a second entry, `<key>#items` and
 * `<key>#entries` the rows of a list and a map, `<key>#<id>#key` the key of an entry, `<key>#form` the chosen form,
 * `<key>#json` the text of a value that has no fields, `#contentType` the media type of the body, `#raw` the body as
 * text: as long as it is there, it is sent in place of what the fields of the body hold.
 */
export type FormState = Record<string, FormValue>;

/** The form state that shows these values; what they leave out is left out. Of a body, `contentType` is its media type. */
export function toFormState(fields: Field[], values: RequestValues, contentType?: string): FormState {
  const state: FormState = {};
  for (const field of fields) {
    if (field.in === 'body') {
      if (contentType !== undefined) state[contentTypeKey] = contentType;
      holdValue(field, values.body, state);
    } else {
      holdValue(field, values[field.in][field.path[0] ?? ''], state);
    }
  }
  return state;
}

/** The media type that the reader chose for the body; undefined while it is the first of the operation. */
export function chosenContentType(state: FormState): string | undefined {
  const chosen = state[contentTypeKey];
  return typeof chosen === 'string' ? chosen : undefined;
}

/** The body as text; undefined while it is edited in fields. */
export function rawTextOf(state: FormState): string | undefined {
  const text = state[rawKey];
  return typeof text === 'string' ? text : undefined;
}

/** Whether nothing has been filled in or chosen yet. */
export function isUntouched(state: FormState): boolean {
  return Object.values(state).every((value) => value === undefined || value === '');
}

/** Second entries equal to the first: for values that were entered twice already, as those of an example. */
export function withRepeats(fields: Field[], state: FormState): FormState {
  const repeated = {...state};
  const visit = (field: Field): void => {
    if (field.confirm !== undefined && state[field.key] !== undefined)
      repeated[`${field.key}#confirm`] = state[field.key];
    if (field.control === 'group' && isBelow(state, field.key)) membersOf(field).forEach(visit);
  };
  fields.forEach(visit);
  return repeated;
}

function isBelow(state: FormState, key: string): boolean {
  return Object.keys(state).some((other) => other.startsWith(`${key}.`));
}

/** Puts what shows a value into the state. Any value can be held: one that does not fit its fields as JSON text. */
export function holdValue(field: Field, value: Value | undefined, state: FormState): void {
  if (value === undefined) return;
  switch (field.control) {
    case 'group':
      holdGroup(field, value, state);
      break;
    case 'array':
      holdArray(field, value, state);
      break;
    case 'union':
      holdUnion(field, value, state);
      break;
    default:
      state[field.key] = controlValue(field, value);
  }
}

function holdGroup(field: Field, value: Value, state: FormState): void {
  if (!isValueObject(value)) {
    holdWhole(field, value, state);
    return;
  }
  const inside: FormState = {};
  const members = membersOf(field);
  const names = new Set(members.map(({path}) => path.at(-1) ?? ''));
  for (const item of members) {
    const name = item.path.at(-1) ?? '';
    const own = Object.hasOwn(value, name) ? value[name] : undefined;
    if (own !== undefined) holdValue(item, own, inside);
    // A constant goes with its group, unless the group came without it.
    else if (item.control === 'constant' && !item.required) inside[item.key] = leftOut;
  }
  const others = Object.entries(value).filter(([name, own]) => own !== undefined && !names.has(name));
  const entries = others.filter(([name]) => !isProperty(field, name));
  if (entries.length > 0) inside[rowsKey(field)] = entries.map((_, index) => String(index));
  entries.forEach(([name, own], index) => {
    inside[`${field.key}#${index}#key`] = name;
    holdValue(entryField(field, String(index), name), own, inside);
  });
  Object.assign(state, inside);
  const isBegun = Object.values(inside).some((held) => held !== leftOut);
  // A constant that is given says nothing by itself: the group must say that it is there.
  if ((!isBegun || members.some(({control}) => control === 'constant')) && (!field.required || field.recursive)) {
    state[field.key] = true;
  }
}

function holdArray(field: Field, value: Value, state: FormState): void {
  if (!Array.isArray(value)) {
    holdWhole(field, value, state);
    return;
  }
  state[rowsKey(field)] = value.map((_, index) => String(index));
  value.forEach((item, index) => holdValue(itemField(field, String(index), index), item, state));
}

function holdUnion(field: Field, value: Value, state: FormState): void {
  if (field.place.media !== undefined) {
    const choices = field.choices ?? [];
    const chosen = choices.find(({id}) => id === state[contentTypeKey]) ?? choices[0];
    if (chosen !== undefined) holdValue(choiceField(field, chosen), value, state);
    return;
  }
  if (value === null && field.nullable) {
    state[field.key] = null;
    return;
  }
  const choice = fitChoice(field, value);
  if (choice === undefined) {
    holdWhole(field, value, state);
    return;
  }
  state[choiceKey(field)] = choice.id;
  holdValue(choiceField(field, choice), value, state);
}

function holdWhole({key}: Field, value: Value, state: FormState): void {
  if (value === null) state[key] = null;
  else state[`${key}#json`] = writeJson(value, 2);
}

function controlValue({control, constant}: Field, value: Value): FormValue {
  if (value instanceof FileValue) return value;
  if (value instanceof ExactNumber) return value.text;
  switch (control) {
    case 'constant':
      // What differs from the constant is kept, for the reader to see.
      return JSON.stringify(value) === JSON.stringify(constant) ? true : writeJson(value);
    case 'radio':
    case 'select':
      return writeJson(value);
    case 'checkbox':
      return typeof value === 'boolean' || value === null ? value : writeJson(value);
    case 'json':
      return writeJson(value, 2);
    default:
      return value === null || typeof value === 'string' ? value : writeJson(value);
  }
}
