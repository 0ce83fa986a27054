import type {Api, Example, MediaType, Operation, Response} from '../../model/operation.ts';
import type {Schema} from '../../model/schema.ts';
import {mapSubschemas} from '../normalise/schema-positions.ts';
import type {DocumentLinks} from './document-links.ts';
import {createRenderMarkdown, type RenderMarkdown} from './render-markdown.ts';

/** The same API with every description turned into sanitised HTML. Pure. */
export function renderProse(api: Api, links: DocumentLinks): Api {
  const render = createRenderMarkdown(links);
  const schemas = mapRecord(api.schemas, (schema, name) => renderSchema(schema, render, `schema.${name}`));
  const securitySchemes = mapRecord(api.securitySchemes, (scheme, name) =>
    described(scheme, render, `authorisation.${name}`),
  );
  return {
    ...described(api, render, 'description'),
    servers: api.servers.map((server) => described(server, render, 'server')),
    tags: api.tags.map((tag) => described(tag, render, `tag.${tag.name}`)),
    schemas,
    securitySchemes,
    operations: api.operations.map((operation) => ({
      ...renderOperation(operation, render),
      schemas: mapRecord(operation.schemas, (schema, name) => schemas[name] ?? schema),
      securitySchemes: mapRecord(operation.securitySchemes, (scheme, name) => securitySchemes[name] ?? scheme),
    })),
  };
}

function renderOperation(operation: Operation, render: RenderMarkdown): Operation {
  const {requestBody} = operation;
  return {
    ...described(operation, render, 'description'),
    servers: operation.servers.map((server) => described(server, render, 'server')),
    parameters: operation.parameters.map((parameter) => {
      const place = `${parameter.in}.${parameter.name}`;
      return {
        ...described(parameter, render, place),
        schema: renderSchema(parameter.schema, render, `${place}.schema`),
        examples: parameter.examples.map((example) => renderExample(example, render, place)),
      };
    }),
    requestBody: requestBody && {
      ...described(requestBody, render, 'body'),
      content: requestBody.content.map((media) => renderMediaType(media, render, 'body')),
    },
    responses: operation.responses.map((response) => renderResponse(response, render)),
  };
}

function renderResponse(response: Response, render: RenderMarkdown): Response {
  const place = `response-${response.status}`;
  return {
    ...response,
    description: render(response.description, place),
    headers: response.headers.map((header) => ({
      ...described(header, render, `${place}.${header.name}`),
      schema: renderSchema(header.schema, render, `${place}.${header.name}.schema`),
    })),
    content: response.content.map((media) => renderMediaType(media, render, place)),
    links: response.links.map((link) => described(link, render, `${place}.${link.name}`)),
  };
}

function renderMediaType(media: MediaType, render: RenderMarkdown, place: string): MediaType {
  return {
    ...media,
    schema: media.schema === undefined ? undefined : renderSchema(media.schema, render, `${place}.schema`),
    examples: media.examples.map((example) => renderExample(example, render, place)),
  };
}

function renderExample(example: Example, render: RenderMarkdown, place: string): Example {
  return described(example, render, `${place}.${example.name}`);
}

/** Descriptions only where schemas stand: an example may hold a member of that name. */
function renderSchema(schema: Schema, render: RenderMarkdown, place: string): Schema {
  if (typeof schema === 'boolean') return schema;
  const copy = mapSubschemas<unknown>({...schema}, (child) => renderSchema(child as Schema, render, place));
  return described(copy as Exclude<Schema, boolean>, render, place);
}

function described<Described extends {description?: string}>(
  value: Described,
  render: RenderMarkdown,
  place: string,
): Described {
  return value.description === undefined ? value : {...value, description: render(value.description, place)};
}

function mapRecord<Value>(
  record: Record<string, Value>,
  change: (value: Value, name: string) => Value,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value, name)]));
}
