import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Json} from '../model/json.ts';
import type {Parameter} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {emptyValues} from '../model/values.ts';
import {toFields} from './fields.ts';
import type {Field} from './fields.ts';
import {placeValues, toFormState} from './form-state.ts';
import {toRequestValues} from './to-request-values.ts';

function fieldsOf(
  schema: Schema,
  required = true,
  parameters: Parameter[] = [],
  mediaType = 'application/json',
): Field[] {
  return toFields(operationOf({parameters, requestBody: {required, content: [{mediaType, schema, examples: []}]}}));
}

function parameter(name: string, schema: Schema, required = false): Parameter {
  return {name, in: 'query', required, style: 'form', explode: true, schema, examples: []};
}

const person: Schema = {
  type: 'object',
  required: ['email'],
  properties: {
    email: {type: 'string', format: 'email'},
    name: {type: ['string', 'null']},
    age: {type: 'integer'},
    agrees: {type: 'boolean'},
    role: {enum: ['admin', 'user', 3, null]},
    tags: {type: 'array', items: {type: 'string'}},
    address: {type: 'object', required: ['city'], properties: {city: {type: 'string'}, zip: {type: 'string'}}},
  },
};

describe('toRequestValues', () => {
  const fields = fieldsOf(person, true, [parameter('force', {type: 'boolean'}), parameter('limit', {type: 'integer'})]);

  it('reads each control as its value, text exactly as typed', () => {
    const {values, problems} = toRequestValues(fields, {
      'query.force': true,
      'query.limit': ' 10 ',
      'body.email': ' ada@example.com ',
      'body.name': null,
      'body.age': '36',
      'body.agrees': false,
      'body.role': '3',
      'body.tags': '["a",\n "b"]',
      'body.address.city': 'London',
      'body.address.zip': '',
    });
    expect(problems).toEqual([]);
    expect(values).toEqual({
      ...emptyValues(),
      query: {force: true, limit: 10},
      body: {
        email: ' ada@example.com ',
        name: null,
        age: 36,
        agrees: false,
        role: 3,
        tags: ['a', 'b'],
        address: {city: 'London'},
      },
    });
  });

  it('leaves out what is empty, and sends a required body and a required empty text all the same', () => {
    const empty = {'query.limit': '', 'body.age': ' ', 'body.tags': '\n', 'body.name': '', 'body.role': ''};
    expect(toRequestValues(fields, empty).values).toEqual({...emptyValues(), body: {}});
    expect(toRequestValues(fields, {'body.email': ''}).values.body).toEqual({email: ''});
  });

  it('sends an optional body only when anything in it is filled in', () => {
    const optional = fieldsOf(person, false);
    const anything: Schema = {type: 'object', properties: {a: {type: 'string'}}};
    expect(toRequestValues(fieldsOf(anything), {}).values.body).toEqual({});
    expect(toRequestValues(fieldsOf(anything, false), {}).values.body).toBeUndefined();
    expect(toRequestValues(optional, {'body.email': '', 'body.address.city': ''}).values.body).toBeUndefined();
    expect(toRequestValues(optional, {'body.address.zip': 'W1'}).values.body).toEqual({
      address: {city: undefined, zip: 'W1'},
    });
  });

  it('sends required groups and unchecked required boxes', () => {
    const nested = fieldsOf({
      type: 'object',
      required: ['terms', 'address'],
      properties: {
        terms: {type: 'boolean'},
        address: {type: 'object', required: ['city'], properties: {city: {type: 'string'}}},
      },
    });
    expect(toRequestValues(nested, {}).values.body).toEqual({terms: false, address: {}});
  });

  it.each(['twelve', '1,5', '0x10', 'Infinity', '1e999', '--1', '1.2.3'])('says that %s is no number', (text) => {
    const {values, problems} = toRequestValues(fields, {'body.age': text});
    expect(problems).toEqual([{name: 'body.age', keyword: 'type', message: 'Enter a number, such as 12 or 0.5.'}]);
    expect(values.body).toMatchObject({age: text});
  });

  it.each([
    ['-0.5', -0.5],
    ['+7', 7],
    ['.5', 0.5],
    ['1e3', 1000],
    ['007', 7],
  ])('reads %s as a number', (text, number) => {
    expect(toRequestValues(fields, {'body.age': text}).values.body).toMatchObject({age: number});
  });

  it('says when a number would lose digits', () => {
    const {problems} = toRequestValues(fields, {'body.age': '12345678901234567890'});
    expect(problems[0]).toMatchObject({name: 'body.age', keyword: 'precision', message: expect.stringMatching(/\.$/)});
  });

  it('says where JSON goes wrong, without quoting it', () => {
    const {values, problems} = toRequestValues(fields, {'body.tags': '["hunter2",\n  hunter2]'});
    expect(problems).toEqual([
      {name: 'body.tags', keyword: 'syntax', message: 'This is not JSON: line 2, column 3: a value is missing.'},
    ]);
    expect(values.body).toEqual({});
  });

  it('reads a body that is one field', () => {
    expect(toRequestValues(fieldsOf({type: 'array'}), {body: '[1]'}).values.body).toEqual([1]);
    expect(toRequestValues(fieldsOf({type: 'string'}, true, [], 'text/plain'), {body: 'a\nb'}).values.body).toBe(
      'a\nb',
    );
    expect(toRequestValues(fieldsOf({type: 'array'}, false), {}).values.body).toBeUndefined();
  });

  it('takes __proto__ for a name like any other', () => {
    const named = fieldsOf(JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}') as Schema);
    const {body} = toRequestValues(named, {'body.__proto__': 'x'}).values;
    expect(JSON.stringify(body)).toBe('{"__proto__":"x"}');
  });
});

