import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {isSecret, resolveSchema, typesOf} from '../model/schema.ts';
import type {NamedSchemas, SchemaObject, TypeName} from '../model/schema.ts';
import type {Field, FieldOption} from './fields.ts';

/** What a value is entered with. `json` is a text area that takes JSON. */
export type Control =
  | 'text'
  | 'email'
  | 'url'
  | 'password'
  | 'number'
  | 'checkbox'
  | 'radio'
  | 'select'
  | 'multiline'
  | 'date'
  | 'date-time'
  | 'time'
  | 'group'
  | 'json';

interface Place {
  in: Field['in'];
  path: readonly string[];
  required: boolean;
  options: FieldOption[] | undefined;
}

const mostRadioButtons = 4;

/** The control that fits a schema (merged, `$ref` followed). Never `group`: that is the caller's to know. */
export function chooseControl(schema: SchemaObject, place: Place): Control {
  if (isSecret(schema)) return 'password';
  if (place.options !== undefined) return place.options.length <= mostRadioButtons ? 'radio' : 'select';
  const types = typesOf(schema).filter((type) => type !== 'null');
  // Parameters travel as text: what admits text needs no JSON syntax.
  if (place.in !== 'body' && (types.length === 0 || types.includes('string'))) return textControl(schema, place.path);
  const [type, ...others] = types;
  if (type === undefined || (others.length > 0 && !types.every(isNumeric))) return 'json';
  switch (type) {
    case 'string':
      return textControl(schema, place.path);
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'checkbox';
    case 'array':
    case 'object':
      return 'json';
  }
}

/**
 * The values to choose from: an enum, a const, or a `oneOf`/`anyOf` of consts, whose titles are the labels. A boolean
 * whose absence does not mean false (its default is true, or it may be null) is a choice too. Else undefined.
 */
export function optionsOf(schema: SchemaObject, schemas: NamedSchemas): FieldOption[] | undefined {
  if (schema.const !== undefined) return [toOption(schema.const)];
  if (schema.enum !== undefined) return schema.enum.map((value) => toOption(value));
  const types = typesOf(schema);
  if (types.includes('boolean') && types.every((type) => type === 'boolean' || type === 'null')) {
    const values = types.includes('null') ? [true, false, null] : [true, false];
    return schema.default === true || values.length > 2 ? values.map((value) => toOption(value)) : undefined;
  }
  const branches = schema.oneOf ?? schema.anyOf;
  if (branches === undefined || branches.length === 0) return undefined;
  const options = branches.map((branch) => {
    const {const: value, title} = resolveSchema(branch, schemas);
    return value === undefined ? undefined : toOption(value, title);
  });
  return options.every((option) => option !== undefined) ? options : undefined;
}

function toOption(value: Json, title?: string): FieldOption {
  return {value, label: title ?? (typeof value === 'string' && value !== '' ? value : JSON.stringify(value))};
}

function isNumeric(type: TypeName): boolean {
  return type === 'integer' || type === 'number';
}

const controlOfFormat: Record<string, Control> = {
  email: 'email',
  'idn-email': 'email',
  uri: 'url',
  url: 'url',
  iri: 'url',
  date: 'date',
  'date-time': 'date-time',
  time: 'time',
};

/** What people write more than a line into, by name, where the schema does not say. */
const longText = /^(description|body|message|comment|notes?|content|text|bio)$/i;

const longestLine = 255;

function textControl(schema: SchemaObject, path: readonly string[]): Control {
  const {format, maxLength = 0, contentMediaType, contentEncoding} = schema;
  if (format !== undefined) return member(controlOfFormat, format) ?? 'text';
  const isLong = maxLength > longestLine || longText.test(path.at(-1) ?? '');
  return isLong || (contentMediaType !== undefined && contentEncoding === undefined) ? 'multiline' : 'text';
}
