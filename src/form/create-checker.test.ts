import {describe, expect, it} from 'vitest';
import type {Json} from '../model/json.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {createChecker} from './create-checker.ts';
import {validateValue} from './validate.ts';

const schemas: NamedSchemas = {
  Node: {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: {type: 'integer', readOnly: true},
      name: {type: 'string', minLength: 2},
      next: {$ref: '#/components/schemas/Node'},
    },
  },
  Ids: {type: 'array', items: {type: 'integer'}},
  items: {const: 'a name like a keyword'},
};
const node: Schema = {$ref: '#/components/schemas/Node'};

describe('createChecker', () => {
  const check = createChecker(schemas);

  it.each<[Schema, Json, 'request' | 'response']>([
    [node, {name: 'ab'}, 'request'],
    [node, {name: 'ab'}, 'response'],
    [node, {id: 1, name: 'a', next: {id: 'x', name: 'ab'}}, 'response'],
    [{$ref: '#/components/schemas/Ids'}, [1, 'two'], 'response'],
    [{allOf: [node, {properties: {next: {type: 'object'}}}]}, {id: 1, name: 'ab', next: 3}, 'response'],
    [{$ref: '#/components/schemas/items'}, 'another', 'request'],
    [true, null, 'request'],
    [false, null, 'response'],
  ])('finds what validateValue finds: %j, %j, %s', (schema, value, direction) => {
    const names = (problems: {name: string; keyword: string}[] | undefined) =>
      problems?.map(({name, keyword}) => `${name} ${keyword}`);
    expect(names(check(schema, value, direction))).toEqual(names(validateValue(schema, value, schemas, direction)));
  });

  it('remembers nothing of one value for the next', () => {
    expect(check(node, {id: 1, name: 'ab'}, 'response')).toEqual([]);
    expect(check({type: 'string'}, 3, 'response')).toMatchObject([{keyword: 'type'}]);
    expect(check({type: 'integer'}, 3, 'response')).toEqual([]);
  });

  it('says what is wrong in words that judge', () => {
    expect(check({type: 'integer'}, 'x', 'request')).toMatchObject([{message: 'It must be a whole number.'}]);
  });
});
