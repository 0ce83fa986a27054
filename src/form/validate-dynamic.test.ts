import {describe, expect, it} from 'vitest';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {createChecker} from './create-checker.ts';
import {validateValue} from './validate.ts';

const ref = (name: string) => ({$ref: `#/components/schemas/${name}`});

/** JSON Schema 2020-12 core, appendix C: a strict tree extends a tree that extends itself. */
const trees: NamedSchemas = {
  Tree: {
    $dynamicAnchor: 'node',
    type: 'object',
    properties: {data: true, children: {type: 'array', items: {$dynamicRef: '#node'}}},
  },
  StrictTree: {$dynamicAnchor: 'node', ...ref('Tree'), unevaluatedProperties: false},
};

const misspelt = {children: [{children: [], daat: 1}]};

/** OpenAPI's own example: a page of whatever the one who uses it says. */
const pages: NamedSchemas = {
  Page: {
    type: 'object',
    properties: {items: {type: 'array', items: {$dynamicRef: '#item'}}},
    $defs: {item: {$dynamicAnchor: 'item', not: {}}},
  },
  Names: {...ref('Page'), $defs: {item: {$dynamicAnchor: 'item', type: 'string'}}},
  Numbers: {...ref('Page'), $defs: {item: {$dynamicAnchor: 'item', type: 'number', minimum: 1}}},
};

function names(schema: Schema, value: Parameters<typeof validateValue>[1], schemas: NamedSchemas): string[] {
  const own = validateValue(schema, value, schemas).map(({name, keyword}) => `${name} ${keyword}`);
  const shared = createChecker(schemas)(schema, value, 'request');
  expect(shared?.map(({name, keyword}) => `${name} ${keyword}`)).toEqual(own);
  return own;
}

describe('validateValue with dynamic references', () => {
  it('follows them to the outermost schema that has the anchor', () => {
    expect(names(ref('StrictTree'), misspelt, trees)).toEqual(['children.0.daat unevaluatedProperties']);
    expect(names(ref('StrictTree'), {children: [{children: []}]}, trees)).toEqual([]);
  });

  it('follows them to their own schema where no other is around', () => {
    expect(names(ref('Tree'), misspelt, trees)).toEqual([]);
    expect(names(ref('Tree'), {children: [3]}, trees)).toEqual(['children.0 type']);
  });

  it('tells the same schema apart by where it is entered from', () => {
    const either: Schema = {type: 'object', properties: {names: ref('Names'), numbers: ref('Numbers')}};
    expect(names(either, {names: {items: ['a', 1]}, numbers: {items: [1, 'a', 0]}}, pages)).toEqual([
      'names.items.1 type',
      'numbers.items.1 type',
      'numbers.items.2 minimum',
    ]);
    expect(names(ref('Page'), {items: [1]}, pages)).toHaveLength(1);
  });

  it('says what is wrong by the schema that is meant', () => {
    expect(validateValue(ref('Numbers'), {items: [0]}, pages)).toEqual([
      {name: 'items.0', keyword: 'minimum', message: 'At least 1.'},
    ]);
  });

  it('takes an anchor of the schema itself, a reference beside it, and one with a name before it', () => {
    const own: Schema = {
      $dynamicAnchor: 'list',
      type: ['array', 'string'],
      items: {$dynamicRef: '#list', minLength: 2, minItems: 1},
    };
    expect(names(own, ['ab', ['cd', 'e', 3]], {})).toEqual(['1.1 minLength', '1.2 type']);
    const both: Schema = {...ref('Short'), $dynamicRef: '#node'};
    expect(names(both, {children: 1, data: 1, more: 1}, {...trees, Short: {maxProperties: 2}})).toEqual([
      ' maxProperties',
      'children type',
    ]);
    expect(names({$dynamicRef: 'tree.json#node'}, 3, trees)).toEqual([' type']);
  });

  it('passes over an anchor that nobody has', () => {
    expect(names({$dynamicRef: '#nobody', type: 'string'}, 3, trees)).toEqual([' type']);
  });
});
