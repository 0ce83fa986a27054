import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';

/** The fields of a Path Item Object that hold operations (OpenAPI 3.2, Path Item Object). */
const fixedMethods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

export interface MethodEntry {
  /** In capitals. */
  method: string;
  /** Where the operation stands below the path item, as pointer tokens: `get`, `additionalOperations/COPY`. */
  key: string;
  operation: JsonObject;
}

/** The operations of a path item, in the order of the document. */
export function methodsOf(pathItem: Json | undefined): MethodEntry[] {
  if (!isJsonObject(pathItem)) return [];
  return Object.entries(pathItem).flatMap(([key, value]): MethodEntry[] => {
    if (!isJsonObject(value)) return [];
    if (fixedMethods.includes(key)) return [{method: key.toUpperCase(), key, operation: value}];
    if (key !== 'additionalOperations') return [];
    return Object.entries(value).flatMap(([method, operation]) =>
      isJsonObject(operation) ? [{method, key: `${key}/${method}`, operation}] : [],
    );
  });
}
