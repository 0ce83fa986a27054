import type {Json, JsonObject} from '../../../model/json.ts';
import {listOf, objectOf, textOf} from '../read.ts';

/** The parameters of one operation, and the media types of the body that they make. */
export interface PreparedParameters {
  parameters: JsonObject[];
  consumes: string[];
}

const locations = new Set(['query', 'header', 'path', 'formData', 'body']);

const formMediaTypes = new Set(['multipart/form-data', 'application/x-www-form-urlencoded']);

/** Formats of lists that no style of OpenAPI 3 can write, by place, in words. */
const unknownFormats: Record<string, Record<string, string>> = {
  query: {tsv: 'tabs'},
  formData: {tsv: 'tabs'},
  path: {tsv: 'tabs', ssv: 'blanks', pipes: 'pipes (|)'},
  header: {tsv: 'tabs', ssv: 'blanks', pipes: 'pipes (|)'},
};

/**
 * The last parameter of each name and place, for an operation's go before its path item's. A body has one only, whatever
 * its name, and form fields say which media types carry them (Swagger 2.0, Parameter Object).
 */
export function prepareParameters(given: JsonObject[], consumes: string[]): PreparedParameters {
  const merged = new Map<string, JsonObject>();
  for (const parameter of given) {
    const name = textOf(parameter['name']);
    const location = textOf(parameter['in']) ?? '';
    if (!locations.has(location) || (name === undefined && location !== 'body')) continue;
    merged.set(location === 'body' ? location : JSON.stringify([location, name]), prepareParameter(parameter));
  }
  const all = [...merged.values()];
  const fields = all.filter((parameter) => parameter['in'] === 'formData');
  if (fields.length === 0) return {parameters: all, consumes: consumes.length > 0 ? consumes : ['application/json']};
  // A body beside form fields is not allowed; the fields say more.
  return {parameters: all.filter((parameter) => parameter['in'] !== 'body'), consumes: formTypes(fields, consumes)};
}

/** A file travels in multipart only (Swagger 2.0, Parameter Object, `type`). */
function formTypes(fields: JsonObject[], consumes: string[]): string[] {
  if (fields.some(({type}) => type === 'file')) return ['multipart/form-data'];
  const given = consumes.filter((mediaType) => formMediaTypes.has(mediaType));
  return given.length > 0 ? given : ['application/x-www-form-urlencoded'];
}

function prepareParameter(parameter: JsonObject): JsonObject {
  const {collectionFormat, type, in: location} = parameter;
  if (location === 'body' || type !== 'array') return parameter;
  const format = textOf(collectionFormat) ?? 'csv';
  const separator = unknownFormats[textOf(location) ?? '']?.[format];
  if (separator === undefined) return {...parameter, collectionFormat: format};
  const {items, default: value, collectionFormat: _format, ...rest} = parameter;
  const values = listOf(objectOf(items)['enum']).map((item: Json) => `\`${JSON.stringify(item)}\``);
  const sentences = [
    textOf(parameter['description']),
    `A list of values with ${separator} between them${values.length > 0 ? `, each one of ${values.join(', ')}` : ''}.`,
  ];
  return {
    ...rest,
    type: 'string',
    description: sentences.filter(Boolean).join('\n\n'),
    ...(typeof value === 'string' && {default: value}),
  };
}
