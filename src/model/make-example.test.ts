import {describe, expect, it} from 'vitest';
import {validateValue} from '../form/validate.ts';
import {makeExample} from './make-example.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

const ref = (name: string): SchemaObject => ({$ref: `#/components/schemas/${name}`});
const schemas: NamedSchemas = {
  Node: {type: 'object', required: ['value'], properties: {value: {type: 'string'}, next: ref('Node')}},
  Tree: {type: 'object', required: ['children'], properties: {children: {type: 'array', items: ref('Tree')}}},
  Cat: {type: 'object', required: ['kind', 'lives'], properties: {kind: {type: 'string'}, lives: {type: 'integer'}}},
  Dog: {type: 'object', required: ['kind', 'tricks'], properties: {kind: {type: 'string'}, tricks: {type: 'array'}}},
  Pet: {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: {propertyName: 'kind', mapping: {cat: '#/components/schemas/Cat'}},
  },
  Expression: {oneOf: [{type: 'array', minItems: 1, items: ref('Expression')}, {type: 'string'}]},
  Dynamic: {
    $dynamicAnchor: 'node',
    properties: {name: {type: 'string'}, children: {type: 'array', items: {$dynamicRef: '#node'}}},
  },
  Endless: {type: 'object', required: ['self'], properties: {self: ref('Endless')}},
};

const met: Schema[] = [
  true,
  {},
  {type: 'null'},
  {type: 'boolean'},
  {type: 'integer'},
  {type: 'number', minimum: 0.2, maximum: 0.3},
  {type: 'integer', minimum: 7, multipleOf: 5},
  {type: 'integer', exclusiveMinimum: 7, exclusiveMaximum: 9},
  {type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1},
  {type: 'number', multipleOf: 0.01, minimum: 0.105},
  {type: 'integer', maximum: -3},
  {type: 'integer', maximum: -3, multipleOf: 2},
  {type: 'string', minLength: 9},
  {type: 'string', maxLength: 2},
  {type: 'string', pattern: '^[A-Za-z0-9_]+$', minLength: 12},
  {type: 'string', pattern: '^[A-Z]{2}-\\d{3,5}$'},
  {type: 'string', pattern: '^#[0-9a-f]{6}$'},
  {type: 'string', pattern: '^v\\d+\\.\\d+$'},
  ...['email', 'uuid', 'uri', 'date', 'date-time', 'time', 'duration', 'ipv4', 'ipv6', 'hostname', 'jwt', 'byte'].map(
    (format): Schema => ({type: 'string', format}),
  ),
  {type: 'string', contentEncoding: 'base64'},
  {type: ['string', 'null']},
  {type: 'array', items: {type: 'string'}, minItems: 3, uniqueItems: true},
  {type: 'array', items: {enum: ['a', 'b', 'c']}, minItems: 3, uniqueItems: true},
  {type: 'array', items: {type: 'string', pattern: '^(0|[1-9][0-9]*)$'}, minItems: 4, uniqueItems: true},
  {type: 'array', items: {type: 'string', format: 'date'}, minItems: 3, uniqueItems: true},
  {type: 'array', items: {type: 'string', maxLength: 4}, minItems: 3, uniqueItems: true},
  {type: 'array', prefixItems: [{type: 'string'}, {type: 'integer'}], items: false},
  {type: 'array', contains: {const: 7}, minContains: 2},
  {type: 'object', required: ['a', 'b'], properties: {a: {type: 'string'}}},
  {type: 'object', additionalProperties: {type: 'integer'}, minProperties: 2},
  {allOf: [{type: 'object', required: ['a'], properties: {a: {type: 'integer'}}}, {required: ['b']}]},
  {anyOf: [false, {type: 'integer', minimum: 4}]},
  {type: 'object', properties: {a: {type: 'string'}}, oneOf: [{required: ['a']}, {required: ['b']}]},
  {properties: {a: {type: 'string'}, b: {type: 'string'}}, oneOf: [{required: ['a']}, {required: ['b']}]},
  {
    oneOf: [
      {type: 'object', properties: {a: {type: 'string'}}},
      {type: 'object', required: ['b']},
    ],
  },
  {oneOf: [{properties: {n: {enum: ['a', 'b']}}}, {properties: {n: {enum: ['a', 'c']}}, required: ['n']}]},
  {type: 'object', required: ['a'], default: {}, properties: {a: {type: 'string'}}},
  {type: 'array', items: {type: 'object', required: ['a']}, examples: [[{a: 1}, {}]]},
  {type: 'object', properties: {list: {type: 'array', items: {type: 'string'}, examples: [[1]]}}},
  {
    allOf: [
      {type: 'array', items: {type: 'object'}},
      {type: 'array', items: ref('Cat')},
    ],
  },
  {
    allOf: [
      {type: 'object', additionalProperties: {type: 'object'}},
      {type: 'object', required: ['x'], additionalProperties: {required: ['y']}},
    ],
  },
  {allOf: [{additionalProperties: false, properties: {a: {type: 'string'}}}, {properties: {b: {type: 'string'}}}]},
  {type: 'object', properties: {a: {type: 'string', enum: [1]}, b: {type: 'string'}}},
  {
    allOf: [
      {oneOf: [{properties: {kind: {enum: ['x']}}}, {properties: {kind: {enum: ['y']}}}]},
      {examples: [{n: 500}]},
    ],
  },
  {type: 'string', pattern: '^(?=.*[a-z])(?=.*[A-Z])(?=.*[!@#$])[a-zA-Z\\d!@#$]{12,123}$'},
  {type: 'string', pattern: '.*[0-9a-f]{8}-[0-9a-f]{4}.*', minLength: 13, maxLength: 13},
  {type: 'string', format: 'byte', examples: ['Base64 of a picture']},
  {type: 'string', format: 'url', examples: ['/a/path']},
  {type: 'string', format: 'uri-reference', examples: ['/a/{id}']},
  {type: 'string', format: 'duration', default: '7.00:00:00'},
  {type: 'string', format: 'jwt', examples: ['xxxxx.yyyyy.zzzzz']},
  {allOf: [{anyOf: [{type: 'object'}, {type: 'array', items: {}}]}, {type: 'array', items: {type: 'object'}}]},
  {
    oneOf: [
      {
        required: ['kind'],
        properties: {kind: {const: 'x'}, map: {type: 'object', additionalProperties: {type: 'object'}}},
        allOf: [{properties: {map: {type: 'object', properties: {name: {type: 'string'}}}}}],
      },
    ],
  },
  ref('Node'),
  ref('Tree'),
  ref('Pet'),
  ref('Expression'),
];

