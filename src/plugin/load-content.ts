import {join} from 'node:path';
import logger from '@docusaurus/logger';
import {checkExamples} from './check-examples.ts';
import {checkProseLinks} from './check-prose-links.ts';
import {checkVersionAddresses} from './check-version-addresses.ts';
import {describeWarnings} from './describe-warnings.ts';
import {generate} from './generate.ts';
import {loadApis, type LoadedApi} from './load-apis.ts';
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
 * @param previous what it gave before a change
 */
export async function loadContent(
  options: ResolvedOptions,
  {siteDir, baseUrl}: Site,
  previous: LoadedApi[] = [],
): Promise<LoadedApi[]> {
  requireDocuments(options, siteDir);
  const links = createSiteLinks(baseUrl, options.routeBasePath);
  const apis = await loadApis(options.apis, siteDir, links, previous);
  checkVersionAddresses(apis);
  for (const loaded of apis) {
    const {api, source} = loaded;
    const errors = source.warnings.filter(({severity}) => severity === 'error');
    const remarks = source.warnings.filter(({severity}) => severity === 'warning');
    const warnings = [...remarks, ...checkProseLinks(loaded, siteDir, links), ...checkExamples(api, source).problems];
    if (errors.length > 0) logger.error(describeWarnings(errors));
    if (warnings.length > 0) logger.warn(describeWarnings(warnings));
  }
  await generate(apis, join(siteDir, generatedFolder));
  return apis;
}
