import type {Operation} from '../model/operation.ts';
import {isValueObject} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import type {HttpBody} from './http-request.ts';
import {essence, isFormMediaType, isJsonMediaType} from './media-type.ts';
import {wellFormed} from './percent-encoding.ts';
import {writeJson} from './write-json.ts';

/** A body, and the `Content-Type` that goes with it. */
export interface TypedBody {
  contentType: string;
  body: HttpBody;
}

/**
 * The body that a value makes of an operation: JSON, the fields of a form (lists repeat their name, nested values are
 * JSON; OpenAPI 3.1, Encoding Object), or a string as it is. Undefined when there is no value, when the operation takes
 * no body, and for GET and HEAD.
 */
export function buildBody(
  operation: Operation,
  value: Value | undefined,
  chosen: string | undefined,
): TypedBody | undefined {
  const mediaType = chosen ?? operation.requestBody?.content[0]?.mediaType;
  if (value === undefined || mediaType === undefined || /^(GET|HEAD)$/.test(operation.method)) return undefined;
  const contentType = concreteMediaType(mediaType, value);
  return {contentType, body: {kind: 'text', text: bodyText(contentType, value)}};
}

/** A range such as `text/*` says what is taken, but cannot be the type of one body. */
function concreteMediaType(mediaType: string, value: Value): string {
  if (!essence(mediaType).includes('*')) return mediaType;
  return typeof value === 'string' || essence(mediaType).startsWith('text/') ? 'text/plain' : 'application/json';
}

function bodyText(contentType: string, value: Value): string {
  if (isJsonMediaType(contentType)) return writeJson(value);
  if (isFormMediaType(contentType) && isValueObject(value)) return new URLSearchParams(formFields(value)).toString();
  return typeof value === 'string' ? wellFormed(value) : writeJson(value);
}

function formFields(fields: ValueObject): [name: string, value: string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== undefined && item !== null)
      .map((item): [string, string] => [name, typeof item === 'string' ? item : writeJson(item)]),
  );
}
