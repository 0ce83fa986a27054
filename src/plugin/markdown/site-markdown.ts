import {blocks, escapeText, link} from './syntax.ts';

/** The index of a site: what it is, and its pages in sections. */
export interface SiteIndex {
  title: string;
  summary: string;
  sections: SiteSection[];
}

export interface SiteSection {
  title: string;
  links: {title: string; address: string; text: string}[];
}

/** The index in the form of https://llmstxt.org: title, summary, and sections of links with a sentence each. Pure. */
export function siteMarkdown({title, summary, sections}: SiteIndex): string {
  return `${blocks(
    `# ${escapeText(title)}`,
    summary === '' ? undefined : `> ${escapeText(summary)}`,
    ...sections
      .filter(({links}) => links.length > 0)
      .map((section) => blocks(`## ${escapeText(section.title)}`, section.links.map(entryMarkdown).join('\n'))),
  )}\n`;
}

function entryMarkdown({title, address, text}: SiteSection['links'][number]): string {
  return `- ${link(escapeText(title), address)}${text === '' ? '' : `: ${escapeText(text)}`}`;
}
