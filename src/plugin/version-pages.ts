import type {Change} from '../model/change.ts';
import {compareApis} from '../model/compare-apis.ts';
import {matchOperations, matchWebhooks, type OperationPair} from '../model/match-operations.ts';
import type {Api, Operation, Webhook} from '../model/operation.ts';
import type {PageLink} from '../model/page.ts';
import type {ChangeGroup, ChangesPageData, PageVersions} from '../model/version-page.ts';
import {isOtherVersion, type ApiVersion} from './api-versions.ts';
import type {LoadedApi} from './load-apis.ts';
import {escapeHtml} from './prose/headings-toc.ts';
import {schemaLinks} from './schema-pages.ts';
import type {SiteLinks} from './site-links.ts';

type MaybeVersioned = Pick<LoadedApi, 'api' | 'version'>;

/** One version of an API that has several. */
export interface VersionedApi {
  api: Api;
  version: ApiVersion;
}

/** The versions of one API, in the order of the configuration. */
export interface Family {
  versions: VersionedApi[];
  current: VersionedApi;
}

/** A page of what changed, and where it is. */
export interface ChangesPage {
  path: string;
  page: ChangesPageData;
}

/** The APIs of a site that have several versions. */
export function familiesOf(loaded: MaybeVersioned[]): Family[] {
  const byId = new Map<string, VersionedApi[]>();
  for (const {api, version} of loaded) {
    if (version !== undefined) byId.set(version.apiId, [...(byId.get(version.apiId) ?? []), {api, version}]);
  }
  return [...byId.values()].flatMap((versions) => {
    const current = versions.find(({version}) => version.isCurrent);
    return current === undefined || versions.length < 2 ? [] : [{versions, current}];
  });
}

/** The APIs as the sidebar of one lists them, each once: in its current version, the shown one as it is. */
export function apisBeside(shown: MaybeVersioned, loaded: MaybeVersioned[]): Api[] {
  return loaded
    .filter((one) => !isOtherVersion(one))
    .map(({api, version}) => (version !== undefined && version.apiId === shown.version?.apiId ? shown.api : api));
}

/** What each page of a version knows of the others, by the path of the page. Pure. */
export function pageVersions(of: VersionedApi, family: Family, links: SiteLinks): (path: string) => PageVersions {
  const others = family.versions.map((other) => ({other, pages: samePages(of.api, other.api, links)}));
  const overview = links.api(of.api.id);
  const changes = changesLinks(family, links);
  return (path) => ({
    label: of.version.label,
    current: family.current.version.label,
    versions: others.map(({other, pages}) => {
      const same = other === of ? path : pages.get(path);
      const {label} = other.version;
      return {label, permalink: same ?? links.api(other.api.id), isSamePage: same !== undefined};
    }),
    changes: path === overview ? changes : [],
  });
}

/** The pages of what changed between neighbouring versions, the newest first. Pure. */
export function changesPages({versions}: Family, links: SiteLinks): ChangesPage[] {
  return neighbours(versions).map(({older, newer}) => {
    const path = pathOf(older, newer, links);
    const groups = groupsOf(compareApis(older.api, newer.api), older.api, newer.api, links);
    const page: ChangesPageData = {
      apiTitle: newer.api.title,
      older: older.version.label,
      newer: newer.version.label,
      summary: summaryOf(groups.flatMap(({changes}) => changes)),
      groups,
      toc: groups.map(({id, title}) => ({id, value: escapeHtml(title), level: 2})),
      overview: {title: 'Overview', permalink: links.api(newer.api.id)},
    };
    return {path, page};
  });
}

/** The links to the pages of what changed, the newest first. */
export function changesLinks({versions}: Family, links: SiteLinks): PageLink[] {
  return neighbours(versions).map(({older, newer}) => ({
    title: `From ${older.version.label} to ${newer.version.label}`,
    permalink: pathOf(older, newer, links),
  }));
}

/** Versions stand from the newest to the oldest. */
function neighbours(versions: VersionedApi[]): {older: VersionedApi; newer: VersionedApi}[] {
  return versions.flatMap((newer, index) => {
    const older = versions[index + 1];
    return older === undefined ? [] : [{older, newer}];
  });
}

function pathOf(older: VersionedApi, newer: VersionedApi, links: SiteLinks): string {
  return links.changes(newer.version.apiId, older.version.label, newer.version.label);
}

/** Where the pages of one version are in another one. */
function samePages(from: Api, to: Api, links: SiteLinks): ReadonlyMap<string, string> {
  const pages = new Map([[links.api(from.id), links.api(to.id)]]);
  const pairs: OperationPair[] = [
    ...matchOperations(from.operations, to.operations),
    ...matchWebhooks(from.webhooks, to.webhooks),
  ];
  for (const {older, newer} of pairs) {
    if (older !== undefined && newer !== undefined) pages.set(links.operation(older), links.operation(newer));
  }
  const schemas = new Map(Object.entries(schemaLinks(to, links)));
  for (const [name, path] of Object.entries(schemaLinks(from, links))) {
    const same = schemas.get(name);
    if (same !== undefined) pages.set(path, same);
  }
  return pages;
}

function groupsOf(changes: Change[], older: Api, newer: Api, links: SiteLinks): ChangeGroup[] {
  const known = new Map(
    [older, newer].flatMap(({operations, webhooks}) => [...operations, ...webhooks].map((one) => [one.key, one])),
  );
  const olderPages = samePages(newer, older, links);
  const groups = new Map<string, ChangeGroup>();
  for (const {operation: key = '', ...change} of changes) {
    const group = groups.get(key) ?? groupOf(known.get(key), newer, links);
    // What is gone stands on the page of the older version only.
    const page = change.kind === 'removed' ? (olderPages.get(group.permalink) ?? group.permalink) : group.permalink;
    group.changes.push({...change, permalink: `${page}#${encodeURIComponent(change.place.replaceAll(/\s/g, '-'))}`});
    groups.set(key, group);
  }
  return [...groups.values()];
}

function groupOf(operation: Operation | Webhook | undefined, api: Api, links: SiteLinks): ChangeGroup {
  if (operation === undefined) {
    const permalink = links.api(api.id);
    return {id: 'whole-api', title: 'The whole API', method: '', path: api.title, permalink, changes: []};
  }
  const {key, method, title, path} = operation;
  return {
    id: key.replaceAll(/[/@.]/g, '-'),
    title,
    method,
    path: 'name' in operation ? operation.name : path,
    permalink: links.operation(operation),
    changes: [],
  };
}

function summaryOf(changes: Pick<Change, 'breaking'>[]): string {
  if (changes.length === 0) return 'Nothing that a client could notice has changed.';
  const breaking = changes.filter((change) => change.breaking).length;
  const count = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  const ofThem = breaking === 0 ? 'none of them breaking' : `${breaking} of them breaking`;
  return `${count}, ${changes.length === 1 ? (breaking === 0 ? 'not breaking' : 'breaking') : ofThem}.`;
}
