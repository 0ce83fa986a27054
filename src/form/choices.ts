import {describeType} from '../model/describe-type.ts';
import type {Json} from '../model/json.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import {resolveSchema, schemaName, schemaRef, typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject, TypeName} from '../model/schema.ts';
import {constantOf} from './choose-control.ts';
import type {Place} from './fields.ts';

/** One of the forms that a value may have. */
export interface Choice {
  /** What the form state holds when it is chosen. */
  id: string;
  label: string;
  schema: Schema;
  /** The properties that the choice itself settles: the discriminator's. */
  fixed?: Record<string, Json>;
  /** Null is chosen, not filled in. */
  isNull?: boolean;
  /** Of a body: what it is sent as. */
  mediaType?: string;
}

/** Choices within one place are nested only so deep: a schema may hold itself as its own form. */
const deepestChoice = 4;

/**
 * The forms that a schema offers: the branches of `oneOf` or `anyOf`, the schemas that a discriminator tells apart, or the
 * types of a type union. Undefined where there is nothing to choose: one form, or branches that only limit others.
 */
export function choicesOf(own: Schema, merged: SchemaObject, place: Place): Choice[] | undefined {
  if (place.forms >= deepestChoice) return undefined;
  const types = typesOf(merged).filter((type) => type !== 'null');
  if (place.wire === 'text' && admitsText(merged, place.schemas)) return undefined;
  return (
    branchChoices(merged, place) ??
    heirChoices(own, place) ??
    (types.length > 1 && !types.every(isNumeric) ? types.map((type) => typeChoice(type, merged)) : undefined) ??
    (types.length === 0 && place.wire === 'json' && place.depth > 0 && isAnything(merged) ? anyChoices : undefined)
  );
}

/** Whether text can be sent in this place, so that one box of text takes whatever there is to choose. */
function admitsText(merged: SchemaObject, schemas: NamedSchemas): boolean {
  const branches = merged.oneOf ?? merged.anyOf;
  const types = typesOf(merged);
  if (types.length > 0) return types.includes('string');
  return branches === undefined || branches.some((branch) => typesOf(mergeSchema(branch, schemas)).includes('string'));
}

function branchChoices(merged: SchemaObject, {schemas, fixed}: Place): Choice[] | undefined {
  const union = unionOf(merged, schemas);
  if (union === undefined) return undefined;
  const {branches, resolved, rest} = union;
  const {discriminator, title: _title, description: _description, ...shared} = rest;
  const teller = discriminator?.propertyName;
  return branches.flatMap((branch, index): Choice[] => {
    const of = resolved[index] ?? {};
    const schema = Object.keys(shared).length === 0 ? branch : {allOf: [branch, shared]};
    const choice = {schema, label: branchLabel(branch, of, index, schemas), isNull: constantOf(of) === null};
    const tags = teller === undefined || teller in (fixed ?? {}) ? [] : tagsOf(branch, of, merged);
    if (teller === undefined || tags.length === 0) return [{...choice, id: String(index)}];
    return tags.map((tag, at) => ({
      ...choice,
      id: at === 0 ? String(index) : `${index}-${at}`,
      label: of.title ?? tag,
      fixed: {[teller]: tag},
    }));
  });
}

/** The first union whose branches are there to be filled in, and what else the schema says. */
function unionOf(merged: SchemaObject, schemas: NamedSchemas) {
  const {oneOf, anyOf, allOf, ...others} = merged;
  const list = Array.isArray(allOf) ? allOf : [];
  // Of several unions all but the first stay in `allOf`.
  const inner = list.map((part) => (typeof part === 'object' ? mergeSchema(part, schemas) : {}));
  const candidates: {branches: Schema[] | undefined; rest: SchemaObject}[] = [
    {branches: oneOf, rest: {...others, ...(anyOf && {anyOf}), ...(allOf && {allOf})}},
    {branches: anyOf, rest: {...others, ...(oneOf && {oneOf}), ...(allOf && {allOf})}},
    ...inner.map(({oneOf: first, anyOf: second, ...own}, at) => ({
      branches: first ?? second,
      rest: {
        ...others,
        ...(oneOf && {oneOf}),
        ...(anyOf && {anyOf}),
        allOf: list.map((part, index) => (index === at ? {...own, ...(first && second && {anyOf: second})} : part)),
      },
    })),
  ];
  for (const {branches, rest} of candidates) {
    if (!Array.isArray(branches) || branches.length === 0) continue;
    const resolved = branches.map((branch) => mergeSchema(branch, schemas));
    if (resolved.some(hasStructure)) return {branches, resolved, rest};
  }
  return undefined;
}

