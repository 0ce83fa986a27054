import {isJsonObject, type Json, type JsonObject} from '../src/model/json.ts';

/** The document with one operation, `largestBody`: the one whose body's schema, with all that it refers to, is largest. */
export function withLargestBody(document: JsonObject): JsonObject {
  const {paths, components} = document;
  if (!isJsonObject(paths) || !isJsonObject(components)) throw new Error('The document has no paths or no components.');
  let largest = {size: 0, path: '', method: '', operation: {} as JsonObject};
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item as JsonObject)) {
      if (!isJsonObject(operation)) continue;
      const size = sizeOf(operation['requestBody'], document, new Set());
      if (size > largest.size) largest = {size, path, method, operation};
    }
  }
  const {path, method, operation} = largest;
  const only = {...operation, operationId: 'largestBody', tags: []};
  const {openapi = '3.1.0', info = {}, servers = []} = document;
  const kept: JsonObject = {openapi, info, servers, paths: {[path]: {[method]: only}}};
  const used = new Set<string>();
  sizeOf(only, document, used);
  return {...kept, components: pickComponents(components, used)};
}

/** Of a value with all that it refers to, each once, in characters. */
function sizeOf(value: Json | undefined, document: JsonObject, seen: Set<string>): number {
  if (value === undefined) return 0;
  let size = JSON.stringify(value).length;
  for (const [, reference = ''] of JSON.stringify(value).matchAll(/"\$ref":"#\/([^"]+)"/g)) {
    if (seen.has(reference)) continue;
    seen.add(reference);
    size += sizeOf(find(document, reference), document, seen);
  }
  return size;
}

function find(document: JsonObject, reference: string): Json | undefined {
  return reference
    .split('/')
    .reduce<Json | undefined>((value, step) => (isJsonObject(value) ? value[step] : undefined), document);
}

function pickComponents(components: JsonObject, used: Set<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(components).map(([kind, all]) => [
      kind,
      Object.fromEntries(
        Object.entries(all as JsonObject).filter(
          ([name]) => kind === 'securitySchemes' || used.has(`components/${kind}/${name}`),
        ),
      ),
    ]),
  );
}
