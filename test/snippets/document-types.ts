import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import openapiTS, {astToString, type OpenAPI3} from 'openapi-typescript';
import type {Operation} from '../../src/model/operation.ts';

/**
 * The types that programs import, by the name of their file: of both documents, as `npx openapi-typescript` writes them
 * without any option, and of a document that holds the other operations.
 */
export async function documentTypes(operations: Operation[]): Promise<[name: string, text: string][]> {
  const documented = ['coindroids', 'doordeck'].map(async (id): Promise<[string, string]> => {
    const types = await openapiTS(pathToFileURL(resolve(`openapi/${id}.yaml`)));
    return [`${id}.d.ts`, astToString(types)];
  });
  const others = operations.filter(({apiId}) => apiId === 'test');
  const types = await openapiTS(toDocument(others));
  return [...(await Promise.all(documented)), ['test.d.ts', astToString(types)]];
}

/** An OpenAPI document of operations that came from none: what programs for them are checked against. */
function toDocument(operations: Operation[]): OpenAPI3 {
  const paths: Record<string, Record<string, {parameters: object[]; responses: object; requestBody?: object}>> = {};
  for (const {path, method, parameters, requestBody} of operations) {
    const item = (paths[path] ??= {});
    const own = parameters.map(({name, in: place, required}) => ({name, in: place, required, schema: {}}));
    item[method.toLowerCase()] = {
      parameters: [...(item[method.toLowerCase()]?.parameters ?? []), ...own],
      responses: {'200': {description: 'It arrived.', content: {'application/json': {schema: {}}}}},
      ...(requestBody === undefined ? {} : {requestBody: {content: toContent(requestBody.content)}}),
    };
  }
  return {openapi: '3.1.0', info: {title: 'Test', version: '1'}, paths};
}

function toContent(content: {mediaType: string}[]): Record<string, object> {
  return Object.fromEntries(content.map(({mediaType}) => [mediaType, {schema: {}}]));
}
