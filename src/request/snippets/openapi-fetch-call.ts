import type {Json, JsonObject} from '../../model/json.ts';
import {isJsonObject} from '../../model/json.ts';
import type {ParameterLocation} from '../../model/operation.ts';
import {ExactNumber} from '../../model/exact-number.ts';
import {FileValue} from '../../model/file-value.ts';
import {isValueObject} from '../../model/values.ts';
import type {Value} from '../../model/values.ts';
import type {HttpRequest} from '../http-request.ts';
import {headerValue, isSameHeader} from '../http-request.ts';
import {isFormMediaType, isJsonMediaType} from '../media-type.ts';
import {wellFormed} from '../percent-encoding.ts';
import {fitsType} from './fits-type.ts';
import type {SnippetCall} from './snippet-language.ts';

/** The second argument of a call of openapi-fetch's client. */
export interface OpenApiFetchInit {
  params?: Partial<Record<'path' | 'query' | 'header', JsonObject>>;
  headers?: JsonObject;
  body?: Json;
  parseAs?: 'text';
}

/**
 * What openapi-fetch's client has to be told to send exactly this request and to compile with the types of the document;
 * a string is the reason why it cannot. openapi-fetch has its own way of writing addresses and bodies, which is followed
 * here and compared.
 */
export function openApiFetchInit(
  http: HttpRequest,
  {operation, values, server}: SnippetCall,
): OpenApiFetchInit | string {
  if (!/^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH)$/.test(http.method)) return `has no function for ${http.method}`;
  const params: Record<ParameterLocation, JsonObject> = {path: {}, query: {}, header: {}, cookie: {}};
  for (const {name, in: place, required, schema} of operation.parameters) {
    const value = plainJson(values[place][name]);
    const isFitting = value !== undefined && fitsType(schema, value, operation.schemas);
    const isAsWritten = place !== 'header' || (isScalar(value) && headerValue(http, name) === String(value));
    if (isFitting && isAsWritten && place !== 'cookie') params[place][name] = value;
    else if (required) return `takes no other value for the ${place} parameter "${name}" than the document allows`;
    else if (values[place][name] !== undefined && place !== 'header' && place !== 'cookie') {
      return `takes no other value for the ${place} parameter "${name}" than the document allows`;
    }
  }
  if (addressOf(operation.path, params, server) !== http.url) return 'would write this address in another way';

  const body = bodyValue(http, {operation, values});
  if (typeof body === 'string') return body;
  const headers = http.headers.filter(([name, value]) => {
    if (isSameHeader(name, 'Content-Type') && value === 'application/json') return false;
    return !Object.keys(params.header).some((other) => isSameHeader(other, name));
  });
  const used = Object.entries(params).filter(([, members]) => Object.keys(members).length > 0);
  return {
    ...(used.length === 0 ? {} : {params: Object.fromEntries(used)}),
    ...(headers.length === 0 ? {} : {headers: Object.fromEntries(headers)}),
    ...body,
    ...(answersInJson(operation) ? {} : {parseAs: 'text'}),
  };
}

/** The address as openapi-fetch writes it by default: `encodeURIComponent`, lists and objects exploded. */
function addressOf(path: string, params: Record<ParameterLocation, JsonObject>, server: string): string {
  const filled = `${server.replace(/\/$/, '')}${path}`.replace(/\{([^{}]+)\}/g, (template, name: string) => {
    const value = params.path[name];
    return isScalar(value) ? encodeURIComponent(value) : template;
  });
  const query = Object.entries(params.query).flatMap(([name, value]): string[] => {
    if (Array.isArray(value)) return value.map((item) => pair(name, item));
    if (isJsonObject(value)) return Object.entries(value).map(([key, member]) => pair(`${name}[${key}]`, member));
    return value === undefined || value === null ? [] : [pair(name, value)];
  });
  return query.length === 0 ? filled : `${filled}?${query.join('&')}`;
}

/** The name as it is, the value encoded. What is not a scalar gives no address that anyone would send. */
function pair(name: string, value: Json | undefined): string {
  return isScalar(value) ? `${name}=${encodeURIComponent(value)}` : ' ';
}

function isScalar(value: Json | undefined): value is string | number | boolean {
  return (
    (typeof value === 'string' && wellFormed(value) === value) ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  );
}

/** The body as a value, when openapi-fetch makes the same text of it and the types of the document admit it. */
function bodyValue(
  http: HttpRequest,
  {operation, values}: Pick<SnippetCall, 'operation' | 'values'>,
): {body?: Json} | string {
  const {requestBody, schemas} = operation;
  if (http.body === undefined) {
    return requestBody?.required === true ? 'demands the body that the document requires' : {};
  }
  const contentType = headerValue(http, 'Content-Type') ?? '';
  const value = plainJson(values.body);
  if (value === undefined || http.body.kind !== 'text' || isDeeperThan(value, deepest))
    return 'has no way of its own to write this body';
  const [media] = requestBody?.content ?? [];
  const isFirst = media?.mediaType === contentType;
  if (!isFirst || !fitsType(media.schema, value, schemas)) return 'takes no other body than the document describes';
  return writtenBody(value, contentType) === http.body.text ? {body: value} : 'would write this body in another way';
}

/** The compiler gives up on literals that are nested further. */
const deepest = 20;

function isDeeperThan(value: Json, levels: number): boolean {
  if (levels < 0) return true;
  const members = Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
  return members.some((member) => member !== undefined && isDeeperThan(member, levels - 1));
}

function writtenBody(value: Json, contentType: string): string | undefined {
  if (isJsonMediaType(contentType)) return JSON.stringify(value);
  if (contentType !== 'application/x-www-form-urlencoded' || !isFormMediaType(contentType)) return undefined;
  const fields = isJsonObject(value) ? Object.entries(value) : [];
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string');
  return texts.length === fields.length ? new URLSearchParams(texts).toString() : undefined;
}

function answersInJson({responses}: SnippetCall['operation']): boolean {
  const content = responses.filter(({status}) => /^2|^default$/.test(status)).flatMap((response) => response.content);
  return content.every(({mediaType}) => isJsonMediaType(mediaType));
}

/** The value as JSON; undefined where an exact number or a file stands in it. */
function plainJson(value: Value | undefined): Json | undefined {
  if (value === undefined || value instanceof ExactNumber || value instanceof FileValue) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(plainJson);
    return items.every((item) => item !== undefined) ? items : undefined;
  }
  if (!isValueObject(value)) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  const plain = members.map(([name, member]): [string, Json | undefined] => [name, plainJson(member)]);
  return plain.every(([, member]) => member !== undefined) ? Object.fromEntries(plain) : undefined;
}
