import type {Json} from './json.ts';
import type {NamedSchemas, Schema} from './schema.ts';

/** Where a parameter travels (OpenAPI 3.1, Parameter Object, `in`). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** How a parameter is written down (OpenAPI 3.1, Parameter Object, `style`). */
export type ParameterStyle =
  'matrix' | 'label' | 'simple' | 'form' | 'cookie' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

/** An API: one OpenAPI document, normalised to OpenAPI 3.1 meaning. Plain JSON. */
export interface Api {
  /** The id given in the site's configuration, part of every address: `doordeck`. */
  id: string;
  title: string;
  version: string;
  summary?: string;
  description?: string;
  contact?: {name?: string; url?: string; email?: string};
  license?: {name: string; url?: string};
  termsOfService?: string;
  externalDocs?: ExternalDocs;
  servers: Server[];
  tags: Tag[];
  /** `x-tagGroups`: chapters above the tags, in the order of the document. */
  tagGroups?: TagGroup[];
  /** In the order of the document. */
  operations: Operation[];
  /** In the order of the document. */
  webhooks: Webhook[];
  schemas: NamedSchemas;
  securitySchemes: Record<string, SecurityScheme>;
}

export interface ExternalDocs {
  url: string;
  description?: string;
}

export interface Tag {
  name: string;
  /** What readers see instead of the name (OpenAPI 3.2, Tag Object, `summary`; before it `x-displayName`). */
  summary?: string;
  /** The name of the tag that this one stands under (OpenAPI 3.2, Tag Object). Never leads back to itself. */
  parent?: string;
  /** What sort of tag it is: `nav`, `badge`, `audience` (OpenAPI 3.2, Tag Object). */
  kind?: string;
  description?: string;
  externalDocs?: ExternalDocs;
}

export interface TagGroup {
  name: string;
  /** Names of tags. */
  tags: string[];
}

export interface Server {
  /** OpenAPI 3.2, Server Object. */
  name?: string;
  /** Absolute or relative, with `{variables}` as in the document and no slash at the end. */
  url: string;
  description?: string;
  variables?: Record<string, {default: string; enum?: string[]; description?: string}>;
}

/**
 * All that a page, a form, a snippet and a check need of one operation. The only thing that crosses from build to
 * browser: plain JSON, with just the schemas and security schemes that it reaches.
 */
export interface Operation {
  /** `<api id>/<slug>`: the value of `data-operation`. */
  key: string;
  apiId: string;
  apiTitle: string;
  /** From the document, or made of method and path where it has none. */
  operationId: string;
  slug: string;
  /** In capitals. */
  method: string;
  /** The path template of the document, `/account/{id}`. */
  path: string;
  /** The title of the page: `summary`, else the operation id in words. */
  title: string;
  description?: string;
  deprecated?: boolean;
  tags: string[];
  externalDocs?: ExternalDocs;
  servers: Server[];
  /** Path item's and operation's, merged by (name, in); without the headers that OpenAPI ignores. */
  parameters: Parameter[];
  accept?: Accept;
  requestBody?: RequestBody;
  /** In the order of the document. */
  responses: Response[];
  /** One of these must be met; an empty object is "none". Empty list: no authorisation. */
  security: SecurityRequirement[];
  securitySchemes: Record<string, SecurityScheme>;
  /** Requests that the API sends to an address of the caller's, in the order of the document. */
  callbacks?: Callback[];
  /** `x-codeSamples`: code that the document brings along. */
  codeSamples?: CodeSample[];
  schemas: NamedSchemas;
}

/**
 * A request that the API sends to its users (OpenAPI 3.1, OpenAPI Object, `webhooks`), in the shape of an operation.
 * `path` is empty and `servers` too: the address is agreed upon elsewhere. `key` is `<api id>/webhooks/<slug>`.
 */
export interface Webhook extends Operation {
  /** The key in the document. */
  name: string;
}

/** The requests that the API sends for one runtime expression (OpenAPI 3.1, Callback Object). */
export interface Callback {
  /** The key in `callbacks`; one callback may have several expressions. */
  name: string;
  /** Where to: `{$request.body#/callbackUrl}`. */
  expression: string;
  operations: CallbackOperation[];
}

/** One request of a callback. The named schemas that it reaches are among those of the operation. */
export type CallbackOperation = Pick<
  Operation,
  | 'operationId'
  | 'method'
  | 'title'
  | 'description'
  | 'deprecated'
  | 'externalDocs'
  | 'parameters'
  | 'requestBody'
  | 'responses'
>;

export interface CodeSample {
  /** The language as the document calls it: `Shell`, `C#`. */
  language: string;
  label?: string;
  code: string;
}

