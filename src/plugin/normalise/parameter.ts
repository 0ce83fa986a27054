import type {Json, JsonObject} from '../../model/json.ts';
import type {Parameter, ParameterLocation} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toExamples, toExternalExamples} from './examples.ts';
import {defaultStyles, toStyle} from './parameter-style.ts';
import {isTrue, listOf, membersOf, textOf, trueOrAbsent} from './read.ts';
import {toSchema} from './schema.ts';

const locations: ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/** Header parameters with these names are ignored (OpenAPI 3.1, Parameter Object, `name`). */
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization']);

/**
 * The parameters of an operation: the path item's, overridden by the operation's where name and location are the same.
 * A name in the path's braces that nobody describes becomes a string parameter, for without it nothing can be called.
 */
export function toParameters(path: string, pathItem: JsonObject, operation: JsonObject, context: Context): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const value of [...listOf(pathItem['parameters']), ...listOf(operation['parameters'])]) {
    const parameter = toParameter(value, context);
    if (parameter !== undefined) merged.set(JSON.stringify([parameter.name, parameter.in]), parameter);
  }
  for (const [, name] of path.matchAll(/\{([^{}]+)\}/g)) {
    const key = JSON.stringify([name, 'path']);
    if (!merged.has(key)) {
      const implied = toParameter({name, in: 'path', required: true, schema: {type: 'string'}}, context);
      if (implied !== undefined) merged.set(key, implied);
    }
  }
  return [...merged.values()];
}

function toParameter(value: Json | undefined, context: Context): Parameter | undefined {
  const object = follow(value, context);
  const isQueryString = object?.['in'] === 'querystring';
  const name = textOf(object?.['name']) ?? (isQueryString ? 'querystring' : undefined);
  const location = isQueryString ? 'query' : locations.find((known) => known === object?.['in']);
  if (object === undefined || name === undefined || location === undefined) return undefined;
  if (location === 'header' && ignoredHeaders.has(name.toLowerCase())) return undefined;

  const [content] = membersOf(object['content']);
  const described = content === undefined ? object : (follow(content[1], context) ?? {});
  const schema = toSchema(described['schema'], context);
  const style = toStyle(object['style']) ?? defaultStyles[location];
  const exampled = withExamplesOf(object, described);
  const isForm = isQueryString && content?.[0] === 'application/x-www-form-urlencoded';
  return {
    name,
    in: location,
    description: textOf(object['description']),
    required: location === 'path' || isTrue(object['required']),
    deprecated: trueOrAbsent(object['deprecated']),
    style,
    explode: typeof object['explode'] === 'boolean' ? object['explode'] : style === 'form' || style === 'cookie',
    allowReserved: trueOrAbsent(object['allowReserved']),
    // A form in the query string is what the style `form` writes when an object explodes.
    contentType: isForm ? undefined : content?.[0],
    schema,
    examples: toExamples(exampled, schema, 'request', context),
    externalExamples: toExternalExamples(exampled, context),
    isQueryString: isQueryString ? true : undefined,
  };
}

/** Examples stand beside the schema: in the parameter, or in its media type. */
function withExamplesOf(parameter: JsonObject, described: JsonObject): JsonObject {
  const {example, examples} =
    parameter.examples !== undefined || parameter.example !== undefined ? parameter : described;
  return {example, examples};
}
