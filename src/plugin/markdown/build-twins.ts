import {stringifyYaml} from '@redocly/openapi-core';
import {member} from '../../model/member.ts';
import type {Api} from '../../model/operation.ts';
import {isOtherVersion} from '../api-versions.ts';
import type {LoadedApi} from '../load-apis.ts';
import {groupOperations, readingOrder} from '../operation-groups.ts';
import {schemaLinks} from '../schema-pages.ts';
import {schemaUses} from '../schema-uses.ts';
import {createSiteLinks, type SiteLinks} from '../site-links.ts';
import {apiMarkdown} from './api-markdown.ts';
import {guideTwin, type Guide} from './guide-twin.ts';
import {operationMarkdown, type OperationSurroundings} from './operation-markdown.ts';
import {schemaMarkdown} from './schema-markdown.ts';
import {siteMarkdown} from './site-markdown.ts';
import {siteSections} from './site-sections.ts';
import {versionTwins} from './version-markdown.ts';
import {webhookMarkdown} from './webhook-markdown.ts';
import {createTwinLinks, twinPath, type TwinLinks} from './twin-links.ts';

/** What twins are made of, besides the APIs. */
export interface TwinSources {
  title: string;
  tagline: string;
  /** The origin: `https://docs.example.com`. */
  url: string;
  baseUrl: string;
  routeBasePath: string;
  /** In reading order. */
  guides: Guide[];
}

type TwinApi = Pick<LoadedApi, 'api' | 'version'> &
  Partial<Pick<LoadedApi, 'folder'>> & {source: Pick<LoadedApi['source'], 'document'>};

/**
 * Every page as Markdown, the index of them (`llms.txt`, https://llmstxt.org), all of them in one (`llms-full.txt`) and
 * each document as YAML and JSON: texts by path below the built site. Pure.
 */
export function buildTwins(loaded: TwinApi[], sources: TwinSources): Map<string, string> {
  const steps = buildTwinsInSteps(loaded, sources);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, with a step for each page, so that other work can be done in between. */
export function* buildTwinsInSteps(loaded: TwinApi[], sources: TwinSources): Generator<void, Map<string, string>> {
  const {baseUrl, guides} = sources;
  const all = loaded.map(({api}) => api);
  const apis = loaded.filter((one) => !isOtherVersion(one)).map(({api}) => api);
  const others = loaded.filter(isOtherVersion);
  const site = createSiteLinks(baseUrl, sources.routeBasePath);
  const operations = all.flatMap((api) => readingOrder(groupOperations(api)));
  const webhooks = all.flatMap((api) => api.webhooks);
  const pages = new Set([
    baseUrl,
    ...all.map(({id}) => site.api(id)),
    ...[...operations, ...webhooks].map((operation) => site.operation(operation)),
    ...all.flatMap((api) => Object.values(schemaLinks(api, site))),
    ...guides.map(({path}) => path),
  ]);
  const folders = new Map(loaded.map(({api, folder}) => [api, folder ?? '']));
  const guidePages = new Map(guides.map(({file, path}) => [file, path]));
  const links = createTwinLinks({
    url: sources.url,
    baseUrl,
    links: site,
    pages,
    files: {folderOf: (api) => folders.get(api) ?? '', pageOf: (file) => guidePages.get(file)},
  });
  const operationPages = new Map(
    [...operations, ...webhooks].map((operation) => [operation.key, site.operation(operation)]),
  );
  const schemaAddresses = new Map(all.map((api) => [api.id, schemaAddresser(api, site, links)]));
  const surroundings = (api: Api, path: string): OperationSurroundings => ({
    resolveLink: links.resolver(path, api),
    schemaAddress: schemaAddresses.get(api.id) ?? (() => undefined),
    operationAddress: (key) => {
      const page = operationPages.get(key);
      return page === undefined ? undefined : links.twin(page);
    },
  });

  const twins = new Map<string, string>();
  for (const guide of guides) twins.set(guide.path, guideTwin(guide, guides, {links, apis, operationPages}));
  const versions = versionTwins(loaded, site, links.twin);
  for (const api of all) {
    const overview = apiMarkdown(api, surroundings(api, site.api(api.id)));
    const section = versions.sections.get(api.id);
    twins.set(site.api(api.id), section === undefined ? overview : `${overview}\n${section}\n`);
    for (const operation of readingOrder(groupOperations(api))) {
      const path = site.operation(operation);
      // With the schemas of the whole API, what is found of a schema for one operation is known for the next.
      const shared = {...operation, schemas: api.schemas};
      twins.set(path, operationMarkdown(shared, surroundings(api, path)));
      yield;
    }
    for (const webhook of api.webhooks) {
      const path = site.operation(webhook);
      twins.set(path, webhookMarkdown(webhook, surroundings(api, path)));
    }
    for (const [path, text] of schemaTwins(api, site, links)) {
      twins.set(path, text);
      yield;
    }
  }
  for (const [path, text] of versions.pages) twins.set(path, text);
  const index = siteMarkdown({
    title: sources.title,
    summary: sources.tagline,
    sections: siteSections({guides, apis, others, operationPages, site, links, baseUrl}),
  });
  const otherPages = others.map(({api}) => site.api(api.id));
  const isOther = (path: string): boolean => otherPages.some((page) => path === page || path.startsWith(`${page}/`));
  const listed = [...twins].filter(([path]) => !isOther(path));
  const parts = listed.map(([path, text]) => `Page: ${links.page(path)}\n\n${text}`);
  const inSite = (path: string): string => twinPath(path, baseUrl).slice(baseUrl.length);
  return new Map([
    ['index.md', index],
    ['llms.txt', index],
    ['llms-full.txt', [index, ...parts].join('\n---\n\n')],
    ...[...twins].map(([path, text]) => [inSite(path), text] as const),
    ...loaded.flatMap(({api: {id}, source: {document}}) => [
      [`openapi/${id}.json`, `${JSON.stringify(document, undefined, 2)}\n`] as const,
      // Readers of YAML 1.1 take more words for values than those of 1.2: such words are quoted.
      [`openapi/${id}.yaml`, stringifyYaml(document, {lineWidth: -1, noRefs: true})] as const,
    ]),
  ]);
}

/** The named schemas of an API as Markdown, each with the path of its page. */
function* schemaTwins(api: Api, site: SiteLinks, links: TwinLinks): Generator<[path: string, text: string], void> {
  const uses = schemaUses(api);
  const schemaAddress = schemaAddresser(api, site, links);
  for (const [name, path] of Object.entries(schemaLinks(api, site))) {
    const text = schemaMarkdown(name, api, {
      resolveLink: links.resolver(path, api),
      use: uses.get(name),
      operationAddress: (operation) => links.twin(site.operation(operation)),
      schemaAddress,
    });
    yield [path, text];
  }
}

/** Makes the function that gives the address of the Markdown of a named schema. */
function schemaAddresser(api: Api, site: SiteLinks, links: TwinLinks): (name: string) => string | undefined {
  const pages = schemaLinks(api, site);
  return (name) => {
    const page = member(pages, name);
    return page === undefined ? undefined : links.twin(page);
  };
}
