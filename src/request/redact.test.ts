import {describe, expect, it} from 'vitest';
import {mediaType, operation, parameter} from '../../test/fixtures/operation.ts';
import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {Operation} from '../model/operation.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {emptyValues} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {demandedCredentials, redactCredentials, redactValues} from './redact.ts';

const secret: SchemaObject = {type: 'string', format: 'password'};

function redactBody(schema: Schema, body: Value | undefined, schemas: NamedSchemas = {}) {
  const requestBody = {required: true, content: [mediaType('application/json', {schema})]};
  return redactValues(operation({requestBody, schemas}), {...emptyValues(), body}).body;
}

describe('redactValues', () => {
  it.each([
    ['password', 'YOUR_PASSWORD'],
    ['newPassword', 'YOUR_NEW_PASSWORD'],
    ['api_key-2', 'YOUR_API_KEY_2'],
    ['APIKey', 'YOUR_API_KEY'],
    ['пароль', 'YOUR_SECRET'],
  ])('makes a placeholder of the name %s', (name, placeholder) => {
    const schema = {properties: {[name]: secret, email: {type: 'string'} as const}};
    expect(redactBody(schema, {[name]: 'hunter2', email: 'a@b'})).toEqual({[name]: placeholder, email: 'a@b'});
  });

  it('leaves out what is left out, and keeps null', () => {
    const schema = {properties: {password: secret, other: secret}};
    expect(redactBody(schema, {password: undefined})).toEqual({});
    expect(redactBody(schema, {other: null})).toEqual({other: null});
    expect(redactBody(schema, undefined)).toBeUndefined();
  });

  it('looks into lists, maps, compositions and references, recursive ones too', () => {
    const schemas: NamedSchemas = {
      Node: {properties: {pin: {$ref: '#/components/schemas/Pin'}, next: {$ref: '#/components/schemas/Node'}}},
      Pin: secret,
      Loop: {allOf: [{$ref: '#/components/schemas/Loop'}, {properties: {token: {writeOnly: true, format: 'jwt'}}}]},
    };
    const schema: Schema = {
      properties: {
        node: {$ref: '#/components/schemas/Node'},
        loop: {$ref: '#/components/schemas/Loop'},
        keys: {items: secret},
        pair: {prefixItems: [true, secret], items: true},
        map: {additionalProperties: secret, properties: {open: true}},
        byPattern: {patternProperties: {'^x-': secret}},
        choice: {oneOf: [{properties: {a: true}}, {anyOf: [{properties: {code: secret}}]}]},
      },
    };
    const body = {
      node: {pin: '1', next: {pin: '2'}},
      loop: {token: 't'},
      keys: ['k', 'l'],
      pair: ['a', 'b', 'c'],
      map: {open: 'o', other: 'p'},
      byPattern: {'x-a': 'q', b: 'r'},
      choice: {code: 's'},
    };
    expect(redactBody(schema, body, schemas)).toEqual({
      node: {pin: 'YOUR_PIN', next: {pin: 'YOUR_PIN'}},
      loop: {token: 'YOUR_TOKEN'},
      keys: ['YOUR_KEYS', 'YOUR_KEYS'],
      pair: ['a', 'YOUR_PAIR', 'c'],
      map: {open: 'o', other: 'YOUR_OTHER'},
      byPattern: {'x-a': 'YOUR_X_A', b: 'r'},
      choice: {code: 'YOUR_CODE'},
    });
  });

  it('redacts parameters of every place, and a body that is a secret itself', () => {
    const places = ['path', 'query', 'header', 'cookie'] as const;
    const parameters = places.map((place) => parameter(place, 'pass', {schema: secret}));
    const requestBody = {required: true, content: [mediaType('text/plain', {schema: secret})]};
    const one = {pass: 'x', other: 'y'};
    const values = {path: one, query: one, header: one, cookie: one, body: 'x'};
    const hidden = {pass: 'YOUR_PASS', other: 'y'};
    expect(redactValues(operation({parameters, requestBody}), values)).toEqual({
      path: hidden,
      query: hidden,
      header: hidden,
      cookie: hidden,
      body: 'YOUR_SECRET',
    });
  });

  it('replaces exact numbers and files as well, and what only a condition declares', () => {
    const schema: Schema = {
      properties: {pin: secret, key: secret, open: true},
      then: {properties: {extra: secret}},
      dependentSchemas: {open: {properties: {more: secret}}},
      unevaluatedItems: secret,
    };
    const file = new FileValue('id_rsa', '', new Uint8Array([1]));
    expect(redactBody(schema, {pin: new ExactNumber('0123'), key: file, open: file, extra: 'a', more: 'b'})).toEqual({
      pin: 'YOUR_PIN',
      key: 'YOUR_KEY',
      open: file,
      extra: 'YOUR_EXTRA',
      more: 'YOUR_MORE',
    });
  });

  it('replaces parameters that carry an API key', () => {
    const target = operation({
      parameters: [parameter('header', 'x-key'), parameter('query', 'X-Key')],
      securitySchemes: {key: {type: 'apiKey', in: 'header', name: 'X-Key'}},
    });
    const values = {...emptyValues(), header: {'x-key': 'a'}, query: {'X-Key': 'b'}};
    expect(redactValues(target, values)).toMatchObject({header: {'x-key': 'YOUR_X_KEY'}, query: {'X-Key': 'b'}});
  });

  it('does not change the values that it is given', () => {
    const body = {password: 'hunter2'};
    redactBody({properties: {password: secret}}, body);
    expect(body).toEqual({password: 'hunter2'});
  });
});

const securitySchemes: Operation['securitySchemes'] = {
  bearer: {type: 'http', scheme: 'bearer'},
  basic: {type: 'http', scheme: 'Basic'},
  key: {type: 'apiKey', in: 'header', name: 'X-Key'},
  oauth: {type: 'oauth2', flows: {}},
};

it('redactCredentials names what belongs in the place, and adds none', () => {
  const credentials = {bearer: 'a', basic: 'b', key: 'c', oauth: 'd'};
  expect(redactCredentials(operation({securitySchemes}), credentials)).toEqual({
    bearer: 'YOUR_TOKEN',
    basic: 'YOUR_USERNAME:YOUR_PASSWORD',
    key: 'YOUR_API_KEY',
    oauth: 'YOUR_TOKEN',
  });
  expect(redactCredentials(operation({securitySchemes}), {})).toEqual({});
});

describe('demandedCredentials', () => {
  const demanded = (security: Operation['security'], given: Record<string, string> = {}) =>
    demandedCredentials(operation({security, securitySchemes}), given);

  it('fills the first requirement', () => {
    expect(demanded([{bearer: [], key: []}, {basic: []}])).toEqual({bearer: 'YOUR_TOKEN', key: 'YOUR_API_KEY'});
    expect(demanded([{bearer: [], key: []}], {bearer: 'x'})).toEqual({key: 'YOUR_API_KEY'});
  });

  it('adds nothing where a requirement is met, or none is needed', () => {
    expect(demanded([])).toEqual({});
    expect(demanded([{bearer: []}, {}])).toEqual({});
    expect(demanded([{bearer: []}, {basic: []}], {basic: 'x'})).toEqual({});
  });
});
