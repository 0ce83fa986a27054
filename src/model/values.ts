import {ExactNumber} from './exact-number.ts';
import {FileValue} from './file-value.ts';
import type {Json, JsonObject} from './json.ts';

/** What one place of a request may hold: JSON, in which numbers may be exact and files may stand. */
export type Value = Json | ExactNumber | FileValue | Value[] | ValueObject;

/** An object of values. A missing member and `undefined` mean the same: left out. */
export interface ValueObject {
  [name: string]: Value | undefined;
}

/** Tells an object of values from arrays, null, scalars, exact numbers and files. */
export function isValueObject(value: Value | undefined): value is ValueObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof ExactNumber) && !(value instanceof FileValue);
}

/** The nearest JSON: an exact number as the nearest number, a file as its name. For checks and lookups, never to send. */
export function toJson(value: Value): Json {
  if (value instanceof ExactNumber) return Number(value.text);
  if (value instanceof FileValue) return value.name;
  if (Array.isArray(value)) return value.map(toJson);
  if (!isValueObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [name, member === undefined ? member : toJson(member)]);
  return Object.fromEntries(members) as JsonObject;
}

/**
 * What a form, an example or a link wants to send, before it is serialised. A name that is missing or `undefined` is
 * left out of the request; an empty string and null are values.
 */
export interface RequestValues {
  path: Record<string, Value | undefined>;
  query: Record<string, Value | undefined>;
  header: Record<string, Value | undefined>;
  cookie: Record<string, Value | undefined>;
  /** `undefined`: no body is sent. */
  body: Value | undefined;
}

/** Values that send nothing but what the operation itself demands. */
export function emptyValues(): RequestValues {
  return {path: {}, query: {}, header: {}, cookie: {}, body: undefined};
}

/** One thing wrong with a value: where, and in a plain sentence what. */
export interface Problem {
  /** The field: `body.email`, `query.force`; for a reply the place in the body: `profile.id`, empty for the whole. */
  name: string;
  /** The JSON Schema keyword that is not met, or `confirm`, `syntax`, `undocumented`. */
  keyword: string;
  /** A sentence with a full stop, fit to be shown beside the field. */
  message: string;
}
