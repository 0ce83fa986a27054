import type {JsonObject} from '../../model/json.ts';
import type {Operation, RequestBody, SecurityScheme} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {follow, type Context} from './context.ts';
import {toExternalDocs} from './external-docs.ts';
import type {LinkTargets} from './link.ts';
import {toMediaTypes} from './media-type.ts';
import {toParameters} from './parameter.ts';
import {filledTextOf, isTrue, stringsOf, textOf, trueOrAbsent} from './read.ts';
import {toAccept, toResponses} from './response.ts';
import {reachableSchemas} from './schema.ts';
import {schemesOf, toSecurity} from './security.ts';
import {toServers} from './server.ts';
import {toSentence} from './words.ts';

/** An operation with its address in the document and on the site. */
export interface NamedOperation {
  /** From the document, or made of method and path; no two operations share one. */
  operationId: string;
  slug: string;
  /** In capitals. */
  method: string;
  path: string;
  /** `#/paths/~1account/get`. */
  pointer: string;
  object: JsonObject;
  pathItem: JsonObject;
}

/** What operations are normalised against. */
export interface OperationContext extends Context {
  securitySchemes: Record<string, SecurityScheme>;
  targets: LinkTargets;
}

/** All that a page needs of one operation (OpenAPI 3.1, Operation Object). */
export function toOperation(named: NamedOperation, context: OperationContext): Operation {
  const {operationId, slug, method, path, object, pathItem} = named;
  const {apiId, apiTitle, document} = context;
  const security = toSecurity(object['security'], document['security'], context.securitySchemes);
  const responses = toResponses(object['responses'], context.targets, context);
  const parts = {
    parameters: toParameters(path, pathItem, object, context),
    requestBody: toRequestBody(object, context),
    responses,
  };
  return {
    key: `${apiId}/${slug}`,
    apiId,
    apiTitle,
    operationId,
    slug,
    method,
    path,
    title: filledTextOf(object['summary']) ?? toSentence(operationId),
    description: textOf(object['description']) ?? textOf(pathItem['description']),
    deprecated: trueOrAbsent(object['deprecated']),
    tags: stringsOf(object['tags']),
    externalDocs: toExternalDocs(object['externalDocs']),
    servers: toServers(object['servers'], pathItem['servers'], document['servers']),
    ...parts,
    accept: toAccept(responses),
    security,
    securitySchemes: schemesOf(security, context.securitySchemes),
    schemas: reachableSchemas(schemasOf(parts), context.schemas),
  };
}

function toRequestBody(operation: JsonObject, context: Context): RequestBody | undefined {
  const object = follow(operation['requestBody'], context);
  if (object === undefined) return undefined;
  const content = toMediaTypes(object['content'], 'request', context);
  if (content.length === 0) return undefined;
  return {description: textOf(object['description']), required: isTrue(object['required']), content};
}

function schemasOf({
  parameters,
  requestBody,
  responses,
}: Pick<Operation, 'parameters' | 'requestBody' | 'responses'>): Schema[] {
  const media = [...(requestBody?.content ?? []), ...responses.flatMap(({content}) => content)];
  return [
    ...parameters.map(({schema}) => schema),
    ...media.flatMap(({schema}) => (schema === undefined ? [] : [schema])),
    ...responses.flatMap(({headers}) => headers.map(({schema}) => schema)),
  ];
}
