import type {PropSidebarItem, PropSidebarItemCategory, PropSidebarItemLink} from '@docusaurus/plugin-content-docs';
import type {Api, Operation} from '../model/operation.ts';
import type {OperationGroup} from './operation-groups.ts';
import {nestGroups, sidebarCategory} from './sidebar-groups.ts';
import type {SiteLinks} from './site-links.ts';

/** More operations are not listed on every page: their links would outweigh what the page is about. */
const mostListed = 150;

/** Of the operations under one tag, so many stand beside each other where the sidebar differs from page to page. */
const mostOfTag = 40;

/** The operations under a tag, in parts of about the same length that a sidebar can list. */
export function sidebarParts({operations}: Pick<OperationGroup, 'operations'>): Operation[][] {
  const count = Math.ceil(operations.length / mostOfTag);
  const size = Math.ceil(operations.length / Math.max(count, 1));
  return Array.from({length: count}, (_, index) => operations.slice(index * size, (index + 1) * size));
}

/** Whether the sidebar of an API differs from page to page: it lists only the operations of the page's own tag. */
export function hasSidebarByTag({operations}: Pick<Api, 'operations'>): boolean {
  return operations.length > mostListed;
}

/**
 * The sidebar of one API: the guides, the other APIs as links, this one opened with its operations by tag.
 *
 * @param groups the tags of this API
 * @param listed the operations that are listed under a tag; none: the tag is a link to its section of the overview
 */
export function buildSidebar(
  current: Api,
  apis: Pick<Api, 'id' | 'title'>[],
  links: SiteLinks,
  {groups, listed}: {groups: OperationGroup[]; listed: (group: OperationGroup) => Operation[]},
): PropSidebarItem[] {
  const section = `${links.api(current.id)}#`;
  const tags = nestGroups(groups, (group) => {
    const shown = listed(group);
    const href = `${section}${group.id}`;
    if (shown.length === 0) return {...sidebarCategory(group.title, []), href};
    const items = operationLinks(shown, links);
    const {length} = group.operations;
    if (shown.length < length) items.push({type: 'link', label: `All ${length} operations`, href, docId: href});
    return sidebarCategory(group.title, items);
  });
  return [
    ...guidesLink(links),
    ...apis.map((api) => (api.id === current.id ? apiCategory(current, tags, links) : apiLink(api, links))),
  ];
}

function guidesLink({guides}: SiteLinks): PropSidebarItemLink[] {
  return guides === undefined ? [] : [{type: 'link', label: 'Guides', href: guides, docId: 'start-here'}];
}

function apiLink({id, title}: Pick<Api, 'id' | 'title'>, links: SiteLinks): PropSidebarItemLink {
  return {type: 'link', label: title, href: links.api(id), docId: id};
}

function apiCategory(api: Api, tags: PropSidebarItem[], links: SiteLinks): PropSidebarItemCategory {
  return {
    type: 'category',
    label: api.title,
    href: links.api(api.id),
    collapsible: false,
    collapsed: false,
    items: [
      {...apiLink(api, links), label: 'Overview'},
      ...tags,
      ...(api.webhooks.length > 0 ? [webhooksCategory(api, links)] : []),
      ...(Object.keys(api.schemas).length > 0 ? [schemasLink(api, links)] : []),
    ],
  };
}

function webhooksCategory(api: Api, links: SiteLinks): PropSidebarItemCategory {
  const listed = api.webhooks.length > mostListed ? [] : api.webhooks;
  const items = operationLinks(listed, links);
  return {...sidebarCategory('Webhooks', items), href: `${links.api(api.id)}#webhooks`, collapsed: true};
}

/** One link, not one for each schema: there may be a thousand. */
function schemasLink({id}: Api, links: SiteLinks): PropSidebarItemLink {
  return {type: 'link', label: 'Schemas', href: `${links.api(id)}#schemas`, docId: `${id}/schemas`};
}

function operationLinks(operations: Operation[], links: SiteLinks): PropSidebarItemLink[] {
  return operations.map((operation) => operationLink(operation, links));
}

function operationLink(operation: Operation, links: SiteLinks): PropSidebarItemLink {
  const {key, title, method, deprecated} = operation;
  return {
    type: 'link',
    label: title,
    href: links.operation(operation),
    docId: key,
    className: [
      'api-method',
      `api-method--${method.toLowerCase()}`,
      ...(deprecated ? ['api-method--deprecated'] : []),
    ].join(' '),
  };
}
