import type {ChangeGroup, ChangesPageData} from '../../model/version-page.ts';
import type {LoadedApi} from '../load-apis.ts';
import type {SiteLinks} from '../site-links.ts';
import {changesLinks, changesPages, familiesOf, type Family} from '../version-pages.ts';
import {blocks, codeSpan, escapeText, link} from './syntax.ts';

/** The address of the twin of a page, by its path. */
type TwinOf = (path: string) => string;

/**
 * What versions add to the twins of a site: pages of what changed, by path, and a section for the overview of each
 * version, by the id of its API. Pure.
 */
export function versionTwins(
  loaded: Pick<LoadedApi, 'api' | 'version'>[],
  links: SiteLinks,
  twinOf: TwinOf,
): {pages: Map<string, string>; sections: Map<string, string>} {
  const pages = new Map<string, string>();
  const sections = new Map<string, string>();
  for (const family of familiesOf(loaded)) {
    for (const {path, page} of changesPages(family, links)) pages.set(path, changesMarkdown(page, twinOf));
    for (const {api} of family.versions) sections.set(api.id, versionsSection(api.id, family, links, twinOf));
  }
  return {pages, sections};
}

/** A page of what changed as one Markdown document. Pure. */
function changesMarkdown({apiTitle, older, newer, summary, groups, overview}: ChangesPageData, twinOf: TwinOf): string {
  return `${blocks(
    `# ${escapeText(`${apiTitle}: changes from ${older} to ${newer}`)}`,
    summary,
    ...groups.map((group) => groupMarkdown(group, twinOf)),
    `${link('Overview', twinOf(overview.permalink))} of the ${escapeText(apiTitle)} API.`,
  )}\n`;
}

function groupMarkdown({title, method, path, permalink, changes}: ChangeGroup, twinOf: TwinOf): string {
  const lines = changes.map(({breaking, place, permalink: at, message}) => {
    const words = [
      breaking ? '**Breaking:**' : '',
      place === '' ? '' : link(codeSpan(place), twinOf(at.replace(/#.*/, ''))),
      inlineMarkdown(message),
    ];
    return `- ${words.filter(Boolean).join(' ')}`;
  });
  return blocks(
    `## ${escapeText(title)}`,
    link(codeSpan(`${method} ${path}`.trim()), twinOf(permalink)),
    lines.join('\n'),
  );
}

function versionsSection(apiId: string, family: Family, links: SiteLinks, twinOf: TwinOf): string {
  const versions = family.versions.map(({api, version: {label, isCurrent}}) => {
    const name = api.id === apiId ? escapeText(label) : link(escapeText(label), twinOf(links.api(api.id)));
    return `- ${name}${isCurrent ? ', the current one' : ''}${api.id === apiId ? ', this one' : ''}`;
  });
  const changes = changesLinks(family, links).map(({title, permalink}) => {
    return `- What changed: ${link(escapeText(title), twinOf(permalink))}`;
  });
  return blocks('## Versions', [...versions, ...changes].join('\n'));
}

/** A sentence with code between backticks; the rest of it may hold anything. */
function inlineMarkdown(message: string): string {
  // Odd parts of the split are what the capture group matched: the code.
  return message
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeText(part)))
    .join('');
}
