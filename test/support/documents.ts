import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';

/**
 * What the documents in `openapi/` say, read without the site's own code, so that a mistake there cannot hide itself in
 * the tests. Knows only what these documents use.
 */

interface DocumentedSchema {
  $ref?: string;
  title?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  required?: string[];
  properties?: Record<string, DocumentedSchema>;
  items?: DocumentedSchema;
  writeOnly?: boolean;
  readOnly?: boolean;
  pattern?: string;
  default?: string | number | boolean;
  enum?: unknown[];
  minLength?: number;
  maxLength?: number;
}

interface DocumentedMessage {
  $ref?: string;
  description?: string;
  required?: boolean;
  headers?: Record<string, DocumentedHeader>;
  content?: Record<string, {schema: DocumentedSchema; examples?: Record<string, {summary: string; value: unknown}>}>;
  links?: Record<string, {operationId: string; description: string}>;
}

interface DocumentedHeader {
  $ref?: string;
  description?: string;
  required?: boolean;
  schema?: DocumentedSchema;
}

interface DocumentedParameter {
  name: string;
  in: string;
  required?: boolean;
  description: string;
  schema: DocumentedSchema;
}

interface OpenApiDocument {
  info: {title: string; version: string; summary: string; description: string};
  servers: {url: string; description: string}[];
  tags: {name: string; description: string}[];
  paths: Record<
    string,
    Record<
      string,
      {
        operationId: string;
        summary: string;
        description: string;
        tags: string[];
        security: Record<string, string[]>[];
        parameters?: DocumentedParameter[];
        requestBody?: DocumentedMessage;
        responses: Record<string, DocumentedMessage>;
      }
    >
  >;
  components: {
    schemas: Record<string, DocumentedSchema>;
    responses?: Record<string, DocumentedMessage>;
    headers?: Record<string, DocumentedHeader>;
    securitySchemes: Record<string, {description: string}>;
  };
}

/** One row of a page: a parameter or a property, under the id it has there. */
export interface DocumentedRow {
  id: string;
  name: string;
  required: boolean;
  description: string;
  schema: DocumentedSchema;
}

export interface DocumentedOperation {
  api: string;
  /** The address of its page. */
  path: string;
  title: string;
  description: string;
  method: string;
  /** Of the first server. */
  address: string;
  parameters: DocumentedRow[];
  body?: {mediaTypes: string[]; required: boolean; description: string; rows: DocumentedRow[]; examples: unknown[]};
  responses: {
    status: string;
    description: string;
    mediaTypes: string[];
    headers: DocumentedRow[];
    rows: DocumentedRow[];
    examples: unknown[];
    links: {path: string; description: string}[];
  }[];
}

export interface DocumentedApi {
  id: string;
  document: OpenApiDocument;
  operations: DocumentedOperation[];
}

/** Both APIs that the site ships with. */
export function readDocuments(): DocumentedApi[] {
  return ['coindroids', 'doordeck'].map((id) => {
    const text = readFileSync(join(__dirname, `../../openapi/${id}.yaml`), 'utf8');
    const document = parse(text) as OpenApiDocument;
    return {id, document, operations: listOperations(id, document)};
  });
}

/** CommonMark as a reader sees it: without marks, one paragraph, heading or row after the other, blanks collapsed. */
export function plainSentences(markdown: string): string[] {
  return markdown
    .replaceAll(/^:::\w*(?:\[(.*)\])?$/gm, '\n$1\n\n')
    .replaceAll(/^(?:```.*|\|(?: *:?-+:? *\|)+)$/gm, '')
    .replaceAll(/^#+ (.*)$/gm, '\n$1\n\n')
    .replaceAll(/^\|(.*)\|$/gm, (_row, cells: string) => `${cells.replaceAll('|', ' ')}\n\n`)
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|`/g, '')
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
}

function listOperations(api: string, document: OpenApiDocument): DocumentedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): DocumentedOperation => {
      const {requestBody, responses} = operation;
      return {
        api,
        path: pagePath(api, operation.operationId),
        title: operation.summary,
        description: operation.description,
        method: method.toUpperCase(),
        address: `${document.servers[0]?.url ?? ''}${path}`,
        parameters: (operation.parameters ?? []).map((parameter) => ({
          id: `${parameter.in}.${parameter.name}`,
          name: parameter.name,
          required: parameter.required ?? false,
          description: parameter.description,
          schema: parameter.schema,
        })),
        ...(requestBody && {
          body: {
            mediaTypes: Object.keys(requestBody.content ?? {}),
            required: requestBody.required ?? false,
            description: requestBody.description ?? '',
            rows: listRows(document, requestBody, 'body', 'readOnly'),
            examples: listExamples(requestBody),
          },
        }),
        responses: Object.entries(responses).map(([status, reference]) => {
          const response = follow(document, reference);
          return {
            status,
            description: response.description ?? '',
            mediaTypes: Object.keys(response.content ?? {}),
            headers: listHeaders(document, response, `response-${status}.header`),
            rows: listRows(document, response, `response-${status}`, 'writeOnly'),
            examples: listExamples(response),
            links: Object.values(response.links ?? {}).map((link) => ({
              path: pagePath(api, link.operationId),
              description: link.description,
            })),
          };
        }),
      };
    }),
  );
}

function pagePath(api: string, operationId: string): string {
  return `/reference/${api}/${operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function follow(document: OpenApiDocument, message: DocumentedMessage): DocumentedMessage {
  const name = message.$ref?.split('/').at(-1);
  return name === undefined ? message : (document.components.responses?.[name] ?? {});
}

function listHeaders(document: OpenApiDocument, {headers = {}}: DocumentedMessage, id: string): DocumentedRow[] {
  return Object.entries(headers).map(([name, reference]) => {
    const shared = reference.$ref?.split('/').at(-1);
    const header = shared === undefined ? reference : (document.components.headers?.[shared] ?? {});
    const {required = false, description = '', schema = {}} = header;
    return {id: `${id}.${name}`, name, required, description, schema};
  });
}

function listExamples(message: DocumentedMessage): unknown[] {
  return Object.values(message.content ?? {}).flatMap(({examples}) =>
    Object.values(examples ?? {}).map(({value}) => value),
  );
}

/** Every property of the message, nested ones below their parents' id, items of lists under the id of the list. */
function listRows(
  document: OpenApiDocument,
  message: DocumentedMessage,
  id: string,
  hidden: 'readOnly' | 'writeOnly',
): DocumentedRow[] {
  const resolve = (schema: DocumentedSchema): DocumentedSchema => {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : {...document.components.schemas[name], ...schema};
  };
  const walk = (given: DocumentedSchema, prefix: string): DocumentedRow[] => {
    const schema = resolve(given);
    if (schema.items !== undefined) return walk(schema.items, prefix);
    return Object.entries(schema.properties ?? {}).flatMap(([name, property]): DocumentedRow[] => {
      const resolved = resolve(property);
      if (resolved[hidden]) return [];
      const row = {
        id: `${prefix}.${name}`,
        name,
        required: schema.required?.includes(name) ?? false,
        description: resolved.description ?? '',
        schema: resolved,
      };
      return [row, ...walk(property, row.id)];
    });
  };
  return Object.values(message.content ?? {}).flatMap(({schema}) => walk(schema, id));
}
