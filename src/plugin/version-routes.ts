import type {LoadedApi} from './load-apis.ts';
import type {RoutePlan} from './routes.ts';
import type {SiteLinks} from './site-links.ts';
import {changesPages, familiesOf, pageVersions} from './version-pages.ts';

/**
 * The routes of a site with what versions add: each page of an API with several knows the others, and the current one
 * has the pages of what changed. Pure.
 *
 * @param components the folder of the components, as the bundler knows it
 */
export function addVersions(
  plans: RoutePlan[],
  loaded: Pick<LoadedApi, 'api' | 'version'>[],
  links: SiteLinks,
  components: string,
): RoutePlan[] {
  const added = new Map<string, (plan: RoutePlan) => RoutePlan>();
  for (const family of familiesOf(loaded)) {
    for (const one of family.versions) {
      const versionsAt = pageVersions(one, family, links);
      const changes = one === family.current ? changesPages(family, links) : [];
      added.set(links.api(one.api.id), (plan) => {
        const pages = plan.routes ?? [];
        const overview = pages.find(({path}) => path === plan.path);
        const routes = [
          ...pages,
          ...(overview === undefined ? [] : changes.map(({path, page}) => like(overview, path, page, components))),
        ];
        return {...plan, routes: routes.map((page) => ({...page, context: contextOf(page, versionsAt(page.path))}))};
      });
    }
  }
  return plans.map((plan) => added.get(plan.path)?.(plan) ?? plan);
}

/** A page of what changed, in the frame that the overview has. */
function like(overview: RoutePlan, path: string, data: {older: string; newer: string}, components: string): RoutePlan {
  const page = {file: fileOf(overview, `--changes-${data.older}-to-${data.newer}`), data};
  const component = `${components}/ChangesPage/ChangesPage.tsx`;
  const own = overview.page === undefined ? {component} : {page: component};
  return {...overview, path, modules: {...overview.modules, page}, ...own};
}

function contextOf(page: RoutePlan, data: unknown): RoutePlan['context'] {
  return {versions: {file: fileOf(page, '--versions'), data}};
}

/** A name beside that of the page's own data. */
function fileOf({modules, path}: RoutePlan, ending: string): string {
  const {page} = modules;
  if (page === undefined) throw new Error(`The page at ${path} has no data.`);
  return page.file.replace(/\.json$/, `${ending}.json`);
}
