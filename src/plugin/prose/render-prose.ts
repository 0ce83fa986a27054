import type {
  Api,
  Callback,
  CallbackOperation,
  Example,
  ExternalExample,
  Header,
  MediaType,
  Operation,
  Parameter,
  Response,
  Server,
} from '../../model/operation.ts';
import {member} from '../../model/member.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
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
  // In large documents thousands of operations share what they reach.
  const shared = new Map<NamedSchemas, NamedSchemas>();
  const reached = (own: NamedSchemas): NamedSchemas => {
    const known = shared.get(own) ?? mapRecord(own, (schema, name) => member(schemas, name) ?? schema);
    shared.set(own, known);
    return known;
  };
  const whole = <Described extends Operation>(operation: Described): Described => ({
    ...renderOperation(operation, render),
    schemas: reached(operation.schemas),
    securitySchemes: mapRecord(operation.securitySchemes, (scheme, name) => member(securitySchemes, name) ?? scheme),
  });
  return {
    ...described(api, render, 'description'),
    servers: api.servers.map((server) => renderServer(server, render)),
    tags: api.tags.map((tag) => described(tag, render, `tag.${tag.name}`)),
    schemas,
    securitySchemes,
    operations: api.operations.map(whole),
    webhooks: api.webhooks.map(whole),
  };
}

function renderOperation<Described extends Operation>(operation: Described, render: RenderMarkdown): Described {
  return {
    ...renderRequest(operation, render, ''),
    servers: operation.servers.map((server) => renderServer(server, render)),
    callbacks: operation.callbacks?.map((callback) => renderCallback(callback, render)),
  };
}

function renderCallback(callback: Callback, render: RenderMarkdown): Callback {
  return {
    ...callback,
    operations: callback.operations.map((operation) =>
      renderRequest(operation, render, `callback.${callback.name}.${operation.method}.`),
    ),
  };
}

/** `place`: what the places of its parts begin with. */
function renderRequest<Described extends CallbackOperation>(
  operation: Described,
  render: RenderMarkdown,
  place: string,
): Described {
  const {requestBody} = operation;
  return {
    ...described(operation, render, `${place}description`),
    parameters: operation.parameters.map((parameter) => renderParameter(parameter, render, place)),
    requestBody: requestBody && {
      ...described(requestBody, render, `${place}body`),
      content: requestBody.content.map((media) => renderMediaType(media, render, `${place}body`)),
    },
    responses: operation.responses.map((response) => renderResponse(response, render, place)),
  };
}

function renderParameter(parameter: Parameter, render: RenderMarkdown, prefix: string): Parameter {
  const place = `${prefix}${parameter.in}.${parameter.name}`;
  return {
    ...described(parameter, render, place),
    schema: renderSchema(parameter.schema, render, `${place}.schema`),
    examples: parameter.examples.map((example) => renderExample(example, render, place)),
    externalExamples: parameter.externalExamples?.map((example) => renderExample(example, render, place)),
  };
}

function renderResponse(response: Response, render: RenderMarkdown, prefix: string): Response {
  const place = `${prefix}response-${response.status}`;
  return {
    ...response,
    description: render(response.description, place),
    headers: response.headers.map((header) => renderHeader(header, render, place)),
    content: response.content.map((media) => renderMediaType(media, render, place)),
    links: response.links.map((link) => described(link, render, `${place}.${link.name}`)),
  };
}

function renderHeader(header: Header, render: RenderMarkdown, place: string): Header {
  return {
    ...described(header, render, `${place}.${header.name}`),
    schema: renderSchema(header.schema, render, `${place}.${header.name}.schema`),
  };
}

function renderMediaType(media: MediaType, render: RenderMarkdown, place: string): MediaType {
  return {
    ...media,
    schema: media.schema === undefined ? undefined : renderSchema(media.schema, render, `${place}.schema`),
    examples: media.examples.map((example) => renderExample(example, render, place)),
    externalExamples: media.externalExamples?.map((example) => renderExample(example, render, place)),
    encoding:
      media.encoding &&
      mapRecord(media.encoding, (encoding, name) => ({
        ...encoding,
        headers: encoding.headers.map((header) => renderHeader(header, render, `${place}.${name}`)),
      })),
  };
}

function renderServer(server: Server, render: RenderMarkdown): Server {
  return {
    ...described(server, render, 'server'),
    variables: server.variables && mapRecord(server.variables, (variable) => described(variable, render, 'server')),
  };
}

function renderExample<Described extends Example | ExternalExample>(
  example: Described,
  render: RenderMarkdown,
  place: string,
): Described {
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
