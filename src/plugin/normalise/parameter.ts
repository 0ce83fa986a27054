import type {Json, JsonObject} from '../../model/json.ts';
import type {Parameter, ParameterLocation, ParameterStyle} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toExamples} from './examples.ts';
import {entriesOf, isTrue, listOf, objectOf, textOf, trueOrAbsent} from './read.ts';
import {toSchema} from './schema.ts';

const locations: ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

const styles: ParameterStyle[] = ['matrix', 'label', 'simple', 'form', 'spaceDelimited', 'pipeDelimited', 'deepObject'];

/** How parameters are written when the document does not say (OpenAPI 3.1, Parameter Object, `style`). */
const defaultStyles: Record<ParameterLocation, ParameterStyle> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

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
  const name = textOf(object?.['name']);
  const location = locations.find((known) => known === object?.['in']);
  if (object === undefined || name === undefined || location === undefined) return undefined;
  if (location === 'header' && ignoredHeaders.has(name.toLowerCase())) return undefined;

  const [content] = entriesOf(object['content']);
  const described = content === undefined ? object : objectOf(content[1]);
  const schema = toSchema(described['schema'], context);
  const style = styles.find((known) => known === object['style']) ?? defaultStyles[location];
  return {
    name,
    in: location,
    description: textOf(object['description']),
    required: location === 'path' || isTrue(object['required']),
    deprecated: trueOrAbsent(object['deprecated']),
    style,
    explode: typeof object['explode'] === 'boolean' ? object['explode'] : style === 'form',
    allowReserved: trueOrAbsent(object['allowReserved']),
    contentType: content?.[0],
    schema,
    examples: toExamples(withExamplesOf(object, described), schema, 'request', context),
  };
}

/** Examples stand beside the schema: in the parameter, or in its media type. */
function withExamplesOf(parameter: JsonObject, described: JsonObject): JsonObject {
  const {example, examples} =
    parameter.examples !== undefined || parameter.example !== undefined ? parameter : described;
  return {example, examples};
}
