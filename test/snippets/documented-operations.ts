import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import type {Operation} from '../../src/model/operation.ts';
import type {NamedSchemas} from '../../src/model/schema.ts';
import {mediaType, operation, parameter} from '../fixtures/operation.ts';

/** As much of an OpenAPI document as a request is made of. */
interface Document {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: {schemas: NamedSchemas; securitySchemes: Operation['securitySchemes']};
}

interface DocumentedOperation {
  operationId: string;
  security: Operation['security'];
  parameters?: {name: string; in: 'path' | 'query' | 'header' | 'cookie'}[];
  requestBody?: {content: Record<string, {schema: {$ref: string}}>};
  responses: Record<string, {content?: Record<string, unknown>}>;
}

/** The operations of one of the site's documents. */
export function documentedOperations(apiId: string): Operation[] {
  const {paths, components} = parse(readFileSync(`openapi/${apiId}.yaml`, 'utf8'), {merge: true}) as Document;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, {operationId, security, parameters = [], requestBody, responses}]) =>
      operation({
        key: `${apiId}/${operationId}`,
        method: method.toUpperCase(),
        path,
        accept: {value: Object.keys(responses['200']?.content ?? {}).join(', '), required: false},
        parameters: parameters.map(({name, in: place}) => parameter(place, name)),
        ...(requestBody && {
          requestBody: {
            required: true,
            content: Object.entries(requestBody.content).map(([name, {schema}]) => mediaType(name, {schema})),
          },
        }),
        security,
        ...components,
      }),
    ),
  );
}
