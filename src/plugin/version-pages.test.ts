import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import type {PageVersions} from '../model/version-page.ts';
import {checkVersionAddresses} from './check-version-addresses.ts';
import {toApi} from './normalise/api.ts';
import {buildRoutes} from './routes.ts';

const document = (paths: string): JsonObject =>
  parse(`{openapi: 3.1.0, info: {title: Shop, version: '1'}, paths: ${paths}}`) as JsonObject;

function version(label: string, isCurrent: boolean, paths: string) {
  const api = toApi(isCurrent ? 'shop' : `shop@${label}`, document(paths));
  return {api, rendered: api, version: {apiId: 'shop', label, isCurrent}};
}

const buy = '/buy: {post: {operationId: buy, responses: {}}}';
const moved = '/purchases: {post: {operationId: buy, responses: {}}}';
const look = '/look: {get: {operationId: look, responses: {}}}';
const family = [
  version('3-beta', false, `{${moved}, ${look}}`),
  version('2', true, `{${moved}}`),
  version('1', false, `{${buy}}`),
];
const other = {api: toApi('bank', document('{}')), rendered: toApi('bank', document('{}'))};
const routes = buildRoutes([other, ...family], {baseUrl: '/', routeBasePath: 'reference'});

const pageAt = (path: string) => routes.flatMap((route) => route.routes ?? []).find((page) => page.path === path);
const versionsAt = (path: string) => pageAt(path)?.context?.['versions']?.data as PageVersions | undefined;

describe('the pages of an API with versions', () => {
  it('stand below the label, but for those of the current version', () => {
    expect(routes.map(({path}) => path)).toEqual([
      '/reference/bank',
      '/reference/shop/3-beta',
      '/reference/shop',
      '/reference/shop/1',
    ]);
    expect(pageAt('/reference/shop/1/buy')).toBeDefined();
  });

  it('lead to the same operation of each other version, else to its overview', () => {
    expect(versionsAt('/reference/shop/buy')).toEqual({
      label: '2',
      current: '2',
      versions: [
        {label: '3-beta', permalink: '/reference/shop/3-beta/buy', isSamePage: true},
        {label: '2', permalink: '/reference/shop/buy', isSamePage: true},
        {label: '1', permalink: '/reference/shop/1/buy', isSamePage: true},
      ],
      changes: [],
    });
    expect(versionsAt('/reference/shop/3-beta/look')?.versions.map(({permalink}) => permalink)).toEqual([
      '/reference/shop/3-beta/look',
      '/reference/shop',
      '/reference/shop/1',
    ]);
  });

  it('lead from the overviews to what changed between neighbours', () => {
    const changes = ['/reference/shop/changes/2-to-3-beta', '/reference/shop/changes/1-to-2'];
    expect(versionsAt('/reference/shop/1')?.changes.map(({permalink}) => permalink)).toEqual(changes);
    for (const path of changes) expect(pageAt(path)?.component).toContain('ChangesPage');
  });

  it('leave an API without versions as it is', () => {
    expect(pageAt('/reference/bank')).not.toHaveProperty('context');
  });

  it('name the API once in each sidebar, in the version that is shown', () => {
    const links = (path: string) =>
      JSON.stringify(routes.find((route) => route.path === path)?.modules['sidebar']?.data);
    expect(links('/reference/bank')).toContain('"/reference/shop"');
    expect(links('/reference/bank')).not.toContain('/reference/shop/1');
    expect(links('/reference/shop/1')).toContain('"/reference/shop/1/buy"');
    expect(links('/reference/shop/1')).not.toContain('"/reference/shop"');
  });

  it('keep their data in files of their own', () => {
    const files = routes.flatMap((route) =>
      [route, ...(route.routes ?? [])].flatMap(({modules, context = {}}) =>
        [...Object.values(modules), ...Object.values(context)].map(({file}) => file),
      ),
    );
    expect(new Set(files).size).toBe(files.length);
  });
});

describe('checkVersionAddresses', () => {
  it('refuses a label that is the address of an operation', () => {
    expect(() => checkVersionAddresses([version('2', true, `{${buy}}`), version('buy', false, '{}')])).toThrow(
      'the label "buy" is also the address of the operation "buy"',
    );
    expect(() => checkVersionAddresses(family)).not.toThrow();
  });
});
