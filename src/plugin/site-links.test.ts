import {expect, it} from 'vitest';
import {toApi} from './normalise/api.ts';
import {pageOf} from './prose/document-links.ts';
import {createDocumentLinks, createSiteLinks} from './site-links.ts';

const api = toApi('shop', {
  openapi: '3.1.0',
  info: {title: 'Shop', version: '1'},
  paths: {'/pets/{id}': {get: {operationId: 'getPet'}, put: {operationId: 'putPet'}}},
  webhooks: {'new/pet': {post: {summary: 'A pet came'}}},
  components: {schemas: {'A B': {}}, securitySchemes: {key: {type: 'apiKey', in: 'header', name: 'K'}}},
});
const links = createDocumentLinks(api, createSiteLinks('/base/', 'api/v1'));

it.each<[string, string | null | undefined]>([
  ['#/paths/~1pets~1{id}/put', '/base/api/v1/shop/put-pet'],
  ['#/paths/~1pets~1%7Bid%7D', '/base/api/v1/shop/get-pet'],
  ['#/webhooks/new~1pet/post', '/base/api/v1/shop/webhooks/new-pet'],
  ['#/webhooks/new~1pet', '/base/api/v1/shop/webhooks/new-pet'],
  ['#/components/schemas/A%20B', '/base/api/v1/shop/schemas/a-b'],
  ['#/components/securitySchemes/key', '/base/api/v1/shop#authorisation.key'],
  ['#/paths/~1gone/get', null],
  ['#/info', null],
  ['#heading', undefined],
])('leads %s in prose to %s', (pointer, page) => {
  expect(pageOf(pointer, links)).toBe(page);
});
