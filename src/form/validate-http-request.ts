import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import type {MediaType, Operation, Parameter} from '../model/operation.ts';
import {typesOf} from '../model/schema.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {isFormMediaType, isJsonMediaType} from '../request/media-type.ts';
import {encodePathText} from '../request/percent-encoding.ts';
import {
  coerceText,
  decodePercent,
  decodeQuery,
  deserialisePairs,
  deserialiseText,
  splitQuery,
} from './deserialise-parameter.ts';
import {findMediaType} from './find-response.ts';
import {parseJson} from './parse-json.ts';
import {prefixed} from './prefixed.ts';
import {validateValue} from './validate.ts';

/**
 * Checks a request as a server would that knows nothing but the document: path, query, headers and body against the
 * operation. Reads a clone, so that the request can still be used. Rejects when the body cannot be read.
 */
export async function validateHttpRequest(operation: Operation, request: Request): Promise<Problem[]> {
  const text = await request.clone().text();
  return [...parameterProblems(operation, request), ...bodyProblems(operation, request.headers, text)];
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
    if (value !== undefined) return prefixed(place, validateValue(parameter.schema, value, operation.schemas));
    const missing = {name: '', keyword: 'required', message: `The ${parameter.in} parameter is required.`};
    return parameter.required ? prefixed(place, [missing]) : [];
  });
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

function bodyProblems({requestBody, schemas}: Operation, headers: Headers, text: string): Problem[] {
  if (requestBody === undefined) return [];
  if (text === '') {
    return requestBody.required ? [{name: 'body', keyword: 'required', message: 'A body is required.'}] : [];
  }
  const contentType = headers.get('Content-Type') ?? '';
  const media = findMediaType(requestBody.content, contentType);
  if (media === undefined) {
    const known = requestBody.content.map(({mediaType}) => mediaType).join(', ');
    return [{name: 'header.Content-Type', keyword: 'undocumented', message: `The body must be sent as ${known}.`}];
  }
  const read = readBody(media, contentType, text, schemas);
  if ('problem' in read) return [read.problem];
  return read.value === undefined ? [] : prefixed(['body'], validateValue(media.schema ?? true, read.value, schemas));
}

function readBody(
  media: MediaType,
  contentType: string,
  text: string,
  schemas: NamedSchemas,
): {value: Json | undefined} | {problem: Problem} {
  if (isJsonMediaType(contentType)) {
    const parsed = parseJson(text);
    if ('value' in parsed) return parsed;
    const message = `The body is not JSON: line ${parsed.line}, column ${parsed.column}: ${parsed.reason}.`;
    return {problem: {name: 'body', keyword: 'syntax', message}};
  }
  const schema = mergeSchema(media.schema, schemas);
  if (isFormMediaType(contentType)) return {value: formValue(text, schema.properties ?? {}, schemas)};
  return {value: typesOf(schema).includes('string') ? text : undefined};
}

/** The fields of an HTML form; a name that repeats makes a list where the schema has one. */
function formValue(text: string, properties: Record<string, Schema>, schemas: NamedSchemas): Json {
  const values = new Map<string, Json>();
  for (const [rawName, rawValue] of splitQuery(text)) {
    const name = decodeQuery(rawName);
    const schema = mergeSchema(member(properties, name), schemas);
    const decoded = decodeQuery(rawValue);
    if (typesOf(schema).includes('array')) {
      const earlier = values.get(name);
      const item = coerceText(decoded, schema.items, schemas);
      values.set(name, Array.isArray(earlier) ? [...earlier, item] : [item]);
    } else {
      values.set(name, coerceText(decoded, schema, schemas));
    }
  }
  return Object.fromEntries(values);
}
