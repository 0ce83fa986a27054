import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';

/**
 * Reading members of a document that may hold anything: what has the wrong type is read as absent. The linter has said
 * so by then, with its place.
 */
export function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Text without blanks around it; undefined where nothing is left. */
export function filledTextOf(value: Json | undefined): string | undefined {
  const text = textOf(value)?.trim();
  return text === '' ? undefined : text;
}

/** True only for `true`. */
export function isTrue(value: Json | undefined): boolean {
  return value === true;
}

/** `true`, or undefined, for members that are left out when they say nothing. */
export function trueOrAbsent(value: Json | undefined): true | undefined {
  return value === true ? true : undefined;
}

export function listOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function objectOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

/** The members of an object whose fields OpenAPI names or patterns (`200`, `/path`), without extensions (`x-…`). */
export function entriesOf(value: Json | undefined): [string, Json][] {
  return membersOf(value).filter(([name]) => !name.startsWith('x-'));
}

/** The members of a map whose keys are the document's own names: a header may be called `x-request-id`. */
export function membersOf(value: Json | undefined): [string, Json][] {
  return Object.entries(objectOf(value)).filter((entry): entry is [string, Json] => entry[1] !== undefined);
}

export function stringsOf(value: Json | undefined): string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}
