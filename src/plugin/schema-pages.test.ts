import {describe, expect, it} from 'vitest';
import type {JsonObject} from '../model/json.ts';
import {schemaMarkdown} from './markdown/schema-markdown.ts';
import {toApi} from './normalise/api.ts';
import {buildSchemaPages} from './schema-pages.ts';
import {createSiteLinks} from './site-links.ts';

describe('the heading of a schema page', () => {
  it.each<[string, JsonObject, string, string]>([
    ['properties', {properties: {a: {}}}, 'properties', 'Properties'],
    ['forms with properties', {oneOf: [{type: 'string'}, {properties: {a: {}}}]}, 'properties', 'Properties'],
    ['items with properties', {type: 'array', items: {properties: {a: {}}}}, 'properties', 'Properties'],
    ['an enumeration', {enum: ['a', 'b']}, 'values', 'Values'],
    ['an enumeration by reference', {allOf: [{$ref: '#/components/schemas/Size'}]}, 'values', 'Values'],
    ['a number', {type: 'number'}, 'schema', 'Schema'],
    ['a secret with values', {enum: ['a'], format: 'password'}, 'schema', 'Schema'],
  ])('names what is there: %s', (_, thing, id, value) => {
    const schemas = {Thing: thing, Size: {enum: ['s', 'm']}};
    const api = toApi('shop', {
      openapi: '3.1.0',
      info: {title: 'Shop', version: '1'},
      paths: {},
      components: {schemas},
    });
    const [page] = buildSchemaPages(api, api, createSiteLinks('/', 'reference'));
    expect(page?.heading).toEqual({id, value});
    expect(page?.toc[0]).toEqual({id, value, level: 2});
    const text = schemaMarkdown('Thing', api, {
      resolveLink: () => null,
      use: undefined,
      operationAddress: () => '',
      schemaAddress: () => undefined,
    });
    expect(text).toContain(`\n## ${value}\n`);
  });
});
