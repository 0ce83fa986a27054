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
});
