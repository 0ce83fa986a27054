import type {Json, JsonObject} from './json.ts';
import {chooseProperties, deepest} from './choose-properties.ts';
import {distinctItem} from './distinct-item.ts';
import {resolveOnTrail, type Trail} from './dynamic-trail.ts';
import {fitsSchema, type Fitting} from './fits-schema.ts';
import {fitOnly} from './fit-only.ts';
import {makeNumber} from './make-number.ts';
import {makeString} from './make-string.ts';
import {mergeSchema} from './merge-schema.ts';
import {oncePerSchema} from './once-per-schema.ts';
import {schemaName, typesOf} from './schema.ts';
import type {NamedSchemas, Schema, SchemaObject, TypeName} from './schema.ts';
import {withoutMisfits} from './without-misfits.ts';

/** `readOnly` properties are left out of requests, `writeOnly` ones of responses. */
type ExampleMode = 'request' | 'response';

export interface ExampleOptions {
  mode: ExampleMode;
}

/** Optional properties of the whole value: an object divides them among the objects and lists in it. */
const mostOptionalInAll = 60;

/** Branches that cannot be met, over the whole value, before no further one is tried: there may be millions of ways. */
const mostFailures = 20;

/** Schemas that are looked at to tell whether parts of a value fit. */
const mostSteps = 5_000;

/**
 * Values that are made in all, before objects and lists stay empty: where each of ten schemas demands four times the next,
 * there are a million. Long texts count as several.
 */
const mostValues = 3_000;
const charactersOfValue = 50;

/** Items and extra properties, however many a schema demands. */
const mostItems = 100;

/** Unions that stand directly in each other. */
const mostUnions = 6;

/**
 * A small value that meets a schema as far as can be: const, examples, default, enum that fit it, else made from format and limits.
 * The same each time. `allOf` is merged, of `oneOf` and `anyOf` the first branch that can be met is taken; schemas that
 * contain themselves end at what is optional. Patterns that look ahead or refer back are rarely solved.
 */
export function makeExample(schema: Schema, schemas: NamedSchemas, {mode}: ExampleOptions): Json {
  return typeof schema === 'object' ? makeOnce[mode](schema, schemas) : start(schema, schemas, mode);
}

const makeOnce = {
  request: oncePerSchema((schema, schemas) => start(schema, schemas, 'request')),
  response: oncePerSchema((schema, schemas) => start(schema, schemas, 'response')),
};

/** Where parts contradict each other, what may be left out is. */
function start(schema: Schema, schemas: NamedSchemas, mode: ExampleMode): Json {
  const search = {failures: 0, values: mostValues, steps: mostSteps, ofBranches: {steps: mostSteps}};
  const bounds = {depth: 0, unions: 0, optional: mostOptionalInAll, search};
  const made = make(schema, {schemas, mode, refs: [], trail: undefined, hint: '', ...bounds}) ?? null;
  return withoutMisfits(made, schema, {schemas, mode, search: {steps: mostSteps}}) ?? made;
}

interface Making extends ExampleOptions {
  schemas: NamedSchemas;
  depth: number;
  /** How many unions stand around this one, with nothing in between. */
  unions: number;
  /** The names of the schemas on the way here. */
  refs: string[];
  /** All schemas on the way here. */
  trail: Trail | undefined;
  /** The name of the property that the value is for. */
  hint: string;
  /** How many optional properties the value may have, with those of what is in it. */
  optional: number;
  /** Shared by all parts of a value. */
  search: {failures: number; values: number; steps: number; ofBranches: {steps: number}};
}

