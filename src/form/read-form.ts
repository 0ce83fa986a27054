import {emptyValues} from '../model/values.ts';
import type {Problem, RequestValues, Value, ValueObject} from '../model/values.ts';
import {define} from './define-member.ts';
import {
  choiceField,
  choiceKey,
  chosenOf,
  entryField,
  entryName,
  isProperty,
  itemField,
  membersOf,
  rowsOf,
} from './field-parts.ts';
import type {Field} from './fields.ts';
import {leftOut} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {nothing, readControl, readJson, type Read} from './read-control.ts';

/** All that a form says. */
export interface FormReading {
  values: RequestValues;
  /** What cannot be read as a value. */
  problems: Problem[];
  /** The fields that are there now, groups before what is in them, each with the value that it sends. */
  present: PresentField[];
  /** The same by field. */
  sent: ReadonlyMap<Field, Value | undefined>;
}

export interface PresentField {
  field: Field;
  value: Value | undefined;
}

/** Reads a form, once for each state of it. */
export function readForm(fields: Field[], state: FormState): FormReading {
  const ofState = readings.get(state) ?? new WeakMap<Field[], FormReading>();
  readings.set(state, ofState);
  const reading = ofState.get(fields) ?? readAll(fields, state);
  ofState.set(fields, reading);
  return reading;
}

/** A state never changes, and is asked about several times: for the message, for the code, for what is sent. */
const readings = new WeakMap<FormState, WeakMap<Field[], FormReading>>();

function readAll(fields: Field[], state: FormState): FormReading {
  const pass: Pass = {state, begun: begunKeys(state), problems: [], present: []};
  const values = emptyValues();
  for (const field of fields) {
    const {value} = read(field, pass);
    if (field.in === 'body') values.body = value;
    else if (value !== undefined) define(values[field.in], field.path[0] ?? '', value);
  }
  const {problems, present} = pass;
  return {values, problems, present, sent: new Map(present.map(({field, value}) => [field, value]))};
}

/** Whether a field sends anything as things are, and what: for what is shown beside it. */
export function readField(field: Field, state: FormState): Value | undefined {
  return read(field, {state, begun: begunKeys(state), problems: [], present: []}).value;
}

interface Pass {
  state: FormState;
  begun: ReadonlySet<string>;
  problems: Problem[];
  present: PresentField[];
}

const begunOfState = new WeakMap<FormState, ReadonlySet<string>>();

/** The keys in or below which anything was filled in: only there is it worth looking. */
function begunKeys(state: FormState): ReadonlySet<string> {
  const known = begunOfState.get(state);
  if (known !== undefined) return known;
  const keys = new Set<string>();
  for (const [key, held] of Object.entries(state)) {
    if (held === undefined || held === leftOut || key.endsWith('#confirm')) continue;
    for (let end = key.length; end > 0; end = Math.max(key.lastIndexOf('.', end - 1), key.lastIndexOf('#', end - 1))) {
      const prefix = key.slice(0, end);
      if (keys.has(prefix)) break;
      keys.add(prefix);
    }
  }
  begunOfState.set(state, keys);
  return keys;
}

function read(field: Field, pass: Pass): Read {
  const at = pass.present.length;
  pass.present.push({field, value: undefined});
  const result = readHeld(field, pass);
  pass.present[at] = {field, value: result.value};
  return result;
}

function readHeld(field: Field, pass: Pass): Read {
  const held = pass.state[field.key];
  if (held === leftOut) return nothing;
  if (held === null) return {value: null, filled: true};
  switch (field.control) {
    case 'group':
    case 'array':
    case 'union': {
      const text = pass.state[`${field.key}#json`];
      if (typeof text === 'string') return readJson(field, text, pass.problems);
      if (field.control === 'union') return readUnion(field, pass);
      return field.control === 'group' ? readGroup(field, pass) : readArray(field, pass);
    }
    default:
      return readControl(field, held, pass.problems);
  }
}

function readGroup(field: Field, pass: Pass): Read {
  const {state, begun} = pass;
  const isExplicit = state[field.key] === true;
  const isNeeded = field.required && !field.recursive;
  if (!isExplicit && !isNeeded && !begun.has(field.key)) return nothing;
  const value: ValueObject = {};
  let filled = isExplicit;
  const {problems, present} = pass;
  const marks = [problems.length, present.length] as const;
  for (const item of membersOf(field)) {
    const inner = read(item, pass);
    filled ||= inner.filled;
    if (inner.value !== undefined) define(value, item.path.at(-1) ?? '', inner.value);
  }
  filled = readEntries(field, value, pass) || filled;
  if (filled || isNeeded) return {value, filled};
  // What is not sent has nothing wrong with it; its fields are there all the same.
  problems.length = marks[0];
  for (let index = marks[1]; index < present.length; index++) {
    const inner = present[index];
    if (inner !== undefined) present[index] = {...inner, value: undefined};
  }
  return nothing;
}

function readEntries(field: Field, value: ValueObject, pass: Pass): boolean {
  const ids = rowsOf(field, pass.state) ?? [];
  const seen = new Set<string>();
  ids.forEach((id, index) => {
    const name = entryName(field, id, pass.state);
    const keyName = entryKeyName(field, index);
    const row = entryField(field, id, name ?? '');
    const inner = read(row, pass);
    if (name === undefined) {
      pass.problems.push({name: keyName, keyword: 'required', message: 'Enter a key.'});
      return;
    }
    if (seen.has(name) || isProperty(field, name)) {
      const message = seen.has(name) ? 'This key is there already.' : 'This key has a field of its own above.';
      pass.problems.push({name: keyName, keyword: 'duplicate', message});
      return;
    }
    seen.add(name);
    define(value, name, inner.value === undefined ? hole(row, pass) : inner.value);
  });
  return ids.length > 0;
}

/** The name of the control that holds the key of an entry. */
export function entryKeyName({name}: Field, index: number): string {
  return `${name}#key.${index}`;
}

function readArray(field: Field, pass: Pass): Read {
  const ids = rowsOf(field, pass.state);
  if (ids === undefined) {
    const isExplicit = pass.state[field.key] === true;
    return (field.required && !field.recursive) || isExplicit ? {value: [], filled: isExplicit} : nothing;
  }
  const items = ids.map((id, index) => {
    const item = itemField(field, id, index);
    const {value} = read(item, pass);
    return value === undefined ? hole(item, pass) : value;
  });
  return {value: items, filled: true};
}

/** A row stands in its place even with nothing in it; JSON has no other word for that than null. */
function hole(field: Field, pass: Pass): Value {
  pass.problems.push({name: field.name, keyword: 'required', message: 'This field is required.'});
  return null;
}

function readUnion(field: Field, pass: Pass): Read {
  const {state} = pass;
  const chosen = chosenOf(field, state);
  if (chosen === undefined) return nothing;
  if (chosen.isNull === true) return {value: null, filled: true};
  const {value, filled} = read(choiceField(field, chosen), pass);
  const isExplicit = field.place.media === undefined && state[choiceKey(field)] !== undefined;
  return {value, filled: filled || isExplicit};
}