export interface Parameter {
  name: string;
  in: ParameterLocation;
  description?: string;
  required: boolean;
  deprecated?: boolean;
  style: ParameterStyle;
  explode: boolean;
  allowReserved?: boolean;
  /** Set instead of style and explode when the document serialises the parameter by media type. */
  contentType?: string;
  schema: Schema;
  examples: Example[];
  /** Examples that stand at an address of their own. */
  externalExamples?: ExternalExample[];
  /** The value is the whole query string, without a name (OpenAPI 3.2, `in: querystring`); `in` says `query`. */
  isQueryString?: boolean;
}

/**
 * The `Accept` header, which OpenAPI keeps in the keys of the responses' `content` and not among the parameters.
 * (OpenAPI 3.1, Parameter Object: header parameters named Accept, Content-Type or Authorization are ignored.)
 */
export interface Accept {
  /** What is sent: the media types of the first successful response, in order. */
  value: string;
  /** True when the documented reply is only had by asking for it: no plain JSON or wildcard among the media types. */
  required: boolean;
}

export interface RequestBody {
  description?: string;
  required: boolean;
  /** In the order of the document; the first is what a form sends by default. */
  content: MediaType[];
}

export interface MediaType {
  /** `application/json`, `text/*`. */
  mediaType: string;
  schema?: Schema;
  /** At least one wherever one can be given or made. */
  examples: Example[];
  /** Examples that stand at an address of their own. */
  externalExamples?: ExternalExample[];
  /** How the parts of a form or multipart body are written, by property; of an array by `positional-encoding.ts`. */
  encoding?: Record<string, Encoding>;
  /** The items of the array that `schema` is follow one another on the wire (OpenAPI 3.2, `itemSchema`). */
  isSequence?: boolean;
}

/** OpenAPI 3.1, Encoding Object. What is left out is as the specification has it by default. */
export interface Encoding {
  contentType?: string;
  headers: Header[];
  style?: ParameterStyle;
  explode?: boolean;
  allowReserved?: boolean;
}

/** An example that the document names by a URL (`externalValue`). It is linked to, and never fetched. */
export interface ExternalExample {
  /** The key in the document. */
  name: string;
  summary?: string;
  description?: string;
  url: string;
}

export interface Example {
  /** The key in the document, or `generated`. */
  name: string;
  summary?: string;
  description?: string;
  value: Json;
  /** Made from the schema, not given by the document. */
  generated?: boolean;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  status: string;
  /** OpenAPI 3.2, Response Object. */
  summary?: string;
  description: string;
  headers: Header[];
  content: MediaType[];
  links: Link[];
  /** `x-field-errors`: a runtime expression to a list of `{field, message}`; a non-empty list is a refusal. */
  fieldErrors?: string;
  /** `x-issues-credential`: runtime expression to a credential, by the name of the security scheme it serves. */
  issuesCredential?: Record<string, string>;
}

export interface Header {
  name: string;
  description?: string;
  required: boolean;
  deprecated?: boolean;
  schema: Schema;
}

/** A link to another operation, ready to be followed (OpenAPI 3.1, Link Object). */
export interface Link {
  name: string;
  /** The name in words: `retryWithForce` → "Retry with force". */
  label: string;
  description?: string;
  /** `<api id>/<slug>` of the target. */
  operationKey: string;
  /** Values or runtime expressions, by parameter name or `in.name`. */
  parameters: Record<string, Json>;
  /** A value, or a tree of values and runtime expressions. */
  requestBody?: Json;
  /** The security schemes of this API that the target can use. */
  securitySchemes: string[];
  /** The security schemes that a reply of the target carries a credential for (`x-issues-credential`). */
  issues?: string[];
}

/** Names of security schemes with the scopes they need. All of them must be met together. */
export type SecurityRequirement = Record<string, string[]>;

/** A security scheme (OpenAPI 3.1, Security Scheme Object), by its `type`. */
export type SecurityScheme = {description?: string; deprecated?: boolean} & (
  | {type: 'http'; scheme: string; bearerFormat?: string}
  | {type: 'apiKey'; in: 'query' | 'header' | 'cookie'; name: string}
  | {type: 'oauth2'; flows: Record<string, OAuthFlow>}
  | {type: 'openIdConnect'; openIdConnectUrl: string}
  | {type: 'mutualTLS'}
);

export interface OAuthFlow {
  authorizationUrl?: string;
  tokenUrl?: string;
  refreshUrl?: string;
  deviceAuthorizationUrl?: string;
  scopes: Record<string, string>;
}
