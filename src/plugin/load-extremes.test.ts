import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import type {JsonObject} from '../model/json.ts';
import {loadApis, type LoadedApi} from './load-apis.ts';
import {OpenApiError} from './openapi-error.ts';
import {buildRoutes, type RoutePlan} from './routes.ts';
import {createSiteLinks} from './site-links.ts';

/** Everything that a build does with a document before the pages are rendered. */
async function pagesOf(document: JsonObject): Promise<{loaded: LoadedApi; routes: RoutePlan[]}> {
  const siteDir = mkdtempSync(join(tmpdir(), 'load-extremes-'));
  try {
    writeFileSync(join(siteDir, 'redocly.yaml'), 'extends: [minimal]\n');
    writeFileSync(join(siteDir, 'api.json'), JSON.stringify(document));
    const site = createSiteLinks('/', 'reference');
    const [loaded] = await loadApis([{id: 'api', spec: 'api.json'}], siteDir, site);
    if (loaded === undefined) throw new Error('There is one API.');
    return {loaded, routes: buildRoutes([loaded], {baseUrl: '/', routeBasePath: 'reference'})};
  } finally {
    rmSync(siteDir, {recursive: true});
  }
}

function pathsOf(routes: RoutePlan[]): string[] {
  return routes.flatMap(({path, routes: below}) => (below === undefined ? [path] : pathsOf(below)));
}

const info = {title: 'T', version: '1'};
const ok = {200: {description: 'ok'}};

