import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
import {resolvePointer} from './pointer.ts';

/** What normalising any part of a document needs to know of the whole. */
export interface Context {
  apiId: string;
  apiTitle: string;
  document: JsonObject;
  /** OpenAPI 3.0, whose schemas are a dialect of their own. */
  isVersion30: boolean;
  /** Every schema that a `$ref` can point to, normalised; grows while schemas are read. */
  schemas: NamedSchemas;
  /** The names given to schemas that stand outside of `components.schemas`, by their pointers. */
  givenNames: Map<string, string>;
}

/** Adds a named schema. A document may call it `__proto__`, to which nothing can be assigned. */
export function setSchema(schemas: NamedSchemas, name: string, schema: Schema): void {
  if (name !== '__proto__') schemas[name] = schema;
  else Object.defineProperty(schemas, name, {value: schema, enumerable: true, configurable: true, writable: true});
}

export function createContext(apiId: string, apiTitle: string, document: JsonObject): Context {
  const {openapi} = document;
  const isVersion30 = typeof openapi === 'string' && openapi.startsWith('3.0');
  return {apiId, apiTitle, document, isVersion30, schemas: {}, givenNames: new Map()};
}

/**
 * The object itself, with its `$ref`s followed; `summary` and `description` beside a `$ref` win over what it points to
 * (OpenAPI 3.1, Reference Object). Not for schemas, whose references are kept. A chain that ends in itself is nothing.
 */
export function follow(value: Json | undefined, {document}: Context): JsonObject | undefined {
  let current = value;
  let overrides: JsonObject = {};
  for (let steps = 0; steps < 100; steps++) {
    if (!isJsonObject(current)) return undefined;
    if (typeof current['$ref'] !== 'string') return {...current, ...overrides};
    const {$ref, summary, description} = current;
    overrides = {
      ...(summary !== undefined && {summary}),
      ...(description !== undefined && {description}),
      ...overrides,
    };
    current = resolvePointer(document, $ref);
  }
  return undefined;
}
