import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import {typesOf} from '../model/schema.ts';
import type {Schema} from '../model/schema.ts';
import type {Operation} from '../model/operation.ts';
import {toJson} from '../model/values.ts';
import type {Problem, RequestValues, Value} from '../model/values.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import {checkNumber, numberKeywords} from './check-number.ts';
import {chosenOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import {chosenContentType, rawTextOf} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {nearestName} from './nearest-name.ts';
import {prefixed} from './prefixed.ts';
import {fromRawText} from './raw-body.ts';
import {placeOf} from './raw-state.ts';
import {isText} from './read-control.ts';
import {readForm, type PresentField} from './read-form.ts';
import {validateValue} from './validate.ts';

/**
 * All that is wrong with what a form holds, at most one problem for each field and in the fields' order: what cannot be
 * read, what is missing, second entries that differ, each parameter against its schema, and the body as a whole against
 * its own. The names are those of the fields, or of places inside of what one field holds (`body.tags.0`). A body that is
 * edited as text is checked as what the text means.
 */
export function validateRequest(fields: Field[], operation: Operation, state: FormState): Problem[] {
  const text = rawTextOf(state);
  const shown = text === undefined ? fields : fields.filter((field) => field.in !== 'body');
  const {values, problems: unreadable, present} = readForm(shown, state);
  const byName = new Map(present.map((entry) => [entry.field.name, entry]));
  const own = present.flatMap(ownProblems);
  const ofBody =
    text === undefined
      ? bodyProblems(operation, values, state, byName)
      : textProblems(operation, text, state, (body) => bodyProblems(operation, {...values, body}, state, byName));
  const ofSchemas = [...parameterProblems(operation, values), ...ofBody];
  const found = ofChosenForms(ofSchemas, present, operation, state);
  const problems = [
    ...unreadable,
    ...present.flatMap(emptyRequired),
    ...own,
    ...found.filter((problem) => !isDecidedByField(problem, byName.get(problem.name))),
    ...differingEntries(present, state),
  ];
  return inFieldOrder(onePerField(problems), present);
}

/** Empty text meets most schemas, but whoever leaves a required field empty has forgotten it. */
function emptyRequired({field, value}: PresentField): Problem[] {
  if (!field.required || field.place.isItem === true || value !== '' || !isText(field) || admitsEmpty(field)) return [];
  return [{name: field.name, keyword: 'required', message: 'This field is required.'}];
}

function admitsEmpty({merged, options}: Field): boolean {
  return merged.minLength === 0 || options?.some(({value}) => value === '') === true;
}

/** What is compared more exactly here than a validator of JSON can: numbers digit by digit, files byte by byte. */
function ownProblems({field, value}: PresentField): Problem[] {
  const {name, merged} = field;
  if (field.control === 'number' && (typeof value === 'number' || value instanceof ExactNumber)) {
    const problem = checkNumber(value, merged);
    return problem === undefined ? [] : [{name, ...problem}];
  }
  if (!(value instanceof FileValue)) return [];
  const size = value.bytes.length;
  const {minLength = 0, maxLength = Infinity} = merged;
  if (size < minLength) {
    return [{name, keyword: 'minLength', message: `At least ${minLength} bytes; there are ${size}.`}];
  }
  if (size <= maxLength) return [];
  return [{name, keyword: 'maxLength', message: `At most ${maxLength} bytes; there are ${size}.`}];
}

function isDecidedByField({keyword}: Problem, entry: PresentField | undefined): boolean {
  if (entry === undefined) return false;
  const {field, value} = entry;
  if (value instanceof FileValue) return keyword !== 'type';
  const isNumber = typeof value === 'number' || value instanceof ExactNumber;
  return field.control === 'number' && isNumber && numberKeywords.includes(keyword);
}

function parameterProblems(operation: Operation, values: RequestValues): Problem[] {
  return operation.parameters.flatMap((parameter) => {
    const own = values[parameter.in];
    const value = Object.hasOwn(own, parameter.name) ? own[parameter.name] : undefined;
    const place = [parameter.in, parameter.name];
    if (value !== undefined) return prefixed(place, check(parameter.schema, value, operation));
    return parameter.required
      ? prefixed(place, [{name: '', keyword: 'required', message: 'This field is required.'}])
      : [];
  });
}

function bodyProblems(
  operation: Operation,
  {body}: RequestValues,
  state: FormState,
  byName: Map<string, PresentField>,
): Problem[] {
  const {requestBody} = operation;
  if (requestBody === undefined) return [];
  if (body === undefined) {
    return requestBody.required ? [{name: 'body', keyword: 'required', message: 'A body is required.'}] : [];
  }
  const chosen = chosenContentType(state);
  const media = requestBody.content.find(({mediaType}) => mediaType === chosen) ?? requestBody.content[0];
  // Text in a language of its own, such as YAML, says nothing that a schema of objects could check.
  if (typeof body === 'string' && !takesText(media?.schema ?? true, operation)) return [];
  return prefixed(['body'], check(media?.schema ?? true, body, operation)).map((problem) => {
    const field = problem.keyword === 'required' ? byName.get(problem.name)?.field : undefined;
    if (field?.required !== false) return problem;
    // The field is marked as optional: for the body is, or for it depends on others.
    const isOfCondition = requestBody.required || field.place.condition !== undefined || field.path.length > 1;
    const why = isOfCondition ? 'with what the other fields hold' : 'as soon as another field of the body is filled in';
    return {...problem, message: `This field is required ${why}.`};
  });
}

/** Of text that has no fields nothing is known, but that there is none. */
function textProblems(
  operation: Operation,
  text: string,
  state: FormState,
  check: (body: Value | undefined) => Problem[],
): Problem[] {
  const read = fromRawText(operation, chosenContentType(state), text);
  if ('problem' in read) return [{name: 'body', keyword: 'syntax', message: placeOf(read.problem)}];
  if ('value' in read) return check(read.value);
  return text === '' ? check(undefined) : [];
}

/**
 * Of a value that may have several forms, a validator can only guess which one is meant. The reader has said it: what is
 * wrong is told by the form that is chosen, unless that form is met.
 */
function ofChosenForms(found: Problem[], present: PresentField[], operation: Operation, state: FormState): Problem[] {
  return present.reduce((problems, {field, value}) => {
    if (field.control !== 'union' || field.place.media !== undefined || value === undefined) return problems;
    const isHere = ({name}: Problem) => name === field.name || name.startsWith(`${field.name}.`);
    const chosen = chosenOf(field, state);
    if (chosen === undefined || !problems.some(isHere)) return problems;
    const own = prefixed([field.in, ...field.path], check(chosen.schema, value, operation));
    return own.length === 0 ? problems : [...problems.filter((problem) => !isHere(problem)), ...own];
  }, found);
}

function takesText(schema: Schema, {schemas}: Operation): boolean {
  const types = typesOf(mergeSchema(schema, schemas));
  return types.length === 0 || !types.every((type) => type === 'object' || type === 'array');
}

function check(schema: Schema, value: Value, {schemas}: Operation): Problem[] {
  return validateValue(schema, toJson(value), schemas);
}

function differingEntries(present: PresentField[], state: FormState): Problem[] {
  return present
    .filter(({field}) => field.confirm !== undefined)
    .filter(({field: {key}}) => (state[key] ?? '') !== (state[`${key}#confirm`] ?? ''))
    .map(({field}) => ({name: `${field.name}#confirm`, keyword: 'confirm', message: 'The two entries differ.'}));
}

/** The first is kept: what cannot be read goes before what the schema says of the rest. */
function onePerField(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({name}) => !seen.has(name) && seen.add(name));
}

function inFieldOrder(problems: Problem[], present: PresentField[]): Problem[] {
  const positions = new Map(present.map(({field}, index) => [field.name, index]));
  return problems
    .map((problem) => ({problem, at: positions.get(nearestName(problem.name, positions) ?? '') ?? present.length}))
    .sort((a, b) => a.at - b.at)
    .map(({problem}) => problem);
}
