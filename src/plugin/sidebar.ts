import type {PropSidebarItem, PropSidebarItemCategory, PropSidebarItemLink} from '@docusaurus/plugin-content-docs';
import type {Api, Operation} from '../model/operation.ts';
import {groupOperations} from './operation-groups.ts';
import {nestGroups, sidebarCategory} from './sidebar-groups.ts';
import type {SiteLinks} from './site-links.ts';

/** The sidebar of one API: the guides, the other APIs as links, this one opened with its operations by tag. */
export function buildSidebar(current: Api, apis: Pick<Api, 'id' | 'title'>[], links: SiteLinks): PropSidebarItem[] {
  return [
    {type: 'link', label: 'Guides', href: links.guides, docId: 'start-here'},
    ...apis.map((api) => (api.id === current.id ? apiCategory(current, links) : apiLink(api, links))),
  ];
}

function apiLink({id, title}: Pick<Api, 'id' | 'title'>, links: SiteLinks): PropSidebarItemLink {
  return {type: 'link', label: title, href: links.api(id), docId: id};
}

function apiCategory(api: Api, links: SiteLinks): PropSidebarItemCategory {
  return {
    type: 'category',
    label: api.title,
    href: links.api(api.id),
    collapsible: false,
    collapsed: false,
    items: [
      {...apiLink(api, links), label: 'Overview'},
      ...nestGroups(groupOperations(api), ({title, operations}) =>
        sidebarCategory(title, operationLinks(operations, links)),
      ),
      ...(api.webhooks.length > 0 ? [webhooksCategory(api, links)] : []),
      ...(Object.keys(api.schemas).length > 0 ? [schemasLink(api, links)] : []),
    ],
  };
}

function webhooksCategory(api: Api, links: SiteLinks): PropSidebarItemCategory {
  const items = operationLinks(api.webhooks, links);
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
