import type {Json} from './json.ts';
import type {Api, ExternalDocs, Operation, Server, Webhook} from './operation.ts';
import type {SchemaNode} from './schema-tree.ts';

/** The program that makes a request, in one language. */
export interface Snippet {
  /** Stable id, the value of the language tab: `curl`, `typescript`. */
  language: string;
  /** For the tab: "curl", "JavaScript". */
  label: string;
  /** The Prism grammar: `bash`, `javascript`. */
  grammar: string;
  code: string;
}

/** An entry of the table of contents, in the shape Docusaurus' `TOC` takes. */
export interface TocItem {
  id: string;
  /** HTML. */
  value: string;
  level: number;
}

/** A neighbour in reading order. */
export interface PageLink {
  title: string;
  /** With the base URL, ready for a link. */
  permalink: string;
}

/** All that the page of an operation receives. Prose is sanitised HTML. */
export interface OperationPageData {
  operation: Operation;
  /** The addresses of the pages of the schemas in `operation.schemas`, by name. */
  schemaLinks: Record<string, string>;
  /** The schemas of the page as trees, by their addresses: `body`, `query.force`, `response-200`. */
  trees: Record<string, SchemaNode>;
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
}

/** All that the page of a webhook receives. Prose is sanitised HTML. */
export interface WebhookPageData {
  webhook: Webhook;
  /** The addresses of the pages of the schemas in `webhook.schemas`, by name. */
  schemaLinks: Record<string, string>;
  /** The schemas of the page as trees, by their addresses: `body`, `response-200`. */
  trees: Record<string, SchemaNode>;
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
}

/** All that the page of a named schema receives. Prose is sanitised HTML. */
export interface SchemaPageData {
  apiId: string;
  /** The key in `components.schemas`. */
  name: string;
  slug: string;
  /** Where it says something else than the name. */
  title?: string;
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  /** Stands over `tree`, and is the first in `toc`. */
  heading: {id: string; value: string};
  tree: SchemaNode;
  /** The addresses of the pages of the schemas that `tree` names. */
  schemaLinks: Record<string, string>;
  /** A value that meets the schema, as a response would have it. */
  example: Json;
  /** Who refers to it, without another named schema in between. */
  usedBy: {operations: SchemaUser[]; schemas: PageLink[]};
  overview: PageLink;
  toc: TocItem[];
}

/** An operation that has a schema in its request or responses. */
interface SchemaUser {
  title: string;
  method: string;
  path: string;
  permalink: string;
  /** `request`, or the status of a response. */
  places: string[];
}

/** One named schema in an overview. */
export interface SchemaEntry {
  name: string;
  title?: string;
  permalink: string;
  /** First sentence of the description, plain text. */
  summary: string;
}

/** One operation in an overview. */
export interface OperationEntry {
  key: string;
  title: string;
  method: string;
  path: string;
  permalink: string;
  deprecated?: boolean;
  /** First sentence of the description, plain text. */
  summary: string;
}

/** The operations of one tag in an overview. */
export interface OperationGroupEntry {
  tag: string;
  /** What readers see of the tag. */
  title: string;
  id: string;
  description?: string;
  externalDocs?: ExternalDocs;
  /** How many tags it stands under; those stand right before it. */
  depth: number;
  /** The `x-tagGroups` entry that begins with this group. */
  chapter?: string;
  operations: OperationEntry[];
}

/** All that the overview page of an API receives. Prose is sanitised HTML. */
export interface ApiPageData {
  api: Omit<Api, 'operations' | 'webhooks' | 'schemas' | 'tags' | 'tagGroups' | 'servers'> & {servers: Server[]};
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  /** In the order of the document; untagged operations last, under the tag name "Other". */
  groups: OperationGroupEntry[];
  /** In the order of the document; the name of the webhook stands in `path`. */
  webhooks: OperationEntry[];
  /** In the order of the document. */
  schemas: SchemaEntry[];
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
}
