import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import type {JsonObject} from '../model/json.ts';
import {visitMembers} from './document-members.ts';
import type {LoadedApi} from './load-apis.ts';
import type {Place, Problem} from './openapi-error.ts';
import {pageOf} from './prose/document-links.ts';
import {linkedFile} from './prose/guide-links.ts';
import {createDocumentLinks, type SiteLinks} from './site-links.ts';

/** Links in descriptions that lead to no part of the document, or to no file: their text stands without a link. */
export function checkProseLinks({api, source, folder}: LoadedApi, siteDir: string, site: SiteLinks): Problem[] {
  const links = createDocumentLinks(api, site, folder);
  const problems: Problem[] = [];
  const missing = (href: string): string | undefined => {
    if (pageOf(href, links) === null) return 'nothing that has a page stands there in this document';
    const linked = linkedFile(href, links);
    return linked === undefined || existsSync(resolve(siteDir, linked.file)) ? undefined : 'there is no such file';
  };
  visitProseLinks(source.document, (href, pointer) => {
    const why = missing(href);
    if (why !== undefined) problems.push(deadLink(source.locate(pointer), href, why));
  });
  return problems;
}

/** The warning that a link in the description at this place leads nowhere. */
export function deadLink(place: Place, href: string, why: string): Problem {
  return {
    severity: 'warning',
    ...place,
    message: `A link in this description leads to "${href}", and ${why}.`,
    hint: 'Correct the address of the link.',
    rule: 'prose-link',
  };
}

/** Calls back with the address of each link in a description of the document, once for each description, and its pointer. */
export function visitProseLinks(document: JsonObject, visit: (href: string, pointer: string) => void): void {
  visitMembers(document, ({description}, pointer) => {
    if (typeof description !== 'string') return;
    for (const href of new Set(hrefsIn(description))) visit(href, `${pointer}/description`);
  });
}

/** The addresses that links in Markdown name, but for those in code. */
function hrefsIn(markdown: string): string[] {
  if (!/\]\(|\]:|<a\s/i.test(markdown)) return [];
  const prose = markdown.replaceAll(/^(`{3,}|~{3,})[^]*?^\1|`[^`]*`/gm, '');
  const ways = [/\]\(\s*<?([^\s)>]+)/g, /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm, /<a\s[^>]*?href=["']([^"']+)/gi];
  return ways.flatMap((way) => [...prose.matchAll(way)].map(([, href = '']) => href));
}
