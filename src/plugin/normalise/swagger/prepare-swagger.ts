import {isJsonObject, type Json, type JsonObject} from '../../../model/json.ts';
import {resolvePointer} from '../pointer.ts';
import {entriesOf, listOf, membersOf, stringsOf, textOf} from '../read.ts';
import {prepareParameters} from './prepare-parameters.ts';

/** The operations that a path item of Swagger 2.0 may have. */
const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch']);

/**
 * A Swagger 2.0 document in the plainest form it can have: each operation with all of its parameters and responses
 * itself, with what it consumes and produces. Parts of the wrong type, over which the library would stumble, are left
 * out. Pure.
 */
export function prepareSwagger(document: JsonObject): JsonObject {
  const {parameters: _parameters, responses: _responses, ...rest} = document;
  return {
    ...rest,
    ...addressOf(document),
    definitions: objectsIn(document['definitions']),
    securityDefinitions: objectsIn(document['securityDefinitions']),
    paths: Object.fromEntries(
      entriesOf(document['paths']).flatMap(([path, value]) => {
        const item = resolve(value, document);
        return item === undefined ? [] : [[path, preparePathItem(item, document)]];
      }),
    ),
  };
}

/** A copy of the document with `change` made to every operation. */
export function mapOperations(
  document: JsonObject,
  change: (operation: JsonObject, path: string, method: string) => JsonObject,
): JsonObject {
  const paths = entriesOf(document['paths']).map(([path, item]) => {
    const entries = entriesOf(item).map(([key, value]): [string, Json] => {
      return [key, methods.has(key) && isJsonObject(value) ? change(value, path, key) : value];
    });
    return [path, Object.fromEntries(entries)];
  });
  return {...document, paths: Object.fromEntries(paths) as JsonObject};
}

/** The object itself, with its `$ref`s followed; undefined for what is none. */
function resolve(value: Json | undefined, document: JsonObject): JsonObject | undefined {
  let current = value;
  for (let steps = 0; steps < 100 && isJsonObject(current); steps++) {
    if (typeof current['$ref'] !== 'string') return current;
    current = resolvePointer(document, current['$ref']);
  }
  return undefined;
}

function preparePathItem(item: JsonObject, document: JsonObject): JsonObject {
  const shared = listOf(item['parameters']);
  return Object.fromEntries(
    entriesOf(item).flatMap(([key, value]) => {
      if (!methods.has(key) || !isJsonObject(value)) return [];
      return [[key, prepareOperation(value, shared, document)]];
    }),
  );
}

function prepareOperation(operation: JsonObject, shared: Json[], document: JsonObject): JsonObject {
  const {schemes, ...rest} = operation;
  const given = [...shared, ...listOf(operation['parameters'])].flatMap((value) => {
    const parameter = resolve(value, document);
    return parameter === undefined ? [] : [parameter];
  });
  const {parameters, consumes} = prepareParameters(given, stringsOf(operation['consumes'] ?? document['consumes']));
  const produces = stringsOf(operation['produces'] ?? document['produces']);
  const servers = stringsOf(schemes).flatMap((scheme) => serverOf(scheme, document));
  return {
    ...rest,
    parameters,
    consumes,
    produces: produces.length > 0 ? produces : ['application/json'],
    responses: Object.fromEntries(
      entriesOf(operation['responses']).map(([status, value]) => {
        const response: JsonObject = {description: '', ...resolve(value, document)};
        return [status, {...response, headers: objectsIn(response['headers'])}];
      }),
    ),
    ...(servers.length > 0 && {servers}),
  };
}

/**
 * `host`, `schemes` and `basePath`. Without schemes the one is meant that the document came by; a file came by none, and
 * https is what a page of today may call. It comes first for the same reason.
 */
function addressOf(document: JsonObject): JsonObject {
  const host = hostOf(document);
  const given = stringsOf(document['schemes']);
  const schemes = given.length > 0 ? given : ['https'];
  return {
    ...(host !== undefined && {host}),
    schemes: [...schemes].sort((a, b) => Number(b === 'https') - Number(a === 'https')),
    basePath: basePathOf(document),
  };
}

function serverOf(scheme: string, document: JsonObject): JsonObject[] {
  const host = hostOf(document);
  return host === undefined ? [] : [{url: `${scheme}://${host}${basePathOf(document)}`}];
}

/** Some write a scheme before the host, or a slash behind it. */
function hostOf(document: JsonObject): string | undefined {
  return (
    textOf(document['host'])
      ?.replace(/^\w+:\/\//, '')
      .replace(/\/+$/, '') || undefined
  );
}

function basePathOf(document: JsonObject): string {
  const path = (textOf(document['basePath']) ?? '').replace(/\/+$/, '');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}

/** The members that are objects. */
function objectsIn(value: Json | undefined): JsonObject {
  return Object.fromEntries(membersOf(value).filter(([, member]) => isJsonObject(member)));
}
