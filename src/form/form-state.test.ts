import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {Parameter} from '../model/operation.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import {emptyValues} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {chooseFields} from './choose-fields.ts';
import {membersOf} from './field-parts.ts';
import {toFields} from './fields.ts';
import type {Field} from './fields.ts';
import {leftOut, toFormState, withRepeats} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {placeValues} from './place-values.ts';
import {readNumber} from './read-number.ts';
import {toRequestValues} from './to-request-values.ts';

function fieldsOf(
  schema: Schema,
  required = true,
  parameters: Parameter[] = [],
  mediaType = 'application/json',
  schemas: NamedSchemas = {},
): Field[] {
  const content = [{mediaType, schema, examples: []}];
  return toFields(operationOf({parameters, requestBody: {required, content}, schemas}));
}

function parameter(name: string, schema: Schema, required = false): Parameter {
  return {name, in: 'query', required, style: 'form', explode: true, schema, examples: []};
}

/** What a form sends that holds this state. */
function bodyOf(schema: Schema, state: FormState, required = true) {
  return toRequestValues(fieldsOf(schema, required), state);
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
      'body.tags#items': ['7', '0'],
      'body.tags.0': 'second',
      'body.tags.7': 'first',
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
        tags: ['first', 'second'],
        address: {city: 'London', zip: ''},
      },
    });
  });

  it('leaves out what nobody filled in, but for required text, which is sent empty', () => {
    expect(toRequestValues(fields, {'query.limit': '', 'body.age': ' ', 'body.role': ''}).values).toEqual({
      ...emptyValues(),
      body: {email: ''},
    });
    expect(toRequestValues(fields, {'body.email': leftOut}).values.body).toEqual({});
    expect(toRequestValues(fields, {'body.name': '', 'body.tags#items': []}).values.body).toEqual({
      email: '',
      name: '',
      tags: [],
    });
  });

  it('sends an optional body or group only when anything in it is filled in, or when it is told to', () => {
    const optional: Schema = {type: 'object', properties: {a: {type: 'string'}, k: {const: 1}}};
    expect(bodyOf(optional, {}).values.body).toEqual({k: 1});
    expect(bodyOf(optional, {}, false).values.body).toBeUndefined();
    expect(bodyOf(optional, {body: true}, false).values.body).toEqual({k: 1});
    expect(bodyOf(optional, {'body.a': ''}, false).values.body).toEqual({a: '', k: 1});
    expect(bodyOf(optional, {'body.a': 'x', body: leftOut}, false).values.body).toBeUndefined();
    expect(bodyOf(optional, {'body.a': 'x', 'body.k': leftOut}, false).values.body).toEqual({a: 'x'});
    expect(toRequestValues(fields, {'body.address': true}).values.body).toEqual({email: '', address: {city: ''}});
    expect(toRequestValues(fields, {'body.address': null, 'body.address.zip': 'W1'}).values.body).toEqual({
      email: '',
      address: null,
    });
  });

  it('sends required groups, lists and unchecked required boxes', () => {
    const nested: Schema = {
      type: 'object',
      required: ['terms', 'address', 'tags', 'map'],
      properties: {
        terms: {type: 'boolean'},
        address: {type: 'object', required: ['city'], properties: {city: {type: 'string'}}},
        tags: {type: 'array'},
        map: {type: 'object'},
      },
    };
    expect(bodyOf(nested, {}).values.body).toEqual({terms: false, address: {city: ''}, tags: [], map: {}});
  });

  it('sends nothing of recursion that nobody opened', () => {
    const schemas: NamedSchemas = {
      Node: {type: 'object', required: ['next'], properties: {next: {$ref: '#/components/schemas/Node'}}},
    };
    const recursive = fieldsOf({$ref: '#/components/schemas/Node'}, true, [], 'application/json', schemas);
    expect(toRequestValues(recursive, {}).values.body).toEqual({});
    expect(toRequestValues(recursive, {'body.next': true}).values.body).toEqual({next: {}});
  });

  it.each(['twelve', '1,5', '0x10', 'Infinity', '--1', '1.2.3'])('says that %s is no number', (text) => {
    const {values, problems} = toRequestValues(fields, {'body.age': text});
    expect(problems).toEqual([{name: 'body.age', keyword: 'type', message: 'Enter a number, such as 12 or 0.5.'}]);
    expect(values.body).toMatchObject({age: text});
  });

  it.each<[string, Value]>([
    ['-0.5', -0.5],
    ['+7', 7],
    ['.5', 0.5],
    ['007', 7],
    ['-.5', -0.5],
    ['5.', 5],
    ['1e3', new ExactNumber('1e3')],
    ['1.10', new ExactNumber('1.10')],
    ['-0', new ExactNumber('-0')],
    ['9007199254740993', new ExactNumber('9007199254740993')],
    ['12345678901234567890', new ExactNumber('12345678901234567890')],
    ['1E400', new ExactNumber('1e400')],
  ])('reads %s as a number, exact where JavaScript would change its digits', (text, number) => {
    const {values, problems} = toRequestValues(fields, {'body.age': text});
    expect(problems).toEqual([]);
    expect(values.body).toEqual({email: '', age: number});
  });

  it('says where JSON goes wrong, without quoting it, and keeps its numbers exact', () => {
    const any = fieldsOf(true);
    expect(toRequestValues(any, {body: '["hunter2",\n  hunter2]'})).toEqual({
      values: emptyValues(),
      problems: [{name: 'body', keyword: 'syntax', message: 'This is not JSON: line 2, column 3: a value is missing.'}],
    });
    expect(toRequestValues(any, {body: '{"a": [9007199254740993, 1, "#0"]}'}).values.body).toEqual({
      a: [new ExactNumber('9007199254740993'), 1, '#0'],
    });
  });

  it('tells of keys that are missing or there twice, and of rows with nothing in them', () => {
    const map: Schema = {type: 'object', properties: {id: {type: 'string'}}, additionalProperties: {type: 'integer'}};
    const state: FormState = {
      'body#entries': ['0', '1', '2', '3'],
      'body#0#key': 'a',
      'body#0': '1',
      'body#1#key': 'a',
      'body#1': '2',
      'body#2': '3',
      'body#3#key': 'id',
    };
    const {values, problems} = bodyOf(map, state);
    expect(values.body).toEqual({a: 1});
    expect(problems.map(({name, keyword}) => [name, keyword])).toEqual([
      ['body#key.1', 'duplicate'],
      ['body#key.2', 'required'],
      ['body#key.3', 'duplicate'],
    ]);
    const list: Schema = {type: 'array', items: {type: 'integer'}};
    expect(bodyOf(list, {'body#items': ['0', '1'], 'body.1': '5'})).toMatchObject({
      values: {body: [null, 5]},
      problems: [{name: 'body.0', keyword: 'required'}],
    });
  });

  it('takes __proto__ for a name like any other', () => {
    const schema = JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}') as Schema;
    expect(JSON.stringify(bodyOf(schema, {'body.__proto__': 'x'}).values.body)).toBe('{"__proto__":"x"}');
  });

  it('reads the body in the media type that is chosen', () => {
    const content = [
      {mediaType: 'application/json', schema: person, examples: []},
      {mediaType: 'text/plain', schema: {type: 'string' as const}, examples: []},
    ];
    const typed = toFields(operationOf({requestBody: {required: true, content}}));
    expect(toRequestValues(typed, {'body.email': 'e'}).values.body).toEqual({email: 'e'});
    expect(toRequestValues(typed, {'#contentType': 'text/plain', body: 'text'}).values.body).toBe('text');
    expect(toFormState(typed, {...emptyValues(), body: 'text'}, 'text/plain')).toEqual({
      '#contentType': 'text/plain',
      body: 'text',
    });
  });
});

