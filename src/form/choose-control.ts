import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {isSecret, resolveSchema, typesOf} from '../model/schema.ts';
import type {NamedSchemas, SchemaObject} from '../model/schema.ts';
import type {FieldOption, Wire} from './fields.ts';

/** What a value is entered with. `json` is a text area that takes JSON; the last three hold other fields. */
export type Control =
  | 'text'
  | 'email'
  | 'url'
  | 'password'
  | 'number'
  | 'checkbox'
  | 'radio'
  | 'select'
  | 'constant'
  | 'multiline'
  | 'date'
  | 'date-time'
  | 'time'
  | 'base64'
  | 'file'
  | 'json'
  | 'group'
  | 'array'
  | 'union';

interface ControlPlace {
  wire: Wire;
  path: readonly string[];
  options: FieldOption[] | undefined;
  /** The media type that the encoding of a part names. */
  contentType: string | undefined;
}

const mostRadioButtons = 4;

/** The control that fits a merged schema. Never `union` or `constant`: those are the caller's to know. */
export function chooseControl(schema: SchemaObject, place: ControlPlace): Control {
  if (isSecret(schema)) return 'password';
  if (place.options !== undefined) return place.options.length <= mostRadioButtons ? 'radio' : 'select';
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (place.wire === 'parts' && isFile(schema, place)) return 'file';
  // What travels as text needs no JSON syntax where text is admitted.
  if (place.wire !== 'json' && (types.length === 0 || types.includes('string'))) return textControl(schema, place.path);
  const [type, ...others] = types;
  if (type === undefined) return 'json';
  if (others.length > 0) return types.every((name) => name === 'integer' || name === 'number') ? 'number' : 'json';
  switch (type) {
    case 'string':
      return textControl(schema, place.path);
    case 'integer':
    case 'number':
      return 'number';
    case 'boolean':
      return 'checkbox';
    case 'array':
      return 'array';
    case 'object':
      return 'group';
  }
}

/** The only value that a schema admits: a const, an enum of one value, or null. Undefined where there are more. */
export function constantOf(schema: SchemaObject): Json | undefined {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length === 1) return schema.enum[0];
  return typesOf(schema).join() === 'null' ? null : undefined;
}

/**
 * The values to choose from: an enum, or a `oneOf`/`anyOf` of consts, whose titles are the labels. A boolean whose
 * absence does not mean false (its default is true, or it may be null) is a choice too, and so is the one value of a
 * property that need not be sent. Else undefined.
 */
export function optionsOf(schema: SchemaObject, schemas: NamedSchemas): FieldOption[] | undefined {
  if (schema.const !== undefined) return [toOption(schema.const)];
  if (schema.enum !== undefined) {
    const names = schema['x-enum-varnames'];
    // A number that code calls by a name is shown with both: "ACTIVE (3)".
    return schema.enum.map((value, index) => {
      const name = names?.[index];
      return toOption(value, typeof value === 'number' && name !== undefined ? `${name} (${value})` : undefined);
    });
  }
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

/** What a part holds that no text can hold: its media type says so, or it has no type at all (Encoding Object). */
function isFile(schema: SchemaObject, {contentType}: ControlPlace): boolean {
  const types = typesOf(schema).filter((type) => type !== 'null');
  if (types.length > 1 || (types.length === 1 && types[0] !== 'string')) return false;
  if (schema.contentEncoding !== undefined) return false;
  if (schema.format === 'binary') return true;
  const media = schema.contentMediaType ?? contentType?.split(',')[0];
  return media === undefined ? types.length === 0 && !hasText(schema) : !/^text\/|[/+](json|xml)\b/.test(media);
}

function hasText({pattern, minLength, maxLength, format}: SchemaObject): boolean {
  return [pattern, minLength, maxLength, format].some((keyword) => keyword !== undefined);
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
  byte: 'base64',
  // In JSON there is no other way to send bytes.
  binary: 'base64',
};

/** What people write more than a line into, by name, where the schema does not say. */
const longText = /^(description|body|message|comment|notes?|content|text|bio)$/i;

const longestLine = 255;

function textControl(schema: SchemaObject, path: readonly string[]): Control {
  const {format, maxLength = 0, contentMediaType, contentEncoding} = schema;
  if (contentEncoding === 'base64') return 'base64';
  if (format !== undefined) return member(controlOfFormat, format) ?? 'text';
  if (contentEncoding === undefined && contentMediaType === 'application/octet-stream') return 'base64';
  const isLong = maxLength > longestLine || longText.test(path.at(-1) ?? '');
  return isLong || (contentMediaType !== undefined && contentEncoding === undefined) ? 'multiline' : 'text';
}
