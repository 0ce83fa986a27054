import type {Api, Operation, Server, Webhook} from './operation.ts';

/** A snippet as the page shows it before anything is filled in. */
export interface Snippet {
  /** Stable id, the value of the language tab: `curl`, `javascript`, `python`, `http`. */
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
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  snippets: Snippet[];
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
}

/** All that the page of a webhook receives. Prose is sanitised HTML. */
export interface WebhookPageData {
  webhook: Webhook;
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
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

/** All that the overview page of an API receives. Prose is sanitised HTML. */
export interface ApiPageData {
  api: Omit<Api, 'operations' | 'schemas' | 'tags' | 'servers'> & {servers: Server[]};
  /** Plain text of one or two sentences, for `<meta name="description">`. */
  summary: string;
  /** In the order of the document; untagged operations last, under the tag name "Other". */
  groups: {tag: string; id: string; description?: string; operations: OperationEntry[]}[];
  toc: TocItem[];
  previous?: PageLink;
  next?: PageLink;
}
