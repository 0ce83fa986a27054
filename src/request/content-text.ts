import {FileValue} from '../model/file-value.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {withFilesAsText} from './encode-file.ts';
import {isJsonMediaType, isMediaRange, isXmlMediaType} from './media-type.ts';
import {toText} from './style-pairs.ts';
import {writeJson} from './write-json.ts';
import {writeXml} from './write-xml.ts';

/** What is known of a value apart from its media type. */
export interface ContentOptions {
  /** The schemas that describe it. */
  candidates: (Schema | undefined)[];
  schemas: NamedSchemas;
  /** What an XML element is called that no schema names. */
  name?: string;
  /** How many blanks each level of JSON and XML is indented by; none without it. */
  indent?: number;
}

/**
 * A value as text of this media type: JSON, XML, or text as it is. Files become text in the `contentEncoding` of their
 * place. What has no other form is JSON.
 */
export function contentText(
  contentType: string,
  value: Value,
  {candidates, schemas, name, indent = 0}: ContentOptions,
): string {
  const textual = withFilesAsText(value, candidates, schemas);
  if (isJsonMediaType(contentType)) return writeJson(textual, indent);
  if (isXmlMediaType(contentType) && typeof textual !== 'string') {
    return writeXml(textual, {allOf: candidates.filter((one) => one !== undefined)}, {schemas, name, indent});
  }
  return toText(textual);
}

/** OpenAPI 3.2, Encoding Object, the default of `contentType`, by the value that is written. */
export function defaultContentType(value: Value, applicable: SchemaObject[]): string {
  if (value instanceof FileValue) return 'application/octet-stream';
  if (Array.isArray(value) || isValueObject(value)) return 'application/json';
  const isEncoded = typeof value === 'string' && applicable.some(({contentEncoding}) => contentEncoding !== undefined);
  return isEncoded ? 'application/octet-stream' : 'text/plain';
}

/** The first media type of a comma-separated list that is no range; undefined when there is none. */
export function firstContentType(list: string | undefined): string | undefined {
  return contentTypes(list).find((type) => !isMediaRange(type));
}

/** The media types and ranges of `contentType` of an Encoding Object. */
export function contentTypes(list: string | undefined): string[] {
  return (list ?? '')
    .split(',')
    .map((type) => type.trim())
    .filter((type) => type !== '');
}
