import {isJsonObject} from '../model/json.ts';
import type {Json, JsonObject} from '../model/json.ts';
import {pointerSegments} from '../model/json-pointer.ts';
import type {Operation} from '../model/operation.ts';
import {evaluateExpression} from '../model/runtime-expression.ts';
import {emptyValues, toJson} from '../model/values.ts';
import type {Problem} from '../model/values.ts';
import type {ReplyFacts} from './check-reply.ts';
import {fieldName} from './field-name.ts';
import {withMembers} from './field-parts.ts';
import {toFields} from './fields.ts';
import type {Field} from './fields.ts';
import {findResponse} from './find-response.ts';

/**
 * An API's own errors as problems of the fields that they are about: what the response's `x-field-errors` points at, else
 * of an error reply the `errors` of RFC 9457 (section 3), of JSON:API, or a list of `{field, message}`. An error about no
 * field of the form has an empty name.
 */
export function fieldErrors(operation: Operation, reply: ReplyFacts): Problem[] {
  const fields = toFields(operation)
    .flatMap((field) => withMembers(field))
    // A body with fields is not a field itself.
    .filter(({control, path}) => control !== 'group' || path.length > 0);
  const listed = listedErrors(operation, reply) ?? (reply.status >= 400 ? foundErrors(reply.body) : []);
  return listed.filter(isJsonObject).flatMap((error) => toProblem(error, fields));
}

/** Whether the list that `x-field-errors` points at says that the call is refused, whatever the status. */
export function isRefusal(operation: Operation, reply: ReplyFacts): boolean {
  return (listedErrors(operation, reply) ?? []).length > 0;
}

function listedErrors(operation: Operation, {status, headers, body}: ReplyFacts): Json[] | undefined {
  const expression = findResponse(operation, status).response?.fieldErrors;
  if (expression === undefined) return undefined;
  const list = evaluateExpression(expression, {
    url: '',
    method: operation.method,
    request: emptyValues(),
    response: {status, headers, body},
  });
  return Array.isArray(list) ? list.map(toJson) : undefined;
}

function foundErrors(body: Json | undefined): Json[] {
  const list = isJsonObject(body) ? body['errors'] : body;
  return Array.isArray(list) ? list : [];
}

function toProblem(error: JsonObject, fields: Field[]): Problem[] {
  const text = firstText(error, ['message', 'detail', 'title', 'reason']);
  if (text === undefined) return [];
  const place = firstText(error, ['field', 'name', 'path']);
  const name = nameOf(error, place, fields);
  // A place that no field stands for is said in words; `general` is the usual way to say "none".
  const about = name === undefined && place !== undefined && place !== 'general' ? ` of ${place}` : '';
  return [{name: name ?? '', keyword: 'refused', message: `The API says${about}: ${withFullStop(text)}`}];
}

function firstText(error: JsonObject, names: string[]): string | undefined {
  return names.map((name) => error[name]).find((value): value is string => typeof value === 'string' && value !== '');
}

function nameOf(error: JsonObject, place: string | undefined, fields: Field[]): string | undefined {
  const source = isJsonObject(error['source']) ? error['source'] : {};
  const pointer = firstText(error, ['pointer']) ?? firstText(source, ['pointer']);
  if (pointer !== undefined) return nameAtPointer(pointer, fields);
  const parameter = firstText(source, ['parameter']) ?? firstText(error, ['parameter']);
  const header = firstText(source, ['header']) ?? firstText(error, ['header']);
  if (header !== undefined) return nameIn('header', header, fields);
  if (parameter !== undefined) return nameIn('query', parameter, fields) ?? nameIn('path', parameter, fields);
  if (place === undefined) return undefined;
  return (fields.find((field) => field.name === place) ?? fields.find((field) => field.path.join('.') === place))?.name;
}

function nameIn(location: Field['in'], name: string, fields: Field[]): string | undefined {
  const wanted = name.toLowerCase();
  return fields.find((field) => field.in === location && field.path.join('.').toLowerCase() === wanted)?.name;
}

/**
 * RFC 9457 writes pointers as URI fragments (`#/age`), JSON:API without `#` and from the top of its document. A place
 * inside of what one field holds keeps its own name (`body.tags.0`).
 */
function nameAtPointer(pointer: string, fields: Field[]): string | undefined {
  const segments = pointerSegments(pointer.startsWith('#') ? decodeFragment(pointer.slice(1)) : pointer);
  if (segments === undefined) return undefined;
  const inner = segments.join().startsWith('data,attributes,') ? segments.slice(2) : undefined;
  return [segments, inner]
    .map((path) => path && fieldName('body', path))
    .find((name) => name !== undefined && fields.some((field) => isPlaceOf(field, name)));
}

function isPlaceOf({name, control}: Field, place: string): boolean {
  return place === name || (control !== 'group' && place.startsWith(`${name}.`));
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function withFullStop(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
