import type {RoutePlan} from './routes.ts';

/** More routes do not stand beside each other: to find a page, router and page renderer try them one after the other. */
const mostBeside = 40;

/**
 * The routes of an API with very many pages in groups, by how the last part of their addresses begins, so that a page is
 * found in two short steps. Without this the time to build grows with the square of the pages. Pure.
 *
 * @param component shows the routes of a group
 */
export function nestRoutes(plan: RoutePlan, component: string): RoutePlan {
  const {path, routes = []} = plan;
  if (routes.length <= 2 * mostBeside) return plan;
  const folders = new Map<string, RoutePlan[]>();
  const beside: RoutePlan[] = [];
  for (const route of routes) {
    const folder = route.path.slice(0, route.path.lastIndexOf('/'));
    if (route.path === path) beside.push(route);
    else folders.set(folder, [...(folders.get(folder) ?? []), route]);
  }
  const groups = [...folders].flatMap(([folder, pages]) =>
    groupByBeginning(pages, folder.length + 1).map(({pattern, routes: grouped}): RoutePlan => ({
      path: `${folder}/:page(${pattern})`,
      component,
      exact: false,
      // `/api/:page(s…)` fits `/api/schemas/…` as well: the longer addresses are tried first.
      priority: folder.split('/').length,
      modules: {},
      routes: grouped,
    })),
  );
  return {...plan, routes: [...beside, ...groups]};
}

interface RouteGroup {
  /** A regular expression for the last part of the addresses; it fits those of no other group. */
  pattern: string;
  routes: RoutePlan[];
}

/** The routes by the characters from this place of their paths on; neighbours share a group while there is room. */
function groupByBeginning(routes: RoutePlan[], start: number, same = ''): RouteGroup[] {
  if (routes.length <= mostBeside) return [{pattern: `${same}[^/]*`, routes}];
  const place = start + same.length;
  const byCharacter = new Map<string, RoutePlan[]>();
  for (const route of routes) {
    const character = route.path.charAt(place);
    byCharacter.set(character, [...(byCharacter.get(character) ?? []), route]);
  }
  const groups: RouteGroup[] = [];
  let characters = '';
  let open: RoutePlan[] = [];
  const close = (): void => {
    if (open.length > 0) groups.push({pattern: `${same}[${characters}][^/]*`, routes: open});
    characters = '';
    open = [];
  };
  // The hyphen comes first, where it means itself in a class of characters.
  for (const [character, own] of [...byCharacter].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (character === '') {
      groups.push({pattern: same, routes: own});
    } else if (own.length > mostBeside) {
      close();
      groups.push(...groupByBeginning(own, start, same + character));
    } else {
      if (open.length + own.length > mostBeside) close();
      characters += character;
      open = [...open, ...own];
    }
  }
  close();
  return groups;
}
