import type {Api, Operation, ParameterLocation} from '../model/operation.ts';
import type {
  ApiPageData,
  OperationEntry,
  OperationGroupEntry,
  OperationPageData,
  PageLink,
  SchemaPageData,
  TocItem,
  WebhookPageData,
} from '../model/page.ts';
import {member} from '../model/member.ts';
import type {NamedSchemas} from '../model/schema.ts';
import {growOperationTrees} from '../model/operation-trees.ts';
import {reasonPhrase} from '../model/status.ts';
import {buildSchemaPages, schemaEntries, schemaLinks} from './schema-pages.ts';
import {groupOperations, readingOrder, type OperationGroup} from './operation-groups.ts';
import {noMemory} from './page-memory.ts';
import {escapeHtml, headingsToc} from './prose/headings-toc.ts';
import {firstSentence, toPlainText} from './prose/to-plain-text.ts';
import type {SiteLinks} from './site-links.ts';
import {buildWebhookPages, webhookEntries} from './webhook-pages.ts';

/** What search engines show of a description. */
const summaryLength = 160;

/** The pages of an API, in reading order. */
export interface ApiPages {
  overview: ApiPageData;
  operations: OperationPageData[];
  /** In the order of the document. */
  schemas: SchemaPageData[];
  /** In the order of the document. */
  webhooks: WebhookPageData[];
}

/**
 * All pages of an API, each knowing its neighbours; `rendered` is the same API with its prose as HTML. Pure but for what
 * the memory keeps.
 */
export function buildPages(api: Api, rendered: Api, links: SiteLinks, memory = noMemory): ApiPages {
  const bySlug = new Map(rendered.operations.map((operation) => [operation.slug, operation]));
  const sources = readingOrder(groupOperations(api));
  const linksOf = createLinksOf(schemaLinks(api, links));
  const overview: PageLink = {title: 'Overview', permalink: links.api(api.id)};
  const neighbours = [overview, ...sources.map((operation) => pageLink(operation, links))];
  return {
    overview: {...buildApiPage(api, rendered, links), next: neighbours[1]},
    operations: sources.map((source, index) => {
      const operation = bySlug.get(source.slug) ?? source;
      const trees = memory.operation(operation, () => growOperationTrees(operation, false, rendered.schemas));
      return {
        ...buildOperationPage(operation, operationSummary(source), linksOf(operation.schemas), trees),
        previous: neighbours[index],
        next: neighbours[index + 2],
      };
    }),
    schemas: buildSchemaPages(api, rendered, links, memory),
    webhooks: buildWebhookPages(api, rendered, links),
  };
}

/** The page of an operation whose prose is HTML already, without its neighbours. */
function buildOperationPage(
  operation: Operation,
  summary: string,
  links: Record<string, string>,
  trees: OperationPageData['trees'],
): OperationPageData {
  return {
    operation,
    schemaLinks: links,
    trees,
    summary,
    toc: operationToc(operation),
  };
}

/** The links of named schemas. Operations that reach the same share them. */
function createLinksOf(links: Record<string, string>): (schemas: NamedSchemas) => Record<string, string> {
  const known = new Map<NamedSchemas, Record<string, string>>();
  return (schemas) => {
    const found = known.get(schemas) ?? Object.fromEntries(linksTo(Object.keys(schemas), links));
    known.set(schemas, found);
    return found;
  };
}

function linksTo(names: string[], links: Record<string, string>): [string, string][] {
  return names.flatMap((name) => {
    const link = member(links, name);
    return link === undefined ? [] : [[name, link]];
  });
}

/** The overview of an API; `rendered` is the same API with its prose as HTML. */
function buildApiPage(api: Api, rendered: Api, links: SiteLinks): ApiPageData {
  const {operations: _operations, webhooks: _webhooks, schemas: _schemas, ...rest} = rendered;
  const {tags, tagGroups: _tagGroups, ...shown} = rest;
  const groups = groupOperations(api);
  return {
    api: shown,
    summary: summaryOf(api.description, api.summary ?? `Reference of the ${api.title} API.`),
    groups: groups.map(({tag, title, id, depth, chapter, operations}, index): OperationGroupEntry => {
      const {description, externalDocs} = tags.find(({name}) => name === tag) ?? {};
      return {
        tag,
        title,
        id,
        depth,
        description,
        externalDocs,
        chapter: chapter === groups[index - 1]?.chapter ? undefined : chapter,
        operations: operations.map((operation) => toEntry(operation, links)),
      };
    }),
    webhooks: webhookEntries(api, links),
    schemas: schemaEntries(api, links),
    toc: [...headingsToc(rendered.description), ...apiToc(api, groups)],
  };
}

function toEntry(operation: Operation, links: SiteLinks): OperationEntry {
  const {key, title, method, path, deprecated, description} = operation;
  const summary = description === undefined ? '' : firstSentence(description);
  return {key, title, method, path, permalink: links.operation(operation), deprecated, summary};
}

function operationSummary({title, method, path, apiTitle, description}: Operation): string {
  return summaryOf(description, `${title}: ${method} ${path} of the ${apiTitle} API.`);
}

/** The beginning of a description, or what stands in for one without running text. */
function summaryOf(description: string | undefined, otherwise: string): string {
  const text = description === undefined ? '' : toPlainText(description, summaryLength);
  return text === '' ? otherwise : text;
}

function pageLink(operation: Operation, links: SiteLinks): PageLink {
  return {title: operation.title, permalink: links.operation(operation)};
}

function apiToc(api: Api, groups: OperationGroup[]): TocItem[] {
  const schemes = Object.keys(api.securitySchemes);
  return [
    {id: 'servers', value: 'Servers', level: 2},
    ...(schemes.length > 0 ? [{id: 'authorisation', value: 'Authorisation', level: 2}] : []),
    ...groups.map(({id, title, depth}) => ({id, value: escapeHtml(title), level: depth === 0 ? 2 : 3})),
    ...(api.webhooks.length > 0 ? [{id: 'webhooks', value: 'Webhooks', level: 2}] : []),
    ...(Object.keys(api.schemas).length > 0 ? [{id: 'schemas', value: 'Schemas', level: 2}] : []),
  ];
}

/** The sections that the page of this operation has, in their order on it. */
function operationToc(operation: Operation): TocItem[] {
  const has = (location: ParameterLocation): boolean =>
    operation.parameters.some((parameter) => parameter.in === location);
  const sections = [
    {id: 'headers', value: 'Headers', exists: operation.accept !== undefined || has('header')},
    {id: 'path-parameters', value: 'Path parameters', exists: has('path')},
    {id: 'query-parameters', value: 'Query parameters', exists: has('query')},
    {id: 'cookies', value: 'Cookies', exists: has('cookie')},
    {id: 'body', value: 'Body', exists: operation.requestBody !== undefined},
  ];
  return [
    ...headingsToc(operation.description),
    {id: 'request', value: 'Request', level: 2},
    ...sections.filter(({exists}) => exists).map(({id, value}) => ({id, value, level: 3})),
    {id: 'responses', value: 'Responses', level: 2},
    ...operation.responses.map(({status}) => ({
      id: `response-${status}`,
      value: escapeHtml(`${status} ${reasonPhrase(status)}`.trim()),
      level: 3,
    })),
    ...(operation.callbacks?.length ? [{id: 'callbacks', value: 'Callbacks', level: 2}] : []),
    {id: 'try-it', value: 'Try it', level: 2},
  ];
}
