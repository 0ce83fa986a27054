import type {Json} from './json.ts';
import {member} from './member.ts';
import {nameOfReference, oncePerSchema} from './once-per-schema.ts';
import {resolveSchema, schemaName, typesOf} from './schema.ts';
import type {NamedSchemas, Schema, SchemaObject, TypeName} from './schema.ts';

/** How many parts of `allOf` are folded, over all levels: each may hold more, and a document may double them each time. */
const mostParts = 500;

/** What folding needs to know. */
interface Folding {
  schemas: NamedSchemas;
  /** The names folded in already: the same once more adds nothing. */
  folded: Set<string>;
  /** How many parts may still be folded. */
  left: number;
}

/**
 * The schema as one object: its `$ref` followed, its `allOf` folded into it, and a `oneOf` or `anyOf` that only adds
 * `null` to one schema written as that schema with a type union. What cannot be folded stays in `allOf`.
 */
export function mergeSchema(schema: Schema | undefined, schemas: NamedSchemas): SchemaObject {
  return typeof schema === 'object' ? mergeOnce(schema, schemas) : fold(schema, startFolding(schemas));
}

const mergeOnce = oncePerSchema((schema, schemas) => unwrapNullable(fold(schema, startFolding(schemas)), schemas));

/** Whether the schema admits null (JSON Schema 2020-12: `type`, `enum` or `const`). */
export function isNullable(schema: SchemaObject): boolean {
  return typesOf(schema).includes('null');
}

function startFolding(schemas: NamedSchemas): Folding {
  return {schemas, folded: new Set(), left: mostParts};
}

/** What stands beside a `$ref` or an `allOf` holds together with it. */
function fold(schema: Schema | undefined, folding: Folding): SchemaObject {
  if (schema === undefined || schema === true) return {};
  if (schema === false) return {not: {}};
  folding.left -= 1;
  const {$ref, allOf = [], ...own} = schema;
  const parts = Array.isArray(allOf) ? allOf : [];
  const name = $ref === undefined ? undefined : schemaName($ref);
  let merged: SchemaObject = own;
  if (name !== undefined && !folding.folded.has(name)) {
    folding.folded.add(name);
    merged = combine(merged, fold(member(folding.schemas, name), folding));
  }
  const unfolded: Schema[] = [];
  for (const part of parts) {
    if (typeof part === 'object' && isFolded(part, folding)) continue;
    if (folding.left > 0) merged = combine(merged, fold(part, folding));
    else unfolded.push(part);
  }
  return unfolded.length === 0 ? merged : {...merged, allOf: [...(merged.allOf ?? []), ...unfolded]};
}

/** Whether a schema is nothing but a reference to one that is folded in already. */
function isFolded(schema: SchemaObject, {folded}: Folding): boolean {
  const name = nameOfReference(schema);
  return name !== undefined && folded.has(name);
}

/** `{anyOf: [{type: 'string'}, {type: 'null'}]}` means `{type: ['string', 'null']}`. */
function unwrapNullable(schema: SchemaObject, schemas: NamedSchemas): SchemaObject {
  const {oneOf, anyOf, ...rest} = schema;
  const branches = oneOf ?? anyOf;
  if (branches?.length !== 2 || (oneOf !== undefined && anyOf !== undefined)) return schema;
  const isNull = (branch: Schema) => typesOf(resolveSchema(branch, schemas)).join() === 'null';
  const [other, second] = branches.filter((branch) => !isNull(branch));
  if (other === undefined || second !== undefined) return schema;
  const inner = fold(other, startFolding(schemas));
  const types = typesOf(inner);
  if (types.length === 0 || inner.oneOf !== undefined || inner.anyOf !== undefined) return schema;
  const {type, ...ownKeywords} = inner;
  const given = ownKeywords.const !== undefined ? [ownKeywords.const] : ownKeywords.enum;
  delete ownKeywords.const;
  return {
    ...ownKeywords,
    ...rest,
    type: [...new Set<TypeName>([...types, 'null'])],
    ...(given === undefined ? {} : {enum: given.includes(null) ? given : [...given, null]}),
  };
}

