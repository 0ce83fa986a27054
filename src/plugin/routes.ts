import type {PluginContentLoadedActions, RouteConfig} from '@docusaurus/types';
import type {Api, Operation} from '../model/operation.ts';
import type {LoadedApi} from './load-apis.ts';
import type {MendGuideLinks} from './guide-pages.ts';
import {groupOperations, type OperationGroup} from './operation-groups.ts';
import {buildPages} from './page-data.ts';
import type {PageMemory} from './page-memory.ts';
import {buildSidebar, hasSidebarByTag, sidebarParts} from './sidebar.ts';
import {createSiteLinks, type SiteLinks} from './site-links.ts';
import {apisBeside} from './version-pages.ts';
import {addVersions} from './version-routes.ts';

/** A route with the data of its modules, before they are files. */
export interface RoutePlan {
  path: string;
  component: string;
  exact: boolean;
  modules: Record<string, ModulePlan>;
  /** The component of the page itself, where `component` is a frame around it that takes it as `Page`. */
  page?: string;
  /** Data for what is around the page: `useRouteContext().data`. */
  context?: Record<string, ModulePlan>;
  routes?: RoutePlan[];
  /** Routes with more of it are tried first. */
  priority?: number;
}

/**
 * A JSON module: the name of its file, the same in every build, and what is in it. No id of an API has two hyphens in a
 * row, so no name can be that of another API's file.
 */
interface ModulePlan {
  file: string;
  data: unknown;
}

/** Where the site is, and where its bundler finds the components of the pages. */
export interface RouteOptions {
  baseUrl: string;
  routeBasePath: string;
  components?: string;
  guides?: string | undefined;
  /** What pages are made of, where they are made again and again. */
  memory?: PageMemory;
}

/** The routes of every API: a frame with the sidebar, and in it the overview and the operations. Pure but for what the memory keeps. */
export function buildRoutes(
  loaded: Pick<LoadedApi, 'api' | 'rendered' | 'version'>[],
  {baseUrl, routeBasePath, guides, components = '@site/src/components', memory}: RouteOptions,
): RoutePlan[] {
  const links = createSiteLinks(baseUrl, routeBasePath, guides);
  const plans = loaded.map((one): RoutePlan => {
    const {api, rendered} = one;
    const apis = apisBeside(one, loaded);
    const {overview, operations, schemas, webhooks} = buildPages(api, rendered, links, memory);
    const {modules, page} = createFrame(api, apis, links, components);
    return {
      path: links.api(api.id),
      component: `${components}/ApiRoot/ApiRoot.tsx`,
      exact: false,
      modules,
      routes: [
        page(links.api(api.id), 'ApiPage', {file: `${api.id}--overview.json`, data: overview}),
        ...schemas.map((data) =>
          page(links.schema(api.id, data.slug), 'SchemaPage', {file: `${api.id}--schema-${data.slug}.json`, data}),
        ),
        ...webhooks.map((data) => {
          const {webhook} = data;
          return page(links.operation(webhook), 'WebhookPage', {file: `${api.id}--webhook-${webhook.slug}.json`, data});
        }),
        ...operations.map((data) => {
          const {slug, key} = data.operation;
          return page(
            links.operation(data.operation),
            'OperationPage',
            {file: `${api.id}--operation-${slug}.json`, data},
            key,
          );
        }),
      ],
    };
  });
  return addVersions(plans, loaded, links, components);
}

interface Frame {
  /** Of the frame around all pages. */
  modules: RoutePlan['modules'];
  page: (path: string, component: string, page: ModulePlan, operationKey?: string) => RoutePlan;
}

/**
 * Where the sidebar of an API stands: in the frame around its pages, which stays when the page changes; or, where it
 * would be too long, in each page, with the operations next to its own.
 */
function createFrame(api: Api, apis: Api[], links: SiteLinks, components: string): Frame {
  const groups = groupOperations(api);
  const pathOf = (component: string): string => `${components}/${component}/${component}.tsx`;
  const sidebar = (name: string, listed: (group: OperationGroup) => Operation[]): ModulePlan => ({
    file: `${api.id}--${name}.json`,
    data: {name: api.id, items: buildSidebar(api, apis, links, {groups, listed})},
  });
  if (!hasSidebarByTag(api)) {
    return {
      modules: {sidebar: sidebar('sidebar', ({operations}) => operations)},
      page: (path, component, page) => ({path, component: pathOf(component), exact: true, modules: {page}}),
    };
  }
  const closed = sidebar('sidebar', () => []);
  const opened = new Map<string | undefined, ModulePlan>();
  for (const group of groups) {
    for (const [index, part] of sidebarParts(group).entries()) {
      const own = sidebar(`sidebar-${group.id}-${index + 1}`, (other) => (other === group ? part : []));
      for (const {key} of part) opened.set(key, own);
    }
  }
  return {
    modules: {},
    page: (path, component, page, operationKey) => ({
      path,
      component: `${components}/ApiRoot/PageWithSidebar.tsx`,
      exact: true,
      modules: {page, sidebar: opened.get(operationKey) ?? closed},
      page: pathOf(component),
    }),
  };
}

/**
 * Writes the data of planned routes, with links to guides as `mend` leads them, and adds the routes to the site. Gives the
 * paths of the files with the data.
 */
export async function addRoutes(
  plans: RoutePlan[],
  actions: PluginContentLoadedActions,
  mend: MendGuideLinks = (data) => data,
): Promise<Set<string>> {
  const created = new Map<string, Promise<string>>();
  // Pages share a sidebar: a file that is written or being written is not written again.
  const createOnce: CreateData = ({file, data}, page) => {
    const path = created.get(file) ?? actions.createData(file, mend(JSON.stringify(data), page));
    created.set(file, path);
    return path;
  };
  const routes = await Promise.all(plans.map((plan) => writeRoute(plan, createOnce)));
  routes.forEach((route) => actions.addRoute(route));
  return new Set(await Promise.all(created.values()));
}

/** Gives the path of the file with the data of a module. */
type CreateData = (module: ModulePlan, page: string) => Promise<string>;

async function writeRoute(plan: RoutePlan, createData: CreateData): Promise<RouteConfig> {
  const write = async (modules: Record<string, ModulePlan>): Promise<Record<string, string>> => {
    const paths = Object.entries(modules).map(async ([name, module]) => {
      return [name, await createData(module, plan.path)] as const;
    });
    return Object.fromEntries(await Promise.all(paths));
  };
  const modules = await write(plan.modules);
  // Docusaurus puts the context of outermost routes under `data` itself, and leaves that of the others as it is.
  const context = plan.context && {data: await write(plan.context)};
  const routes = plan.routes && (await Promise.all(plan.routes.map((child) => writeRoute(child, createData))));
  const {path, component, exact, page, priority} = plan;
  const components: Record<string, string> = page === undefined ? {} : {Page: page};
  return {
    path,
    component,
    exact,
    modules: {...modules, ...components},
    ...(context && {context}),
    ...(priority !== undefined && {priority}),
    routes,
  };
}
