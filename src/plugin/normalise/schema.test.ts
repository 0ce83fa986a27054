import {describe, expect, it} from 'vitest';
import type {JsonObject} from '../../model/json.ts';
import {resolveSchema} from '../../model/schema.ts';
import {createContext} from './context.ts';
import {reachableSchemas} from './reachable-schemas.ts';
import {readComponentSchemas, toSchema} from './schema.ts';

function contextOf(openapi: string, schemas: JsonObject = {}) {
  const context = createContext('api', 'API', {openapi, components: {schemas}});
  readComponentSchemas(context);
  return context;
}

describe('a schema of OpenAPI 3.0 gets the meaning of 3.1', () => {
  it.each<[string, JsonObject, JsonObject | boolean]>([
    ['nullable with a type', {type: 'string', nullable: true}, {type: ['string', 'null']}],
    ['nullable: false', {type: 'string', nullable: false}, {type: 'string'}],
    [
      'nullable around a reference',
      {nullable: true, description: 'who', allOf: [{$ref: '#/components/schemas/User'}]},
      {description: 'who', anyOf: [{allOf: [{$ref: '#/components/schemas/User'}]}, {type: 'null'}]},
    ],
    ['an exclusive minimum', {minimum: 1, exclusiveMinimum: true}, {exclusiveMinimum: 1}],
    ['an exclusive maximum', {maximum: 9, exclusiveMaximum: true}, {exclusiveMaximum: 9}],
    ['a limit that is not exclusive', {minimum: 1, exclusiveMinimum: false}, {minimum: 1}],
    ['an exclusive limit without a limit', {exclusiveMinimum: true}, {}],
    ['an example', {type: 'string', example: 'a'}, {type: 'string', examples: ['a']}],
    ['bytes', {type: 'string', format: 'byte'}, {type: 'string', format: 'byte', contentEncoding: 'base64'}],
    [
      'binary',
      {type: 'string', format: 'binary'},
      {type: 'string', format: 'binary', contentMediaType: 'application/octet-stream'},
    ],
    [
      'siblings of a reference',
      {$ref: '#/components/schemas/User', description: 'who', minLength: 3, nullable: true},
      {$ref: '#/components/schemas/User', description: 'who'},
    ],
    [
      'at any depth',
      {type: 'object', properties: {a: {type: 'array', items: {type: 'number', nullable: true}}}},
      {type: 'object', properties: {a: {type: 'array', items: {type: ['number', 'null']}}}},
    ],
    [
      'but not in a property of that name, nor in an example',
      {properties: {nullable: {type: 'boolean'}}, default: {nullable: true, type: 'x'}},
      {properties: {nullable: {type: 'boolean'}}, default: {nullable: true, type: 'x'}},
    ],
  ])('%s', (_name, given, want) => {
    expect(toSchema(given, contextOf('3.0.3'))).toEqual(want);
  });
});

describe('a schema of OpenAPI 3.1', () => {
  it.each<[string, JsonObject | boolean, JsonObject | boolean]>([
    ['keeps null among the types', {type: ['string', 'null']}, {type: ['string', 'null']}],
    ['has one type as a name', {type: ['string']}, {type: 'string'}],
    [
      'keeps siblings of a reference',
      {$ref: '#/components/schemas/A', minLength: 1},
      {$ref: '#/components/schemas/A', minLength: 1},
    ],
    ['may be true', true, true],
    ['may be false', {not: false}, {not: false}],
    ['loses extensions that nobody reads', {'x-go-type': 'int', 'x-confirm': true}, {'x-confirm': true}],
    ['keeps properties called like extensions', {properties: {'x-rate': true}}, {properties: {'x-rate': true}}],
    ['keeps the examples it has', {example: 1, examples: [2]}, {examples: [2]}],
    [
      'has whole references in its discriminator',
      {discriminator: {propertyName: 'kind', mapping: {a: 'Cat', b: '#/components/schemas/Dog'}}},
      {
        discriminator: {
          propertyName: 'kind',
          mapping: {a: '#/components/schemas/Cat', b: '#/components/schemas/Dog'},
        },
      },
    ],
  ])('%s', (_name, given, want) => {
    expect(toSchema(given, contextOf('3.1.0'))).toEqual(want);
  });

  it('gets a name when it is referred to where it stands', () => {
    const context = contextOf('3.1.0', {
      User: {type: 'object', properties: {address: {type: 'object', properties: {city: {type: 'string'}}}}},
      Order: {properties: {to: {$ref: '#/components/schemas/User/properties/address'}}},
      Tree: {$defs: {node: {properties: {child: {$ref: '#/components/schemas/Tree/$defs/node'}}}}},
    });
    expect(context.schemas['Order']).toEqual({properties: {to: {$ref: '#/components/schemas/User.address'}}});
    expect(resolveSchema({$ref: '#/components/schemas/User.address'}, context.schemas).type).toBe('object');
    expect(context.schemas['Tree.node']).toEqual({properties: {child: {$ref: '#/components/schemas/Tree.node'}}});
  });

  it('is found again under a name with slashes, blanks and percent signs', () => {
    const name = 'A/B ~100%';
    const context = contextOf('3.1.0', {[name]: {type: 'integer'}});
    const schema = toSchema({$ref: '#/components/schemas/A~1B%20~0100%25'}, context);
    expect(resolveSchema(schema, context.schemas)).toEqual({type: 'integer'});
    expect(Object.keys(reachableSchemas([schema], context.schemas))).toEqual([name]);
  });
});

