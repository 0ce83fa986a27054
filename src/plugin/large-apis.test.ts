import {describe, expect, it} from 'vitest';
import type {JsonObject} from '../model/json.ts';
import {toApi} from './normalise/api.ts';
import {buildRoutes, type RoutePlan} from './routes.ts';

function load(id: string, paths: JsonObject) {
  const api = toApi(id, {openapi: '3.1.0', info: {title: id, version: '1'}, paths});
  return {api, rendered: api};
}

function routesOf(...loaded: ReturnType<typeof load>[]): RoutePlan[] {
  return buildRoutes(loaded, {baseUrl: '/', routeBasePath: 'reference'});
}

/** The addresses of operations in the sidebar of a page. */
function listedAt(path: string, [route]: RoutePlan[]): string[] {
  const data = route?.routes?.find((page) => page.path === path)?.modules['sidebar']?.data;
  return [...JSON.stringify(data).matchAll(/"href":"(\/reference\/\w+\/get-[^"]+)"/g)].map(([, href = '']) => href);
}

describe('a tag with very many operations', () => {
  const names = Array.from({length: 201}, (_, index) => `get-o${index}`);
  const paths = Object.fromEntries(
    names.map((name) => [`/${name}`, {get: {operationId: name, tags: ['Repos'], responses: {}}}]),
  );
  const routes = routesOf(load('large', paths));

  it('is listed in parts, of which each page has its own', () => {
    for (const name of names) {
      const listed = listedAt(`/reference/large/${name}`, routes);
      expect(listed).toContain(`/reference/large/${name}`);
      expect(listed.length).toBeLessThanOrEqual(40);
    }
    expect(new Set(names.flatMap((name) => listedAt(`/reference/large/${name}`, routes))).size).toBe(201);
  });

  it('says that there are more, and where', () => {
    const page = routes[0]?.routes?.find(({path}) => path === '/reference/large/get-o7');
    expect(JSON.stringify(page?.modules['sidebar']?.data)).toContain(
      '"label":"All 201 operations","href":"/reference/large#repos"',
    );
  });
});

describe('the files of the data', () => {
  it('are apart for APIs whose ids and operations read the same in a row', () => {
    const operation = (operationId: string): JsonObject => ({'/x': {get: {operationId, responses: {}}}});
    const routes = routesOf(load('a', operation('b-c')), load('a-b', operation('c')));
    const files = routes.map(({routes: pages = []}) => pages.map(({modules}) => modules['page']?.file));
    expect(files.flat().length).toBe(new Set(files.flat()).size);
  });
});
