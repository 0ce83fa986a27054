import {existsSync} from 'node:fs';
import {resolve} from 'node:path';
import {isJsonObject, type Json} from '../model/json.ts';
import type {LoadedApi} from './load-apis.ts';
import {escapeToken} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {pageOf} from './prose/document-links.ts';
import {linkedFile} from './prose/guide-links.ts';
import {createDocumentLinks, type SiteLinks} from './site-links.ts';

/** Members whose values are data of the API: a `description` in them is no prose. */
const data = new Set(['example', 'examples', 'default', 'enum', 'const', 'value', 'dataValue']);

/** Links in descriptions that lead to no part of the document, or to no file: their text stands without a link. */
export function checkProseLinks({api, source, folder}: LoadedApi, siteDir: string, site: SiteLinks): Problem[] {
  const links = createDocumentLinks(api, site, folder);
  const problems: Problem[] = [];
  const missing = (href: string): string | undefined => {
    if (pageOf(href, links) === null) return 'nothing that has a page stands there in this document';
    const linked = linkedFile(href, links);
    return linked === undefined || existsSync(resolve(siteDir, linked.file)) ? undefined : 'there is no such file';
  };
  const visit = (value: Json | undefined, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key === 'description' && typeof child === 'string') {
        const broken = new Set(hrefsIn(child).filter((href) => missing(href) !== undefined));
        for (const href of broken) {
          const message = `A link in this description leads to "${href}", and ${missing(href) ?? ''}.`;
          const hint = 'Correct the address of the link.';
          const place = source.locate(`${pointer}/${key}`);
          problems.push({severity: 'warning', ...place, message, hint, rule: 'prose-link'});
        }
      } else if (!data.has(key) || !isJsonObject(value)) visit(child, `${pointer}/${escapeToken(key)}`);
    }
  };
  visit(source.document, '#');
  return problems;
}

/** The addresses that links in Markdown name, but for those in code. */
function hrefsIn(markdown: string): string[] {
  if (!/\]\(|\]:|<a\s/i.test(markdown)) return [];
  const prose = markdown.replaceAll(/^(`{3,}|~{3,})[^]*?^\1|`[^`]*`/gm, '');
  const ways = [/\]\(\s*<?([^\s)>]+)/g, /^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)/gm, /<a\s[^>]*?href=["']([^"']+)/gi];
  return ways.flatMap((way) => [...prose.matchAll(way)].map(([, href = '']) => href));
}
