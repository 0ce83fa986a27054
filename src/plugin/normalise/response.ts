import type {Json, JsonObject} from '../../model/json.ts';
import type {ExampleOptions} from '../../model/make-example.ts';
import type {Accept, Response} from '../../model/operation.ts';
import {follow, type Context} from './context.ts';
import {toHeaders} from './header.ts';
import {toLinks, type LinkTargets} from './link.ts';
import {toMediaTypes, withoutMediaTypeParameters} from './media-type.ts';
import {entriesOf, membersOf, textOf} from './read.ts';

/**
 * The responses of an operation, in the order of the document (OpenAPI 3.1, Responses Object). JSON objects sort keys
 * that look like array indexes, so numeric statuses come ascending, then `4XX` and `default` as written.
 */
export function toResponses(
  responses: Json | undefined,
  mode: ExampleOptions['mode'],
  targets: LinkTargets,
  context: Context,
): Response[] {
  return entriesOf(responses).map(([status, value]) => {
    const object = follow(value, context) ?? {};
    const credential = credentialsIn(object);
    return {
      status,
      summary: textOf(object['summary']),
      description: textOf(object['description']) ?? '',
      headers: toHeaders(object['headers'], context),
      content: toMediaTypes(object['content'], mode, context),
      links: toLinks(object['links'], targets, context),
      fieldErrors: textOf(object['x-field-errors']),
      issuesCredential: credential.length > 0 ? Object.fromEntries(credential) : undefined,
    };
  });
}

/** The security schemes that some response of an operation carries a credential for. */
export function issuedCredentials(responses: Json | undefined, context: Context): string[] {
  const objects = entriesOf(responses).map(([, value]) => follow(value, context) ?? {});
  return [...new Set(objects.flatMap(credentialsIn).map(([scheme]) => scheme))];
}

/** `x-issues-credential`: runtime expressions by security scheme. */
function credentialsIn(response: JsonObject): [scheme: string, expression: string][] {
  return membersOf(response['x-issues-credential']).flatMap(([scheme, expression]) =>
    typeof expression === 'string' ? [[scheme, expression]] : [],
  );
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
