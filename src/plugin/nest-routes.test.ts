import {matchPath} from 'react-router-dom';
import {describe, expect, it} from 'vitest';
import {nestRoutes} from './nest-routes.ts';
import type {RoutePlan} from './routes.ts';

const page = (path: string): RoutePlan => ({path, component: 'Page.tsx', exact: true, modules: {}});

function plan(paths: string[]): RoutePlan {
  return {path: '/base/api', component: 'Root.tsx', exact: false, modules: {}, routes: paths.map(page)};
}

/** The page that a router finds: it tries routes in order, those with more priority first, and enters only one group. */
function find(address: string, {routes = []}: RoutePlan): string | undefined {
  const ordered = [...routes].sort((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
  const found = ordered.find(({path, exact}) => matchPath(address, {path, exact}) !== null);
  return found?.routes === undefined ? found?.path : find(address, found);
}

const names = ['a', 'ab', 'abc', 'schemas-of-all', 's', '-x', ...[...Array(1200).keys()].map((n) => `get-${n * 37}`)];
const paths = [
  '/base/api',
  ...names.map((name) => `/base/api/${name}`),
  ...names.map((name) => `/base/api/schemas/${name}`),
  '/base/api/webhooks/ping',
];

describe('nestRoutes', () => {
  const nested = nestRoutes(plan(paths), 'Part.tsx');

  it('leaves every page where it is', () => {
    for (const path of paths) {
      expect(find(path, nested)).toBe(path);
      expect(find(`${path}/`, nested)).toBe(path);
    }
    expect(find('/base/api/nothing', nested)).toBeUndefined();
    expect(find('/base/api/schemas/nothing', nested)).toBeUndefined();
  });

  it('leaves few beside each other', () => {
    expect(nested.routes?.length).toBeLessThan(150);
    for (const {routes = []} of nested.routes ?? []) expect(routes.length).toBeLessThanOrEqual(40);
  });

  it('leaves an API of a common size as it is', () => {
    const small = plan(paths.slice(0, 50));
    expect(nestRoutes(small, 'Part.tsx')).toBe(small);
  });
});