/** Undefined when no value can be made: the schema is false, or demands itself without end. */
function make(given: Schema, making: Making): Json | undefined {
  const schema = resolveOnTrail(given, making.trail, making.schemas);
  if (schema === false) return undefined;
  const name = typeof schema === 'object' && schema.$ref !== undefined ? schemaName(schema.$ref) : undefined;
  if (name !== undefined && making.refs.filter((ref) => ref === name).length > 1) return undefined;
  if (making.depth > deepest * 3) return undefined;
  const trail = schema === true ? making.trail : {schema, outer: making.trail};
  const inner = {...making, trail, refs: name === undefined ? making.refs : [...making.refs, name]};
  const merged = mergeSchema(schema, making.schemas);
  // What merging makes of `false`.
  if (typeof merged.not === 'object' && Object.keys(merged.not).length === 0) return undefined;
  for (const way of [givenValue, fromBranches, fromType]) {
    const value = way(merged, inner);
    if (value === undefined) continue;
    making.search.values -= typeof value === 'string' ? Math.ceil(value.length / charactersOfValue) : 1;
    return value;
  }
  return undefined;
}

/**
 * A value that the schema gives and that meets it. Null is one as well, but must not win over others: a schema with
 * `default: null` shows more by an example.
 */
function givenValue(schema: SchemaObject, making: Making): Json | undefined {
  const {const: only, examples = [], default: preset, enum: values = []} = schema;
  if (only !== undefined) return only;
  const given = [examples[0], preset, ...values].find(
    (value) => value !== undefined && value !== null && fitsSchema(schema, value, making),
  );
  return given ?? values.find((value) => value !== null) ?? values[0];
}

/** The first branch of a union that can be made and told apart, together with what stands beside the union. */
function fromBranches(schema: SchemaObject, making: Making): Json | undefined {
  // What the schema gives as a value was tried before, and does not meet it.
  const {oneOf, anyOf, examples: _, default: __, ...rest} = schema;
  if (making.unions > mostUnions) return undefined;
  let last: Json | undefined;
  let shared: Json | undefined;
  for (const branch of oneOf ?? anyOf ?? []) {
    const other = oneOf !== undefined && anyOf !== undefined ? {anyOf} : {};
    const name = typeof branch === 'object' && branch.$ref !== undefined ? schemaName(branch.$ref) : undefined;
    if (name !== undefined && making.refs.includes(name)) continue;
    if (making.search.failures > mostFailures) break;
    const refs = name === undefined ? making.refs : [...making.refs, name];
    const both = {allOf: [{...rest, ...other}, branch]};
    const value = make(both, {...making, refs, depth: making.depth + 1, unions: making.unions + 1});
    // Null shows least of all.
    if (value === null) last = null;
    if (value === undefined) making.search.failures++;
    if (value === null || value === undefined) continue;
    const tagged = withDiscriminator(value, schema, branch);
    const judging = {...making, search: making.search.ofBranches};
    const fitting = fitToBranch([tagged, value], both, judging);
    const only =
      oneOf === undefined || fitting === undefined ? fitting : fitOnly(fitting, both, without(oneOf, branch), judging);
    if (only !== undefined) return only;
    shared ??= fitting ?? tagged;
    making.search.failures++;
  }
  return shared ?? last;
}

/** The first of these that a branch takes; else what it takes of the first. Undefined when it takes nothing. */
function fitToBranch(values: [Json, ...Json[]], branch: Schema, fitting: Fitting): Json | undefined {
  return values.find((value) => fitsSchema(branch, value, fitting)) ?? withoutMisfits(values[0], branch, fitting);
}

function without(branches: Schema[], branch: Schema): Schema[] {
  return branches.filter((other) => other !== branch);
}

/** OpenAPI 3.1, Discriminator Object: the property must say which branch it is. */
function withDiscriminator(value: Json, {discriminator}: SchemaObject, branch: Schema): Json {
  const ref = typeof branch === 'object' ? branch.$ref : undefined;
  if (discriminator === undefined || ref === undefined || typeof value !== 'object' || Array.isArray(value))
    return value;
  const [mapped] = Object.entries(discriminator.mapping ?? {}).find(([, target]) => target === ref) ?? [];
  const tag = mapped ?? schemaName(ref);
  return tag === undefined ? value : {...value, [discriminator.propertyName]: tag};
}

