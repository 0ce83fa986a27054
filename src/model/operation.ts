import type {Json} from './json.ts';
import type {NamedSchemas, Schema} from './schema.ts';

/** Where a parameter travels (OpenAPI 3.1, Parameter Object, `in`). */
export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';

/** How a parameter is written down (OpenAPI 3.1, Parameter Object, `style`). */
export type ParameterStyle = 'matrix' | 'label' | 'simple' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject';

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
  /** In the order of the document. */
  operations: Operation[];
  schemas: NamedSchemas;
  securitySchemes: Record<string, SecurityScheme>;
}

export interface ExternalDocs {
  url: string;
  description?: string;
}

export interface Tag {
  name: string;
  description?: string;
  externalDocs?: ExternalDocs;
}

export interface Server {
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
  schemas: NamedSchemas;
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
