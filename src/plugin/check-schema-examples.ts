import type {Checker} from '../form/create-checker.ts';
import type {Json} from '../model/json.ts';
import type {Api} from '../model/operation.ts';
import type {Schema, SchemaObject} from '../model/schema.ts';
import {placedSubschemas} from './normalise/schema-positions.ts';
import {placedRequests, type PlacedRequest} from './placed-requests.ts';

/** An example that stands in a schema and does not match it. */
export interface SchemaExample {
  /** The way from the root of the document to the schema. */
  way: string[];
  /** The number of the example in the schema. */
  index: number;
  /** What is wrong, in a sentence. */
  verdict: string;
}

/** So many are held against their schemas: a document with more has said by then what is wrong with it. */
const mostChecked = 20_000;

/** What a value is judged by: a sentence when it does not match. */
export type Judge = (...parameters: Parameters<Checker>) => string | undefined;

/**
 * The examples that stand in schemas themselves (OpenAPI 3.0, `example`; JSON Schema validation, section 9.5), at any
 * depth, and do not match them. Those of a schema directly in a parameter or media type are left to whoever checks what
 * pages show.
 */
export function wrongSchemaExamples(api: Api, judge: Judge): SchemaExample[] {
  const wrong: SchemaExample[] = [];
  let left = mostChecked;
  const visit = (schema: Schema, way: string[], isShown: boolean): void => {
    if (typeof schema === 'boolean' || left <= 0) return;
    if (!isShown) {
      for (const [index, value] of examplesOf(schema).entries()) {
        left -= 1;
        const verdict = verdictOn(schema, value, judge);
        if (verdict !== undefined) wrong.push({way, index, verdict});
      }
    }
    for (const {tokens, schema: inner} of placedSubschemas(schema)) visit(inner, [...way, ...tokens], false);
  };
  for (const [name, schema] of Object.entries(api.schemas)) visit(schema, ['components', 'schemas', name], false);
  for (const request of placedRequests(api)) {
    for (const {schema, way, isShown} of inlineSchemas(request)) visit(schema, way, isShown);
  }
  return wrong;
}

/** An example shows a request or a response: it is wrong when it can be neither. */
function verdictOn({examples: _, ...schema}: SchemaObject, value: Json, judge: Judge): string | undefined {
  const asResponse = judge(schema, value, 'response');
  return asResponse === undefined ? undefined : judge(schema, value, 'request') && asResponse;
}

function examplesOf({examples}: SchemaObject): Json[] {
  return Array.isArray(examples) ? examples : [];
}

interface InlineSchema {
  schema: Schema;
  way: string[];
  /** Whether its own examples are those of the parameter or body that pages show. */
  isShown: boolean;
}

function inlineSchemas({parameters, requestBody, responses, place}: PlacedRequest): InlineSchema[] {
  const found: InlineSchema[] = [];
  const add = (schema: Schema | undefined, way: string[], isShown: boolean): void => {
    if (schema !== undefined) found.push({schema, way: [...way, 'schema'], isShown});
  };
  for (const {in: location, name, contentType, schema} of parameters) {
    const own = [...place, 'parameters', JSON.stringify([location, name])];
    add(schema, contentType === undefined ? own : [...own, 'content', contentType], true);
  }
  for (const {mediaType, schema} of requestBody?.content ?? []) {
    add(schema, [...place, 'requestBody', 'content', mediaType], true);
  }
  for (const {status, headers, content} of responses) {
    const own = [...place, 'responses', status];
    for (const {name, schema} of headers) add(schema, [...own, 'headers', name], false);
    for (const {mediaType, schema} of content) add(schema, [...own, 'content', mediaType], true);
  }
  return found;
}