/** Both schemas at once; of annotations such as `title`, the first wins. */
function combine(a: SchemaObject, b: SchemaObject): SchemaObject {
  let merged: SchemaObject = {...b, ...a};
  const both = (key: keyof SchemaObject) => a[key] !== undefined && b[key] !== undefined;

  if (both('properties')) merged.properties = combineProperties(a.properties ?? {}, b.properties ?? {});
  if (both('required')) merged.required = [...new Set([...(a.required ?? []), ...(b.required ?? [])])];
  if (both('type')) merged.type = commonTypes(a, b);
  if (both('enum')) merged.enum = commonValues(a.enum ?? [], b.enum ?? []);
  for (const key of lowerBounds) if (both(key)) merged[key] = Math.max(a[key] ?? 0, b[key] ?? 0);
  for (const key of upperBounds) if (both(key)) merged[key] = Math.min(a[key] ?? 0, b[key] ?? 0);
  for (const key of flags) if (both(key)) merged[key] = a[key] === true || b[key] === true;

  let leftOver: SchemaObject = {};
  for (const key of notFoldable) {
    if (both(key) && !isSame(a[key], b[key])) Object.assign(leftOver, {[key]: b[key]});
  }
  for (const [key, ...companions] of groups) {
    if (leftOver[key] === undefined) continue;
    for (const companion of companions) {
      const {[companion]: ofFirst, ...others} = {...merged, [companion]: a[companion]};
      merged = ofFirst === undefined ? others : {...others, [companion]: ofFirst};
      leftOver = {...leftOver, ...(b[companion] !== undefined && {[companion]: b[companion]})};
    }
  }
  const rest = [...(a.allOf ?? []), ...(b.allOf ?? []), ...(Object.keys(leftOver).length > 0 ? [leftOver] : [])];
  if (rest.length > 0) merged.allOf = rest;
  return merged;
}

const lowerBounds = [
  'minimum',
  'exclusiveMinimum',
  'minLength',
  'minItems',
  'minProperties',
] as const satisfies (keyof SchemaObject)[];

const upperBounds = [
  'maximum',
  'exclusiveMaximum',
  'maxLength',
  'maxItems',
  'maxProperties',
] as const satisfies (keyof SchemaObject)[];

const flags = ['uniqueItems', 'readOnly', 'writeOnly', 'deprecated'] as const satisfies (keyof SchemaObject)[];

const notFoldable = [
  'const',
  'pattern',
  'format',
  'multipleOf',
  'items',
  'prefixItems',
  'contains',
  'additionalProperties',
  'patternProperties',
  'propertyNames',
  'unevaluatedProperties',
  'unevaluatedItems',
  'dependentRequired',
  'dependentSchemas',
  'anyOf',
  'oneOf',
  'not',
  'if',
] as const satisfies (keyof SchemaObject)[];

/** Keywords that say something only together with the first of their row. */
const groups = [
  ['if', 'then', 'else'],
  ['contains', 'minContains', 'maxContains'],
] as const satisfies (keyof SchemaObject)[][];

/** A property that both have must meet both; of many parts that have it, each is kept once, side by side. */
function combineProperties(a: Record<string, Schema>, b: Record<string, Schema>): Record<string, Schema> {
  const merged = {...a};
  for (const [name, schema] of Object.entries(b)) {
    const first = member(a, name);
    if (first === undefined) {
      merged[name] = schema;
      continue;
    }
    const parts = (typeof first === 'object' ? combined.get(first) : undefined) ?? [first];
    if (parts.some((part) => isSame(part, schema))) continue;
    const both = {allOf: [...parts, schema]};
    combined.set(both, both.allOf);
    merged[name] = both;
  }
  return merged;
}

/** The schemas that were made here of several, and what of. */
const combined = new WeakMap<SchemaObject, Schema[]>();

function commonTypes(a: SchemaObject, b: SchemaObject): TypeName[] | TypeName {
  const [first, second] = [typesOf(a), typesOf(b)];
  const has = (types: TypeName[], type: TypeName) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  const common = [...new Set([...first, ...second])].filter((type) => has(first, type) && has(second, type));
  return common.length === 1 && common[0] !== undefined ? common[0] : common;
}

function commonValues(a: Json[], b: Json[]): Json[] {
  const known = new Set(b.map((value) => JSON.stringify(value)));
  return a.filter((value) => known.has(JSON.stringify(value)));
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || asText(a) === asText(b);
}

function asText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = texts.get(value);
  if (text === undefined) texts.set(value, (text = JSON.stringify(value)));
  return text;
}

/** A schema is compared with that of every part that has a property of the same name. */
const texts = new WeakMap<object, string>();