function fromType(schema: SchemaObject, making: Making): Json | undefined {
  const types = typesOf(schema);
  const type = types.find((candidate) => candidate !== 'null') ?? types[0];
  return type === undefined ? 'text' : byType[type](schema, making);
}

const byType: Record<TypeName, (schema: SchemaObject, making: Making) => Json | undefined> = {
  null: () => null,
  boolean: () => true,
  integer: (schema) => makeNumber(schema, true),
  number: (schema) => makeNumber(schema, false),
  string: (schema, {hint}) => makeString(schema, hint),
  array: makeArray,
  object: makeObject,
};

function makeObject(schema: SchemaObject, making: Making): Json | undefined {
  const {depth, search} = making;
  if (search.values <= 0) return {};
  const required = new Set(schema.required);
  const value: JsonObject = {};
  const {shown, optional} = chooseProperties(schema, required, making);
  for (const [name, property] of shown) {
    const made = make(property, {...making, depth: depth + 1, unions: 0, hint: name, optional});
    if (made !== undefined) define(value, name, made);
    else if (required.has(name)) return undefined;
  }
  for (const name of required) {
    if (!Object.hasOwn(schema.properties ?? {}, name)) define(value, name, makeExtra(schema, making) ?? 'text');
  }
  const missing = Math.min(mostItems, Math.max(schema.minProperties ?? 0, isMap(schema) && depth < deepest ? 1 : 0));
  for (let count = 1; Object.keys(value).length < missing && search.values > 0; count++) {
    const extra = makeExtra(schema, making);
    if (extra === undefined) break;
    define(value, `key${count}`, extra);
  }
  return value;
}

function makeExtra(schema: SchemaObject, making: Making): Json | undefined {
  const {depth} = making;
  return make(together(schema, 'additionalProperties'), {...making, depth: depth + 1, unions: 0, hint: ''});
}

/** What a keyword says of each part, with what the parts of `allOf` say of it that could not be folded. */
function together(schema: SchemaObject, keyword: 'items' | 'additionalProperties'): Schema {
  const all = [schema, ...(schema.allOf ?? [])].flatMap(
    (part) => (typeof part === 'object' ? part[keyword] : []) ?? [],
  );
  const [first = true, second] = all;
  return second === undefined ? first : {allOf: all};
}

function isMap({properties, additionalProperties}: SchemaObject): boolean {
  return properties === undefined && typeof additionalProperties === 'object';
}

function makeArray(schema: SchemaObject, making: Making): Json | undefined {
  const {prefixItems = [], minItems = 0, maxItems = Infinity, contains} = schema;
  if (making.search.values <= 0) return [];
  const items = together(schema, 'items');
  const inner = {...making, depth: making.depth + 1, unions: 0};
  const value: Json[] = [];
  for (const item of prefixItems.slice(0, maxItems)) {
    const made = make(item, inner);
    if (made === undefined) break;
    value.push(made);
  }
  const least = Math.min(minItems, mostItems);
  const wanted = Math.min(maxItems, Math.max(least, making.depth >= deepest ? 0 : 1, value.length));
  const needed = contains === undefined ? 0 : Math.min(schema.minContains ?? 1, mostItems);
  for (let count = 0; value.length < Math.max(wanted, needed) && making.search.values > 0; count++) {
    const made = make(count < needed ? (contains ?? items) : items, inner);
    if (made === undefined) return minItems > value.length ? undefined : value;
    value.push(schema.uniqueItems === true ? distinctItem(made, value, items, inner) : made);
  }
  return value;
}

/** Sets a member whatever its name: `__proto__` is a property like any other in JSON. */
function define(object: JsonObject, name: string, value: Json): void {
  // Defining takes many times as long as setting, and a large document has a million members.
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}
