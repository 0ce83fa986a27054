import {describeLimits} from '../model/describe-schema.ts';
import type {Json} from '../model/json.ts';
import {isNullable, mergeSchema} from '../model/merge-schema.ts';
import type {MediaType, Operation, Parameter, ParameterLocation} from '../model/operation.ts';
import {isSecret, schemaName} from '../model/schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isFormMediaType, isJsonMediaType} from '../request/media-type.ts';
import {autocompleteOf} from './autocomplete.ts';
import {chooseControl, optionsOf} from './choose-control.ts';
import type {Control} from './choose-control.ts';
import {fieldName} from './field-name.ts';

/** One control of a form, or a group of them. */
export interface Field {
  /** Unique in the form: `path.id`, `query.force`, `header.X`, `body.address.city`; `body` for a body as a whole. */
  name: string;
  in: ParameterLocation | 'body';
  /** The parameter's name, or the property names from the body down to this one. Empty for a body as a whole. */
  path: string[];
  /** The schema's title, else the name. */
  label: string;
  /** Sanitised HTML. */
  description?: string;
  /** Whether its form needs it; inside of a group, whether the group needs it. */
  required: boolean;
  /** Of the properties of a body: whether it is sent with nothing in it, because its operation demands one. */
  bodyRequired?: boolean;
  deprecated: boolean;
  control: Control;
  /** Of `radio` and `select`. The form state holds the JSON text of the chosen value. */
  options?: FieldOption[];
  /** Default or first example; never of a secret. */
  placeholder?: string;
  /** Each limit in words, code between backticks. Without what the options say already. */
  limits: string[];
  /** An HTML autocomplete token. */
  autocomplete?: string;
  /** The label of a second entry that must be equal, from `x-confirm`. Its state key is `<name>#confirm`. */
  confirm?: string;
  /** Masked in the form, a placeholder in snippets, in no message. */
  secret: boolean;
  nullable: boolean;
  schema: Schema;
  /** Of a `group`, in the order of the document. */
  children?: Field[];
}

export interface FieldOption {
  value: Json;
  label: string;
}

/** Objects below this level are JSON fields. */
const deepestGroup = 4;

/**
 * The fields of an operation: one for each parameter, in the order of the document, then one for each property of the
 * body that it takes by default. What has no control of its own yet is a JSON field, so that every form is complete.
 */
export function toFields(operation: Operation): Field[] {
  const {parameters, requestBody, schemas} = operation;
  const media = requestBody?.content[0];
  return [
    ...parameters.map((parameter) => parameterField(parameter, schemas)),
    ...(media === undefined ? [] : bodyFields(media, requestBody?.required ?? false, schemas)),
  ];
}

function parameterField(parameter: Parameter, schemas: NamedSchemas): Field {
  const field = toField(parameter.schema, {
    in: parameter.in,
    path: [parameter.name],
    required: parameter.required,
    schemas,
    refs: [],
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

function bodyFields(media: MediaType, required: boolean, schemas: NamedSchemas): Field[] {
  const schema = media.schema ?? true;
  const hasMembers = isJsonMediaType(media.mediaType) || isFormMediaType(media.mediaType) || media.mediaType === '*/*';
  const place = {in: 'body', path: [], required, schemas, refs: []} as const;
  const {children = [], ...body} = toField(schema, place);
  if (!hasMembers) return [{...body, control: 'multiline'}];
  if (children.length === 0) return [{...body, control: body.control === 'group' ? 'json' : body.control}];
  // A body that may be left out needs none of its properties.
  return children.map((child) => ({...child, required: required && child.required, bodyRequired: required}));
}

/** Where a field stands. */
interface Place {
  in: Field['in'];
  path: readonly string[];
  required: boolean;
  schemas: NamedSchemas;
  /** The names of the schemas on the way here. */
  refs: readonly string[];
}

function toField(schema: Schema, place: Place): Field {
  const {path, schemas} = place;
  const merged = mergeSchema(schema, schemas);
  const secret = isSecret(merged);
  const children = place.in === 'body' ? childrenOf(schema, merged, place) : undefined;
  const options = secret ? undefined : optionsOf(merged, schemas);
  const control =
    children === undefined ? chooseControl(merged, {in: place.in, path, required: place.required, options}) : 'group';
  const label = merged.title ?? path.at(-1) ?? 'Body';
  const autocomplete = autocompleteOf(merged, path.at(-1) ?? '', control);
  const field: Field = {
    name: fieldName(place.in, path),
    in: place.in,
    path: [...path],
    label,
    ...(merged.description === undefined ? {} : {description: merged.description}),
    required: place.required,
    deprecated: merged.deprecated === true,
    control,
    ...(options === undefined || !isChoice(control) ? {} : {options}),
    limits: describeLimits(isChoice(control) ? withoutValues(merged) : merged),
    ...(autocomplete === undefined ? {} : {autocomplete}),
    ...confirmOf(merged, label),
    secret,
    nullable: isNullable(merged),
    schema,
    ...(children === undefined ? {} : {children}),
  };
  const shown = merged.default ?? merged.examples?.[0];
  return hasPlaceholder(field) && shown !== undefined ? {...field, placeholder: toText(shown)} : field;
}

/** The fields of an object's properties, or undefined where a group cannot say all that may be sent. */
function childrenOf(schema: Schema, merged: SchemaObject, place: Place): Field[] | undefined {
  const {path, schemas, refs} = place;
  const ref = typeof schema === 'object' && schema.$ref !== undefined ? schemaName(schema.$ref) : undefined;
  const isRecursive = ref !== undefined && refs.includes(ref);
  if (merged.properties === undefined || isRecursive || path.length > deepestGroup) return undefined;
  if (addsProperties(merged, schemas)) return undefined;
  return Object.entries(merged.properties)
    .filter(([, property]) => mergeSchema(property, schemas).readOnly !== true)
    .map(([name, property]) =>
      toField(property, {
        ...place,
        path: [...path, name],
        required: merged.required?.includes(name) ?? false,
        refs: ref === undefined ? refs : [...refs, ref],
      }),
    );
}

/** Alternatives that only say which properties are required leave the fields as they are; others change them. */
function addsProperties(merged: SchemaObject, schemas: NamedSchemas): boolean {
  return [...(merged.oneOf ?? []), ...(merged.anyOf ?? []), ...(merged.allOf ?? [])].some((branch) => {
    const {properties, oneOf, anyOf, allOf} = mergeSchema(branch, schemas);
    return [properties, oneOf, anyOf, allOf].some((keyword) => keyword !== undefined);
  });
}

function confirmOf(schema: SchemaObject, label: string): {confirm?: string} {
  const confirm = schema['x-confirm'];
  if (confirm === undefined || confirm === false) return {};
  return {confirm: confirm === true ? `Repeat ${label.toLowerCase()}` : confirm};
}

function isChoice(control: Control): boolean {
  return control === 'radio' || control === 'select';
}

function hasPlaceholder({secret, control}: Field): boolean {
  return !secret && !isChoice(control) && control !== 'checkbox' && control !== 'group';
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
