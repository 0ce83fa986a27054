import type {Json, JsonObject} from '../../model/json.ts';
import type {Header} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {follow, type Context} from './context.ts';
import {toExamples} from './examples.ts';
import {isTrue, membersOf, textOf, trueOrAbsent} from './read.ts';
import {toSchema} from './schema.ts';

/**
 * The headers of a response or of a part of a body. One named Content-Type is ignored (OpenAPI 3.1, Response Object and
 * Encoding Object, `headers`).
 */
export function toHeaders(headers: Json | undefined, context: Context): Header[] {
  return membersOf(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, value]) => toHeader(name, follow(value, context) ?? {}, context));
}

function toHeader(name: string, object: JsonObject, context: Context): Header {
  const [content] = membersOf(object['content']);
  const described = content === undefined ? object : (follow(content[1], context) ?? {});
  return {
    name,
    description: textOf(object['description']),
    required: isTrue(object['required']),
    deprecated: trueOrAbsent(object['deprecated']),
    schema: withExamples(toSchema(described['schema'], context), {...described, ...object}, context),
  };
}

/** The examples of a header override those of its schema (OpenAPI 3.1, Header Object). */
function withExamples(schema: Schema, {example, examples}: JsonObject, context: Context): Schema {
  const given = toExamples({example, examples}, undefined, 'response', context).map(({value}) => value);
  return given.length === 0 || schema === false ? schema : {...(schema === true ? {} : schema), examples: given};
}