describe('documents at the edge of what is valid', () => {
  it('five thousand operations, all of them called alike', {timeout: 60_000}, async () => {
    const names = Array.from({length: 5_000}, (_, index) => `/thing/${index}`);
    const operation = {
      summary: 'Get a thing',
      tags: ['t'],
      responses: {200: {description: 'ok', content: {'application/json': {schema: {$ref: '#/components/schemas/S'}}}}},
    };
    const {routes} = await pagesOf({
      openapi: '3.1.0',
      info,
      paths: Object.fromEntries(names.map((name) => [name, {get: operation}])),
      components: {schemas: {S: {type: 'object', properties: {id: {type: 'integer'}}}}},
    });
    const paths = pathsOf(routes);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.length).toBeGreaterThan(5_000);
  });

  it('schemas that all lead to each other, in every way there is', {timeout: 30_000}, async () => {
    const names = Array.from({length: 8}, (_, index) => `S${index}`);
    const all = names.map((name) => ({$ref: `#/components/schemas/${name}`}));
    const [first = {}] = all;
    const schemas = Object.fromEntries(
      names.map((name, index) => {
        const next = all[(index + 1) % all.length] ?? first;
        return [
          name,
          {
            allOf: [next, {properties: Object.fromEntries(all.map((ref, at) => [`p${at}`, ref]))}],
            anyOf: all,
            oneOf: all,
            not: next,
            items: next,
            additionalProperties: next,
            patternProperties: {x: next},
            propertyNames: next,
            prefixItems: all,
            contains: next,
            if: next,
            then: next,
            else: next,
            $defs: {d: next},
            dependentSchemas: {p0: next},
            unevaluatedProperties: next,
            discriminator: {propertyName: 'p0', mapping: {a: 'S1'}},
          },
        ];
      }),
    );
    const {loaded} = await pagesOf({
      openapi: '3.1.0',
      info,
      paths: {'/a': {post: {requestBody: {content: {'application/json': {schema: first}}}, responses: ok}}},
      components: {schemas},
    });
    expect(Object.keys(loaded.api.operations[0]?.schemas ?? {})).toHaveLength(8);
  });

  it('a schema that is a part of itself by its address', async () => {
    const {loaded} = await pagesOf({
      openapi: '3.1.0',
      info,
      paths: {},
      components: {
        schemas: {
          Tree: {type: 'object', properties: {left: {items: {$ref: '#/components/schemas/Tree/properties/left'}}}},
        },
      },
    });
    expect(loaded.api.schemas).toEqual({
      Tree: {type: 'object', properties: {left: {items: {$ref: '#/components/schemas/Tree.left'}}}},
      'Tree.left': {items: {$ref: '#/components/schemas/Tree.left'}},
    });
  });

  it('schemas that are nothing but references to each other are told, and end', async () => {
    const document = {
      openapi: '3.1.0',
      info,
      paths: {},
      components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}},
    };
    await expect(pagesOf(document)).rejects.toBeInstanceOf(OpenApiError);
  });

  it('responses behind a chain of references', async () => {
    const chain = Array.from({length: 40}, (_, index) => [
      `R${index}`,
      index === 39 ? {description: 'the end'} : {$ref: `#/components/responses/R${index + 1}`},
    ]);
    const {loaded} = await pagesOf({
      openapi: '3.1.0',
      info,
      paths: {'/a': {get: {responses: {200: {$ref: '#/components/responses/R0'}}}}},
      components: {responses: Object.fromEntries(chain)},
    });
    expect(loaded.api.operations[0]?.responses).toMatchObject([{status: '200', description: 'the end'}]);
  });

  it('nothing but a head', async () => {
    for (const document of [{paths: {}}, {components: {}}, {paths: {'/a': {}}}, {webhooks: {}}, {paths: {'': {}}}]) {
      const {routes} = await pagesOf({openapi: '3.1.0', info, ...document});
      expect(pathsOf(routes)).toEqual(['/reference/api']);
    }
  });

  it('parameters that say nothing of themselves', async () => {
    const {loaded} = await pagesOf({
      openapi: '3.1.0',
      info,
      paths: {
        '/a/{id}': {
          get: {
            parameters: [
              {name: 'id', in: 'path', required: true},
              {name: 'q', in: 'query', content: {}},
            ],
            responses: ok,
          },
        },
      },
    });
    expect(loaded.api.operations[0]?.parameters.map(({name, schema}) => [name, schema])).toEqual([
      ['id', {}],
      ['q', {}],
    ]);
  });

  it('names that mean something to JavaScript, to paths and to HTML, everywhere at once', async () => {
    const names = ['__proto__', 'constructor', 'a/b', '../x', 'a b', '.', '<b>', '😀', 'مستخدم', 'CON', 'nul.'];
    const text = JSON.stringify({
      openapi: '3.1.0',
      info,
      tags: names.map((name) => ({name})),
      servers: [{url: 'https://{NAME}.example', variables: {NAME: {default: 'a'}}}],
      paths: Object.fromEntries(
        names.map((name) => [
          `/${name}`,
          {
            post: {
              operationId: name,
              tags: [name],
              parameters: [{name, in: 'query', schema: {type: 'string'}, examples: {NAME: {value: name}}}],
              requestBody: {
                content: {
                  'application/json': {
                    schema: {type: 'object', required: [name], properties: {NAME: {type: 'string'}}},
                  },
                },
              },
              responses: {
                200: {
                  description: name,
                  headers: {NAME: {schema: {type: 'string'}}},
                  links: {NAME: {operationId: name}},
                },
              },
              callbacks: {NAME: {'{$url}': {post: {responses: ok}}}},
            },
          },
        ]),
      ),
      webhooks: {NAME: {post: {responses: ok}}},
      components: {schemas: {NAME: {type: 'object'}}, securitySchemes: {NAME: {type: 'http', scheme: 'basic'}}},
    });
    for (const name of names) {
      const {loaded, routes} = await pagesOf(JSON.parse(text.replaceAll('"NAME"', JSON.stringify(name))) as JsonObject);
      const paths = pathsOf(routes);
      expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length);
      for (const path of paths) expect(path).toMatch(/^\/reference\/api(\/[a-z0-9-]+)*$/);
      expect(loaded.api.operations.map(({operationId}) => operationId)).toEqual(names);
      expect(loaded.api.webhooks.map((webhook) => webhook.name)).toEqual([name]);
      expect(Object.keys(loaded.api.schemas)).toEqual([name]);
      expect(Object.keys(loaded.rendered.schemas)).toEqual([name]);
    }
  });
});
