import type {Json, JsonObject} from '../../model/json.ts';
import {makeExample, type ExampleOptions} from '../../model/make-example.ts';
import type {Example, ExternalExample} from '../../model/operation.ts';
import {resolveSchema, type Schema} from '../../model/schema.ts';
import {follow, type Context} from './context.ts';
import {membersOf, textOf} from './read.ts';

/**
 * The examples of a parameter or media type: those given beside its schema, else those of the schema itself, else one
 * made from the schema. (OpenAPI 3.1, Media Type Object: `example` and `examples` override the schema's.)
 */
export function toExamples(
  {example, examples}: JsonObject,
  schema: Schema | undefined,
  mode: ExampleOptions['mode'],
  context: Context,
): Example[] {
  const given = membersOf(examples).flatMap(([name, value]) => toExample(name, value, context));
  if (given.length > 0) return given;
  if (example !== undefined) return [{name: 'example', value: example}];
  if (schema === undefined) return [];
  const inSchema = resolveSchema(schema, context.schemas).examples ?? [];
  if (inSchema.length > 0) return inSchema.map((value, index) => ({name: `example-${index + 1}`, value}));
  return [{name: 'generated', value: makeExample(schema, context.schemas, {mode}), generated: true}];
}

/** The examples whose value stands at an address on the web; undefined when there are none. */
export function toExternalExamples({examples}: JsonObject, context: Context): ExternalExample[] | undefined {
  const external = membersOf(examples).flatMap(([name, value]): ExternalExample[] => {
    const object = follow(value, context) ?? {};
    const url = textOf(object['externalValue']);
    if (url === undefined || !/^https?:\/\//i.test(url) || valueOf(object) !== undefined) return [];
    return [{name, summary: textOf(object['summary']), description: textOf(object['description']), url}];
  });
  return external.length === 0 ? undefined : external;
}

function toExample(name: string, value: Json, context: Context): Example[] {
  const object = follow(value, context) ?? {};
  const data = valueOf(object);
  if (data === undefined) return [];
  return [{name, summary: textOf(object['summary']), description: textOf(object['description']), value: data}];
}

/** OpenAPI 3.2 calls it `dataValue`, and `serializedValue` where only the text on the wire is given. */
function valueOf({dataValue, value, serializedValue}: JsonObject): Json | undefined {
  return [dataValue, value, serializedValue].find((given) => given !== undefined);
}
