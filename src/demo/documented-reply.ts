import type {Json} from '../model/json.ts';
import {makeExample} from '../model/make-example.ts';
import type {Header, MediaType, Operation, Response as DocumentedResponse} from '../model/operation.ts';
import {resolveSchema} from '../model/schema.ts';
import type {NamedSchemas} from '../model/schema.ts';

/** Which of a response's examples; without a name, the first that the document gives. */
export interface WhichExample {
  mediaType?: string;
  example?: string;
}

/** A reply as the document has it: status, headers and the body of an example. The same each time. */
export function documentedReply(
  {method, schemas}: Pick<Operation, 'method' | 'schemas'>,
  response: DocumentedResponse,
  status: number,
  which: WhichExample = {},
): Response {
  const headers = new Headers();
  for (const header of response.headers) {
    const value = headerValue(header, schemas);
    if (value !== undefined) headers.set(header.name, value);
  }
  const mediaType =
    response.content.find((candidate) => candidate.mediaType === which.mediaType) ??
    mediaTypeWithGivenExample(response.content);
  if (mediaType === undefined || isNullBodyStatus(status)) return new Response(null, {status, headers});
  headers.set('Content-Type', concreteMediaType(mediaType.mediaType));
  // RFC 9110, section 9.3.2: a reply to HEAD has the headers only.
  const body = method === 'HEAD' ? null : bodyOf(mediaType, which.example, schemas);
  return new Response(body, {status, headers});
}

/** The first media type for which the document gives an example, else the first. */
function mediaTypeWithGivenExample(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({examples}) => examples.some(({generated}) => generated !== true)) ?? content[0];
}

function bodyOf({mediaType, examples, schema}: MediaType, name: string | undefined, schemas: NamedSchemas): string {
  const example =
    examples.find((candidate) => candidate.name === name) ??
    examples.find(({generated}) => generated !== true) ??
    examples[0];
  const value = example === undefined ? makeExample(schema ?? {}, schemas, {mode: 'response'}) : example.value;
  if (!isJson(mediaType)) return typeof value === 'string' ? value : JSON.stringify(value);
  return JSON.stringify(value);
}

function isJson(mediaType: string): boolean {
  return /^[^;]*[/+]json\s*(?:;|$)/i.test(mediaType) || mediaType.startsWith('*/*');
}

// A key of `content` may be a range (OpenAPI 3.1, Response Object); a reply has to name one type.
function concreteMediaType(mediaType: string): string {
  if (mediaType.startsWith('*')) return 'application/json';
  if (mediaType.startsWith('text/*')) return 'text/plain';
  return mediaType.replace('/*', '/octet-stream');
}

/** The value that the document gives for a header; for a required one without any, a value made from its schema. */
function headerValue(header: Header, schemas: NamedSchemas): string | undefined {
  const schema = resolveSchema(header.schema, schemas);
  const given: Json | undefined = schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
  const value = given ?? (header.required ? makeExample(header.schema, schemas, {mode: 'response'}) : undefined);
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Fetch Standard, section 2.2.3, null body status. */
function isNullBodyStatus(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
