import type {Json, JsonObject} from '../model/json.ts';
import {emptyValues} from '../model/values.ts';
import type {Problem, RequestValues} from '../model/values.ts';
import type {Field} from './fields.ts';
import type {FormState, FormValue} from './form-state.ts';
import {parseJson} from './parse-json.ts';

/**
 * The values that a form sends. Optional empty text is left out, a required one is sent empty; a body and each group are
 * sent when they are required or anything in them is filled in. What cannot be read is a problem by field name: a number
 * that is none is kept as text, JSON that is none is left out.
 */
export function toRequestValues(fields: Field[], state: FormState): {values: RequestValues; problems: Problem[]} {
  const values = emptyValues();
  const problems: Problem[] = [];
  for (const field of fields) {
    if (field.in === 'body') continue;
    const {value, problem} = readField(field, state[field.name]);
    if (value !== undefined) values[field.in][field.path[0] ?? ''] = value;
    if (problem !== undefined) problems.push(problem);
  }
  const body = fields.filter((field) => field.in === 'body');
  const whole = body.find((field) => field.path.length === 0);
  if (whole !== undefined) {
    const {value, problem} = readField(whole, state[whole.name]);
    if (problem !== undefined) problems.push(problem);
    return {values: {...values, body: value}, problems};
  }
  const members = readMembers(body, state);
  const isSent = members.isFilled || body.some((field) => field.bodyRequired);
  return {values: {...values, body: isSent ? members.value : undefined}, problems: [...problems, ...members.problems]};
}

interface Read {
  value: Json | undefined;
  problem?: Problem;
}

function readField(field: Field, held: FormValue): Read {
  if (held === null) return {value: null};
  if (typeof held === 'boolean') return {value: held};
  if (field.control === 'checkbox') {
    return {value: held === undefined || held === '' ? (field.required ? false : undefined) : held};
  }
  if (held === undefined) return {value: undefined};
  switch (field.control) {
    case 'number':
      return readNumber(field, held);
    case 'json':
      return readJson(field, held);
    case 'radio':
    case 'select':
      return {value: held === '' ? undefined : chosenValue(held)};
    default:
      return {value: held === '' && !field.required ? undefined : held};
  }
}

interface Members {
  value: JsonObject;
  /** Whether there is anything in it that the reader put there. */
  isFilled: boolean;
  problems: Problem[];
}

function readMembers(fields: Field[], state: FormState): Members {
  const result: Members = {value: {}, isFilled: false, problems: []};
  for (const field of fields) {
    const name = field.path.at(-1) ?? '';
    if (field.children !== undefined) {
      const group = readMembers(field.children, state);
      result.problems.push(...group.problems);
      result.isFilled ||= group.isFilled;
      if (group.isFilled || field.required) define(result.value, name, group.value);
      continue;
    }
    const held = state[field.name];
    const {value, problem} = readField(field, held);
    if (value !== undefined) define(result.value, name, value);
    if (problem !== undefined) result.problems.push(problem);
    // Text that cannot be read is filled in, too: its problem must not vanish with the body.
    result.isFilled ||= held !== undefined && held !== '';
  }
  return result;
}

/** Sets a member whatever its name: `__proto__` is a property like any other in JSON. */
function define(object: JsonObject, name: string, value: Json): void {
  Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}

function chosenValue(held: string): Json {
  const parsed = parseJson(held);
  return 'value' in parsed ? parsed.value : held;
}

const numberText = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function readNumber(field: Field, held: string): Read {
  const text = held.trim();
  if (text === '') return {value: undefined};
  const number = Number(text);
  if (!numberText.test(text) || !Number.isFinite(number)) {
    const message = 'Enter a number, such as 12 or 0.5.';
    return {value: held, problem: {name: field.name, keyword: 'type', message}};
  }
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) {
    const message = `This number is too large to be sent digit by digit; the limit is ${Number.MAX_SAFE_INTEGER}.`;
    return {value: number, problem: {name: field.name, keyword: 'precision', message}};
  }
  return {value: number};
}

function readJson(field: Field, held: string): Read {
  if (held.trim() === '') return {value: undefined};
  const parsed = parseJson(held);
  if ('value' in parsed) return parsed;
  const {line, column, reason} = parsed;
  const message = `This is not JSON: line ${line}, column ${column}: ${reason}.`;
  return {value: undefined, problem: {name: field.name, keyword: 'syntax', message}};
}
