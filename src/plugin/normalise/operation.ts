import type {JsonObject} from '../../model/json.ts';
import type {ExampleOptions} from '../../model/make-example.ts';
import type {Operation, RequestBody, SecurityScheme} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {toCallbacks} from './callbacks.ts';
import {toCodeSamples} from './code-samples.ts';
import {follow, type Context} from './context.ts';
import {toExternalDocs} from './external-docs.ts';
import type {LinkTargets} from './link.ts';
import {toMediaTypes} from './media-type.ts';
import {toParameters} from './parameter.ts';
import {filledTextOf, isTrue, stringsOf, textOf, trueOrAbsent} from './read.ts';
import {toAccept, toResponses} from './response.ts';
import {reachableSchemas} from './reachable-schemas.ts';
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
  /** Sent by the API, not to it: a webhook or callback. */
  isOutgoing: boolean;
}

/** What operations are normalised against. */
export interface OperationContext extends Context {
  securitySchemes: Record<string, SecurityScheme>;
  targets: LinkTargets;
}

/** The parts of an operation that say what a request carries and what comes back. */
type RequestParts = Pick<
  Operation,
  'description' | 'deprecated' | 'externalDocs' | 'parameters' | 'requestBody' | 'responses'
>;

/** All that a page needs of one operation (OpenAPI 3.1, Operation Object). */
export function toOperation(named: NamedOperation, context: OperationContext): Operation {
  const {operationId, slug, method, path, object, pathItem, isOutgoing} = named;
  const {apiId, apiTitle, document} = context;
  const inherited = isOutgoing ? undefined : document['security'];
  const security = toSecurity(object['security'], inherited, context.securitySchemes);
  const parts = toRequest(named, context);
  const callbacks = toCallbacks(object['callbacks'], context);
  const requests = [parts, ...(callbacks ?? []).flatMap(({operations}) => operations)];
  return {
    key: `${apiId}/${slug}`,
    apiId,
    apiTitle,
    operationId,
    slug,
    method,
    path,
    title: filledTextOf(object['summary']) ?? toSentence(operationId),
    tags: stringsOf(object['tags']),
    servers: isOutgoing ? [] : toServers(object['servers'], pathItem['servers'], document['servers']),
    ...parts,
    accept: isOutgoing ? undefined : toAccept(parts.responses),
    security,
    securitySchemes: schemesOf(security, context.securitySchemes),
    callbacks,
    codeSamples: toCodeSamples(object),
    schemas: reachableSchemas(requests.flatMap(schemasOf), context.schemas),
  };
}

/**
 * What a request carries and what comes back. What the API sends of its own accord is like its responses (`readOnly`
 * members are in it, `writeOnly` ones are not), and what it is answered is like a request.
 */
export function toRequest(
  {path, pathItem, object, isOutgoing}: Pick<NamedOperation, 'path' | 'pathItem' | 'object' | 'isOutgoing'>,
  context: OperationContext,
): RequestParts {
  return {
    description: textOf(object['description']) ?? textOf(pathItem['description']),
    deprecated: trueOrAbsent(object['deprecated']),
    externalDocs: toExternalDocs(object['externalDocs']),
    parameters: toParameters(path, pathItem, object, context),
    requestBody: toRequestBody(object, isOutgoing ? 'response' : 'request', context),
    responses: toResponses(object['responses'], isOutgoing ? 'request' : 'response', context.targets, context),
  };
}

function toRequestBody(operation: JsonObject, mode: ExampleOptions['mode'], context: Context): RequestBody | undefined {
  const object = follow(operation['requestBody'], context);
  if (object === undefined) return undefined;
  const content = toMediaTypes(object['content'], mode, context);
  if (content.length === 0) return undefined;
  return {description: textOf(object['description']), required: isTrue(object['required']), content};
}

/** The schemas that stand in a request and its responses, those of their headers and parts included. */
function schemasOf({parameters, requestBody, responses}: RequestParts): Schema[] {
  const media = [...(requestBody?.content ?? []), ...responses.flatMap(({content}) => content)];
  const encodings = media.flatMap(({encoding}) => Object.values(encoding ?? {}));
  return [
    ...parameters.map(({schema}) => schema),
    ...media.flatMap(({schema}) => (schema === undefined ? [] : [schema])),
    ...[...responses, ...encodings].flatMap(({headers}) => headers.map(({schema}) => schema)),
  ];
}
