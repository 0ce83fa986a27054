import {isJsonObject} from '../model/json.ts';
import type {Json} from '../model/json.ts';
import {emptyValues} from '../model/values.ts';
import type {RequestValues} from '../model/values.ts';
import type {Field} from './fields.ts';

/**
 * What a control holds: text exactly as typed, whether a box is checked, for `radio` and `select` the JSON text of the
 * chosen value, null for an explicit null, undefined for what is left out.
 */
export type FormValue = string | boolean | null | undefined;

/** What a form holds, by field name; the second entry of a field that asks twice is `<name>#confirm`. */
export type FormState = Record<string, FormValue>;

/** The form state that shows these values; what they leave out is left out. */
export function toFormState(fields: Field[], values: RequestValues): FormState {
  const state: FormState = {};
  for (const field of fields) {
    const value = field.in === 'body' ? memberAt(values.body, field.path) : values[field.in][field.path[0] ?? ''];
    Object.assign(state, stateOf(field, value));
  }
  return state;
}

/**
 * The form state that shows values given by name: `body.email`, `query.force`, or a bare `email`, `address.city`, for
 * the first field that has it. Names that no field has are passed over.
 */
export function placeValues(fields: Field[], named: Record<string, Json>): FormState {
  const all = fields.flatMap(withGroups);
  const state: FormState = {};
  for (const [name, value] of Object.entries(named)) {
    const bare = (field: Field) => field.path.join('.');
    const field =
      all.find((candidate) => candidate.name === name || `${candidate.in}.${bare(candidate)}` === name) ??
      all.find((candidate) => bare(candidate) === name);
    if (field !== undefined) Object.assign(state, stateOf(field, value));
    else if (name === 'body') Object.assign(state, toFormState(bodyOf(fields), {...emptyValues(), body: value}));
  }
  return state;
}

/** The field itself, and all below it. */
function withGroups(field: Field): Field[] {
  return [field, ...(field.children ?? []).flatMap(withGroups)];
}

function bodyOf(fields: Field[]): Field[] {
  return fields.filter((field) => field.in === 'body');
}

function memberAt(value: Json | undefined, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>(
    (inner, name) => (isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined),
    value,
  );
}

function stateOf(field: Field, value: Json | undefined): FormState {
  if (field.children !== undefined) {
    return Object.assign(
      {},
      ...field.children.map((child) => stateOf(child, memberAt(value, child.path.slice(field.path.length)))),
    ) as FormState;
  }
  return value === undefined ? {} : {[field.name]: controlValue(field, value)};
}

function controlValue({control}: Field, value: Json): FormValue {
  switch (control) {
    case 'radio':
    case 'select':
      return JSON.stringify(value);
    case 'checkbox':
      return typeof value === 'boolean' || value === null ? value : JSON.stringify(value);
    case 'json':
      return JSON.stringify(value, undefined, 2);
    default:
      return value === null || typeof value === 'string' ? value : JSON.stringify(value);
  }
}