describe('toFormState', () => {
  const text = fc.string({minLength: 1, unit: 'binary'});
  const bodies = fc.record(
    {
      email: fc.string({unit: 'binary'}),
      name: fc.option(text, {nil: null}),
      age: fc.integer(),
      agrees: fc.boolean(),
      role: fc.constantFrom('admin', 'user', 3, null),
      tags: fc.array(text),
      address: fc.record({city: fc.string()}),
    },
    {requiredKeys: ['email']},
  );

  it('gives back what it was made from', () => {
    const fields = fieldsOf(person);
    fc.assert(
      fc.property(bodies, (body) => {
        const values = {...emptyValues(), body: JSON.parse(JSON.stringify(body)) as Json};
        const expected = body.address?.city === '' ? {...body, address: undefined} : body;
        expect(toRequestValues(fields, toFormState(fields, values))).toEqual({
          values: {...emptyValues(), body: expected},
          problems: [],
        });
      }),
    );
  });

  it('shows a value that does not fit its control as JSON text', () => {
    const state = toFormState(fieldsOf(person), {...emptyValues(), body: {email: 5, age: 'x', agrees: 'y', role: 'z'}});
    expect(state).toEqual({'body.email': '5', 'body.age': 'x', 'body.agrees': '"y"', 'body.role': '"z"'});
  });
});

describe('placeValues', () => {
  const fields = fieldsOf(person, true, [parameter('force', {type: 'boolean'}), parameter('a.b', {type: 'string'})]);

  it.each<[string, Json, object]>([
    ['query.force', true, {'query.force': true}],
    ['force', true, {'query.force': true}],
    ['email', 'ada@example.com', {'body.email': 'ada@example.com'}],
    ['body.email', 'ada@example.com', {'body.email': 'ada@example.com'}],
    ['address.city', 'London', {'body.address.city': 'London'}],
    ['body.address', {city: 'London'}, {'body.address.city': 'London'}],
    ['body', {email: 'e', address: {zip: 'z'}}, {'body.email': 'e', 'body.address.zip': 'z'}],
    ['a.b', 'x', {'query.a~1b': 'x'}],
    ['query.a.b', 'x', {'query.a~1b': 'x'}],
    ['role', 'user', {'body.role': '"user"'}],
    ['nobody', 1, {}],
    ['toString', 1, {}],
  ])('places %s', (name, value, state) => {
    expect(placeValues(fields, {[name]: value})).toEqual(state);
  });
});