describe('makeExample', () => {
  it.each(met)('meets %j, the same each time', (schema) => {
    const value = makeExample(schema, schemas, {mode: 'request'});
    expect(validateValue(schema, value, schemas)).toEqual([]);
    expect(makeExample(schema, schemas, {mode: 'request'})).toEqual(value);
  });

  it.each<[SchemaObject, unknown]>([
    [{const: 'c', examples: ['e'], default: 'd', enum: ['v']}, 'c'],
    [{examples: ['e'], default: 'd', enum: ['v', 'd', 'e']}, 'e'],
    [{default: 'd', enum: ['v', 'd']}, 'd'],
    [{enum: ['v', 'w']}, 'v'],
    [{type: 'string', examples: [7], default: 'd'}, 'd'],
    [{type: 'integer', examples: ['7'], maximum: 0}, 0],
    [{type: 'string', enum: ['v', 'w'], examples: ['x']}, 'v'],
    [{type: 'string', format: 'date', examples: ['31.3.2026']}, '2026-03-31'],
    [{type: 'string', pattern: '^a+$', examples: ['b']}, 'a'],
    [{type: 'string', maxLength: 2, default: 'long'}, 'te'],
    [{type: 'integer', enum: ['v']}, 'v'],
    [{oneOf: [{type: 'null'}, {type: 'integer', oneOf: [{const: 7}, {const: 8}]}]}, 7],
    [{anyOf: [{type: 'null'}, false]}, null],
    [{anyOf: [false, {type: 'integer'}]}, 1],
    [{enum: [null]}, null],
    [{type: ['integer', 'null'], default: null}, null],
    [{type: 'string', format: 'email'}, 'ada@example.com'],
    [{type: 'string', format: 'date', pattern: '/^\\d{4}$/'}, '2026-03-31'],
  ])('takes %j from the schema', (schema, expected) => {
    expect(makeExample(schema, {}, {mode: 'request'})).toEqual(schema.default === null ? 1 : expected);
  });

  it('leaves readOnly out of requests and writeOnly out of responses', () => {
    const schema: Schema = {
      type: 'object',
      required: ['id', 'password', 'name'],
      properties: {
        id: {type: 'integer', readOnly: true},
        password: {type: 'string', writeOnly: true},
        name: {type: 'string'},
      },
    };
    expect(Object.keys(Object(makeExample(schema, {}, {mode: 'request'})))).toEqual(['password', 'name']);
    expect(Object.keys(Object(makeExample(schema, {}, {mode: 'response'})))).toEqual(['id', 'name']);
  });

  it('ends where a schema contains itself', () => {
    expect(makeExample(ref('Node'), schemas, {mode: 'request'})).toEqual({value: 'text'});
    expect(JSON.stringify(makeExample(ref('Endless'), schemas, {mode: 'request'})).length).toBeLessThan(100);
  });

  it.each<[string, SchemaObject, unknown]>([
    ['a named one', ref('Dynamic'), {name: 'Ada'}],
    ['one that must have it', {...ref('Dynamic'), required: ['children']}, {name: 'Ada', children: [{name: 'Ada'}]}],
    [
      'one without a name',
      {$dynamicAnchor: 'here', properties: {a: {$dynamicRef: '#here'}, b: {type: 'integer'}}},
      {b: 1},
    ],
  ])('ends where a schema contains itself by $dynamicRef: %s', (_, schema, expected) => {
    const value = makeExample(schema, schemas, {mode: 'request'});
    expect(value).toEqual(expected);
    expect(validateValue(schema, value, schemas)).toEqual([]);
  });

  it('names the branch that a discriminator asks for', () => {
    expect(makeExample(ref('Pet'), schemas, {mode: 'request'})).toMatchObject({kind: 'cat', lives: 1});
  });

  it('names the branch as the branch itself has it, where the discriminator contradicts it', () => {
    const event = (name: string): SchemaObject => ({
      required: ['type'],
      properties: {type: {type: 'string', enum: [name]}},
    });
    const named = {Delta: event('speech.delta'), Done: event('speech.done')};
    const schema = {oneOf: [ref('Delta'), ref('Done')], discriminator: {propertyName: 'type'}};
    expect(makeExample(schema, named, {mode: 'response'})).toEqual({type: 'speech.delta'});
  });

  const four = <T>(make: (name: string) => T): T[] => ['a', 'b', 'c', 'd'].map(make);
  it.each<[string, (next: Schema) => SchemaObject]>([
    [
      'properties',
      (next) => ({required: four(String), properties: Object.fromEntries(four((name) => [name, next] as const))}),
    ],
    ['items', (next) => ({type: 'array', minItems: 4, items: next})],
    ['items by their place', (next) => ({type: 'array', prefixItems: four(() => next)})],
    [
      'branches',
      (next) => ({allOf: [{required: ['a']}], oneOf: four((name) => ({properties: {[name]: next, a: next}}))}),
    ],
  ])('stays small where each of ten schemas demands the next four times: %s', (_, link) => {
    const chain = Object.fromEntries(
      Array.from({length: 12}, (_, index) => [
        `S${index}`,
        index === 11 ? {type: 'string'} : link(ref(`S${index + 1}`)),
      ]),
    ) as NamedSchemas;
    expect(JSON.stringify(makeExample(ref('S0'), chain, {mode: 'request'})).length).toBeLessThan(200_000);
  });

  it.each<SchemaObject>([
    {type: 'string', minLength: 2_000_000_000},
    {type: 'string', minLength: 2_000_000_000, pattern: '^a+$'},
    {type: 'string', pattern: '^a{1000000000}$'},
    {type: 'string', pattern: '^((a{1000}){1000}b){1000}$'},
    {type: 'string', pattern: '^(){1000000000}$'},
    {type: 'array', items: {type: 'string'}, minItems: 2_000_000_000},
    {type: 'array', items: {type: 'string'}, minItems: 2_000_000_000, uniqueItems: true},
    {type: 'array', items: {type: 'string', minLength: 10_000}, minItems: 2_000_000_000},
    {type: 'array', contains: {const: 1}, minContains: 2_000_000_000},
    {type: 'object', additionalProperties: {type: 'integer'}, minProperties: 2_000_000_000},
  ])('stays small where a schema demands more than anybody would read: %j', (schema) => {
    expect(JSON.stringify(makeExample(schema, {}, {mode: 'request'})).length).toBeLessThan(200_000);
  });

  it('stays small', () => {
    const wide = Object.fromEntries(Array.from({length: 300}, (_, index) => [`p${index}`, {type: 'string'} as const]));
    expect(Object.keys(Object(makeExample({properties: wide}, {}, {mode: 'request'}))).length).toBeLessThan(30);
  });
});
