import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import type {ApiPageData, OperationPageData, SchemaPageData} from '../model/page.ts';
import {toApi} from './normalise/api.ts';
import {renderProse} from './prose/render-prose.ts';
import {buildRoutes} from './routes.ts';
import {createDocumentLinks, createSiteLinks} from './site-links.ts';

const links = createSiteLinks('/base/', 'reference');

function loaded(id: string, text: string) {
  const api = toApi(id, parse(text) as JsonObject);
  return {api, rendered: renderProse(api, createDocumentLinks(api, links))};
}

const shop = loaded(
  'shop',
  `
openapi: 3.1.0
info: {title: Shop, version: '1', description: "Sells **things**. See [buying](#/paths/~1buy/post)."}
servers: [{url: 'https://shop.example'}]
tags: [{name: Money, description: Pay *here*.}, {name: Unused}, {name: Servers}]
paths:
  /look: {get: {operationId: look, responses: {'200': {description: ok, content: {application/json: {}}}}}}
  /buy:
    post:
      operationId: buy
      summary: Buy it
      description: Buys a thing. With {braces} & <T>.
      tags: [Money, Other things]
      parameters: [{name: sid, in: cookie}, {name: q, in: query}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses: {'201': {description: done}, '4XX': {description: refused}, default: {description: other}}
  /things/{id}: {delete: {operationId: remove, tags: [Servers], deprecated: true, responses: {'204': {description: gone}}}}
  /late: {get: {operationId: late, tags: [Undeclared], responses: {}}}
components: {schemas: {Thing: {type: object, properties: {name: {type: string, description: Its *name*.}}}}}`,
);
const bank = loaded('bank', 'openapi: 3.1.0\ninfo: {title: Bank, version: "2"}\npaths: {}');
const options = {baseUrl: '/base/', routeBasePath: 'reference', guides: '/docs/start-here'};
const [shopRoute, bankRoute] = buildRoutes([shop, bank], options);

function pageAt(path: string): unknown {
  return shopRoute?.routes?.find((route) => route.path === path)?.modules['page']?.data;
}

describe('routes', () => {
  it('are one frame for each API, in it the overview, the schemas and the operations in reading order', () => {
    expect(shopRoute).toMatchObject({
      path: '/base/reference/shop',
      exact: false,
      component: '@site/src/components/ApiRoot/ApiRoot.tsx',
    });
    expect(shopRoute?.routes?.map(({path}) => path)).toEqual([
      '/base/reference/shop',
      '/base/reference/shop/schemas/thing',
      '/base/reference/shop/buy',
      '/base/reference/shop/remove',
      '/base/reference/shop/late',
      '/base/reference/shop/look',
    ]);
    expect(shopRoute?.routes?.every(({exact}) => exact)).toBe(true);
    expect(bankRoute?.routes?.map(({path}) => path)).toEqual(['/base/reference/bank']);
  });

  it('keep the data of each page in a file of its own', () => {
    const files = [shopRoute, bankRoute].flatMap((route) =>
      [route, ...(route?.routes ?? [])].flatMap((own) => Object.values(own?.modules ?? {}).map(({file}) => file)),
    );
    expect(new Set(files).size).toBe(files.length);
    expect(files).toContain('shop--operation-buy.json');
  });

  it('come out the same for the same documents', () => {
    const again = buildRoutes([shop, bank], options);
    expect(JSON.stringify(again)).toBe(JSON.stringify([shopRoute, bankRoute]));
  });
});

describe('the sidebar', () => {
  it('opens its own API by tag and only names the others', () => {
    expect(shopRoute?.modules['sidebar']?.data).toMatchObject({
      name: 'shop',
      items: [
        {type: 'link', label: 'Guides', href: '/base/docs/start-here'},
        {
          type: 'category',
          label: 'Shop',
          href: '/base/reference/shop',
          items: [
            {type: 'link', label: 'Overview', href: '/base/reference/shop'},
            {
              type: 'category',
              label: 'Money',
              items: [
                {
                  label: 'Buy it',
                  href: '/base/reference/shop/buy',
                  docId: 'shop/buy',
                  className: 'api-method api-method--post',
                },
              ],
            },
            {label: 'Servers', items: [{className: 'api-method api-method--delete api-method--deprecated'}]},
            {label: 'Undeclared'},
            {label: 'Other', items: [{label: 'Look'}]},
            {type: 'link', label: 'Schemas', href: '/base/reference/shop#schemas'},
          ],
        },
        {type: 'link', label: 'Bank', href: '/base/reference/bank'},
      ],
    });
  });
});

