import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';
import type {Schema} from '../../model/schema.ts';
import {setSchema, type Context} from './context.ts';
import {withKeywordTypes} from './keyword-types.ts';
import {escapeToken, pointerTokens, resolvePointer} from './pointer.ts';
import {membersOf, objectOf} from './read.ts';
import {mapSubschemas} from './schema-positions.ts';
import {upgradeSchema30} from './schema-3-0.ts';
import {makeUnique} from './words.ts';

const refPrefix = '#/components/schemas/';

/** Extensions that pages and forms read. All others stay behind: the data of a page is small. */
const knownExtensions = new Set(['x-confirm', 'x-autocomplete', 'x-ed25519', 'x-enum-descriptions', 'x-enum-varnames']);

/**
 * A schema in the meaning of JSON Schema 2020-12, whatever the version of the document. `$ref`s are kept and all point
 * to `#/components/schemas/<name>`: a schema that stands elsewhere gets a name there.
 */
export function toSchema(value: Json | undefined, context: Context): Schema {
  if (typeof value === 'boolean') return value;
  if (!isJsonObject(value)) return {};
  const upgraded = context.isVersion30 ? upgradeSchema30(value) : value;
  const read = mapSubschemas<Json | undefined>(withKeywordTypes(withoutExtensions(upgraded)), (child) => {
    return toSchema(child, context) as Json;
  });
  return simplify(read, context);
}

/** Fills `context.schemas` with the schemas of `components`, so that `$ref`s to them resolve. */
export function readComponentSchemas(context: Context): void {
  for (const [name, schema] of membersOf(objectOf(context.document['components'])['schemas'])) {
    setSchema(context.schemas, name, toSchema(schema, context));
  }
}

function simplify(schema: JsonObject, context: Context): JsonObject {
  const {example, ...rest} = schema;
  const simple: JsonObject = rest;
  if (example !== undefined && !Array.isArray(rest['examples'])) simple['examples'] = [example];
  if (Array.isArray(rest['type']) && rest['type'].length === 1) simple['type'] = rest['type'][0];
  if (typeof rest['$ref'] === 'string') simple['$ref'] = namedRef(rest['$ref'], context);
  const {discriminator} = rest;
  if (isJsonObject(discriminator) && isJsonObject(discriminator['mapping'])) {
    const mapping = membersOf(discriminator['mapping']).map(([value, target]) => {
      return [value, typeof target === 'string' ? namedRef(mappedPointer(target), context) : target];
    });
    simple['discriminator'] = {...discriminator, mapping: Object.fromEntries(mapping) as JsonObject};
  }
  return simple;
}

/** A discriminator maps to a reference, or to the bare name of a schema (OpenAPI 3.1, Discriminator Object). */
function mappedPointer(target: string): string {
  return target.includes('/') || target.startsWith('#') ? target : refPrefix + escapeToken(target);
}

/** The reference in its one spelling, after the schema that it points to has a name. */
function namedRef($ref: string, context: Context): string {
  if (!$ref.startsWith('#')) return $ref;
  const tokens = pointerTokens($ref);
  const [components, schemas, name] = tokens;
  const isNamed = components === 'components' && schemas === 'schemas' && tokens.length === 3 && name !== undefined;
  return refPrefix + encodeToken(isNamed ? name : nameElsewhere(tokens, $ref, context));
}

function nameElsewhere(tokens: string[], $ref: string, context: Context): string {
  const pointer = tokens.map(escapeToken).join('/');
  const known = context.givenNames.get(pointer);
  if (known !== undefined) return known;
  const taken = new Set([...Object.keys(context.schemas), ...componentNames(context)]);
  const name = makeUnique(nameFromTokens(tokens), taken);
  context.givenNames.set(pointer, name);
  setSchema(context.schemas, name, true);
  setSchema(context.schemas, name, toSchema(resolvePointer(context.document, $ref), context));
  return name;
}

function componentNames({document}: Context): string[] {
  return Object.keys(objectOf(objectOf(document['components'])['schemas']));
}

/** `components/schemas/User/properties/address` → `User.address`. */
function nameFromTokens(tokens: string[]): string {
  const structural = new Set([
    'components',
    'schemas',
    'properties',
    'items',
    'schema',
    '$defs',
    'definitions',
    'paths',
  ]);
  const telling = tokens.filter((token) => !structural.has(token)).slice(-2);
  return telling.join('.') || 'Schema';
}

function encodeToken(name: string): string {
  return encodeURIComponent(escapeToken(name));
}

function withoutExtensions(schema: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(schema).filter(([key]) => !key.startsWith('x-') || knownExtensions.has(key)),
  );
}
