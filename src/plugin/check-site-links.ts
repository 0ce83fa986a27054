import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {deadLink, visitProseLinks} from './check-prose-links.ts';
import type {LoadedApi} from './load-apis.ts';
import type {Problem} from './openapi-error.ts';
import {withBaseUrl} from './prose/document-links.ts';

/** A site that has been built. */
export interface BuiltSite {
  baseUrl: string;
  outDir: string;
  /** The addresses of its pages. */
  routesPaths: string[];
}

/**
 * Links in descriptions that begin with `/` and lead to no page or file of the built site. They are told and not fatal:
 * most documents were written for another site, whose pages they name.
 */
export function checkSiteLinks({source}: Pick<LoadedApi, 'source'>, site: BuiltSite): Problem[] {
  const pages = new Set(site.routesPaths.map(withoutSlash));
  const problems: Problem[] = [];
  visitProseLinks(source.document, (href, pointer) => {
    const address = withBaseUrl(href, site.baseUrl);
    if (!/^\/(?!\/)/.test(address)) return;
    const path = decoded(address.replace(/[?#].*$/, ''));
    if (pages.has(withoutSlash(path)) || isFile(path, site)) return;
    problems.push(deadLink(source.locate(pointer), href, 'this site has no such page'));
  });
  return problems;
}

function isFile(path: string, {baseUrl, outDir}: BuiltSite): boolean {
  return path.startsWith(baseUrl) && existsSync(join(outDir, path.slice(baseUrl.length)));
}

/** Percent signs of authors may be of no encoding. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

function withoutSlash(path: string): string {
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
