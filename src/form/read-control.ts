import {FileValue} from '../model/file-value.ts';
import type {Problem, Value} from '../model/values.ts';
import type {Field} from './fields.ts';
import type {FormValue} from './form-state.ts';
import {parseExactJson} from './parse-exact-json.ts';
import {readNumber} from './read-number.ts';

/** What is read from a field. */
export interface Read {
  value: Value | undefined;
  /** Whether the reader put anything there; constants and defaults of required fields do not count. */
  filled: boolean;
}

/** The field is left out. */
export const nothing: Read = {value: undefined, filled: false};

/** Reads what the state holds of one control: no group, list or choice. Adds to `problems` what is no value. */
export function readControl(field: Field, held: FormValue, problems: Problem[]): Read {
  if (held instanceof FileValue) return {value: held, filled: true};
  if (typeof held === 'string') return readText(field, held, problems);
  switch (field.control) {
    case 'constant':
      // A constant goes with the object that it is a member of; a parameter is sent when it is asked for.
      return held === true || field.required || field.path.length > 1 || field.in === 'body'
        ? {value: field.constant, filled: false}
        : nothing;
    case 'checkbox':
      if (typeof held === 'boolean') return {value: held, filled: true};
      return field.required ? {value: false, filled: false} : nothing;
    default:
      if (typeof held === 'boolean') return {value: held, filled: true};
      return field.required && isText(field) ? {value: '', filled: false} : nothing;
  }
}

const texts = new Set<Field['control']>([
  'text',
  'email',
  'url',
  'password',
  'multiline',
  'date',
  'date-time',
  'time',
  'base64',
]);

/** Whether what is typed is the value itself, so that empty text is a value, too. */
export function isText({control}: Field): boolean {
  return texts.has(control);
}

function readText(field: Field, held: string, problems: Problem[]): Read {
  switch (field.control) {
    case 'number': {
      if (held.trim() === '') return nothing;
      const number = readNumber(held);
      if (number !== undefined) return {value: number, filled: true};
      problems.push({name: field.name, keyword: 'type', message: 'Enter a number, such as 12 or 0.5.'});
      return {value: held, filled: true};
    }
    case 'json':
      return readJson(field, held, problems);
    case 'radio':
    case 'select':
    case 'checkbox':
    case 'constant': {
      if (held === '') return nothing;
      const parsed = parseExactJson(held);
      return {value: 'value' in parsed ? parsed.value : held, filled: true};
    }
    default:
      return {value: held, filled: true};
  }
}

/** Reads text as JSON; with a problem where it is none. Nothing is in empty text. */
export function readJson(field: Field, held: string, problems: Problem[]): Read {
  if (held.trim() === '') return nothing;
  const parsed = parseExactJson(held);
  if ('value' in parsed) return {value: parsed.value, filled: true};
  const {line, column, reason} = parsed;
  const message = `This is not JSON: line ${line}, column ${column}: ${reason}.`;
  problems.push({name: field.name, keyword: 'syntax', message});
  return {value: undefined, filled: true};
}
