import {describe, expect, it} from 'vitest';
import {describeLimits} from './describe-schema.ts';
import {describeType} from './describe-type.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

const schemas: NamedSchemas = {
  Profile: {type: 'object', properties: {id: {type: 'integer'}}},
  FieldError: {type: 'object', properties: {field: {type: 'string'}}},
  Email: {type: 'string', format: 'email'},
  Pet: {oneOf: [{$ref: '#/components/schemas/Profile'}, {type: 'string'}]},
  Node: {type: 'object', properties: {next: {$ref: '#/components/schemas/Node'}}},
  'a/b~c d': {type: 'object', properties: {}},
};
const ref = (name: string): SchemaObject => ({$ref: `#/components/schemas/${name}`});

describe('describeType', () => {
  it.each<[Schema, ReturnType<typeof describeType>]>([
    [{type: 'string'}, {type: 'string'}],
    [{type: ['string', 'null']}, {type: 'string or null'}],
    [
      {type: 'string', format: 'email'},
      {type: 'string', format: 'email'},
    ],
    [
      {type: 'string', contentEncoding: 'base64'},
      {type: 'string', format: 'base64'},
    ],
    [
      {type: 'integer', format: 'int64'},
      {type: 'integer', format: 'int64'},
    ],
    [{enum: ['a', 1]}, {type: 'string or integer'}],
    [{const: true}, {type: 'boolean'}],
    [{}, {type: 'any'}],
    [true, {type: 'any'}],
    [false, {type: 'nothing'}],
    [{type: 'object'}, {type: 'object'}],
    [{type: 'object', properties: {a: true}}, {type: 'object'}],
    [{type: 'array'}, {type: 'array'}],
    [
      {type: 'array', items: {type: 'string', format: 'uuid'}},
      {type: 'array of string', format: 'uuid'},
    ],
    [
      {type: 'array', items: ref('FieldError')},
      {type: 'array of FieldError', ref: 'FieldError'},
    ],
    [{type: ['array', 'null'], items: {type: 'integer'}}, {type: 'array of integer or null'}],
    [{type: 'array', prefixItems: [{type: 'string'}], items: false}, {type: 'array'}],
    [
      {type: 'object', additionalProperties: ref('Profile')},
      {type: 'map of Profile', ref: 'Profile'},
    ],
    [ref('Profile'), {type: 'Profile', ref: 'Profile'}],
    [
      {...ref('Profile'), description: 'The player.'},
      {type: 'Profile', ref: 'Profile'},
    ],
    [
      {allOf: [ref('Profile')], description: 'The player.'},
      {type: 'Profile', ref: 'Profile'},
    ],
    [ref('Email'), {type: 'string', format: 'email', ref: 'Email'}],
    [{oneOf: [ref('Profile'), {type: 'null'}]}, {type: 'Profile or null', ref: 'Profile'}],
    [{oneOf: [{type: 'string'}, {type: 'integer'}, ref('Profile')]}, {type: 'one of 3 forms'}],
    [{anyOf: [{type: 'string'}, ref('Profile')]}, {type: 'any of 2 forms'}],
    [{anyOf: [{type: 'string'}, {type: 'null'}]}, {type: 'string or null'}],
    [ref('Pet'), {type: 'Pet', ref: 'Pet'}],
    [ref('Node'), {type: 'Node', ref: 'Node'}],
    [ref('a~1b~0c%20d'), {type: 'a/b~c d', ref: 'a/b~c d'}],
    [{allOf: [{type: 'object', properties: {a: true}}, ref('Profile')]}, {type: 'object'}],
  ])('%j', (schema, expected) => {
    expect(describeType(schema, schemas)).toEqual(expected);
  });
});

describe('describeLimits', () => {
  it.each<[SchemaObject, string[]]>([
    [{}, []],
    [{minLength: 1}, ['at least 1 character']],
    [{minLength: 0}, []],
    [{maxLength: 8}, ['at most 8 characters']],
    [{minLength: 2, maxLength: 8}, ['2 to 8 characters']],
    [{minLength: 3, maxLength: 3}, ['exactly 3 characters']],
    [{pattern: '^[A-Z]+$'}, ['matches `^[A-Z]+$`']],
    [{pattern: '^`$'}, ['matches ^`$']],
    [{minimum: 0, maximum: 10}, ['from 0 to 10']],
    [{minimum: 0}, ['at least 0']],
    [{maximum: -1}, ['at most -1']],
    [{exclusiveMinimum: 0}, ['more than 0']],
    [{minimum: 1, exclusiveMaximum: 5}, ['at least 1 and less than 5']],
    [{minimum: 5, exclusiveMinimum: 0}, ['at least 5']],
    [{multipleOf: 5}, ['multiple of 5']],
    [{enum: ['a', '', 1, null, true]}, ['one of `a`, empty text, 1, null, true']],
    [{const: 'dog'}, ['always `dog`']],
    [{minItems: 1}, ['at least 1 item']],
    [{maxItems: 4, uniqueItems: true}, ['at most 4 items', 'unique items']],
    [{uniqueItems: false}, []],
    [{contains: {type: 'integer', minimum: 3}}, ['at least 1 item of a certain kind: integer, at least 3']],
    [{contains: true, minContains: 2, maxContains: 3}, ['2 to 3 items of a certain kind']],
    [{prefixItems: [true], items: false}, ['no further items']],
    [{unevaluatedItems: false}, ['no further items']],
    [{minProperties: 1}, ['at least 1 property']],
    [{minProperties: 2, maxProperties: 3}, ['2 to 3 properties']],
    [{additionalProperties: false}, ['no other properties']],
    [{unevaluatedProperties: false}, ['no other properties']],
    [{patternProperties: {'^x-': true}}, ['properties may match `^x-`']],
    [{propertyNames: {maxLength: 3}}, ['property names: at most 3 characters']],
    [{dependentRequired: {a: ['b', 'c']}}, ['with `a` also `b`, `c`']],
    [{not: {const: 'root'}}, ['not: string, always `root`']],
    [{not: {}}, ['not of another schema']],
    [{contentMediaType: 'application/json'}, ['holds `application/json`']],
    [{contentEncoding: 'base64'}, ['encoded as base64']],
    [{default: false}, ['default: false']],
    [{default: 'asc'}, ['default: `asc`']],
    [{default: [1]}, ['default: `[1]`']],
  ])('%j', (schema, expected) => {
    expect(describeLimits(schema)).toEqual(expected);
  });

  it('never names the values of a secret', () => {
    expect(
      describeLimits({type: 'string', format: 'password', default: 'hunter2', enum: ['hunter2'], minLength: 7}),
    ).toEqual(['at least 7 characters']);
  });
});

describe('describeLimits of numbers that JavaScript writes in another way', () => {
  it.each<[SchemaObject, string]>([
    [{maximum: 2 ** 63}, 'at most 9223372036854775807'],
    [{minimum: -(2 ** 63), maximum: 2 ** 63}, 'from -9223372036854775808 to 9223372036854775807'],
    [{minimum: 0, maximum: 2 ** 64}, 'from 0 to 18446744073709551615'],
    [{exclusiveMaximum: 2 ** 63}, 'less than 9223372036854775808'],
    [{minimum: 1e18}, 'at least 1000000000000000000'],
    [{multipleOf: 0.1, maximum: 1e21}, 'at most 1e+21'],
    [{exclusiveMinimum: 0.1}, 'more than 0.1'],
  ])('%j is %s', (schema, words) => {
    expect(describeLimits(schema)).toContain(words);
  });
});
