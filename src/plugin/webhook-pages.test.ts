import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import {toApi} from './normalise/api.ts';
import {buildPages} from './page-data.ts';
import {renderProse} from './prose/render-prose.ts';
import {createDocumentLinks, createSiteLinks} from './site-links.ts';

const links = createSiteLinks('/base/', 'reference');

function pagesOf(text: string) {
  const api = toApi('shop', {openapi: '3.1.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)});
  return buildPages(api, renderProse(api, createDocumentLinks(api, links)), links);
}

describe('pages of webhooks', () => {
  const {webhooks, overview} = pagesOf(`
webhooks:
  newPet:
    post:
      summary: A pet came
      description: "# When\\n\\nSent **once**. Then never."
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: {'2XX': {description: fine}, default: {description: not}}
  gone: {delete: {deprecated: true}}
components: {schemas: {Pet: {properties: {id: {type: integer, readOnly: true}, key: {type: string, writeOnly: true}}}, Other: {}}}`);

  it('are listed in the overview, and named in its table of contents', () => {
    expect(overview.webhooks).toEqual([
      {
        key: 'shop/webhooks/new-pet',
        title: 'A pet came',
        method: 'POST',
        path: 'newPet',
        permalink: '/base/reference/shop/webhooks/new-pet',
        summary: 'Sent once.',
      },
      {
        key: 'shop/webhooks/gone',
        title: 'Gone',
        method: 'DELETE',
        path: 'gone',
        permalink: '/base/reference/shop/webhooks/gone',
        deprecated: true,
        summary: '',
      },
    ]);
    expect(overview.toc).toContainEqual({id: 'webhooks', value: 'Webhooks', level: 2});
    expect(overview.api).not.toHaveProperty('webhooks');
  });

  it('have what the webhook carries, and know their neighbours', () => {
    const [first, second] = webhooks;
    expect(first?.summary).toBe('Sent once. Then never.');
    expect(first?.schemaLinks).toEqual({Pet: '/base/reference/shop/schemas/pet'});
    expect(first?.trees['body']?.properties?.map(({name}) => name)).toEqual(['id']);
    expect(first?.toc).toEqual([
      {id: 'description-when', value: 'When', level: 2},
      {id: 'request', value: 'Request', level: 2},
      {id: 'body', value: 'Body', level: 3},
      {id: 'responses', value: 'Answers', level: 2},
      {id: 'response-2XX', value: '2XX Successful', level: 3},
      {id: 'response-default', value: 'default Any other status', level: 3},
    ]);
    expect(first?.previous).toEqual({title: 'Webhooks of Shop', permalink: '/base/reference/shop#webhooks'});
    expect(first?.next).toEqual({title: 'Gone', permalink: '/base/reference/shop/webhooks/gone'});
    expect(second?.previous).toEqual({title: 'A pet came', permalink: '/base/reference/shop/webhooks/new-pet'});
    expect(second?.summary).toBe('Gone: a webhook of the Shop API.');
  });
});

describe('headings of descriptions', () => {
  it.each([
    [
      'first and second level',
      {
        given: '# One\n\n## Two & `x<y>`\n\n### Three',
        want: [
          ['description-one', 'One', 2],
          ['description-two--xy', 'Two &#x26; x&#x3C;y>', 3],
        ],
      },
    ],
    [
      'the same twice',
      {
        given: '# One\n\n# One',
        want: [
          ['description-one', 'One', 2],
          ['description-one-1', 'One', 2],
        ],
      },
    ],
    [
      'raw HTML',
      {given: '<h1 id="own" onclick="x()">Hi <img src=x onerror=y></h1>', want: [['description-own', 'Hi', 2]]},
    ],
    ['none', {given: 'Text', want: []}],
  ])('are in the table of contents: %s', (_name, {given, want}) => {
    const {operations} = pagesOf(JSON.stringify({paths: {'/a': {get: {description: given}}}}));
    const [page] = operations;
    const own = page?.toc.slice(
      0,
      page.toc.findIndex(({id}) => id === 'request'),
    );
    expect(own?.map(({id, value, level}) => [id, value, level])).toEqual(want);
    for (const {id} of own ?? []) expect(page?.operation.description).toContain(`id="${id}"`);
  });
});
