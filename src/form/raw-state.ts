import type {Operation} from '../model/operation.ts';
import {emptyValues, isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {hasSecretInBody, redactValues} from '../request/redact.ts';
import {writeJson} from '../request/write-json.ts';
import {contentTypeKey, isOfBody, rawKey} from './body-field.ts';
import type {Field} from './fields.ts';
import {chosenContentType, rawTextOf, toFormState} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {mergeStates} from './form-store.ts';
import {leaveOutMissing} from './leave-out-missing.ts';
import {fromRawText, toRawText} from './raw-body.ts';
import {readForm} from './read-form.ts';

/** A form whose body has gone from fields to text, or back. */
export interface BodySwitch {
  state: FormState;
  /** What is lost on the way, in sentences. */
  loses: string[];
  /** Why the text has no fields. `state` then holds the fields as they were before the text was changed. */
  refusal?: string;
}

/**
 * Turns the body into text. What its fields hold stays under the text, so that an unchanged text leads back to all of it:
 * files, second entries, forms that are not chosen.
 */
export function switchToText(operation: Operation, fields: Field[], state: FormState): BodySwitch {
  const {values, problems} = readForm(fields, state);
  const raw = toRawText(operation, chosenContentType(state), values.body);
  const loses = [...(raw.loses ?? [])];
  if (problems.some(({name, keyword}) => isOfBody(name) && keyword === 'syntax')) {
    loses.push('What is not JSON in a field for JSON is left out.');
  }
  if (showsSecret(operation, values.body)) loses.push('Secrets stand in the text for everyone to read.');
  return {state: {...state, [rawKey]: raw.text}, loses};
}

/** Turns the text of the body into what its fields hold. */
export function switchToFields(operation: Operation, fields: Field[], state: FormState): BodySwitch {
  const {[rawKey]: _text, ...under} = state;
  const text = rawTextOf(state);
  if (text === undefined || text === textOfFields(operation, fields, under)) return {state: under, loses: []};
  const read = fromRawText(operation, chosenContentType(state), text);
  if ('noFields' in read) return {state: under, loses: [], refusal: read.noFields};
  if ('problem' in read) {
    return {state: under, loses: [], refusal: placeOf(read.problem)};
  }
  const next = withBody(fields, under, read.value);
  const isHeld = read.value === undefined || isWithin(read.value, readForm(fields, next).values.body);
  const loses = isHeld ? [] : ['What the text holds beyond the fields of the body is left out.'];
  return {state: next, loses: [...(read.loses ?? []), ...loses]};
}

/** What is wrong with a text and where, as one sentence. */
export function placeOf({line, column, message}: {line: number; column: number; message: string}): string {
  return `Line ${line}, column ${column}: ${message}`;
}

/** The change to another media type: a text that is as its fields made it is made anew, another stays as it is. */
export function chooseTextType(operation: Operation, fields: Field[], mediaType: string, state: FormState): FormState {
  const next = {...state, [contentTypeKey]: mediaType};
  if (rawTextOf(state) !== textOfFields(operation, fields, state)) return next;
  return {...next, [rawKey]: textOfFields(operation, fields, next)};
}

/**
 * The state of a form that is filled with other values, or with these beside its own. A body that is edited as text
 * stays so: the text is made anew, unless nothing comes for the body.
 */
export function fillState(
  operation: Operation,
  fields: Field[],
  current: FormState,
  {incoming, isWhole}: {incoming: FormState; isWhole: boolean},
): FormState {
  const isText = rawTextOf(current) !== undefined;
  if (isWhole) {
    return !isText || rawTextOf(incoming) !== undefined ? incoming : switchToText(operation, fields, incoming).state;
  }
  if (!isText || !Object.keys(incoming).some((key) => isOfBody(key) || key === contentTypeKey)) {
    return mergeStates(current, incoming);
  }
  const {state} = switchToFields(operation, fields, current);
  return switchToText(operation, fields, mergeStates(state, incoming)).state;
}

function textOfFields(operation: Operation, fields: Field[], state: FormState): string {
  return toRawText(operation, chosenContentType(state), readForm(fields, state).values.body).text;
}

function showsSecret(operation: Operation, body: Value | undefined): boolean {
  if (body === undefined || !hasSecretInBody(operation)) return false;
  const redacted = redactValues(operation, {...emptyValues(), body: withoutEmpty(body)}).body;
  return writeJson(redacted ?? null) !== writeJson(withoutEmpty(body));
}

/** Empty text is no secret. */
function withoutEmpty(value: Value): Value {
  if (value === '') return null;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isValueObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inner === undefined ? undefined : withoutEmpty(inner)]),
  );
}

/** The state with this value, and nothing that it does not have, in the fields of the body. Second entries stay as long as the first ones do. */
function withBody(fields: Field[], state: FormState, body: Value | undefined): FormState {
  const others = Object.entries(state).filter(([key]) => !isOfBody(key));
  const bodyFields = fields.filter((field) => field.in === 'body');
  const held = toFormState(bodyFields, {...emptyValues(), body}, chosenContentType(state));
  for (const field of bodyFields) leaveOutMissing(field, body, held);
  const repeated = Object.entries(state).filter(([key]) => {
    const first = key.endsWith('#confirm') ? key.slice(0, -'#confirm'.length) : undefined;
    return first !== undefined && isOfBody(key) && held[first] === state[first];
  });
  return {...Object.fromEntries(others), ...held, ...Object.fromEntries(repeated)};
}

/** Whether a value has all of another in it; what a form adds, such as required empty text, does no harm. */
function isWithin(part: Value, whole: Value | undefined): boolean {
  if (whole === undefined) return false;
  if (Array.isArray(part)) {
    return Array.isArray(whole) && part.length === whole.length && part.every((item, at) => isWithin(item, whole[at]));
  }
  if (!isValueObject(part)) return writeJson(part) === writeJson(whole);
  if (!isValueObject(whole)) return false;
  return Object.entries(part).every(
    ([name, inner]) => inner === undefined || (Object.hasOwn(whole, name) && isWithin(inner, whole[name])),
  );
}
