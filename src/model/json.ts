/** A JSON value (RFC 8259), as it comes out of `JSON.parse`. */
export type Json = null | boolean | number | string | Json[] | JsonObject;

/** A JSON object. A missing member and `undefined` mean the same: left out. */
export interface JsonObject {
  [name: string]: Json | undefined;
}

/** Tells a JSON object from arrays, null and scalars. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
