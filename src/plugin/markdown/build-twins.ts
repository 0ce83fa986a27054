import {posix} from 'node:path';
import {stringify} from 'yaml';
import {member} from '../../model/member.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {isOtherVersion} from '../api-versions.ts';
import {findForm} from '../find-form.ts';
import {formNames, type FormName} from '../form-names.ts';
import type {LoadedApi} from '../load-apis.ts';
import {groupOperations, readingOrder} from '../operation-groups.ts';
import {firstSentence} from '../prose/to-plain-text.ts';
import {schemaEntries, schemaLinks} from '../schema-pages.ts';
import {schemaUses} from '../schema-uses.ts';
import {createSiteLinks, type SiteLinks} from '../site-links.ts';
import {webhookEntries} from '../webhook-pages.ts';
import {apiMarkdown} from './api-markdown.ts';
import {guideMarkdown} from './guide-markdown.ts';
import {operationMarkdown, type OperationSurroundings} from './operation-markdown.ts';
import type {ResolveLink} from './prose-markdown.ts';
import {schemaMarkdown} from './schema-markdown.ts';
import {siteMarkdown, type SiteSection} from './site-markdown.ts';
import {codeSpan, escapeText, link} from './syntax.ts';
import {versionTwins} from './version-markdown.ts';
import {webhookMarkdown} from './webhook-markdown.ts';
import {createTwinLinks, twinPath, type TwinLinks} from './twin-links.ts';

/** A page of `docs/`. */
export interface Guide {
  /** With the base URL. */
  path: string;
  /** From the site's folder: `docs/start-here.mdx`. */
  file: string;
  format: 'mdx' | 'md';
  title: string;
  description: string;
  /** What is in the file. */
  source: string;
}

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
  const address = (file: string): string => links.page(`${baseUrl}${file}`);
  const index = siteMarkdown({
    title: sources.title,
    summary: sources.tagline,
    sections: [
      guidesSection(guides, links),
      ...apis.map((api) =>
        apiSection(api, links.twin(site.api(api.id)), (key) => links.twin(operationPages.get(key) ?? ''), address),
      ),
      ...apis.map((api) => webhooksSection(api, site, links)),
      ...apis.map((api) => schemasSection(api, site, links)),
      otherVersionsSection(others, site, links),
      {
        title: 'Optional',
        links: [
          {title: 'Everything in one file', address: address('llms-full.txt'), text: 'All pages one after the other.'},
        ],
      },
    ],
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
      [`openapi/${id}.yaml`, stringify(document, {lineWidth: 0, compat: 'yaml-1.1'})] as const,
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

function webhooksSection(api: Api, site: SiteLinks, links: TwinLinks): SiteSection {
  return {
    title: `Webhooks of ${api.title}`,
    links: webhookEntries(api, site).map(({title, permalink, method, path, deprecated, summary}) => ({
      title,
      address: links.twin(permalink),
      text: [`${method} ${path}.`, ...(deprecated ? ['Deprecated.'] : []), summary].filter(Boolean).join(' '),
    })),
  };
}

function schemasSection(api: Api, site: SiteLinks, links: TwinLinks): SiteSection {
  return {
    title: `Schemas of ${api.title}`,
    links: schemaEntries(api, site).map(({name, title, permalink, summary}) => ({
      title: name,
      address: links.twin(permalink),
      text: summary === '' ? (title ?? `A schema of the ${api.title} API.`) : summary,
    })),
  };
}

/** Versions that are not current are only named: whoever reads the index wants to know what holds now. */
function otherVersionsSection(others: TwinApi[], site: SiteLinks, links: TwinLinks): SiteSection {
  return {
    title: 'Other versions',
    links: others.map(({api, version}) => ({
      title: `${api.title}, version ${version?.label ?? api.version}`,
      address: links.twin(site.api(api.id)),
      text: 'Not the current version.',
    })),
  };
}

function guidesSection(guides: Guide[], links: TwinLinks): SiteSection {
  return {
    title: 'Guides',
    links: guides.map(({title, path, description}) => ({
      title,
      address: links.twin(path),
      text: firstSentence(description),
    })),
  };
}

function apiSection(
  api: Api,
  overview: string,
  operationAddress: (key: string) => string,
  address: (file: string) => string,
): SiteSection {
  return {
    title: api.title,
    links: [
      {title: 'Overview', address: overview, text: api.summary ?? firstSentence(api.description ?? '')},
      ...readingOrder(groupOperations(api)).map((operation) => ({
        title: operation.title,
        address: operationAddress(operation.key),
        text: operationSentence(operation),
      })),
      {
        title: 'OpenAPI document, YAML',
        address: address(`openapi/${api.id}.yaml`),
        text: `The whole document of the ${api.title} API in one file.`,
      },
      {
        title: 'OpenAPI document, JSON',
        address: address(`openapi/${api.id}.json`),
        text: 'The same as JSON.',
      },
    ],
  };
}

function operationSentence({method, path, description, deprecated}: Operation): string {
  const sentence = firstSentence(description ?? '');
  return [`${method} ${path}.`, ...(deprecated ? ['Deprecated.'] : []), sentence].filter(Boolean).join(' ');
}

interface GuideSurroundings {
  links: TwinLinks;
  apis: Api[];
  /** By key of the operation. */
  operationPages: Map<string, string>;
}

function guideTwin(guide: Guide, guides: Guide[], {links, apis, operationPages}: GuideSurroundings): string {
  const forms = formNames(apis);
  const resolve = links.resolver(guide.path);
  const resolveLink: ResolveLink = (href) => {
    const [, file, hash = ''] = /^([^?#]+\.mdx?)(#.*)?$/.exec(href) ?? [];
    const found = file === undefined ? undefined : guides.find((other) => isAt(file, guide, other));
    return found === undefined ? resolve(href) : `${links.twin(found.path)}${hash}`;
  };
  return guideMarkdown(guide.source, guide.format, {
    title: guide.title,
    resolveLink,
    component: (name) => {
      const found = findForm(name, forms);
      return 'form' in found ? formSentence(found.form, apis, links, operationPages) : undefined;
    },
  });
}

/** Whether a guide names another by this path: relative to itself, or from the site's folder. */
function isAt(file: string, guide: Guide, other: Guide): boolean {
  const fromSite = file.replace(/^(?:@site)?\//, '');
  return other.file === posix.join(posix.dirname(guide.file), file) || (fromSite !== file && other.file === fromSite);
}

function formSentence({apiId, slug}: FormName, apis: Api[], links: TwinLinks, pages: Map<string, string>): string {
  const api = apis.find(({id}) => id === apiId);
  const operation = api?.operations.find((candidate) => candidate.slug === slug);
  if (operation === undefined) return '';
  const {key, method, path, title} = operation;
  const page = pages.get(key) ?? '';
  const call = codeSpan(`${method} ${path}`);
  return `Here the page has a live form that calls ${call}: [${escapeText(title)}](${links.page(page)}), ${link('as Markdown', links.twin(page))}.`;
}
