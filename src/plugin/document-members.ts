import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import {escapeToken, pointerTokens} from './normalise/pointer.ts';

/** Keywords whose values are data of the API, in which nothing is part of the document. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue']);

/** Keywords that hold parts by name: what stands directly in them are names, whatever they are called. */
const maps = new Set([
  ...['paths', 'webhooks', 'callbacks', 'responses', 'headers', 'links', 'content', 'encoding', 'variables', 'mapping'],
  ...['schemas', 'parameters', 'requestBodies', 'securitySchemes', 'pathItems', 'mediaTypes', 'securityDefinitions'],
  ...['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions', 'scopes'],
]);

/**
 * Calls `visit` with every object that is part of a document of OpenAPI, and its pointer, from the top down and in order.
 * What is data (examples, defaults, values of enumerations) is left out; a property that is called so is not.
 */
export function visitMembers(document: Json, visit: (part: JsonObject, pointer: string) => void): void {
  const seen = new Set<object>();
  const walk = (value: Json | undefined, pointer: string, isMap: boolean): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isJsonObject(value) && !isMap) visit(value, pointer);
    for (const [key, child] of Object.entries(value)) {
      const isKeyword = isJsonObject(value) && !isMap;
      if (isKeyword && data.has(key)) continue;
      walk(child, `${pointer}/${escapeToken(key)}`, isKeyword && maps.has(key) && isJsonObject(child));
    }
  };
  walk(document, '#', false);
}

/** Whether a pointer leads into an extension (`x-…`), whose value is no part of OpenAPI; a name may begin so as well. */
export function isInExtension(pointer: string): boolean {
  let isMap = false;
  for (const token of pointerTokens(pointer)) {
    if (!isMap && token.startsWith('x-')) return true;
    isMap = !isMap && maps.has(token);
  }
  return false;
}
