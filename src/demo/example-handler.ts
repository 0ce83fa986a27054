import {http} from 'msw';
import type {HttpHandler} from 'msw';
import type {Json} from '../model/json.ts';
import type {Header, MediaType, Operation, Response as DocumentedResponse} from '../model/operation.ts';
import {resolveSchema} from '../model/schema.ts';
import type {NamedSchemas} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';

/**
 * Answers an operation that has no hand-written behaviour from its documentation: with the example of its first successful
 * response, or, when the request has problems, with the response that is documented for a wrong request.
 */
export function createExampleHandler(operation: Operation, problems: readonly Problem[]): HttpHandler {
  return http.all('*', () => {
    if (problems.length === 0) return documented(successOf(operation), operation.schemas);
    const refusal = refusalOf(operation);
    return refusal === undefined ? undocumentedRefusal(problems) : documented(refusal, operation.schemas, '400');
  });
}

function successOf({responses}: Operation): DocumentedResponse | undefined {
  return (
    responses.find(({status}) => status.startsWith('2')) ??
    responses.find(({status}) => status === 'default') ??
    responses[0]
  );
}

function refusalOf({responses}: Operation): DocumentedResponse | undefined {
  for (const wanted of ['400', '422', '4XX', 'default']) {
    const found = responses.find(({status}) => status === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

function documented(
  response: DocumentedResponse | undefined,
  schemas: NamedSchemas,
  defaultStatus = '200',
): globalThis.Response {
  if (response === undefined) return new Response(null, {status: 204});
  const status = Number(response.status === 'default' ? defaultStatus : response.status.replaceAll('X', '0'));
  const headers = new Headers();
  for (const header of response.headers) {
    const value = headerValue(header, schemas);
    if (value !== undefined) headers.set(header.name, value);
  }
  const mediaType = mediaTypeWithGivenExample(response.content);
  if (mediaType === undefined || isNullBodyStatus(status)) return new Response(null, {status, headers});
  headers.set('Content-Type', concreteMediaType(mediaType.mediaType));
  return new Response(bodyOf(mediaType), {status, headers});
}

/** The first media type for which the document gives an example, else the first. */
function mediaTypeWithGivenExample(content: readonly MediaType[]): MediaType | undefined {
  return content.find(({examples}) => examples.some(({generated}) => generated !== true)) ?? content[0];
}

function bodyOf({mediaType, examples}: MediaType): string | null {
  const example = examples.find(({generated}) => generated !== true) ?? examples[0];
  if (example === undefined) return null;
  return typeof example.value === 'string' && !isJson(mediaType) ? example.value : JSON.stringify(example.value);
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

/** The value that the document gives for a header, if it gives one. */
function headerValue(header: Header, schemas: NamedSchemas): string | undefined {
  const schema = resolveSchema(header.schema, schemas);
  const value: Json | undefined = schema.examples?.[0] ?? schema.const ?? schema.default ?? schema.enum?.[0];
  if (value === undefined || value === null) return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Fetch Standard, section 2.2.3, null body status. */
function isNullBodyStatus(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}

function undocumentedRefusal(problems: readonly Problem[]): globalThis.Response {
  const lines = problems.map(({name, message}) => `  ${name}: ${message}`).join('\n');
  return new Response(
    `The request is not as documented:\n${lines}\n` +
      'This answer comes from the demo: the document has no response for a wrong request.\n',
    {status: 400, headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  );
}
