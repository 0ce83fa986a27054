import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, extname, join} from 'node:path';
import {setImmediate} from 'node:timers/promises';
import type {DocMetadata, LoadedContent, LoadedVersion} from '@docusaurus/plugin-content-docs';
import type {AllContent, LoadContext} from '@docusaurus/types';
import {inBatches} from '../in-batches.ts';
import type {LoadedApi} from '../load-apis.ts';
import {buildTwinsInSteps} from './build-twins.ts';
import type {Guide} from './guide-twin.ts';

type Site = Pick<LoadContext, 'siteConfig' | 'siteDir' | 'baseUrl'>;

/**
 * The Markdown twin of every page, their index and the documents, by path below the built site. Takes a break after each
 * page, so that they are made while the bundler works.
 */
export async function makeTwins(
  loaded: LoadedApi[],
  allContent: AllContent,
  {siteConfig, siteDir, baseUrl}: Site,
  routeBasePath: string,
): Promise<Map<string, string>> {
  const {title, tagline, url} = siteConfig;
  const guides = await readGuides(allContent, siteDir, siteConfig.markdown.format);
  const steps = buildTwinsInSteps(loaded, {title, tagline, url, baseUrl, routeBasePath, guides});
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await setImmediate();
  }
}

/** Writes texts into the built site. */
export async function writeTwins(twins: Map<string, string>, outDir: string): Promise<void> {
  await inBatches(twins, async ([path, text]) => {
    const file = join(outDir, path);
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, text);
  });
}

/** The guides as Docusaurus knows them, in the order of the sidebars, and what is in their files. */
async function readGuides(allContent: AllContent, siteDir: string, format: Format): Promise<Guide[]> {
  const contents = Object.values(allContent['docusaurus-plugin-content-docs'] ?? {});
  const versions = contents.flatMap((content) => (content as LoadedContent | undefined)?.loadedVersions ?? []);
  return Promise.all(
    versions.flatMap(inReadingOrder).map(async (doc) => {
      const file = doc.source.replace(/^@site\//, '');
      return {
        path: doc.permalink,
        file,
        format: formatOf(file, format),
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

type Format = LoadContext['siteConfig']['markdown']['format'];

function formatOf(file: string, format: Format): Guide['format'] {
  if (format !== 'detect') return format;
  return extname(file) === '.md' ? 'md' : 'mdx';
}