/** Schemas with values that are valid for them, made together. */
interface Case {
  schema: Schema;
  value: Value;
}

const name = fc.oneof(fc.constantFrom('a', 'b', 'name', 'a.b', 'c~d'), fc.string({minLength: 1, maxLength: 5}));
const digits = fc.tuple(fc.bigInt(), fc.nat(999)).map(([whole, rest]) => `${whole}.${String(rest).padStart(3, '0')}`);

const {anything: cases} = fc.letrec<{anything: Case}>((tie) => ({
  anything: fc.oneof(
    {maxDepth: 4, withCrossShrink: true},
    fc.string().map((value): Case => ({schema: {type: 'string'}, value})),
    fc.integer().map((value): Case => ({schema: {type: 'integer'}, value})),
    digits.map((text): Case => ({schema: {type: 'number'}, value: readNumber(text) ?? 0})),
    fc.boolean().map((value): Case => ({schema: {type: ['boolean', 'null']}, value})),
    fc.constantFrom('x', 'y', 2).map((value): Case => ({schema: {enum: ['x', 'y', 2]}, value})),
    fc.constant<Case>({schema: {type: ['string', 'null']}, value: null}),
    fc.jsonValue({maxDepth: 3}).map((value): Case => ({schema: {}, value: JSON.parse(JSON.stringify(value)) as Value})),
    fc
      .array(fc.string(), {maxLength: 4})
      .map((value): Case => ({schema: {type: 'array', items: {type: 'string'}}, value})),
    fc.array(tie('anything'), {maxLength: 3}).map((items): Case => ({
      schema: {type: 'array', prefixItems: items.map(({schema}) => schema)},
      value: items.map(({value}) => value),
    })),
    fc
      .dictionary(name, fc.integer(), {maxKeys: 3})
      .map((value): Case => ({schema: {type: 'object', additionalProperties: {type: 'integer'}}, value: {...value}})),
    objects(tie('anything')),
    fc.tuple(objects(tie('anything')), objects(tie('anything')), fc.boolean()).map(([one, other, isFirst]): Case => {
      const schema: Schema = {oneOf: [one.schema, other.schema], discriminator: {propertyName: 'kind'}};
      const [chosen, kind] = isFirst ? [one, 'one'] : [other, 'other'];
      const branches = [one, other].map((branch, index) => withKind(branch.schema, index === 0 ? 'one' : 'other'));
      return {schema: {...schema, oneOf: branches}, value: {...(chosen.value as object), kind}};
    }),
    fc.tuple(tie('anything'), fc.boolean()).map(([{schema, value}, isNull]): Case => {
      return {schema: {anyOf: [schema, {type: 'null'}]}, value: isNull ? null : value};
    }),
  ),
}));

