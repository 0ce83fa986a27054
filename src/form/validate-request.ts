import type {Json} from '../model/json.ts';
import type {Operation} from '../model/operation.ts';
import type {Problem, RequestValues} from '../model/values.ts';
import type {Field} from './fields.ts';
import type {FormState} from './form-state.ts';
import {toRequestValues} from './to-request-values.ts';
import {prefixed} from './prefixed.ts';
import {validateValue} from './validate.ts';

/**
 * All that is wrong with what a form holds, at most one problem for each field and in the fields' order: what cannot be
 * read, what is missing, second entries that differ, each parameter against its schema, and the body as a whole against
 * its own. The names are those of the fields, or of places inside of what one field holds (`body.tags.0`).
 */
export function validateRequest(fields: Field[], operation: Operation, state: FormState): Problem[] {
  const {values, problems: unreadable} = toRequestValues(fields, state);
  const controls = fields.flatMap(leaves);
  const problems = [
    ...unreadable,
    ...emptyRequired(controls, values),
    ...parameterProblems(operation, values),
    ...bodyProblems(operation, values, controls),
    ...differingEntries(controls, state),
  ];
  return inFieldOrder(onePerField(problems), controls);
}

function leaves(field: Field): Field[] {
  return field.children === undefined ? [field] : field.children.flatMap(leaves);
}

/** Empty text meets most schemas, but whoever leaves a required field empty has forgotten it. */
function emptyRequired(controls: Field[], values: RequestValues): Problem[] {
  return controls
    .filter((field) => field.required && valueOf(field, values) === '' && !admitsEmpty(field))
    .map(({name}) => ({name, keyword: 'required', message: 'This field is required.'}));
}

function admitsEmpty({schema, options}: Field): boolean {
  return (typeof schema === 'object' && schema.minLength === 0) || options?.some(({value}) => value === '') === true;
}

function valueOf(field: Field, values: RequestValues): Json | undefined {
  if (field.in !== 'body') return values[field.in][field.path[0] ?? ''];
  return field.path.reduce<Json | undefined>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) && Object.hasOwn(inner, name)
        ? inner[name]
        : undefined,
    values.body,
  );
}

function parameterProblems(operation: Operation, values: RequestValues): Problem[] {
  return operation.parameters.flatMap((parameter) => {
    const value = values[parameter.in][parameter.name];
    const place = [parameter.in, parameter.name];
    if (value !== undefined) return prefixed(place, validateValue(parameter.schema, value, operation.schemas));
    return parameter.required
      ? prefixed(place, [{name: '', keyword: 'required', message: 'This field is required.'}])
      : [];
  });
}

function bodyProblems({requestBody, schemas}: Operation, {body}: RequestValues, controls: Field[]): Problem[] {
  const schema = requestBody?.content[0]?.schema;
  if (requestBody === undefined) return [];
  if (body === undefined) {
    return requestBody.required ? [{name: 'body', keyword: 'required', message: 'A body is required.'}] : [];
  }
  const problems = prefixed(['body'], validateValue(schema ?? true, body, schemas));
  return problems.map((problem) => {
    const field = controls.find(({name}) => name === problem.name);
    // The field is marked as optional, for the body is; with the others filled in it is not.
    return problem.keyword === 'required' && field?.required === false
      ? {...problem, message: 'This field is required as soon as another field of the body is filled in.'}
      : problem;
  });
}

function differingEntries(controls: Field[], state: FormState): Problem[] {
  return controls
    .filter(({name, confirm}) => confirm !== undefined && (state[name] ?? '') !== (state[`${name}#confirm`] ?? ''))
    .map(({name}) => ({name: `${name}#confirm`, keyword: 'confirm', message: 'The two entries differ.'}));
}

/** The first is kept: what cannot be read goes before what the schema says of the rest. */
function onePerField(problems: Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({name}) => !seen.has(name) && seen.add(name));
}

function inFieldOrder(problems: Problem[], controls: Field[]): Problem[] {
  const position = ({name}: Problem) => {
    const index = controls.findIndex(
      (field) => name === field.name || name.startsWith(`${field.name}.`) || name === `${field.name}#confirm`,
    );
    return index < 0 ? controls.length : index;
  };
  return problems
    .map((problem) => ({problem, at: position(problem)}))
    .sort((a, b) => a.at - b.at)
    .map(({problem}) => problem);
}
