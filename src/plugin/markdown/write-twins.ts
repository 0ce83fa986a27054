import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, extname, join} from 'node:path';
import type {DocMetadata, LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {Props} from '@docusaurus/types';
import type {LoadedApi} from '../load-apis.ts';
import {buildTwins, type Guide} from './build-twins.ts';

type Site = Pick<Props, 'siteConfig' | 'siteDir' | 'outDir' | 'baseUrl' | 'plugins'>;

/** Writes the Markdown twin of every page, their index and the documents into the built site. */
export async function writeTwins(loaded: LoadedApi[], site: Site, routeBasePath: string): Promise<void> {
  const {siteConfig, baseUrl, outDir} = site;
  const {title, tagline, url} = siteConfig;
  const twins = buildTwins(loaded, {title, tagline, url, baseUrl, routeBasePath, guides: await readGuides(site)});
  for (const [path, text] of twins) {
    const file = join(outDir, path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
  }
}

/** The guides as Docusaurus knows them, in the order of the sidebars, and what is in their files. */
async function readGuides({plugins, siteConfig, siteDir}: Site): Promise<Guide[]> {
  const versions = plugins
    .filter(({name}) => name === 'docusaurus-plugin-content-docs')
    .flatMap(({content}) => (content as LoadedContent | undefined)?.loadedVersions ?? []);
  return Promise.all(
    versions.flatMap(inReadingOrder).map(async (doc) => {
      const file = doc.source.replace(/^@site\//, '');
      return {
        path: doc.permalink,
        file,
        format: formatOf(file, siteConfig.markdown.format),
        title: doc.title,
        description: doc.description,
        source: await readFile(join(siteDir, file), 'utf8'),
      };
    }),
  );
}

/** Listed guides of the sidebars first, then what stands in none. */
function inReadingOrder({docs, sidebars}: LoadedVersion): DocMetadata[] {
  const order = Object.values(sidebars).flatMap((items) => items.flatMap(docIds));
  const place = ({id}: DocMetadata): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return docs.filter(({unlisted}) => !unlisted).sort((a, b) => place(a) - place(b));
}

type SidebarItem = LoadedVersion['sidebars'][string][number];

function docIds(item: SidebarItem): string[] {
  if (item.type === 'doc') return [item.id];
  if (item.type !== 'category') return [];
  return [...(item.link?.type === 'doc' ? [item.link.id] : []), ...item.items.flatMap(docIds)];
}

function formatOf(file: string, format: Props['siteConfig']['markdown']['format']): Guide['format'] {
  if (format !== 'detect') return format;
  return extname(file) === '.md' ? 'md' : 'mdx';
}
