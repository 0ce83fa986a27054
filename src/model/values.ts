import type {Json} from './json.ts';

/**
 * What a form, an example or a link wants to send, before it is serialised. A name that is missing or `undefined` is
 * left out of the request; an empty string and null are values.
 */
export interface RequestValues {
  path: Record<string, Json | undefined>;
  query: Record<string, Json | undefined>;
  header: Record<string, Json | undefined>;
  cookie: Record<string, Json | undefined>;
  /** `undefined`: no body is sent. */
  body: Json | undefined;
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
