import {code} from './describe-schema.ts';
import {isPlain} from './schema-facts.ts';
import {schemaName, schemaRef, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

/** Schemas that stand within another one, other than its properties: forms, items, conditions. */
export interface SchemaPart {
  /** "One of", "Each item", "If"; code between backticks. */
  title: string;
  /** The items of an array and the values of a map stand where the whole stands. */
  isInPlace?: boolean;
  members: PartMember[];
}

interface PartMember {
  /** Tells the members of a part apart: `cat`, `Profile`. */
  label?: string;
  schema: Schema;
  /** What the address of the member adds to that of the whole. Items go by the name of their array. */
  suffix: string;
}

/**
 * The parts of a schema in the order of reading. Takes the merged schema, and for the discriminator the schema as it
 * stands in the document, with its name: one that was folded in from a base tells the forms of that base.
 */
export function schemaParts(
  merged: SchemaObject,
  own: SchemaObject,
  name: string | undefined,
  schemas: NamedSchemas,
): SchemaPart[] {
  const {oneOf, anyOf, prefixItems, additionalProperties, patternProperties} = merged;
  const hasNames = merged.properties !== undefined || patternProperties !== undefined;
  return [
    ...branches(oneOf, anyOf, merged.discriminator),
    ...(oneOf === undefined && anyOf === undefined ? [mappedForms(own, name, schemas)] : []),
    {title: 'And all of', members: listOf(merged.allOf).map((schema) => ({schema, suffix: ''}))},
    {
      title: 'Items in this order',
      members: listOf(prefixItems).map((schema, index) => ({label: `item ${index + 1}`, schema, suffix: `.${index}`})),
    },
    inPlace(one(prefixItems === undefined ? 'Each item' : 'Each further item', '', unlessBoolean(merged.items))),
    one('Items not described otherwise', '.unevaluated', unlessBoolean(merged.unevaluatedItems)),
    one('Items of a certain kind', '.contains', unlessPlain(merged.contains)),
    ...entriesOf(patternProperties)
      .filter(([, schema]) => schema !== true)
      .map(([pattern, schema]) => one(`Each property that matches ${code(pattern)}`, `.${pattern}`, schema)),
    inPlace(one(hasNames ? 'Each other property' : 'Each value', '.*', unlessBoolean(additionalProperties))),
    one('Each property not described otherwise', '.*', unlessBoolean(merged.unevaluatedProperties)),
    one('Names of properties', '.names', unlessPlain(merged.propertyNames)),
    ...entriesOf(merged.dependentSchemas).map(([key, schema]) => one(`With ${code(key)} also`, `.with-${key}`, schema)),
    one('If', '.if', merged.if),
    one('Then', '.then', merged.if && merged.then),
    one('Otherwise', '.else', merged.if && merged.else),
    one('Not', '.not', unlessPlain(merged.not)),
    one('What the text holds', '.content', merged.contentSchema),
    {
      title: 'Definitions',
      members: entriesOf(merged.$defs).map(([key, schema]) => ({label: code(key), schema, suffix: `.$defs.${key}`})),
    },
  ].filter(({members}) => members.length > 0);
}

/** `oneOf` and `anyOf`; where both are there, the second goes on counting, for addresses to be unique. */
function branches(
  oneOf: Schema[] | undefined,
  anyOf: Schema[] | undefined,
  discriminator: SchemaObject['discriminator'],
): SchemaPart[] {
  const teller = discriminator?.propertyName;
  const told = teller === undefined ? '' : `, told apart by ${code(teller)}`;
  const toPart = (title: string, list: Schema[], from: number): SchemaPart => ({
    title: title + told,
    members: list.map((schema, index) => {
      const label = branchLabel(schema, discriminator);
      return {...(label !== undefined && {label}), schema, suffix: `.${from + index}`};
    }),
  });
  return [toPart('One of', listOf(oneOf), 0), toPart('Any of', listOf(anyOf), listOf(oneOf).length)];
}

/**
 * The forms of a base schema, which only its discriminator tells (OpenAPI 3.1, Discriminator Object): those that it maps
 * to, and those that hold the base in their `allOf`, which go by their names.
 */
function mappedForms({discriminator}: SchemaObject, name: string | undefined, schemas: NamedSchemas): SchemaPart {
  const teller = discriminator?.propertyName;
  if (typeof teller !== 'string') return {title: '', members: []};
  const mapping = entriesOf(discriminator?.mapping);
  const mapped = new Set(mapping.map(([, target]) => schemaName(target)));
  const heirs = name === undefined ? [] : heirsOf(name, schemas).filter((heir) => !mapped.has(heir));
  const forms: [string, string][] = [...mapping, ...heirs.map((heir): [string, string] => [heir, schemaRef(heir)])];
  return {
    title: `${code(teller)} tells the form`,
    members: forms.map(([value, $ref]) => ({label: code(value), schema: {$ref}, suffix: `.${value}`})),
  };
}

/** The names of the schemas that hold this one in their `allOf`. */
function heirsOf(name: string, schemas: NamedSchemas): string[] {
  let known = heirs.get(schemas);
  if (known === undefined) heirs.set(schemas, (known = findHeirs(schemas)));
  return known.get(name) ?? [];
}

/** What was found before: every schema with a discriminator asks. */
const heirs = new WeakMap<NamedSchemas, ReadonlyMap<string, string[]>>();

function findHeirs(schemas: NamedSchemas): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [heir, schema] of Object.entries(schemas)) {
    const parts = typeof schema === 'object' ? listOf(schema.allOf) : [];
    const bases = parts.flatMap((part) => (typeof part === 'object' && part.$ref ? schemaName(part.$ref) : undefined));
    for (const base of new Set(bases)) {
      if (base !== undefined) found.set(base, [...(found.get(base) ?? []), heir]);
    }
  }
  return found;
}

/** What tells a branch from the others: the values of the discriminator that stand for it, else its title. */
function branchLabel(branch: Schema, discriminator: SchemaObject['discriminator']): string | undefined {
  if (typeof branch === 'boolean') return undefined;
  const name = branch.$ref === undefined ? undefined : schemaName(branch.$ref);
  if (name === undefined || discriminator === undefined) return branch.title;
  const values = entriesOf(discriminator.mapping).filter(([, target]) => schemaName(target) === name);
  return values.length === 0 ? code(name) : values.map(([value]) => code(value)).join(' or ');
}

function one(title: string, suffix: string, schema: Schema | undefined): SchemaPart {
  return {title, members: schema === undefined ? [] : [{schema, suffix}]};
}

function inPlace(part: SchemaPart): SchemaPart {
  return {...part, isInPlace: true};
}

function unlessPlain(schema: Schema | undefined): Schema | undefined {
  return schema === undefined || isPlain(schema) ? undefined : schema;
}

function unlessBoolean(schema: Schema | undefined): Schema | undefined {
  return typeof schema === 'object' ? schema : undefined;
}

/** Documents may hold anything: what is no list has no members. */
function listOf(schemas: Schema[] | undefined): Schema[] {
  return Array.isArray(schemas) ? schemas : [];
}

function entriesOf<Value>(record: Record<string, Value> | undefined): [string, Value][] {
  return Object.entries(record ?? {});
}
