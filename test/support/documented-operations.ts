import {Validator} from '@cfworker/json-schema';
import type {Schema as ValidatorSchema} from '@cfworker/json-schema';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import type {Json} from '../../src/model/json.ts';
import type {Api, MediaType, Operation} from '../../src/model/operation.ts';
import type {NamedSchemas, Schema} from '../../src/model/schema.ts';
import type {Problem} from '../../src/model/values.ts';
import * as fixtures from '../fixtures/operation.ts';

interface DocumentedContent {
  content?: Record<string, {schema: Schema; examples?: Record<string, {value: Json}>}>;
}

interface Document {
  info: {title: string; version: string};
  servers: {url: string}[];
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        requestBody?: DocumentedContent & {required: boolean};
        responses: Record<string, DocumentedContent & {description?: string}>;
      }
    >
  >;
  components: {schemas: NamedSchemas};
}

/** An API of the site as far as a demo back end looks at it, read without the site's own loader. */
export function readOperations(id: string): Api {
  const {info, servers, paths, components} = parse(
    readFileSync(join(__dirname, `../../openapi/${id}.yaml`), 'utf8'),
  ) as Document;
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, {operationId, requestBody, responses}]) =>
      operationOf({
        key: `${id}/${operationId}`,
        apiId: id,
        operationId,
        method: method.toUpperCase(),
        path,
        servers,
        schemas: components.schemas,
        ...(requestBody && {requestBody: {required: requestBody.required, content: mediaTypes(requestBody)}}),
        responses: Object.entries(responses).map(([status, response]) => ({
          status,
          description: response.description ?? '',
          headers: [],
          content: mediaTypes(response),
          links: [],
        })),
      }),
    ),
  );
  const {title, version} = info;
  return {
    id,
    title,
    version,
    servers,
    tags: [],
    operations,
    webhooks: [],
    schemas: components.schemas,
    securitySchemes: {},
  };
}

/** An operation with as much as a test says of it. */
export function operationOf(given: Partial<Operation>): Operation {
  return fixtures.operation({key: 'example/operation', apiId: 'example', apiTitle: 'Example', path: '/', ...given});
}

/** The request examples of an operation, by name. */
export function requestExamples(api: Api, operationId: string): Record<string, Json> {
  const operation = api.operations.find((candidate) => candidate.operationId === operationId);
  const examples = operation?.requestBody?.content[0]?.examples ?? [];
  return Object.fromEntries(examples.map(({name, value}) => [name, value]));
}

/** Holds the JSON body of a request against its schema. */
export async function validateBody(operation: Operation, request: Request): Promise<Problem[]> {
  const {requestBody, schemas} = operation;
  const text = await request.text();
  if (requestBody === undefined || (text === '' && !requestBody.required)) return [];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [{name: 'body', keyword: 'syntax', message: 'This is not JSON.'}];
  }
  const schema = {...(requestBody.content[0]?.schema as object), components: {schemas}} as ValidatorSchema;
  const {errors} = new Validator(schema, '2020-12', false).validate(body);
  return errors
    .filter(({keyword}) => keyword !== '$ref' && keyword !== 'properties')
    .map(({keyword, instanceLocation, error}) => {
      const missing = keyword === 'required' ? /"([^"]+)"/.exec(error)?.[1] : undefined;
      const path = [...instanceLocation.split('/').slice(1), ...(missing === undefined ? [] : [missing])];
      return {name: ['body', ...path].join('.'), keyword, message: `${error}.`};
    });
}

function mediaTypes({content = {}}: DocumentedContent): MediaType[] {
  return Object.entries(content).map(([mediaType, {schema, examples = {}}]) => ({
    mediaType,
    schema,
    examples: Object.entries(examples).map(([name, {value}]) => ({name, value})),
  }));
}
