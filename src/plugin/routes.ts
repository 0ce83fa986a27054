import type {PluginContentLoadedActions, RouteConfig} from '@docusaurus/types';
import type {LoadedApi} from './load-apis.ts';
import {buildPages} from './page-data.ts';
import {buildSidebar} from './sidebar.ts';
import {createSiteLinks} from './site-links.ts';

/** A route with the data of its modules, before they are files. */
export interface RoutePlan {
  path: string;
  component: string;
  exact: boolean;
  modules: Record<string, ModulePlan>;
  routes?: RoutePlan[];
}

/** A JSON module: the name of its file, the same in every build, and what is in it. */
interface ModulePlan {
  file: string;
  data: unknown;
}

/** Where the site is, and where its bundler finds the components of the pages. */
export interface RouteOptions {
  baseUrl: string;
  routeBasePath: string;
  components?: string;
}

/** The routes of every API: a frame with the sidebar, and in it the overview and the operations. Pure. */
export function buildRoutes(
  loaded: Pick<LoadedApi, 'api' | 'rendered'>[],
  {baseUrl, routeBasePath, components = '@site/src/components'}: RouteOptions,
): RoutePlan[] {
  const links = createSiteLinks(baseUrl, routeBasePath);
  const apis = loaded.map(({api}) => api);
  return loaded.map(({api, rendered}): RoutePlan => {
    const {overview, operations, schemas, webhooks} = buildPages(api, rendered, links);
    const sidebar = {name: api.id, items: buildSidebar(api, apis, links)};
    return {
      path: links.api(api.id),
      component: `${components}/ApiRoot/ApiRoot.tsx`,
      exact: false,
      modules: {sidebar: {file: `${api.id}--sidebar.json`, data: sidebar}},
      routes: [
        {
          path: links.api(api.id),
          component: `${components}/ApiPage/ApiPage.tsx`,
          exact: true,
          modules: {page: {file: `${api.id}--overview.json`, data: overview}},
        },
        ...schemas.map((page) => ({
          path: links.schema(api.id, page.slug),
          component: `${components}/SchemaPage/SchemaPage.tsx`,
          exact: true,
          modules: {page: {file: `${api.id}--schema-${page.slug}.json`, data: page}},
        })),
        ...webhooks.map((page) => ({
          path: links.operation(page.webhook),
          component: `${components}/WebhookPage/WebhookPage.tsx`,
          exact: true,
          modules: {page: {file: `${api.id}--webhook-${page.webhook.slug}.json`, data: page}},
        })),
        ...operations.map((page) => ({
          path: links.operation(page.operation),
          component: `${components}/OperationPage/OperationPage.tsx`,
          exact: true,
          modules: {page: {file: `${api.id}-${page.operation.slug}.json`, data: page}},
        })),
      ],
    };
  });
}

/** Writes the data of planned routes and adds them to the site. */
export async function addRoutes(plans: RoutePlan[], actions: PluginContentLoadedActions): Promise<void> {
  const routes = await Promise.all(plans.map((plan) => writeRoute(plan, actions)));
  routes.forEach((route) => actions.addRoute(route));
}

async function writeRoute(plan: RoutePlan, actions: PluginContentLoadedActions): Promise<RouteConfig> {
  const modules = await Promise.all(
    Object.entries(plan.modules).map(async ([name, {file, data}]) => {
      return [name, await actions.createData(file, data as object)] as const;
    }),
  );
  const routes = plan.routes && (await Promise.all(plan.routes.map((child) => writeRoute(child, actions))));
  return {path: plan.path, component: plan.component, exact: plan.exact, modules: Object.fromEntries(modules), routes};
}
