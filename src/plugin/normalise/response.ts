import type {Json, JsonObject} from '../../model/json.ts';
import type {Accept, Header, Response} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toLinks, type LinkTargets} from './link.ts';
import {toMediaTypes, withoutMediaTypeParameters} from './media-type.ts';
import {entriesOf, isTrue, objectOf, textOf, trueOrAbsent} from './read.ts';
import {toSchema} from './schema.ts';

/**
 * The responses of an operation, in the order of the document (OpenAPI 3.1, Responses Object). JSON objects sort keys
 * that look like array indexes, so numeric statuses come ascending, then `4XX` and `default` as written.
 */
export function toResponses(responses: Json | undefined, targets: LinkTargets, context: Context): Response[] {
  return entriesOf(responses).map(([status, value]) => {
    const object = follow(value, context) ?? {};
    const credential = entriesOf(object['x-issues-credential']).flatMap(([scheme, expression]) => {
      return typeof expression === 'string' ? [[scheme, expression] as const] : [];
    });
    return {
      status,
      description: textOf(object['description']) ?? '',
      headers: toHeaders(object['headers'], context),
      content: toMediaTypes(object['content'], 'response', context),
      links: toLinks(object['links'], targets, context),
      fieldErrors: textOf(object['x-field-errors']),
      issuesCredential: credential.length > 0 ? Object.fromEntries(credential) : undefined,
    };
  });
}

/** The `Accept` header that asks for the first successful response that has a body. */
export function toAccept(responses: Response[]): Accept | undefined {
  const success = responses.find(({status, content}) => status.startsWith('2') && content.length > 0);
  if (success === undefined) return undefined;
  const mediaTypes = success.content.map(({mediaType}) => mediaType);
  const isServedUnasked = (mediaType: string): boolean =>
    mediaType.includes('*') || withoutMediaTypeParameters(mediaType) === 'application/json';
  return {value: mediaTypes.join(', '), required: !mediaTypes.some(isServedUnasked)};
}

/** A response header named Content-Type is ignored (OpenAPI 3.1, Response Object, `headers`). */
function toHeaders(headers: Json | undefined, context: Context): Header[] {
  return entriesOf(headers)
    .filter(([name]) => name.toLowerCase() !== 'content-type')
    .map(([name, value]) => toHeader(name, follow(value, context) ?? {}, context));
}

function toHeader(name: string, object: JsonObject, context: Context): Header {
  const [content] = entriesOf(object['content']);
  const described = content === undefined ? object : objectOf(content[1]);
  return {
    name,
    description: textOf(object['description']),
    required: isTrue(object['required']),
    deprecated: trueOrAbsent(object['deprecated']),
    schema: toSchema(described['schema'], context),
  };
}