describe('the page of an operation', () => {
  const page = pageAt('/base/reference/shop/buy') as OperationPageData;

  it('has the sections that exist, in the order of the page', () => {
    expect(page.toc.map(({id, level, value}) => `${level} ${id} ${value}`)).toEqual([
      '2 request Request',
      '3 query-parameters Query parameters',
      '3 cookies Cookies',
      '3 body Body',
      '2 responses Responses',
      '3 response-201 201 Created',
      expect.stringMatching(/^3 response-4XX 4XX/),
      expect.stringMatching(/^3 response-default default/),
      '2 try-it Try it',
    ]);
  });

  it('has a headers section for the Accept row alone', () => {
    const {toc} = pageAt('/base/reference/shop/look') as OperationPageData;
    expect(toc.map(({id}) => id)).toEqual(['request', 'headers', 'responses', 'response-200', 'try-it']);
  });

  it('has prose as HTML and its summary as plain text', () => {
    expect(page.operation.description).toBe('<p>Buys a thing. With {braces} &#x26; &#x3C;T>.</p>');
    expect(page.summary).toBe('Buys a thing. With {braces} & <T>.');
    expect(page.operation.schemas['Thing']).toMatchObject({
      properties: {name: {description: '<p>Its <em>name</em>.</p>'}},
    });
  });

  it('says something for search engines where the document says nothing', () => {
    expect((pageAt('/base/reference/shop/look') as OperationPageData).summary).toBe('Look: GET /look of the Shop API.');
  });

  it('knows its neighbours, from the overview to the last', () => {
    expect(page.previous).toEqual({title: 'Overview', permalink: '/base/reference/shop'});
    expect(page.next).toEqual({title: 'Remove', permalink: '/base/reference/shop/remove'});
    const last = pageAt('/base/reference/shop/look') as OperationPageData;
    expect(last.previous?.title).toBe('Late');
    expect(last.next).toBeUndefined();
  });
});

describe('the overview', () => {
  const page = pageAt('/base/reference/shop') as ApiPageData;

  it('lists the operations by tag, each once, with ids that the page does not use itself', () => {
    expect(page.groups.map(({tag, id, operations}) => [tag, id, operations.map(({key}) => key)])).toEqual([
      ['Money', 'money', ['shop/buy']],
      ['Servers', 'servers-2', ['shop/remove']],
      ['Undeclared', 'undeclared', ['shop/late']],
      ['Other', 'other', ['shop/look']],
    ]);
    expect(page.groups[0]).toMatchObject({
      description: '<p>Pay <em>here</em>.</p>',
      operations: [{permalink: '/base/reference/shop/buy', method: 'POST', summary: 'Buys a thing.'}],
    });
  });

  it('leads its links to pages and carries no schema', () => {
    expect(page.api.description).toContain('<a href="/base/reference/shop/buy">buying</a>');
    expect(page.summary).toBe('Sells things. See buying.');
    expect(page.api).not.toHaveProperty('schemas');
    expect(page.api).not.toHaveProperty('operations');
  });

  it('has its sections in the table of contents', () => {
    expect(page.toc.map(({id}) => id)).toEqual(['servers', 'money', 'servers-2', 'undeclared', 'other', 'schemas']);
    expect(page.next?.title).toBe('Buy it');
  });
});

