import {describe, expect, it} from 'vitest';
import {isNullable, mergeSchema} from './merge-schema.ts';
import type {NamedSchemas} from './schema.ts';

const schemas: NamedSchemas = {
  Base: {type: 'object', required: ['id'], properties: {id: {type: 'integer'}}, description: 'A base.'},
  Loop: {allOf: [{$ref: '#/components/schemas/Loop'}, {properties: {a: {type: 'string'}}}]},
};

describe('mergeSchema', () => {
  it('folds allOf in, the outer annotations first', () => {
    const merged = mergeSchema(
      {
        description: 'Both.',
        allOf: [
          {$ref: '#/components/schemas/Base'},
          {required: ['name'], properties: {name: {type: 'string'}}, minProperties: 2},
        ],
        minProperties: 1,
      },
      schemas,
    );
    expect(merged).toEqual({
      type: 'object',
      description: 'Both.',
      required: ['id', 'name'],
      properties: {id: {type: 'integer'}, name: {type: 'string'}},
      minProperties: 2,
    });
  });

  it('keeps the narrower of two limits', () => {
    expect(
      mergeSchema(
        {
          allOf: [
            {minimum: 1, maximum: 9},
            {minimum: 3, maximum: 12},
          ],
        },
        {},
      ),
    ).toEqual({
      minimum: 3,
      maximum: 9,
    });
    expect(mergeSchema({allOf: [{type: ['number', 'null']}, {type: 'integer'}]}, {}).type).toBe('integer');
    expect(mergeSchema({allOf: [{enum: ['a', 'b']}, {enum: ['b', 'c']}]}, {}).enum).toEqual(['b']);
  });

  it('puts a property that both have under both', () => {
    const {properties} = mergeSchema(
      {allOf: [{properties: {a: {minLength: 1}}}, {properties: {a: {maxLength: 2}}}]},
      {},
    );
    expect(mergeSchema(properties?.['a'], {})).toEqual({minLength: 1, maxLength: 2});
  });

  it('leaves in allOf what cannot be one keyword', () => {
    expect(mergeSchema({allOf: [{pattern: '^a'}, {pattern: 'z$'}]}, {})).toEqual({
      pattern: '^a',
      allOf: [{pattern: 'z$'}],
    });
  });

  it('reads "or null" in each of its spellings', () => {
    for (const keyword of ['oneOf', 'anyOf'] as const) {
      const merged = mergeSchema({title: 'Name', [keyword]: [{type: 'string', minLength: 1}, {type: 'null'}]}, {});
      expect(merged).toEqual({title: 'Name', type: ['string', 'null'], minLength: 1});
      expect(isNullable(merged)).toBe(true);
    }
    expect(mergeSchema({anyOf: [{enum: ['a']}, {type: 'null'}]}, {}).enum).toEqual(['a', null]);
    expect(isNullable(mergeSchema({type: 'string'}, {}))).toBe(false);
  });

  it('ends on a schema that contains itself', () => {
    expect(mergeSchema({$ref: '#/components/schemas/Loop'}, schemas).properties).toHaveProperty('a');
  });

  it('ends on schemas that contain each other many times over', () => {
    const names = Array.from({length: 40}, (_, index) => `S${index}`);
    const wide: NamedSchemas = Object.fromEntries(
      names.map((name) => [name, {allOf: names.map((other) => ({$ref: `#/components/schemas/${other}`})), minimum: 1}]),
    );
    expect(mergeSchema({$ref: '#/components/schemas/S0'}, wide).minimum).toBe(1);
  });

  it('lets a reference and what stands beside it hold together', () => {
    const beside = {
      $ref: '#/components/schemas/Base',
      required: ['name'],
      properties: {name: {type: 'string' as const}},
    };
    expect(mergeSchema({...beside, description: 'Mine.'}, schemas)).toMatchObject({
      description: 'Mine.',
      required: ['name', 'id'],
      properties: {id: {type: 'integer'}, name: {type: 'string'}},
    });
  });

  it('keeps conditions and their consequences together', () => {
    const [first, second] = [
      {if: {required: ['a']}, then: {required: ['b']}},
      {if: {required: ['c']}, then: {required: ['d']}, else: {required: ['e']}},
    ];
    expect(mergeSchema({allOf: [first, second]}, {})).toEqual({...first, allOf: [second]});
  });

  it.each([
    '#/components/schemas/Missing',
    '#/components/schemas/%E0%A4%A',
    '#/components/schemas/constructor',
    'x.yaml',
  ])('reads a reference to nothing, %s, as no limit', ($ref) => {
    expect(mergeSchema({$ref, title: 'T'}, schemas)).toEqual({title: 'T'});
  });
});
