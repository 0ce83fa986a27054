import type {ExampleOptions} from '../../model/make-example.ts';
import type {Json, JsonObject} from '../../model/json.ts';
import type {MediaType} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {follow, type Context} from './context.ts';
import {toEncodings} from './encoding.ts';
import {toExamples, toExternalExamples} from './examples.ts';
import {membersOf} from './read.ts';
import {toSchema} from './schema.ts';

/** The `content` of a body, in the order of the document (OpenAPI 3.1, Media Type Object). */
export function toMediaTypes(content: Json | undefined, mode: ExampleOptions['mode'], context: Context): MediaType[] {
  return membersOf(content).map(([mediaType, value]) => {
    const object = follow(value, context) ?? {};
    const schema = schemaOf(object, context);
    return {
      mediaType,
      schema,
      examples: toExamples(object, schema, mode, context),
      externalExamples: toExternalExamples(object, context),
      encoding: toEncodings(object, context),
      isSequence: object['itemSchema'] === undefined ? undefined : true,
    };
  });
}

/** `application/json; charset=utf-8` → `application/json`. */
export function withoutMediaTypeParameters(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

/** A sequence is modelled as an array of its items (OpenAPI 3.2, Media Type Object, Sequential Media Types). */
function schemaOf({schema, itemSchema}: JsonObject, context: Context): Schema | undefined {
  if (schema !== undefined) return toSchema(schema, context);
  return itemSchema === undefined ? undefined : {type: 'array', items: toSchema(itemSchema, context)};
}
