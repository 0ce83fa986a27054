import {mergeSchema} from '../model/merge-schema.ts';
import type {MediaType, RequestBody} from '../model/operation.ts';
import {typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {essence, isFormMediaType, isJsonMediaType} from '../request/media-type.ts';
import type {Control} from './choose-control.ts';
import {toField, type Field, type Place, type Wire} from './fields.ts';

/** Where the form state holds the media type of the body. */
export const contentTypeKey = '#contentType';

/** Where it holds the body as text, while it is edited so. */
export const rawKey = '#raw';

/** Whether the name of a field or a problem, or a key of the form state, is about the body. */
export function isOfBody(name: string): boolean {
  return name === 'body' || name.startsWith('body.') || name.startsWith('body#');
}

/** The field of a body. Of several media types, it is a choice among them; the first stands until another is chosen. */
export function bodyField({content, required}: RequestBody, schemas: NamedSchemas): Field {
  const [first, second] = content;
  const place: Place = {
    in: 'body',
    path: [],
    key: 'body',
    required,
    wire: 'json',
    schemas,
    refs: [],
    anchors: new Map(),
    depth: 0,
    forms: 0,
  };
  const field = mediaField(first ?? {mediaType: '*/*', examples: []}, place);
  if (second === undefined) return field;
  return {
    ...field,
    control: 'union',
    label: 'Body',
    limits: [],
    nullable: false,
    recursive: false,
    merged: {},
    choices: content.map((media) => ({
      id: media.mediaType,
      label: media.mediaType,
      schema: media.schema ?? true,
      mediaType: media.mediaType,
    })),
    place: {...place, media: content},
  };
}

/** The field of a body in one of its media types. */
export function mediaField(media: MediaType, place: Place): Field {
  const schema = media.schema ?? true;
  const wire = wireOf(media.mediaType);
  const encoding = Object.fromEntries(
    Object.entries(media.encoding ?? {}).flatMap(([name, {contentType}]) =>
      contentType === undefined ? [] : [[name, contentType]],
    ),
  );
  const field = toField(isFormLike(media.mediaType) ? asObject(schema, place.schemas) : schema, {
    ...place,
    wire,
    encoding,
  });
  const control = wholeControl(media, place.schemas);
  if (control === undefined) return field;
  const {choices: _choices, options: _options, constant: _constant, ...plain} = field;
  return {...plain, control};
}

function wireOf(mediaType: string): Wire {
  if (isJsonMediaType(mediaType) || essence(mediaType).includes('*')) return 'json';
  return essence(mediaType).startsWith('multipart/') ? 'parts' : 'text';
}

function isFormLike(mediaType: string): boolean {
  return isFormMediaType(mediaType) || essence(mediaType).startsWith('multipart/');
}

/** A form without a schema takes any fields. */
function asObject(schema: Schema, schemas: NamedSchemas): Schema {
  const merged = mergeSchema(schema, schemas);
  const isOpen = typesOf(merged).length === 0 && merged.oneOf === undefined && merged.anyOf === undefined;
  return isOpen ? {type: 'object', additionalProperties: true} : schema;
}

/** The control of a body that has no fields of its own: text, or a file. Undefined where its schema has fields. */
function wholeControl({mediaType, schema, isSequence}: MediaType, schemas: NamedSchemas): Control | undefined {
  const type = essence(mediaType);
  const merged = mergeSchema(schema, schemas);
  const types = typesOf(merged).filter((name) => name !== 'null');
  // Each item of a multipart sequence is a part.
  if (isFormLike(mediaType)) return undefined;
  if (isSequence === true) return 'multiline';
  if (isJsonMediaType(mediaType)) return undefined;
  if (type === '*/*') return merged.format === 'binary' ? 'file' : undefined;
  if (/[/+]xml$/.test(type)) return types.includes('object') || types.includes('array') ? undefined : 'multiline';
  if (type.startsWith('text/')) return isPlainScalar(types) ? undefined : 'multiline';
  const isText = types.length === 1 && types[0] === 'string' && merged.format !== 'binary';
  const isBinary = /^(image|audio|video|font|model)\/|octet-stream|pdf|zip|gzip|tar|msword|officedocument|\*/.test(
    type,
  );
  if (merged.format === 'binary' || (isBinary && !(isText && merged.contentMediaType === undefined))) return 'file';
  return 'multiline';
}

function isPlainScalar(types: string[]): boolean {
  return types.length === 1 && ['integer', 'number', 'boolean'].includes(types[0] ?? '');
}
