import type {Json} from './json.ts';
import {member} from './member.ts';

/** The instance types of JSON Schema 2020-12 (validation, section 6.1.1). */
export type TypeName = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string';

/**
 * A JSON Schema 2020-12 object as OpenAPI 3.1 uses it, with the keywords we read by name. `$ref` is kept: it points to
 * `#/components/schemas/<Name>`, and the schema of that name stands once in `schemas` of the operation or the API.
 * `description` is CommonMark in an `Api` and sanitised HTML in what a page receives.
 */
export interface SchemaObject {
  $ref?: string;
  /** `#name`: the outermost schema on the way that has this `$dynamicAnchor` (JSON Schema 2020-12 core, 8.2.3.2). */
  $dynamicRef?: string;
  $dynamicAnchor?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: TypeName | TypeName[];
  format?: string;
  contentEncoding?: string;
  contentMediaType?: string;
  contentSchema?: Schema;
  enum?: Json[];
  const?: Json;
  default?: Json;
  examples?: Json[];
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  multipleOf?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  items?: Schema;
  prefixItems?: Schema[];
  contains?: Schema;
  minContains?: number;
  maxContains?: number;
  unevaluatedItems?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  patternProperties?: Record<string, Schema>;
  propertyNames?: Schema;
  unevaluatedProperties?: Schema;
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, Schema>;
  minProperties?: number;
  maxProperties?: number;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  discriminator?: {propertyName: string; mapping?: Record<string, string>};
  externalDocs?: {url: string; description?: string};
  xml?: {name?: string; namespace?: string; prefix?: string; attribute?: boolean; wrapped?: boolean; nodeType?: string};
  /** What each value of `enum` means, in its order or by value. */
  'x-enum-descriptions'?: string[] | Record<string, string>;
  /** What each value of `enum` is called in code, in its order. */
  'x-enum-varnames'?: string[];
  /** Our extension: ask for the value twice, send it once. True, or the label of the second field. */
  'x-confirm'?: boolean | string;
  /** Our extension: the HTML `autocomplete` token of the field. */
  'x-autocomplete'?: string;
  /** Our extension, with `contentEncoding: base64`: an Ed25519 public key, or a signature made with its private key. */
  'x-ed25519'?: 'public-key' | 'signature';
}

/** A schema, or `true` (anything) and `false` (nothing). */
export type Schema = SchemaObject | boolean;

/** The named schemas that `$ref`s point to, by the name in `components.schemas`. */
export type NamedSchemas = Record<string, Schema>;

const refPrefix = '#/components/schemas/';

/**
 * The name that a `$ref` points to, or undefined when it points elsewhere. Undoes the escapes of RFC 6901 and of URI
 * fragments.
 */
export function schemaName($ref: string): string | undefined {
  if (!$ref.startsWith(refPrefix)) return undefined;
  if (!/[%~]/.test($ref)) return $ref.slice(refPrefix.length);
  return unescapePercent($ref.slice(refPrefix.length)).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** The `$ref` to a named schema, with the escapes that `schemaName` undoes. */
export function schemaRef(name: string): string {
  return refPrefix + encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'));
}

/**
 * The schema itself as an object, with its `$ref` followed and the siblings of `$ref` laid over what it points to.
 * `true` becomes `{}`, `false` becomes `{not: {}}`. A chain of references that ends in itself gives `{}`.
 */
export function resolveSchema(schema: Schema | undefined, schemas: NamedSchemas): SchemaObject {
  if (schema === undefined || schema === true) return {};
  if (schema === false) return {not: {}};
  let resolved = schema;
  const seen = new Set<string>();
  while (resolved.$ref !== undefined) {
    const {$ref, ...siblings} = resolved;
    const name = schemaName($ref);
    if (name === undefined || seen.has(name)) return siblings;
    seen.add(name);
    const target = member(schemas, name);
    if (target === false) return {not: {}, ...siblings};
    resolved = typeof target === 'object' ? {...target, ...siblings} : siblings;
  }
  return resolved;
}

/** The types a schema admits, from `type`, else from `const`, `enum` or the keywords that only fit one type. */
export function typesOf(schema: SchemaObject): TypeName[] {
  if (schema.type !== undefined) return [schema.type].flat().filter(isTypeName);
  const given = schema.const !== undefined ? [schema.const] : schema.enum;
  if (given !== undefined) return [...new Set(given.map(typeOfValue))];
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ['array'];
  if (schema.pattern !== undefined || schema.minLength !== undefined || schema.maxLength !== undefined)
    return ['string'];
  return [];
}

const typeNames: string[] = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'] satisfies TypeName[];

/** Documents name types that there are not. */
function isTypeName(type: string): type is TypeName {
  return typeNames.includes(type);
}

/** The JSON Schema type of a value; whole numbers are `integer`. */
export function typeOfValue(value: Json): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'boolean' | 'string' | 'object';
}

/** Whether values of this schema are secrets: masked in forms, placeholders in snippets, never stored. */
export function isSecret(schema: SchemaObject): boolean {
  return schema.format === 'password' || (schema.writeOnly === true && schema.format === 'jwt');
}

/** RFC 3986, section 2.1; text that is no valid percent-encoding is left as it is. */
function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
