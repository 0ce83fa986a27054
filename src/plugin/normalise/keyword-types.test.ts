import {describe, expect, it} from 'vitest';
import type {JsonObject} from '../../model/json.ts';
import {withKeywordTypes} from './keyword-types.ts';

describe('withKeywordTypes', () => {
  it('keeps what has the type that JSON Schema gives it', () => {
    const schema: JsonObject = {
      type: ['string', 'null'],
      title: 'A',
      enum: ['a', null],
      properties: {type: {type: 'string'}, anything: true},
      required: ['type'],
      items: false,
      allOf: [{}, true],
      minimum: 0,
      const: {type: 5},
      'x-own': 1,
    };
    expect(withKeywordTypes(schema)).toEqual(schema);
  });

  it.each<[keyword: string, value: JsonObject[string]]>([
    ['type', 'strng'],
    ['type', 5],
    ['type', ['string', 'strng']],
    ['title', 5],
    ['required', true],
    ['required', [1]],
    ['enum', 'a'],
    ['properties', ['name']],
    ['items', 'string'],
    ['items', null],
    ['allOf', {}],
    ['minLength', '3'],
    ['exclusiveMinimum', true],
    ['discriminator', 'kind'],
    ['$ref', 5],
    ['examples', 'a'],
  ])('leaves %s out where it is %j', (keyword, value) => {
    expect(withKeywordTypes({[keyword]: value, description: 'kept'})).toEqual({description: 'kept'});
  });

  it('reads what can only mean one thing', () => {
    expect(withKeywordTypes({minimum: 3, exclusiveMinimum: true})).toEqual({exclusiveMinimum: 3});
    expect(withKeywordTypes({maximum: 3, exclusiveMaximum: true})).toEqual({exclusiveMaximum: 3});
    expect(withKeywordTypes({examples: {one: {value: 1}, two: 2}})).toEqual({examples: [1, 2]});
  });
});
