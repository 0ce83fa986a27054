import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {Json} from '../model/json.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {validateValue} from './validate.ts';

const ref = (name: string): SchemaObject => ({$ref: `#/components/schemas/${name}`});

const schemas: NamedSchemas = {
  Profile: {
    type: 'object',
    required: ['id', 'email'],
    properties: {id: {type: 'integer', readOnly: true}, email: {type: 'string', format: 'email'}},
  },
  Node: {type: 'object', properties: {value: {type: 'integer'}, next: ref('Node')}},
  // Names that a validator could take for keywords.
  items: {type: 'string', minLength: 2},
  default: ref('items'),
  constructor: {type: 'integer' as const},
  Cat: {type: 'object', required: ['kind', 'lives'], properties: {kind: {const: 'cat'}, lives: {type: 'integer'}}},
  Dog: {type: 'object', required: ['kind', 'tricks'], properties: {kind: {const: 'dog'}, tricks: {type: 'array'}}},
};

/** Every sentence ends the same way, and its first letter is a capital. */
const sentence = /^[A-Z].*\.$/;

describe('validateValue', () => {
  it.each<[Schema, Json, string, string]>([
    [{type: 'string'}, 1, 'type', 'Enter text.'],
    [{type: 'integer'}, 1.5, 'type', 'Enter a whole number.'],
    [{type: ['number', 'null']}, 'x', 'type', 'Enter a number or null.'],
    [{type: 'boolean'}, 'true', 'type', 'Enter true or false.'],
    [{type: 'array'}, {}, 'type', 'Enter a list.'],
    [{type: 'object'}, [], 'type', 'Enter an object.'],
    [{minLength: 8}, '12345', 'minLength', 'At least 8 characters; there are 5.'],
    [{minLength: 2}, '😀', 'minLength', 'At least 2 characters; there is 1.'],
    [{minLength: 1}, '', 'minLength', 'It must not be empty.'],
    [{maxLength: 1}, 'ab', 'maxLength', 'At most 1 character; there are 2.'],
    [
      {pattern: '^[A-Za-z0-9_]+$'},
      'a-b',
      'pattern',
      'Only letters, digits and underscores: it must match ^[A-Za-z0-9_]+$.',
    ],
    [{pattern: '^[a-z]{2}$'}, 'a', 'pattern', 'Only small letters: it must match ^[a-z]{2}$.'],
    [{pattern: '^(a|b)$'}, 'c', 'pattern', 'It must match ^(a|b)$.'],
    [{pattern: '^[\\w\\@\\_]+$'}, 'a b', 'pattern', 'It must match ^[\\w\\@\\_]+$.'],
    [{minimum: 1, maximum: 10}, 11, 'maximum', 'From 1 to 10.'],
    [{minimum: 1}, 0, 'minimum', 'At least 1.'],
    [{exclusiveMinimum: 0}, 0, 'exclusiveMinimum', 'More than 0.'],
    [{exclusiveMaximum: 5}, 5, 'exclusiveMaximum', 'Less than 5.'],
    [{multipleOf: 5}, 7, 'multipleOf', 'Enter a multiple of 5.'],
    [{multipleOf: 1}, 7.5, 'multipleOf', 'Enter a whole number.'],
    [{type: 'integer', format: 'int32'}, 2 ** 31, 'maximum', 'From -2147483648 to 2147483647.'],
    [{type: 'integer', format: 'int32', minimum: 0}, -1, 'minimum', 'At least 0.'],
    [{type: 'integer', format: 'int64'}, 1e19, 'maximum', 'From -9223372036854775808 to 9223372036854775807.'],
    [{enum: ['a', 'b', 1]}, 'c', 'enum', 'Choose one of a, b, 1.'],
    [{const: 'a'}, 'b', 'const', 'It must be a.'],
    [{minItems: 2}, [1], 'minItems', 'At least 2 items; there is 1.'],
    [{maxItems: 1}, [1, 2], 'maxItems', 'At most 1 item; there are 2.'],
    [{uniqueItems: true}, [{a: 1}, {a: 1}], 'uniqueItems', 'Each item may be there only once.'],
    [{contains: {type: 'string'}}, [1], 'contains', 'It needs at least 1 item of a certain kind: string.'],
    [
      {contains: {type: 'string'}, minContains: 2},
      ['a', 1],
      'minContains',
      'It needs at least 2 items of a certain kind: string.',
    ],
    [{minProperties: 1}, {}, 'minProperties', 'At least 1 property; there are 0.'],
    [
      {propertyNames: {maxLength: 2}},
      {abc: 1, abcd: 2},
      'propertyNames',
      'The name of each property is limited: property names: at most 2 characters.',
    ],
    [{not: {const: 1}}, 1, 'not', 'What is excluded: not: integer, always 1.'],
    [{oneOf: [{type: 'string'}, {type: 'integer'}]}, true, 'oneOf', 'It must be one of these: string, integer.'],
    [
      {oneOf: [{type: 'integer'}, {type: 'number'}]},
      1,
      'oneOf',
      'It fits more than one of the 2 forms; it must fit exactly one.',
    ],
    [false, 1, 'false', 'No value is allowed here.'],
  ])('%j refuses %j', (schema, value, keyword, message) => {
    expect(validateValue(schema, value, {})).toEqual([{name: '', keyword, message}]);
    expect(message).toMatch(sentence);
  });

  it.each([
    ['email', 'ada@example.com', 'ada'],
    ['email', "o'brien+tag@sub.example.co.uk", 'ada@'],
    ['uuid', '37764f2a-da1b-40ea-a054-ef1c8021196a', '37764f2a-da1b'],
    ['uri', 'http://localhost:3000/x?y#z', 'localhost'],
    ['url', 'http://127.0.0.1/x', '/x'],
    ['date', '2024-02-29', '2023-02-29'],
    ['date-time', '2026-03-31T14:30:00.5+02:00', '2026-03-31 14:30'],
    ['time', '14:30:00Z', '25:00:00Z'],
    ['duration', 'P3DT4H', '3 days'],
    ['hostname', 'api.example.com', '-x-'],
    ['ipv4', '192.0.2.1', '192.0.2.256'],
    ['ipv6', '2001:db8::1', '2001:db8'],
    ['byte', 'aGVsbG8=', 'aGVsbG8'],
    ['jwt', 'eyJhbGciOiJub25lIn0.eyJpc3MiOiJkZW1vIn0.', 'a.b.c'],
    ['regex', '^a$', '['],
    ['json-pointer', '/a~0b', 'a'],
  ])('checks the format %s', (format, good, bad) => {
    expect(validateValue({type: 'string', format}, good, {})).toEqual([]);
    const [problem] = validateValue({type: 'string', format}, bad, {});
    expect(problem).toMatchObject({name: '', keyword: 'format', message: expect.stringMatching(/^Enter .*\.$/)});
    const [judged] = validateValue({type: 'string', format}, bad, {}, 'response');
    expect(judged?.message).toMatch(/^It must be .*\.$/);
  });

  it('asks for an e-mail address by example', () => {
    expect(validateValue({format: 'email'}, 'ada', {})[0]?.message).toBe(
      'Enter an e-mail address, such as ada@example.com.',
    );
  });

  it('checks base64 that is said by contentEncoding, and passes over formats that it does not know', () => {
    expect(validateValue({contentEncoding: 'base64'}, '***', {})[0]?.keyword).toBe('format');
    for (const format of ['nonsense', 'constructor', '__proto__', 'toString']) {
      expect(validateValue({format}, '***', {})).toEqual([]);
    }
  });

  it('names the place of each mistake, one for each', () => {
    const schema: Schema = {
      type: 'object',
      required: ['name', 'address'],
      additionalProperties: false,
      properties: {
        name: {type: 'string'},
        address: {type: 'object', required: ['city'], properties: {city: {type: 'string'}}},
        tags: {type: 'array', items: {type: 'string', minLength: 2, pattern: '^x'}},
        'a.b/c~d é': {type: 'integer'},
      },
    };
    const value = {address: {}, tags: ['xx', 'a', 5], 'a.b/c~d é': 'x', other: 1};
    expect(validateValue(schema, value, {})).toEqual([
      {name: 'name', keyword: 'required', message: 'This field is required.'},
      {name: 'address.city', keyword: 'required', message: 'This field is required.'},
      {name: 'tags.1', keyword: 'minLength', message: 'At least 2 characters; there is 1.'},
      {name: 'tags.2', keyword: 'type', message: 'Enter text.'},
      {name: 'a~1b/c~0d é', keyword: 'type', message: 'Enter a whole number.'},
      {name: 'other', keyword: 'additionalProperties', message: 'This property is not allowed; remove it.'},
    ]);
  });

  it('follows references, recursive ones and ones with odd names among them', () => {
    expect(validateValue(ref('Node'), {next: {next: {value: 'x'}}}, schemas)).toEqual([
      {name: 'next.next.value', keyword: 'type', message: 'Enter a whole number.'},
    ]);
    expect(validateValue({properties: {a: ref('default')}}, {a: 'x'}, schemas)).toMatchObject([
      {name: 'a', keyword: 'minLength'},
    ]);
    expect(validateValue(ref('constructor'), 'x', schemas)).toMatchObject([{keyword: 'type'}]);
    expect(validateValue({...ref('items'), maxLength: 3}, 'abcd', schemas)).toMatchObject([{keyword: 'maxLength'}]);
    expect(validateValue(ref('Missing'), 1, schemas)).toEqual([]);
  });

  it('demands readOnly of responses alone, and writeOnly of requests', () => {
    const schema: Schema = {
      required: ['id', 'password'],
      properties: {id: {readOnly: true}, password: {writeOnly: true, format: 'password'}},
    };
    expect(validateValue(schema, {}, {}, 'request').map(({name}) => name)).toEqual(['password']);
    expect(validateValue(schema, {}, {}, 'response')).toEqual([
      {name: 'id', keyword: 'required', message: 'It is missing, but it is required.'},
    ]);
  });

  it('says what is wrong with the branch that was meant', () => {
    const pet: Schema = {oneOf: [ref('Cat'), ref('Dog')]};
    expect(validateValue(pet, {kind: 'dog', tricks: 'roll'}, schemas)).toEqual([
      {name: 'tricks', keyword: 'type', message: 'Enter a list.'},
    ]);
    expect(validateValue({anyOf: [{type: 'null'}, ref('Profile')]}, {email: 'x'}, schemas)).toMatchObject([
      {name: 'email', keyword: 'format'},
    ]);
    expect(
      validateValue({properties: {pets: {items: pet}}}, {pets: [{kind: 'cat', lives: 9}, {kind: 'cat'}]}, schemas),
    ).toEqual([{name: 'pets.1.lives', keyword: 'required', message: 'This field is required.'}]);
    const tagged: Schema = {
      oneOf: [{properties: {a: {type: 'string'}, t: true}}, ref('Profile')],
      discriminator: {propertyName: 't', mapping: {p: '#/components/schemas/Profile'}},
    };
    expect(validateValue(tagged, {t: 'p', a: 1}, schemas)).toMatchObject([{name: 'email', keyword: 'required'}]);
  });

  it('reads if, then, else and dependent keywords', () => {
    const schema: Schema = {
      if: {properties: {kind: {const: 'card'}}, required: ['kind']},
      then: {required: ['number']},
      dependentRequired: {street: ['city']},
      dependentSchemas: {vat: {required: ['company']}},
    };
    expect(
      validateValue(schema, {kind: 'card', street: 'x', vat: 1}, {}).map(({name, keyword}) => [name, keyword]),
    ).toEqual([
      ['number', 'required'],
      ['city', 'dependentRequired'],
      ['company', 'required'],
    ]);
  });

  it('never puts a part of the value into a sentence', () => {
    const secret = 'S3cr3t-Value';
    const broken: Schema[] = [
      {format: 'email'},
      {format: 'uuid'},
      {minLength: 50},
      {maxLength: 2},
      {pattern: '^\\d+$'},
      {const: 'x'},
      {enum: ['x']},
      {type: 'integer'},
      {not: {type: 'string'}},
      {oneOf: [{type: 'integer'}, {type: 'null'}]},
      false,
    ];
    const object = {properties: Object.fromEntries(broken.map((schema, index) => [`p${index}`, schema]))};
    const value = Object.fromEntries(broken.map((_, index) => [`p${index}`, secret]));
    for (const direction of ['request', 'response'] as const) {
      const problems = validateValue(object, value, {}, direction);
      expect(problems).toHaveLength(broken.length);
      expect(JSON.stringify(problems)).not.toContain(secret);
      for (const {message} of problems) expect(message).toMatch(sentence);
    }
    const only: Schema = {format: 'password', const: secret};
    expect(JSON.stringify(validateValue(only, 'other', {}))).not.toContain(secret);
  });

  it('runs with schemas that are frozen, and writes into none', () => {
    const schema: Schema = Object.freeze({
      type: 'object',
      properties: Object.freeze({a: Object.freeze({type: 'string'})}),
    });
    expect(validateValue(schema, {a: 1}, Object.freeze({}))).toMatchObject([{name: 'a', keyword: 'type'}]);
  });

  it('drops a pattern that no JavaScript runs, and does not refuse in its place', () => {
    expect(validateValue({pattern: '(?i)^a'}, 'B', {})).toEqual([]);
    expect(validateValue({patternProperties: {'(?i)^a': true}, additionalProperties: false}, {A: 1}, {})).toEqual([]);
  });

  it('copes with very many mistakes and very deep values', () => {
    const many = Array.from({length: 50_000}, () => 1);
    expect(validateValue({items: {type: 'string'}}, many, {})[2]).toMatchObject({name: '2', keyword: 'type'});
    let deep: Json = {};
    for (let depth = 0; depth < 20_000; depth++) deep = {next: deep};
    expect(validateValue(ref('Node'), deep, schemas)).toEqual([
      {name: '', keyword: 'unchecked', message: 'This value could not be checked against its schema.'},
    ]);
  });

  it('gives sentences for whatever comes', () => {
    const schema: Schema = {
      type: 'object',
      required: ['a'],
      properties: {
        a: ref('Profile'),
        b: {type: 'array', items: {oneOf: [ref('Cat'), ref('Dog')]}},
        c: {format: 'date'},
      },
      additionalProperties: {type: ['string', 'null']},
      propertyNames: {maxLength: 20},
    };
    fc.assert(
      fc.property(
        fc.dictionary(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.string({unit: 'binary'})), fc.jsonValue()),
        (value) => {
          const problems = validateValue(schema, JSON.parse(JSON.stringify(value)) as Json, schemas);
          for (const {message} of problems) expect(message).toMatch(sentence);
          expect(new Set(problems.map(({name}) => name)).size).toBe(problems.length);
        },
      ),
    );
  });

  it('names what failed, not what counts as not described because of it', () => {
    const schema: Schema = {
      allOf: [{properties: {a: {type: 'number'}, b: {type: 'string'}}}],
      unevaluatedProperties: false,
    };
    const places = (value: Json) => validateValue(schema, value, {}).map(({name, keyword}) => `${name} ${keyword}`);
    expect(places({a: 'x', b: 'y'})).toEqual(['a type']);
    expect(places({a: 'x', b: 'y', c: 1})).toEqual(['a type', 'c unevaluatedProperties']);
    expect(places({a: 1, b: 'y', c: 1})).toEqual(['c unevaluatedProperties']);
  });
});
