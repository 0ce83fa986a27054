import {withConditions} from '../model/conditional-properties.ts';
import {describeLimits} from '../model/describe-schema.ts';
import {dynamicAnchors, resolveDynamic, type Anchors} from '../model/dynamic-anchors.ts';
import type {Json} from '../model/json.ts';
import {isNullable, mergeSchema} from '../model/merge-schema.ts';
import type {MediaType, Operation, Parameter, ParameterLocation} from '../model/operation.ts';
import {isSecret} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {foldedNames} from '../model/schema-references.ts';
import {isJsonMediaType} from '../request/media-type.ts';
import {autocompleteOf} from './autocomplete.ts';
import {bodyField} from './body-field.ts';
import {chooseControl, constantOf, optionsOf} from './choose-control.ts';
import type {Control} from './choose-control.ts';
import {choicesOf, type Choice} from './choices.ts';
import {fieldName} from './field-name.ts';

/**
 * One control of a form, or a group of them. What stands inside of a group, a list or a choice is made when it is asked
 * for (`field-parts.ts`), so that recursive schemas have fields, too.
 */
export interface Field {
  /** Unique in the form: `path.id`, `query.force`, `header.X`, `body.address.city`; `body` for a body as a whole. */
  name: string;
  /** Where the form state holds it. The name, but for items and entries, which keep theirs when they move. */
  key: string;
  in: ParameterLocation | 'body';
  /** The parameter's name and the names and indexes below it, or those from the body down. Empty for the whole body. */
  path: string[];
  /** The schema's title, else the name; of an item that of its list with a number. */
  label: string;
  /** Sanitised HTML. */
  description?: string;
  /** Whether its form needs it; inside of a group, whether the group needs it. */
  required: boolean;
  deprecated: boolean;
  control: Control;
  /** Of `radio` and `select`. The form state holds the JSON text of the chosen value. */
  options?: FieldOption[];
  /** Of `constant`: the only value there is. */
  constant?: Json;
  /** Of `union`: the forms to choose from. */
  choices?: Choice[];
  /** Default or first example; never of a secret. */
  placeholder?: string;
  /** Each limit in words, code between backticks. Without what the options say already. */
  limits: string[];
  /** An HTML autocomplete token. */
  autocomplete?: string;
  /** The label of a second entry that must be equal, from `x-confirm`. Its state key is `<key>#confirm`. */
  confirm?: string;
  /** Masked in the form, a placeholder in snippets, in no message. */
  secret: boolean;
  nullable: boolean;
  /** Whether it would open a schema that is open around it: it stays closed until it is asked for. */
  recursive: boolean;
  schema: Schema;
  /** The schema with references and `allOf` folded in. */
  merged: SchemaObject;
  place: Place;
}

export interface FieldOption {
  value: Json;
  label: string;
}

/** How values travel: as JSON, as text (parameters and forms), or as parts, which may be files. */
export type Wire = 'json' | 'text' | 'parts';

/** Where a field stands. */
export interface Place {
  in: Field['in'];
  path: readonly string[];
  key: string;
  required: boolean;
  wire: Wire;
  schemas: NamedSchemas;
  /** The names of the schemas that are open around the field; of a field that is made, its own among them. */
  refs: readonly string[];
  /** The same without its own, for the forms that it may take. */
  outerRefs?: readonly string[];
  /** Names that only count for what is inside of the field. */
  innerRefs?: readonly string[];
  anchors: Anchors;
  /** How many groups, lists and choices are around it. */
  depth: number;
  /** How many choices were made for this very place. */
  forms: number;
  /** Instead of the title or the name. */
  label?: string;
  /** Properties whose value the choice of a form has settled, as a discriminator has it. */
  fixed?: Readonly<Record<string, Json>>;
  /** Of a property of those: its value. */
  constant?: Json;
  /** Of a property that stands in conditions only: on what it depends, in words. */
  condition?: string;
  /** Stands in a list or a map: it goes with its row and is not left out alone. */
  isItem?: boolean;
  /** Of a body of several media types: these. */
  media?: MediaType[];
  /** The media types of the parts of a body, by property (OpenAPI 3.1, Encoding Object). */
  encoding?: Readonly<Record<string, string>>;
  /** Of one part: its media type. */
  contentType?: string;
  /** The members to show; all when left out. */
  only?: readonly string[];
}

/**
 * The fields of an operation: one for each parameter, in the order of the document, then one for the body, whatever its
 * schema. A body of several media types is a choice among them.
 */
export function toFields(operation: Operation): Field[] {
  const {parameters, requestBody, schemas} = operation;
  return [
    ...parameters.map((parameter) => parameterField(parameter, schemas)),
    ...(requestBody === undefined || requestBody.content.length === 0 ? [] : [bodyField(requestBody, schemas)]),
  ];
}

