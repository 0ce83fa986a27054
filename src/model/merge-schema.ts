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
  const own: SchemaObject[] = [];
  const unfolded: Schema[] = [];
  const collect = (part: Schema | undefined): void => {
    if (part === undefined || part === true) return;
    if (part === false) {
      own.push({not: {}});
      return;
    }
    folding.left -= 1;
    const {$ref, allOf = [], ...rest} = part;
    own.push(rest);
    const name = $ref === undefined ? undefined : schemaName($ref);
    if (name !== undefined && !folding.folded.has(name)) {
      folding.folded.add(name);
      collect(member(folding.schemas, name));
    }
    for (const inner of Array.isArray(allOf) ? allOf : []) {
      if (typeof inner === 'object' && isFolded(inner, folding)) continue;
      if (folding.left > 0) collect(inner);
      else unfolded.push(inner);
    }
  };
  collect(schema);
  // All parts in one row: merged in the order of their nesting, the same would be compared over and over.
  const merged = own.reduce(combine, {});
  if (own.some(({properties}) => properties !== undefined)) merged.properties = combineProperties(own);
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

/** Both schemas at once, but for their properties; of annotations such as `title`, the first wins. */
function combine(a: SchemaObject, b: SchemaObject): SchemaObject {
  let merged: SchemaObject = {...b, ...a};
  const both = (key: keyof SchemaObject) => a[key] !== undefined && b[key] !== undefined;

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

/** A property that several have must meet all of them; what is said twice stands once. */
function combineProperties(parts: SchemaObject[]): Record<string, Schema> {
  const found = new Map<string, Map<string | undefined, Schema>>();
  for (const {properties} of parts) {
    for (const [name, schema] of Object.entries(properties ?? {})) {
      let all = found.get(name);
      if (all === undefined) found.set(name, (all = new Map<string | undefined, Schema>()));
      for (const part of (typeof schema === 'object' ? combined.get(schema) : undefined) ?? [schema]) {
        const text = asText(part);
        if (!all.has(text)) all.set(text, part);
      }
    }
  }
  return Object.fromEntries([...found].map(([name, all]) => [name, both([...all.values()])]));
}

function both(parts: Schema[]): Schema {
  const [only, second] = parts;
  if (only !== undefined && second === undefined) return only;
  const schema = {allOf: parts};
  combined.set(schema, parts);
  return schema;
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
