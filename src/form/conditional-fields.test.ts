import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import type {Operation} from '../model/operation.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {emptyValues, type Value} from '../model/values.ts';
import {choiceField, membersOf} from './field-parts.ts';
import {toFields, type Field} from './fields.ts';
import {toFormState, type FormState} from './form-state.ts';
import {readForm} from './read-form.ts';
import {validateRequest} from './validate-request.ts';

function post(schema: Schema, schemas: NamedSchemas = {}): Operation {
  return operation({schemas, requestBody: {required: true, content: [mediaType('application/json', {schema})]}});
}

function bodyOf(schema: Schema, schemas?: NamedSchemas): Field {
  const [field] = toFields(post(schema, schemas));
  if (field === undefined) throw new Error('no body');
  return field;
}

function object(properties: Record<string, Schema>, more: SchemaObject = {}): SchemaObject {
  return {type: 'object', properties, ...more};
}

/** Each member with its control, a star where it is required. */
function members(field: Field): Record<string, string> {
  return Object.fromEntries(
    membersOf(field).map(({path, control, required}) => [path.at(-1) ?? '', control + (required ? '*' : '')]),
  );
}

const ref = (name: string) => ({$ref: `#/components/schemas/${name}`});
const isCard: Schema = {properties: {kind: {const: 'card'}}, required: ['kind']};
const text: Schema = {type: 'string'};

const payment = object(
  {kind: {enum: ['card', 'iban']}},
  {
    required: ['kind'],
    if: isCard,
    then: {properties: {number: {type: 'string', pattern: '^\\d+$'}}, required: ['number']},
    else: {properties: {iban: text}, required: ['iban', 'bic']},
  },
);

describe('fields of properties that stand in conditions only', () => {
  it('are there for then and else, and for what these only require', () => {
    expect(members(bodyOf(payment))).toEqual({kind: 'radio*', number: 'text', iban: 'text', bic: 'union'});
    expect(membersOf(bodyOf(payment)).map(({limits}) => limits.at(-1))).toEqual([
      undefined,
      'depends on other fields',
      'depends on other fields',
      'depends on other fields',
    ]);
  });

  it('are there for each condition of an allOf', () => {
    const when = (value: string, properties: Record<string, Schema>): Schema => ({
      if: {properties: {kind: {const: value}}},
      then: {properties},
    });
    const schema = object(
      {kind: text},
      {
        allOf: [
          when('a', {size: {enum: ['s']}, a: {type: 'integer'}}),
          when('b', {size: {enum: ['m', 'l']}, b: {type: 'boolean'}}),
          when('c', {size: {const: 'xl'}, c: {anyOf: [object({d: text})]}}),
        ],
      },
    );
    const [, size] = membersOf(bodyOf(schema));
    expect(members(bodyOf(schema))).toEqual({kind: 'text', size: 'radio', a: 'number', b: 'checkbox', c: 'union'});
    expect(size?.options?.map(({value}) => value)).toEqual(['s', 'm', 'l', 'xl']);
  });

  it('say with which property they go', () => {
    const schema = object({card: text}, {dependentSchemas: {card: {properties: {address: text}}}});
    expect(membersOf(bodyOf(schema)).map(({name, limits}) => [name, limits])).toEqual([
      ['body.card', []],
      ['body.address', ['goes with `card`']],
    ]);
  });

  it('are chosen among kinds where conditions differ in kind', () => {
    const schema = object({}, {if: isCard, then: {properties: {x: text}}, else: {properties: {x: object({y: text})}}});
    const [x] = membersOf(bodyOf(schema));
    expect(x?.choices?.map(({label}) => label)).toEqual(['String', 'With y']);
  });

  it('take any value that a condition only looks for', () => {
    const [number, kind] = membersOf(bodyOf({if: isCard, then: {properties: {number: text}, required: ['number']}}));
    expect(number?.control).toBe('text');
    expect([kind?.control, kind?.placeholder]).toEqual(['text', 'card']);
  });

  it('send no constant by themselves', () => {
    const field = bodyOf(object({a: text}, {if: {required: ['a']}, then: {properties: {mode: {const: 'x'}}}}));
    expect(readForm([field], {'body.a': 'b'}).values.body).toEqual({a: 'b'});
    expect(readForm([field], {'body.a': 'b', 'body.mode': '"x"'}).values.body).toEqual({a: 'b', mode: 'x'});
  });

  it('are not there where no such property is allowed, nor where the schema names them itself', () => {
    const then: Schema = {properties: {a: {minLength: 3}, b: text, 'x-c': text}};
    const closed = object({a: text}, {if: isCard, then, additionalProperties: false, patternProperties: {'^x-': text}});
    expect(members(bodyOf(closed))).toEqual({a: 'text', 'x-c': 'text'});
  });

  it('hold a value, and are told what is wrong with it', () => {
    const check = (body: Value) => {
      const target = post(payment);
      const fields = toFields(target);
      const state: FormState = toFormState(fields, {...emptyValues(), body});
      expect(readForm(fields, state).values.body).toEqual(body);
      return validateRequest(fields, target, state).map(({name, keyword}) => `${name} ${keyword}`);
    };
    expect(check({kind: 'card', number: '12'})).toEqual([]);
    expect(check({kind: 'card', number: 'x'})).toEqual(['body.number pattern']);
    expect(check({kind: 'card'})).toEqual(['body.number required']);
    expect(check({kind: 'iban', iban: 'x'})).toEqual(['body.bic required']);
    expect(check({kind: 'card', number: '1', iban: 'also allowed'})).toEqual([]);
  });

  it('end for a schema that is its own condition', () => {
    const schemas: NamedSchemas = {
      Node: object({a: text}, {dependentSchemas: {a: {allOf: [ref('Node')], properties: {b: ref('Node')}}}}),
    };
    expect(members(bodyOf(ref('Node'), schemas))).toEqual({a: 'text', b: 'group'});
  });
});

describe('fields of several unions in one schema', () => {
  const limits: Schema = {anyOf: [{required: ['a']}, {required: ['b']}]};
  const forms: Schema[] = [object({a: text}, {title: 'A'}), object({b: text}, {title: 'B'})];

  it.each<[string, Schema]>([
    ['anyOf before anyOf', {allOf: [limits, {anyOf: forms}]}],
    ['oneOf before anyOf', {oneOf: [{required: ['a']}, {required: ['b']}], anyOf: forms}],
    ['anyOf after oneOf', {allOf: [{oneOf: forms}, limits]}],
  ])('offer the one that has something to fill in: %s', (_, schema) => {
    const field = bodyOf(schema);
    expect(field.choices?.map(({label}) => label)).toEqual(['A', 'B']);
    const inner = field.choices?.map((choice) => members(choiceField(field, choice)));
    expect(inner).toEqual([{a: 'text'}, {b: 'text'}]);
  });

  it('are checked all the same', () => {
    const target = post({allOf: [limits, {anyOf: forms}]});
    const fields = toFields(target);
    expect(validateRequest(fields, target, {body: true})).toHaveLength(1);
  });
});