function parameterField(parameter: Parameter, schemas: NamedSchemas): Field {
  const path = [parameter.name];
  const field = toField(parameter.schema, {
    in: parameter.in,
    path,
    key: fieldName(parameter.in, path),
    required: parameter.required,
    wire: parameter.contentType !== undefined && isJsonMediaType(parameter.contentType) ? 'json' : 'text',
    schemas,
    refs: [],
    anchors: new Map(),
    depth: 0,
    forms: 0,
  });
  const example = parameter.examples.find(({generated}) => generated !== true)?.value;
  const placeholder =
    field.placeholder ?? (hasPlaceholder(field) && example !== undefined ? toText(example) : undefined);
  return {
    ...field,
    deprecated: parameter.deprecated ?? field.deprecated,
    ...(parameter.description === undefined ? {} : {description: parameter.description}),
    ...(placeholder === undefined ? {} : {placeholder}),
  };
}

/** The field of a schema in its place. Pure; ends for every schema, because it makes no fields inside of this one. */
export function toField(schema: Schema, given: Place): Field {
  const {path, schemas} = given;
  const {anchors, own} = resolve(schema, given);
  const merged = withConditions(mergeSchema(own, schemas), schemas);
  const names = [...foldedNames(own, schemas)];
  const refs = [...new Set([...given.refs, ...(given.innerRefs ?? []), ...names])];
  const place: Place = {...given, anchors, refs, outerRefs: given.refs};
  const secret = isSecret(merged);
  // A constant is sent with its group, but not where another condition may hold.
  const constant = secret
    ? undefined
    : (given.constant ?? (given.condition === undefined ? constantOf(merged) : undefined));
  const options = secret || constant !== undefined ? undefined : optionsOf(merged, schemas);
  const choices = secret || constant !== undefined || options ? undefined : choicesOf(own, merged, place);
  const control =
    constant !== undefined
      ? 'constant'
      : choices !== undefined
        ? 'union'
        : chooseControl(merged, {wire: given.wire, path, options, contentType: given.contentType});
  const label = given.label ?? merged.title ?? path.at(-1) ?? 'Body';
  const autocomplete = autocompleteOf(merged, path.at(-1) ?? '', control);
  const isChoice = control === 'radio' || control === 'select' || control === 'constant';
  const field: Field = {
    name: fieldName(given.in, path),
    key: given.key,
    in: given.in,
    path: [...path],
    label,
    ...(merged.description === undefined ? {} : {description: merged.description}),
    required: given.required,
    deprecated: merged.deprecated === true,
    control,
    ...(options === undefined ? {} : {options}),
    ...(constant === undefined ? {} : {constant}),
    ...(choices === undefined ? {} : {choices}),
    limits: [
      ...describeLimits(isChoice ? withoutValues(merged) : merged),
      ...(given.condition === undefined ? [] : [given.condition]),
    ],
    ...(autocomplete === undefined ? {} : {autocomplete}),
    ...confirmOf(merged, label),
    secret,
    nullable: isNullable(merged) || choices?.some(({isNull}) => isNull === true) === true,
    recursive: names.some((name) => given.refs.includes(name)),
    schema,
    merged,
    place,
  };
  const shown = merged.default ?? merged.examples?.[0];
  return hasPlaceholder(field) && shown !== undefined ? {...field, placeholder: toText(shown)} : field;
}

/** Most documents have no dynamic references; looking for them on the way to every field would be slow. */
function resolve(schema: Schema, {anchors, schemas}: Place): {anchors: Anchors; own: Schema} {
  if (!hasAnchors(schemas) && (typeof schema === 'boolean' || schema.$dynamicRef === undefined)) {
    return {anchors, own: schema};
  }
  const found = dynamicAnchors(anchors, schema, schemas);
  return {anchors: found, own: resolveDynamic(schema, found, schemas)};
}

const anchored = new WeakMap<NamedSchemas, boolean>();

function hasAnchors(schemas: NamedSchemas): boolean {
  const known = anchored.get(schemas) ?? JSON.stringify(schemas).includes('"$dynamicAnchor"');
  anchored.set(schemas, known);
  return known;
}

function confirmOf(schema: SchemaObject, label: string): {confirm?: string} {
  const confirm = schema['x-confirm'];
  if (confirm === undefined || confirm === false) return {};
  return {confirm: confirm === true ? `Repeat ${label.toLowerCase()}` : confirm};
}

const withoutPlaceholder = new Set<Control>([
  'radio',
  'select',
  'checkbox',
  'constant',
  'group',
  'array',
  'union',
  'file',
]);

function hasPlaceholder({secret, control}: Field): boolean {
  return !secret && !withoutPlaceholder.has(control);
}

function withoutValues(schema: SchemaObject): SchemaObject {
  const rest = {...schema};
  delete rest.enum;
  delete rest.const;
  return rest;
}

function toText(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
