import type {Api} from '../model/operation.ts';
import {loadDocument, type LoadedDocument} from './load-document.ts';
import {toApi} from './normalise/api.ts';
import {OpenApiError, type Problem} from './openapi-error.ts';
import type {ApiOptions} from './options.ts';
import {renderProse} from './prose/render-prose.ts';
import {createDocumentLinks, type SiteLinks} from './site-links.ts';

/** An API of the site, in the two forms that its prose has, and the document that it was read from. */
export interface LoadedApi {
  /** Prose as the document has it, in CommonMark. */
  api: Api;
  /** Prose as sanitised HTML. */
  rendered: Api;
  source: LoadedDocument;
}

/**
 * Reads all documents. Throws one `OpenApiError` with the problems of all of them, when one or more cannot be shown.
 */
export async function loadApis(apis: ApiOptions[], siteDir: string, links: SiteLinks): Promise<LoadedApi[]> {
  const results = await Promise.allSettled(apis.map((options) => loadOne(options, siteDir, links)));
  const problems: Problem[] = [];
  const loaded: LoadedApi[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') loaded.push(result.value);
    else if (result.reason instanceof OpenApiError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new OpenApiError(problems);
  return loaded;
}

async function loadOne(options: ApiOptions, siteDir: string, links: SiteLinks): Promise<LoadedApi> {
  const source = await loadDocument(options, siteDir);
  const api = toApi(options.id, source.document);
  return {api, rendered: renderProse(api, createDocumentLinks(api, links)), source};
}