/** The values of the discriminator that stand for a branch (OpenAPI 3.1, Discriminator Object). */
function tagsOf(branch: Schema, merged: SchemaObject, {discriminator}: SchemaObject): string[] {
  const name = typeof branch === 'object' && branch.$ref !== undefined ? schemaName(branch.$ref) : undefined;
  const mapped = Object.entries(discriminator?.mapping ?? {}).filter(([, target]) => targetName(target) === name);
  if (name !== undefined && mapped.length > 0) return mapped.map(([tag]) => tag);
  const property = merged.properties?.[discriminator?.propertyName ?? ''];
  const constant = typeof property === 'object' ? constantOf(property) : undefined;
  if (typeof constant === 'string') return [constant];
  return name === undefined ? [] : [name];
}

/** A mapping names a schema by a reference or by its bare name. */
function targetName(target: string): string {
  return schemaName(target) ?? target;
}

/** The schemas that extend a base which only its discriminator tells apart. */
function heirChoices(own: Schema, {schemas, fixed}: Place): Choice[] | undefined {
  const name = typeof own === 'object' && own.$ref !== undefined ? schemaName(own.$ref) : undefined;
  const {discriminator} = resolveSchema(own, schemas);
  if (name === undefined || discriminator === undefined || discriminator.propertyName in (fixed ?? {}))
    return undefined;
  const mapping = Object.entries(discriminator.mapping ?? {}).map(
    ([tag, target]) => [tag, targetName(target)] as const,
  );
  const heirs = Object.entries(schemas).flatMap(([heir, schema]) =>
    isHeir(schema, name) && !mapping.some(([, target]) => target === heir) ? [[heir, heir] as const] : [],
  );
  const all = [...mapping, ...heirs].filter(([, target]) => Object.hasOwn(schemas, target));
  if (all.length === 0) return undefined;
  return all.map(([tag, target], index) => ({
    id: String(index),
    label: mergeSchema(schemas[target], schemas).title ?? tag,
    schema: {$ref: schemaRef(target)},
    fixed: {[discriminator.propertyName]: tag},
  }));
}

function isHeir(schema: Schema, base: string): boolean {
  if (typeof schema !== 'object' || !Array.isArray(schema.allOf)) return false;
  return schema.allOf.some((part) => typeof part === 'object' && part.$ref && schemaName(part.$ref) === base);
}

/** Branches such as `required: [a]` limit what is there and add nothing to fill in. */
function hasStructure(branch: SchemaObject): boolean {
  const {type, properties, items, prefixItems, additionalProperties, allOf, oneOf, anyOf} = branch;
  const {const: constant, enum: values, format, pattern} = branch;
  return [type, properties, items, prefixItems, allOf, oneOf, anyOf, constant, values, format, pattern].some(
    (keyword) => keyword !== undefined,
  )
    ? true
    : typeof additionalProperties === 'object';
}

function branchLabel(branch: Schema, merged: SchemaObject, index: number, schemas: NamedSchemas): string {
  if (merged.title !== undefined) return merged.title;
  const constant = constantOf(merged);
  if (constant !== undefined) return typeof constant === 'string' ? constant : JSON.stringify(constant);
  const {type, format, ref} = describeType(branch, schemas);
  if (ref !== undefined && typeof branch === 'object' && branch.$ref !== undefined) return ref;
  if (type === 'object' || type === 'any') {
    const names = merged.required ?? Object.keys(merged.properties ?? {});
    return names.length === 0 ? `Form ${index + 1}` : `With ${names.slice(0, 3).join(', ')}`;
  }
  const words = type.charAt(0).toUpperCase() + type.slice(1);
  return format === undefined ? words : `${words} (${format})`;
}

const typeLabels: Record<TypeName, string> = {
  string: 'Text',
  number: 'Number',
  integer: 'Whole number',
  boolean: 'True or false',
  object: 'Object',
  array: 'List',
  null: 'Null',
};

/** A schema of several types, with one of them chosen. A null of its own is told by the place, not by each form. */
function typeChoice(type: TypeName, merged: SchemaObject): Choice {
  return {id: type, label: typeLabels[type], schema: {...merged, type}};
}

const anyChoices: Choice[] = (['string', 'number', 'boolean', 'object', 'array'] as const).map((type) =>
  typeChoice(type, {}),
);

/** Nothing is said that one kind of value alone could meet. */
function isAnything(merged: SchemaObject): boolean {
  return !('not' in merged) && merged.allOf === undefined && merged.format === undefined;
}

function isNumeric(type: TypeName): boolean {
  return type === 'integer' || type === 'number';
}
