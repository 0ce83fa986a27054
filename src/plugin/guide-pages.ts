import type {LoadedContent} from '@docusaurus/plugin-content-docs';
import logger from '@docusaurus/logger';
import type {AllContent, DocusaurusConfig} from '@docusaurus/types';
import {resolveGuideLinks} from './prose/guide-links.ts';

type OnBroken = Pick<DocusaurusConfig, 'markdown'>['markdown']['hooks']['onBrokenMarkdownLinks'];

/** Leads links to files in the data of a page to the pages of those files. */
export type MendGuideLinks = (data: string, page: string) => string;

/**
 * Makes the function that resolves links to files once Docusaurus knows the pages of all guides, and the one that says
 * which files have none, in the way that the site wants to be told of broken links between Markdown files.
 */
export function createGuideLinks(allContent: AllContent): {
  mend: MendGuideLinks;
  report: (onBroken: OnBroken) => void;
} {
  const pages = pagesOf(allContent);
  const broken = new Map<string, string>();
  return {
    mend: (data, page) =>
      resolveGuideLinks(data, (file) => {
        const found = pages.get(file);
        if (found === undefined && !broken.has(file)) broken.set(file, page);
        return found;
      }),
    report: (onBroken) => {
      if (broken.size === 0) return;
      const lines = [...broken].map(([file, page]) => `- ${file} (linked from ${page})`);
      const message = `Descriptions in OpenAPI documents link to files that are no guides of this site:\n${lines.join('\n')}`;
      logger.report(typeof onBroken === 'string' ? onBroken : 'warn')(message);
    },
  };
}

/** The address of each guide, by its file from the site's folder. */
function pagesOf(allContent: AllContent): ReadonlyMap<string, string> {
  const instances = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {}) as (LoadedContent | undefined)[];
  const docs = instances.flatMap((content) => content?.loadedVersions.flatMap((version) => version.docs) ?? []);
  return new Map(docs.map(({source, permalink}) => [source.replace(/^@site\//, ''), permalink]));
}
