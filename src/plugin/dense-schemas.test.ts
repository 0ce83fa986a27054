import {describe, expect, it} from 'vitest';
import type {Json, JsonObject} from '../model/json.ts';
import {checkExamples} from './check-examples.ts';
import {toApi} from './normalise/api.ts';
import {buildPages} from './page-data.ts';
import {createSiteLinks} from './site-links.ts';
import {isCheckable} from './validation-cost.ts';

/** Of one processor. One that has nothing else to do takes a fraction of it. */
const mostSeconds = 30;

/** So many ways that whatever walks all of them does not end. */
const many = 30;

const ref = (index: number): JsonObject => ({$ref: `#/components/schemas/S${index}`});
const toAll = (own: number): JsonObject[] => [...Array(many).keys()].filter((other) => other !== own).map(ref);
const named = (schemas: JsonObject[]): JsonObject =>
  Object.fromEntries(schemas.map((schema, index) => [`p${index}`, schema]));

const kinds: [string, number, (index: number) => JsonObject][] = [
  ['30 schemas, all through allOf', many, (own) => ({allOf: toAll(own), properties: named(toAll(own))})],
  ['30 schemas, all through oneOf', many, (own) => ({oneOf: toAll(own)})],
  ['30 schemas, all through items', many, (own) => ({type: 'array', items: {oneOf: toAll(own)}})],
  [
    '30 schemas, all through required properties',
    many,
    (own) => ({required: ['p0', 'p1'], properties: named(toAll(own))}),
  ],
  [
    '30 schemas, all through conditions',
    many,
    (own) => ({if: {allOf: toAll(own)}, then: {oneOf: toAll(own)}, not: {anyOf: toAll(own)}}),
  ],
  [
    '30 schemas, all with a discriminator',
    many,
    (own) => ({discriminator: {propertyName: 'k'}, allOf: toAll(own), properties: {k: {type: 'string'}}}),
  ],
  [
    '30 schemas, all in all ways',
    many,
    (own) => ({
      allOf: toAll(own),
      oneOf: toAll(own),
      properties: {...named(toAll(own)), list: {type: 'array', items: {anyOf: toAll(own)}}},
    }),
  ],
  ['2,000 schemas in a chain of properties', 2000, (own) => ({properties: {next: ref(own + 1)}})],
  [
    '2,000 schemas in a chain of required properties',
    2000,
    (own) => ({required: ['next'], properties: {next: ref(own + 1)}}),
  ],
  [
    '5,000 properties',
    3,
    () => ({
      properties: named([...Array(5000).keys()].map((index) => (index % 2 ? {type: 'string'} : ref(index % 3)))),
    }),
  ],
];

describe('schemas that go on and on', () => {
  it.each(kinds)('%s: pages and examples are made soon', {timeout: 600_000}, (_, count, make) => {
    const schemas = Object.fromEntries([...Array(count).keys()].map((index) => [`S${index}`, make(index)]));
    const document = withOperations(schemas, Math.min(count, many));
    const before = process.cpuUsage();
    const api = toApi('dense', document);
    const pages = buildPages(api, api, createSiteLinks('/', 'reference'));
    const {made} = checkExamples(api, {document, locate: () => ({file: '', line: 1, column: 1, pointer: ''})});
    const {user} = process.cpuUsage(before);
    expect(pages.operations).toHaveLength(Math.min(count, many));
    expect(pages.schemas).toHaveLength(count);
    expect(made).toBe(2 * Math.min(count, many));
    expect(user / 1e6).toBeLessThan(mostSeconds);
  });
});

describe('isCheckable', () => {
  const schemas = toApi(
    'dense',
    withOperations({Tree: {properties: {inner: {$ref: '#/components/schemas/Tree'}}}}, 0),
  ).schemas;

  it('is true for a long value of a plain schema, and for recursion that ends with the value', () => {
    const list: Json = Array.from({length: 5000}, (_, index) => index);
    expect(isCheckable({type: 'array', items: {type: 'integer'}}, list, {})).toBe(true);
    expect(isCheckable({$ref: '#/components/schemas/Tree'}, {inner: {inner: {}}}, schemas)).toBe(true);
  });

  it('is false where all schemas refer to all', () => {
    const dense = Object.fromEntries([...Array(many).keys()].map((index) => [`S${index}`, {oneOf: toAll(index)}]));
    const {schemas: all} = toApi('dense', withOperations(dense, 0));
    expect(isCheckable({$ref: '#/components/schemas/S0'}, 'text', all)).toBe(false);
  });
});

function withOperations(schemas: JsonObject, count: number): JsonObject {
  const content = (index: number): JsonObject => ({content: {'application/json': {schema: ref(index)}}});
  const paths = [...Array(count).keys()].map((index) => [
    `/s${index}`,
    {post: {requestBody: content(index), responses: {200: {description: 'ok', ...content(index)}}}},
  ]);
  return {
    openapi: '3.1.0',
    info: {title: 'Dense', version: '1'},
    paths: Object.fromEntries(paths),
    components: {schemas},
  };
}