function withKind(schema: Schema, kind: string): Schema {
  return {allOf: [schema, {required: ['kind'], properties: {kind: {const: kind}}}]};
}

function objects(inner: fc.Arbitrary<Case>): fc.Arbitrary<Case> {
  const members = fc.uniqueArray(fc.tuple(name, inner, fc.constantFrom('required', 'given', 'absent')), {
    selector: ([key]) => key,
    maxLength: 4,
  });
  return members.map((list): Case => {
    const own = list.filter(([key]) => key !== 'kind');
    return {
      schema: {
        type: 'object',
        required: own.filter(([, , how]) => how === 'required').map(([key]) => key),
        properties: Object.fromEntries(own.map(([key, {schema}]) => [key, schema])),
      },
      value: Object.fromEntries(own.filter(([, , how]) => how !== 'absent').map(([key, {value}]) => [key, value])),
    };
  });
}

describe('toFormState', () => {
  it('gives back what it was made from, whatever the schema', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({schema, value}, required) => {
        const fields = fieldsOf({type: 'object', required: ['it'], properties: {it: schema}}, required);
        const state = toFormState(fields, {...emptyValues(), body: {it: value}});
        expect(toRequestValues(fields, state)).toEqual({values: {...emptyValues(), body: {it: value}}, problems: []});
        const whole = fieldsOf(schema, required);
        const direct = toRequestValues(whole, toFormState(whole, {...emptyValues(), body: value}));
        expect(direct).toEqual({values: {...emptyValues(), body: value}, problems: []});
      }),
      {numRuns: 500},
    );
  });

  it('holds any value in fields of any schema, as JSON where it does not fit', () => {
    const holders: Schema[] = [
      {type: 'array', items: {type: 'object', properties: {a: {type: 'array'}}}},
      {type: 'object', additionalProperties: false, properties: {a: {type: 'object'}}},
      {oneOf: [{type: 'array'}, {type: 'object', properties: {a: {type: 'object'}}}]},
    ];
    fc.assert(
      fc.property(fc.constantFrom(...holders), fc.jsonValue({maxDepth: 3}), (schema, json) => {
        const value = JSON.parse(JSON.stringify(json)) as Value;
        const fields = fieldsOf(schema);
        const {values} = toRequestValues(fields, toFormState(fields, {...emptyValues(), body: value}));
        expect(values.body).toEqual(value);
      }),
    );
  });

  it('keeps files, and parameters that are lists and objects', () => {
    const file = new FileValue('a.png', 'image/png', new Uint8Array([1, 2]));
    const photos: Schema = {
      type: 'object',
      properties: {photos: {type: 'array', items: {type: 'string', format: 'binary'}}},
    };
    const filter: Schema = {type: 'object', properties: {colour: {type: 'string'}}};
    const parameters = [parameter('filter', filter), parameter('ids', {type: 'array', items: {type: 'integer'}})];
    const fields = fieldsOf(photos, true, parameters, 'multipart/form-data');
    const values = {...emptyValues(), query: {filter: {colour: 'red'}, ids: [1, 2]}, body: {photos: [file, file]}};
    const state = toFormState(fields, values);
    expect(state).toEqual({
      'query.filter.colour': 'red',
      'query.ids#items': ['0', '1'],
      'query.ids.0': '1',
      'query.ids.1': '2',
      'body.photos#items': ['0', '1'],
      'body.photos.0': file,
      'body.photos.1': file,
    });
    expect(toRequestValues(fields, state)).toEqual({values, problems: []});
  });

  it('shows a value that does not fit its control as JSON text', () => {
    const state = toFormState(fieldsOf(person), {...emptyValues(), body: {email: 5, age: 'x', agrees: 'y', role: 'z'}});
    expect(state).toEqual({'body.email': '5', 'body.age': 'x', 'body.agrees': '"y"', 'body.role': '"z"'});
  });

  it('leaves out what only responses have', () => {
    const schema: Schema = {type: 'object', properties: {id: {readOnly: true, type: 'integer'}, a: {type: 'string'}}};
    const fields = fieldsOf(schema);
    const state = toFormState(fields, {...emptyValues(), body: {id: 1, a: 'x'}});
    expect(toRequestValues(fields, state).values.body).toEqual({a: 'x'});
  });
});

