import type {Json} from '../model/json.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {NamedSchemas} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {essence, isJsonMediaType, isXmlMediaType} from '../request/media-type.ts';
import {encodePathText} from '../request/percent-encoding.ts';
import {decodePercent, deserialisePairs, deserialiseText, splitQuery} from './deserialise-parameter.ts';
import {findMediaType} from './find-response.ts';
import {prefixed} from './prefixed.ts';
import {readRequestBody} from './read-request-body.ts';
import {validateValue} from './validate.ts';

/**
 * Checks a request as a server would that knows nothing but the document: path, query, headers and body against the
 * operation. Reads a clone, so that the request can still be used. Rejects when the body cannot be read.
 */
export async function validateHttpRequest(operation: Operation, request: Request): Promise<Problem[]> {
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  return [...parameterProblems(operation, request), ...(await bodyProblems(operation, request.headers, bytes))];
}

function parameterProblems(operation: Operation, request: Request): Problem[] {
  const {pathname, search} = new URL(request.url);
  const path = pathValues(operation.path, pathname);
  const query = splitQuery(search.slice(1));
  const cookie = request.headers.get('Cookie');
  return operation.parameters.flatMap((parameter) => {
    // A browser keeps cookies to itself: that none is seen does not mean that none is sent.
    if (parameter.in === 'cookie' && cookie === null) return [];
    const value = readParameter(parameter, operation.schemas, {path, query, headers: request.headers, cookie});
    const place = [parameter.in, parameter.name];
    if (value !== undefined && !isReadable(parameter)) return [];
    if (value !== undefined) return prefixed(place, validateValue(parameter.schema, value, operation.schemas));
    const missing = {name: '', keyword: 'required', message: `The ${parameter.in} parameter is required.`};
    return parameter.required ? prefixed(place, [missing]) : [];
  });
}

/** Whether the text of a parameter is known to mean one value: by its style, as JSON, as text. */
function isReadable({contentType}: Parameter): boolean {
  if (contentType === undefined || isJsonMediaType(contentType)) return true;
  return essence(contentType).startsWith('text/') && !isXmlMediaType(contentType);
}

interface Received {
  path: Record<string, string>;
  query: [string, string][];
  headers: Headers;
  cookie: string | null;
}

function readParameter(parameter: Parameter, schemas: NamedSchemas, received: Received): Json | undefined {
  switch (parameter.in) {
    case 'path': {
      const text = received.path[parameter.name];
      // A template that is still there stands for a value that was never given.
      const isGiven = text !== undefined && decodePercent(text) !== `{${parameter.name}}`;
      return isGiven ? deserialiseText(parameter, text, schemas) : undefined;
    }
    case 'query':
      return deserialisePairs(parameter, received.query, schemas);
    case 'header': {
      const text = received.headers.get(parameter.name);
      return text === null ? undefined : deserialiseText(parameter, text, schemas);
    }
    case 'cookie':
      return deserialisePairs(parameter, splitQuery((received.cookie ?? '').split(/; */).join('&')), schemas);
  }
}

/** The values in the place of a template's names, still encoded. The template may stand below a server's own path. */
function pathValues(template: string, pathname: string): Record<string, string> {
  const parts = (template.split(/[?#]/)[0] ?? '').split(/\{([^{}]+)\}/);
  const names = parts.filter((_, index) => index % 2 === 1);
  const pattern = parts
    .map((part, index) => (index % 2 === 1 ? '([^/]*)' : encodePathText(part).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')))
    .join('');
  const values = new RegExp(`${pattern}$`).exec(pathname)?.slice(1) ?? [];
  return Object.fromEntries(names.flatMap((name, index) => (values[index] ? [[name, values[index]]] : [])));
}

async function bodyProblems(
  {requestBody, schemas}: Operation,
  headers: Headers,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Problem[]> {
  if (requestBody === undefined) return [];
  if (bytes.length === 0) {
    return requestBody.required ? [{name: 'body', keyword: 'required', message: 'A body is required.'}] : [];
  }
  const contentType = headers.get('Content-Type') ?? '';
  const media = findMediaType(requestBody.content, contentType);
  if (media === undefined) {
    const known = requestBody.content.map(({mediaType}) => mediaType).join(', ');
    return [{name: 'header.Content-Type', keyword: 'undocumented', message: `The body must be sent as ${known}.`}];
  }
  const read = await readRequestBody(media, contentType, bytes, schemas);
  if ('problem' in read) return [read.problem];
  if (read.value === undefined) return [];
  const isJudged = ({name}: Problem) => !read.unjudged.some((other) => name === other || name.startsWith(`${other}.`));
  return prefixed(['body'], validateValue(media.schema ?? true, read.value, schemas).filter(isJudged));
}