describe('the page of a schema', () => {
  const text = `
openapi: 3.1.0
info: {title: Zoo, version: '1', description: 'See [pets](#/components/schemas/Pet).'}
paths:
  /pets:
    post:
      summary: Add a pet
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        '4XX': {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
components:
  schemas:
    Pet: {title: A pet, description: "Has *paws*. Or not.", properties: {id: {type: integer, readOnly: true}, key: {type: string, writeOnly: true}, owner: {$ref: '#/components/schemas/Owner'}}}
    pet: {type: string}
    Owner: {properties: {pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
    Problem: {properties: {cause: {$ref: '#/components/schemas/Problem'}}}
    Alone: {type: string}`;
  const [route] = buildRoutes([loaded('zoo', text)], {baseUrl: '/base/', routeBasePath: 'reference'});
  const page = (path: string) =>
    route?.routes?.find((one) => one.path === `/base/reference/zoo${path}`)?.modules['page']?.data;
  const pet = page('/schemas/pet') as SchemaPageData;

  it('has an address of its own, also where two names are one in kebab-case', () => {
    expect(pet.name).toBe('Pet');
    expect((page('/schemas/pet-2') as SchemaPageData).name).toBe('pet');
  });

  it('shows both directions, prose as HTML, and an example', () => {
    expect(pet.tree.properties?.map(({name, id}) => [name, id])).toEqual([
      ['id', 'properties.id'],
      ['key', 'properties.key'],
      ['owner', 'properties.owner'],
    ]);
    expect(pet.tree.description).toBe('<p>Has <em>paws</em>. Or not.</p>');
    expect(pet).toMatchObject({title: 'A pet', summary: 'Has paws. Or not.', example: {id: 1}});
    expect((page('/schemas/alone') as SchemaPageData).summary).toBe('The schema Alone of the Zoo API.');
  });

  it('says who uses it, and where', () => {
    expect(pet.usedBy).toEqual({
      operations: [
        {
          title: 'Add a pet',
          method: 'POST',
          path: '/pets',
          permalink: '/base/reference/zoo/post-pets',
          places: ['request', '200'],
        },
      ],
      schemas: [{title: 'Owner', permalink: '/base/reference/zoo/schemas/owner'}],
    });
    expect((page('/schemas/alone') as SchemaPageData).usedBy).toEqual({operations: [], schemas: []});
    expect((page('/schemas/problem') as SchemaPageData).usedBy.schemas).toEqual([]);
  });

  it('has in its table of contents what is on it', () => {
    expect(pet.toc.map(({id}) => id)).toEqual(['properties', 'example', 'used-by']);
    expect((page('/schemas/alone') as SchemaPageData).toc.map(({id}) => id)).toEqual(['schema', 'example']);
  });

  it('is linked from prose, from the overview and from operations that reach it', () => {
    const overview = page('') as ApiPageData;
    expect(overview.api.description).toContain('<a href="/base/reference/zoo/schemas/pet">pets</a>');
    expect(overview.schemas[0]).toEqual({
      name: 'Pet',
      title: 'A pet',
      permalink: '/base/reference/zoo/schemas/pet',
      summary: 'Has paws.',
    });
    const {schemaLinks} = page('/post-pets') as OperationPageData;
    expect(Object.keys(schemaLinks).sort()).toEqual(['Owner', 'Pet', 'Problem']);
    expect(Object.keys(pet.schemaLinks).sort()).toEqual(['Owner', 'Pet']);
  });
});

describe('an API with very many operations', () => {
  const paths = Array.from({length: 200}, (_, index) => `  /p${index}: {get: {tags: [T${index % 20}], responses: {}}}`);
  const large = loaded('large', `openapi: 3.1.0\ninfo: {title: Large, version: '1'}\npaths:\n${paths.join('\n')}`);
  const [route] = buildRoutes([large], {baseUrl: '/', routeBasePath: 'reference'});
  const sidebarAt = (path: string): string =>
    JSON.stringify(route?.routes?.find((page) => page.path === path)?.modules['sidebar']?.data);

  it('has no sidebar around its pages, but one in each, which lists only the operations of its tag', () => {
    expect(route?.modules).toEqual({});
    const sidebar = sidebarAt('/reference/large/get-p3');
    const listed = [...sidebar.matchAll(/"href":"\/reference\/large\/(get-p\d+)"/g)].map(([, slug]) => slug);
    expect(listed).toEqual(Array.from({length: 10}, (_, index) => `get-p${index * 20 + 3}`));
    expect(sidebar).toContain('"href":"/reference/large#t4"');
  });

  it('lists none on the overview, and shares a file among the pages of a tag', () => {
    expect(sidebarAt('/reference/large')).not.toContain('get-p');
    const files = route?.routes?.map(({modules}) => modules['sidebar']?.file);
    expect(new Set(files).size).toBe(21);
  });
});