describe('placeValues', () => {
  const fields = fieldsOf(person, true, [
    parameter('force', {type: 'boolean'}),
    parameter('a.b', {type: 'string'}),
    parameter('filter', {type: 'object', properties: {colour: {type: 'string'}}}),
  ]);

  it.each<[string, Value, object]>([
    ['query.force', true, {'query.force': true}],
    ['force', true, {'query.force': true}],
    ['email', 'ada@example.com', {'body.email': 'ada@example.com'}],
    ['body.email', 'ada@example.com', {'body.email': 'ada@example.com'}],
    ['address.city', 'London', {'body.address.city': 'London'}],
    ['body.address', {city: 'London'}, {'body.address.city': 'London'}],
    ['body', {email: 'e', address: {zip: 'z'}}, {'body.email': 'e', 'body.address.zip': 'z'}],
    ['tags', ['x'], {'body.tags#items': ['0'], 'body.tags.0': 'x'}],
    ['body.tags.0', 'x', {'body.tags#items': ['0'], 'body.tags.0': 'x'}],
    ['query.filter.colour', 'red', {'query.filter.colour': 'red'}],
    ['filter', {colour: 'red'}, {'query.filter.colour': 'red'}],
    ['a.b', 'x', {'query.a~1b': 'x'}],
    ['query.a.b', 'x', {'query.a~1b': 'x'}],
    ['role', 'user', {'body.role': '"user"'}],
    ['nobody', 1, {}],
    ['toString', 1, {}],
  ])('places %s', (given, value, state) => {
    expect(placeValues(fields, {[given]: value})).toEqual(state);
  });

  it('puts several names into one object', () => {
    expect(placeValues(fields, {'address.city': 'London', 'address.zip': 'W1', email: 'e'})).toEqual({
      'body.email': 'e',
      'body.address.city': 'London',
      'body.address.zip': 'W1',
    });
  });
});

describe('chooseFields', () => {
  const fields = fieldsOf(person, true, [parameter('force', {type: 'boolean'})]);

  it('takes parameters and members of the body by their names', () => {
    const chosen = chooseFields(fields, ['force', 'address', 'body.email']);
    expect(chosen.map((field) => field.name)).toEqual(['query.force', 'body']);
    expect(
      chosen
        .slice(1)
        .flatMap(membersOf)
        .map((field) => field.name),
    ).toEqual(['body.email', 'body.address']);
    expect(chooseFields(fields, undefined)).toBe(fields);
    expect(chooseFields(fields, [])).toEqual([]);
  });
});

describe('withRepeats', () => {
  it('fills in second entries, in groups as well', () => {
    const fields = fieldsOf({
      type: 'object',
      properties: {login: {type: 'object', properties: {password: {format: 'password', 'x-confirm': true}}}},
    });
    expect(withRepeats(fields, {'body.login.password': 'x'})).toEqual({
      'body.login.password': 'x',
      'body.login.password#confirm': 'x',
    });
  });
});
