import {dirname, relative, resolve} from 'node:path';
import type {Api} from '../model/operation.ts';
import {loadDocument, type LoadedDocument} from './load-document.ts';
import {toApi} from './normalise/api.ts';
import {OpenApiError, type Problem} from './openapi-error.ts';
import type {ApiVersion} from './api-versions.ts';
import type {ApiOptions} from './options.ts';
import {shownPath} from './problems.ts';
import {renderProse} from './prose/render-prose.ts';
import {reuseUnchanged} from './reuse-unchanged.ts';
import {settled} from './settled.ts';
import {createDocumentLinks, type SiteLinks} from './site-links.ts';

/** An API of the site, in the two forms that its prose has, and the document that it was read from. */
export interface LoadedApi {
  /** Prose as the document has it, in CommonMark. */
  api: Api;
  /** Prose as sanitised HTML. */
  rendered: Api;
  source: LoadedDocument;
  /** Where the document lies, from the site's folder. */
  folder: string;
  /** Which version of which API it is, where there are several. */
  version?: ApiVersion;
}

/** How documents are read for somebody who waits for their pages. */
export interface Haste {
  /** Linting of large documents is put off, where it could find nothing that stops a build. */
  isHurried?: boolean;
  /** What was read before a change: parts that are still the same are given as the same objects. */
  previous?: LoadedApi[];
}

/**
 * Reads all documents. Throws one `OpenApiError` with the problems of all of them, when one or more cannot be shown.
 */
export async function loadApis(
  apis: ApiOptions[],
  siteDir: string,
  links: SiteLinks,
  haste: Haste = {},
): Promise<LoadedApi[]> {
  const results = await Promise.allSettled(apis.map((options) => loadOne(options, siteDir, links, haste)));
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

async function loadOne(options: ApiOptions, siteDir: string, links: SiteLinks, haste: Haste): Promise<LoadedApi> {
  try {
    return await load(options, siteDir, links, haste);
  } catch (error) {
    throw error instanceof OpenApiError ? error : new OpenApiError([unforeseen(error, options, siteDir)]);
  }
}

/** A parser or the linter gave up without saying where. */
function unforeseen(error: unknown, {spec}: ApiOptions, siteDir: string): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  const message =
    error instanceof RangeError
      ? 'Something in this document is nested too deeply, or too large, to be shown.'
      : `This document cannot be read to its end: ${reason}.`;
  const hint = 'Take parts of the document away to find the place; please report it, for this message should name it.';
  const file = shownPath(resolve(siteDir, spec), siteDir);
  return {severity: 'error', file, line: 1, column: 1, pointer: '#/', message, hint};
}

async function load(
  options: ApiOptions,
  siteDir: string,
  links: SiteLinks,
  {isHurried, previous}: Haste,
): Promise<LoadedApi> {
  const before = previous?.find(({api}) => api.id === options.id);
  if (before !== undefined) await settled(resolve(siteDir, options.spec));
  const source = await loadDocument(options, siteDir, isHurried);
  const api = reuseUnchanged(before?.api, toApi(options.id, source.document));
  const folder = relative(siteDir, dirname(resolve(siteDir, options.spec))).replaceAll('\\', '/');
  const rendered = reuseUnchanged(before?.rendered, renderProse(api, createDocumentLinks(api, links, folder)));
  return {api, rendered, source, folder, ...(options.version && {version: options.version})};
}
