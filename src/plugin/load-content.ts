import {join} from 'node:path';
import logger from '@docusaurus/logger';
import {checkExamples} from './check-examples.ts';
import {checkProseLinks} from './check-prose-links.ts';
import {checkVersionAddresses} from './check-version-addresses.ts';
import {describeWarnings} from './describe-warnings.ts';
import {generate} from './generate.ts';
import {loadApis, type Haste, type LoadedApi} from './load-apis.ts';
import type {Problem} from './openapi-error.ts';
import {requireDocuments, type ResolvedOptions} from './options.ts';
import {createSiteLinks} from './site-links.ts';

/** Where a site is, and the base URL it is served under. */
export interface Site {
  siteDir: string;
  baseUrl: string;
}

/** Where generated types and forms are written, in the site's folder. */
const generatedFolder = join('src', 'generated');

/**
 * Reads every document, says what the linter remarks, and writes the types and forms that pages and guides import.
 * Throws an `OpenApiError` before anything is written when a document cannot be shown.
 *
 * @param haste what takes long and no page needs is then left to `tellLater` and `generateLater`
 */
export async function loadContent(options: ResolvedOptions, site: Site, haste?: Haste): Promise<LoadedApi[]> {
  const {siteDir, baseUrl} = site;
  requireDocuments(options, siteDir);
  const apis = await loadApis(options.apis, siteDir, createSiteLinks(baseUrl, options.routeBasePath), haste);
  checkVersionAddresses(apis);
  for (const loaded of apis) if (!isUnfinished(loaded)) tell(loaded, loaded.source.warnings, options, site);
  await generate(apis, join(siteDir, generatedFolder), isUnfinished);
  return apis;
}

/**
 * Says what `loadContent` has left to say: what the linter and others remark on large documents.
 *
 * @param isCurrent whether the documents are still as they were read: what they were before is of no interest
 */
export async function tellLater(
  apis: LoadedApi[],
  options: ResolvedOptions,
  site: Site,
  isCurrent: () => boolean,
): Promise<void> {
  for (const loaded of apis.filter(isUnfinished)) {
    const remarks = (await loaded.source.lintLater?.()) ?? [];
    if (!isCurrent()) return;
    tell(loaded, [...loaded.source.warnings, ...remarks], options, site);
  }
}

/** Writes the types that `loadContent` has left as they were. */
export async function generateLater(apis: LoadedApi[], {siteDir}: Site): Promise<void> {
  if (apis.some(isUnfinished)) await generate(apis, join(siteDir, generatedFolder));
}

function isUnfinished({source}: LoadedApi): boolean {
  return source.lintLater !== undefined;
}

function tell(loaded: LoadedApi, found: Problem[], options: ResolvedOptions, {siteDir, baseUrl}: Site): void {
  const links = createSiteLinks(baseUrl, options.routeBasePath);
  const errors = found.filter(({severity}) => severity === 'error');
  const remarks = found.filter(({severity}) => severity === 'warning');
  const examples = checkExamples(loaded.api, loaded.source).problems;
  const warnings = [...remarks, ...checkProseLinks(loaded, siteDir, links), ...examples];
  if (errors.length > 0) logger.error(describeWarnings(errors));
  if (warnings.length > 0) logger.warn(describeWarnings(warnings));
}
