import type {Api, Operation} from '../../model/operation.ts';
import type {LoadedApi} from '../load-apis.ts';
import {groupOperations, readingOrder} from '../operation-groups.ts';
import {firstSentence} from '../prose/to-plain-text.ts';
import {schemaEntries} from '../schema-pages.ts';
import type {SiteLinks} from '../site-links.ts';
import {webhookEntries} from '../webhook-pages.ts';
import type {Guide} from './guide-twin.ts';
import type {SiteSection} from './site-markdown.ts';
import type {TwinLinks} from './twin-links.ts';

/** What the index of a site is made of. */
export interface IndexedSite {
  /** In reading order. */
  guides: Guide[];
  /** In their current versions. */
  apis: Api[];
  others: Pick<LoadedApi, 'api' | 'version'>[];
  /** The pages of operations and webhooks, by key. */
  operationPages: Map<string, string>;
  site: SiteLinks;
  links: TwinLinks;
  baseUrl: string;
}

/** The sections of `llms.txt`: guides, then each API with its operations, webhooks and schemas, then all in one file. Pure. */
export function siteSections({guides, apis, others, operationPages, site, links, baseUrl}: IndexedSite): SiteSection[] {
  const address = (file: string): string => links.page(`${baseUrl}${file}`);
  const operationAddress = (key: string): string => links.twin(operationPages.get(key) ?? '');
  return [
    guidesSection(guides, links),
    ...apis.map((api) => apiSection(api, links.twin(site.api(api.id)), operationAddress, address)),
    ...apis.map((api) => webhooksSection(api, site, links)),
    ...apis.map((api) => schemasSection(api, site, links)),
    otherVersionsSection(others, site, links),
    {
      title: 'Optional',
      links: [
        {title: 'Everything in one file', address: address('llms-full.txt'), text: 'All pages one after the other.'},
      ],
    },
  ];
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
function otherVersionsSection(
  others: Pick<LoadedApi, 'api' | 'version'>[],
  site: SiteLinks,
  links: TwinLinks,
): SiteSection {
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