describe('reachableSchemas', () => {
  const {schemas} = contextOf('3.1.0', {
    A: {properties: {b: {$ref: '#/components/schemas/B'}}},
    B: {items: {$ref: '#/components/schemas/A'}},
    Mapped: {type: 'string'},
    Alone: {type: 'string'},
  });

  it('follows references round in circles and leaves out the rest', () => {
    expect(Object.keys(reachableSchemas([{$ref: '#/components/schemas/A'}], schemas))).toEqual(['A', 'B']);
  });

  it('follows discriminators', () => {
    const discriminator = {propertyName: 'kind', mapping: {m: '#/components/schemas/Mapped'}};
    expect(Object.keys(reachableSchemas([{discriminator}], schemas))).toEqual(['Mapped']);
  });

  it('follows a discriminator to what extends its base, over several steps', () => {
    const ref = (name: string): {$ref: string} => ({$ref: `#/components/schemas/${name}`});
    const {schemas: pets} = contextOf('3.1.0', {
      Pet: {discriminator: {propertyName: 'kind'}},
      Cat: {allOf: [ref('Pet'), {properties: {lives: ref('Lives')}}]},
      Lynx: {allOf: [ref('Cat')]},
      Lives: {type: 'integer'},
      Plain: {properties: {a: {}}},
      Other: {allOf: [ref('Plain')]},
      Holder: {properties: {pet: {allOf: [ref('Pet')], description: 'Mine.'}}},
    });
    const reached = (name: string): string[] => Object.keys(reachableSchemas([ref(name)], pets)).sort();
    expect(reached('Pet')).toEqual(['Cat', 'Lives', 'Lynx', 'Pet']);
    expect(reached('Holder')).toEqual(['Cat', 'Holder', 'Lives', 'Lynx', 'Pet']);
    expect(reached('Lynx')).toEqual(['Cat', 'Lives', 'Lynx', 'Pet']);
    expect(reached('Plain')).toEqual(['Plain']);
  });

  it('leaves out the other forms where only one of them is asked for', () => {
    const ref = {$ref: '#/components/schemas/Pet'};
    const {schemas: pets} = contextOf('3.1.0', {
      Pet: {discriminator: {propertyName: 'kind'}},
      Cat: {allOf: [ref]},
      Dog: {allOf: [ref]},
    });
    expect(Object.keys(reachableSchemas([{$ref: '#/components/schemas/Cat'}], pets))).toEqual(['Cat', 'Pet']);
  });

  it('gives the same object to all that reach the same, also when a schema has got a name since', () => {
    const from = (name: string) => reachableSchemas([{$ref: `#/components/schemas/${name}`}], grown);
    const grown = {...schemas};
    expect(from('A')).toBe(from('B'));
    expect(from('A')).not.toBe(from('Alone'));
    grown['Late'] = {items: {$ref: '#/components/schemas/Alone'}};
    expect(Object.keys(from('Late')).sort()).toEqual(['Alone', 'Late']);
    expect(Object.keys(from('A')).sort()).toEqual(['A', 'B']);
  });

  it('takes no example for a reference', () => {
    expect(reachableSchemas([{default: {$ref: '#/components/schemas/A'}}], schemas)).toEqual({});
  });
});
