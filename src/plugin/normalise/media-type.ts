import type {ExampleOptions} from '../../model/make-example.ts';
import type {Json} from '../../model/json.ts';
import type {MediaType} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toExamples} from './examples.ts';
import {entriesOf} from './read.ts';
import {toSchema} from './schema.ts';

/** The `content` of a body, in the order of the document (OpenAPI 3.1, Media Type Object). */
export function toMediaTypes(content: Json | undefined, mode: ExampleOptions['mode'], context: Context): MediaType[] {
  return entriesOf(content).map(([mediaType, value]) => {
    const object = follow(value, context) ?? {};
    const schema = object['schema'] === undefined ? undefined : toSchema(object['schema'], context);
    return {mediaType, schema, examples: toExamples(object, schema, mode, context)};
  });
}

/** `application/json; charset=utf-8` → `application/json`. */
export function withoutMediaTypeParameters(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}
