import {versionedPath} from '../model/addresses.ts';
import type {Api, Operation} from '../model/operation.ts';
import {escapeToken} from './normalise/pointer.ts';
import type {DocumentLinks} from './prose/document-links.ts';
import {schemaSlugs} from './schema-slugs.ts';

/** Where the pages of the reference are, with the base URL. */
export interface SiteLinks {
  baseUrl: string;
  /** `/docs-base/docs/start-here`; undefined where the options name no page. */
  guides: string | undefined;
  api: (apiId: string) => string;
  operation: (operation: Pick<Operation, 'key'>) => string;
  schema: (apiId: string, slug: string) => string;
  /** What changed between two versions, by the id of the entry and the labels. */
  changes: (apiId: string, older: string, newer: string) => string;
}

/**
 * The addresses of a site with this base URL (`/` or `/docs/`) and this beginning of the reference (`reference`).
 *
 * @param guides the page that leads to the guides, without the base URL
 */
export function createSiteLinks(baseUrl: string, routeBasePath: string, guides?: string): SiteLinks {
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  const reference = `${base}${routeBasePath}`;
  return {
    baseUrl: base,
    guides: guides === undefined ? undefined : `${base}${guides.replace(/^\/+/, '')}`,
    api: (apiId) => `${reference}/${versionedPath(apiId)}`,
    operation: ({key}) => `${reference}/${versionedPath(key)}`,
    schema: (apiId, slug) => `${reference}/${versionedPath(apiId)}/schemas/${slug}`,
    changes: (apiId, older, newer) => `${reference}/${apiId}/changes/${older}-to-${newer}`,
  };
}

/**
 * Where links in the prose of this API lead.
 *
 * @param folder of the document, from the site's: links to files begin there
 */
export function createDocumentLinks(api: Api, site: SiteLinks, folder = ''): DocumentLinks {
  const pages = new Map<string, string>();
  const add = (pointer: string, method: string, page: string): void => {
    pages.set(`${pointer}/${method.toLowerCase()}`, page);
    // A pointer to the whole of a path or webhook leads to its first operation.
    if (!pages.has(pointer)) pages.set(pointer, page);
  };
  for (const operation of api.operations) {
    add(`#/paths/${escapeToken(operation.path)}`, operation.method, site.operation(operation));
  }
  for (const webhook of api.webhooks) {
    add(`#/webhooks/${escapeToken(webhook.name)}`, webhook.method, site.operation(webhook));
  }
  for (const name of Object.keys(api.securitySchemes)) {
    pages.set(`#/components/securitySchemes/${escapeToken(name)}`, `${site.api(api.id)}#authorisation.${name}`);
  }
  const slugs = schemaSlugs(api);
  return {
    baseUrl: site.baseUrl,
    folder,
    operation: (pointer) => pages.get(pointer),
    schema: (name) => {
      const slug = slugs.get(name);
      return slug === undefined ? undefined : site.schema(api.id, slug);
    },
  };
}
