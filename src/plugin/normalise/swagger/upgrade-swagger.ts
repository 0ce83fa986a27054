import {upgradeFromTwoToThree} from '@scalar/openapi-upgrader/2.0-to-3.0';
import {isJsonObject, type Json, type JsonObject} from '../../../model/json.ts';
import {entriesOf, membersOf, objectOf} from '../read.ts';
import {mapOperations, prepareSwagger} from './prepare-swagger.ts';

/** Whether a document is one of Swagger 2.0. */
export function isSwagger(document: unknown): document is JsonObject {
  return isJsonObject(document) && document['swagger'] === '2.0';
}

/** Where something stood in a Swagger document, by where it stands (`#/components/schemas/Pet`) since the upgrade. */
export function swaggerPointer(pointer: string): string {
  return pointer
    .replace(/^#\/components\/schemas(?=\/|$)/, '#/definitions')
    .replace(/^#\/components\/securitySchemes(?=\/|$)/, '#/securityDefinitions')
    .replace(/^(#\/paths\/[^/]+\/[^/]+)\/requestBody(\/.*)?$/, '$1/parameters')
    .replace(/^(#\/paths\/[^/]+\/[^/]+\/responses\/[^/]+)\/content\/.*$/, '$1');
}

/**
 * A bundled Swagger 2.0 document as one of OpenAPI 3.0. The library does most of it; what it gets wrong is made easy for
 * it before (`prepareSwagger`) and put right after. Pure.
 */
export function upgradeSwagger(document: JsonObject): JsonObject {
  const prepared = prepareSwagger(document);
  // It writes into what it is given, so nothing in that may stand at two places.
  const copy = JSON.parse(JSON.stringify(withoutExamples(prepared))) as Record<string, unknown>;
  const upgraded: unknown = upgradeFromTwoToThree(copy);
  if (!isJsonObject(upgraded)) throw new Error('A Swagger document that was upgraded is an object.');
  return mapOperations(upgraded, (operation, path, method) => {
    const before = objectOf(objectOf(objectOf(prepared['paths'])[path])[method]);
    return withResponses(operation, (response, status) => {
      return restoreResponse(response, objectOf(objectOf(before['responses'])[status]));
    });
  });
}

/**
 * Examples of responses are put back by us: the library drops the media types without one where another has one
 * and the schema says little.
 */
function withoutExamples(document: JsonObject): JsonObject {
  return mapOperations(document, (operation) => withResponses(operation, ({examples: _examples, ...rest}) => rest));
}

function restoreResponse(upgraded: JsonObject, before: JsonObject): JsonObject {
  const response = {...upgraded};
  const examples = membersOf(before['examples']);
  if (examples.length > 0) response['content'] = withExamples(objectOf(upgraded['content']), examples);
  // The library gives them back to front.
  const headers = objectOf(upgraded['headers']);
  const names = Object.keys(objectOf(before['headers'])).filter((name) => Object.hasOwn(headers, name));
  if (names.length > 0) response['headers'] = Object.fromEntries(names.map((name) => [name, headers[name]]));
  return response;
}

/** Examples by media type (Swagger 2.0, Example Object); other keys, which many write, are names of JSON examples. */
function withExamples(given: JsonObject, examples: [string, Json][]): JsonObject {
  const content = {...given};
  const [first = 'application/json'] = Object.keys(given);
  const schema = objectOf(given[first])['schema'];
  for (const [key, value] of examples) {
    const mediaType = /^[\w.+*-]+\/[\w.+*-]+/.test(key) ? key : first;
    const media = objectOf(content[mediaType] ?? (schema === undefined ? {} : {schema}));
    content[mediaType] =
      mediaType === key
        ? {...media, example: value}
        : {...media, examples: {...objectOf(media['examples']), [key]: {value}}};
  }
  return content;
}

function withResponses(
  operation: JsonObject,
  change: (response: JsonObject, status: string) => JsonObject,
): JsonObject {
  if (!isJsonObject(operation['responses'])) return operation;
  const responses = entriesOf(operation['responses']).map(([status, response]) => [
    status,
    isJsonObject(response) ? change(response, status) : response,
  ]);
  return {...operation, responses: Object.fromEntries(responses) as JsonObject};
}
