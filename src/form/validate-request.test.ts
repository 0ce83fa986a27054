import {beforeAll, describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {loadApi} from '../plugin/load-api.ts';
import {exampleValues} from '../request/example-values.ts';
import {toFields} from './fields.ts';
import {toFormState} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {validateRequest} from './validate-request.ts';

let operations: Record<string, Operation>;
beforeAll(async () => {
  const apis = await Promise.all(
    ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
  );
  operations = Object.fromEntries(apis.flatMap((api) => api.operations).map((operation) => [operation.key, operation]));
});

function problemsOf(operation: Operation | undefined, state: FormState) {
  const known = operation ?? operationOf({});
  return validateRequest(toFields(known), known, state);
}

function withBody(schema: Schema, required = true): Operation {
  return operationOf({requestBody: {required, content: [{mediaType: 'application/json', schema, examples: []}]}});
}

function withParameter(parameter: Partial<Parameter>): Operation {
  const base: Parameter = {
    name: 'p',
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    schema: {},
    examples: [],
  };
  return operationOf({parameters: [{...base, ...parameter}]});
}

describe('validateRequest', () => {
  it('accepts every example of the documents', () => {
    let examples = 0;
    for (const operation of Object.values(operations)) {
      const fields = toFields(operation);
      for (const {name} of operation.requestBody?.content[0]?.examples ?? []) {
        const state = toFormState(fields, exampleValues(operation, name));
        const repeated = fields.flatMap((field) =>
          field.confirm === undefined ? [] : [[`${field.name}#confirm`, state[field.name]] as const],
        );
        expect(validateRequest(fields, operation, {...state, ...Object.fromEntries(repeated)})).toEqual([]);
        examples++;
      }
    }
    expect(examples).toBeGreaterThanOrEqual(10);
  });

  it('asks for all that is required, in the order of the fields', () => {
    const required = {keyword: 'required', message: 'This field is required.'};
    expect(problemsOf(operations['doordeck/register'], {})).toEqual([
      {name: 'body.email', ...required},
      {name: 'body.password', ...required},
    ]);
    expect(problemsOf(operations['doordeck/register'], {'body.password': '', 'body.email': ''})).toEqual([
      {name: 'body.email', ...required},
      {name: 'body.password', ...required},
    ]);
  });

  it('says of each field what it needs', () => {
    expect(
      problemsOf(operations['coindroids/register'], {
        'body.username': 'Ab stract',
        'body.email': 'josh',
        'body.password': 'make-it-good',
        'body.password#confirm': 'make-it-god',
        'body.invite_code': '3776',
      }),
    ).toEqual([
      {
        name: 'body.username',
        keyword: 'pattern',
        message: 'Only letters, digits and underscores: it must match ^[A-Za-z0-9_]+$.',
      },
      {name: 'body.email', keyword: 'format', message: 'Enter an e-mail address, such as ada@example.com.'},
      {name: 'body.password#confirm', keyword: 'confirm', message: 'The two entries differ.'},
      {
        name: 'body.invite_code',
        keyword: 'format',
        message: 'Enter a UUID, such as 37764f2a-da1b-40ea-a054-ef1c8021196a.',
      },
    ]);
  });

  it('needs nothing of an optional body, but all of it once it is begun', () => {
    const identify = operations['coindroids/identify'];
    expect(problemsOf(identify, {})).toEqual([]);
    expect(problemsOf(identify, {'body.username': '', 'body.password': ''})).toEqual([]);
    expect(problemsOf(identify, {'body.username': 'satoshi'})).toEqual([
      {
        name: 'body.password',
        keyword: 'required',
        message: 'This field is required as soon as another field of the body is filled in.',
      },
    ]);
  });

  it('lets a required text be empty where the schema says so', () => {
    const schema = (text: Schema): Schema => ({type: 'object', required: ['a'], properties: {a: text}});
    expect(problemsOf(withBody(schema({type: 'string'})), {'body.a': ''})).toMatchObject([{keyword: 'required'}]);
    expect(problemsOf(withBody(schema({type: 'string', minLength: 0})), {'body.a': ''})).toEqual([]);
    expect(problemsOf(withBody(schema({enum: ['', 'a']})), {'body.a': '""'})).toEqual([]);
  });

  it('prefers what cannot be read to what the schema says of it', () => {
    const schema: Schema = {
      type: 'object',
      required: ['count', 'tags'],
      properties: {count: {type: 'integer'}, tags: {type: 'array', items: {type: 'string'}}},
    };
    expect(problemsOf(withBody(schema), {'body.count': 'ten', 'body.tags': '[1'})).toMatchObject([
      {name: 'body.count', keyword: 'type', message: 'Enter a number, such as 12 or 0.5.'},
      {name: 'body.tags', keyword: 'syntax'},
    ]);
    expect(problemsOf(withBody(schema), {'body.count': '1', 'body.tags': '["a", 2]'})).toMatchObject([
      {name: 'body.tags.1', keyword: 'type'},
    ]);
  });

  it('asks for a body that is one field', () => {
    expect(problemsOf(withBody({type: 'array'}), {})).toEqual([
      {name: 'body', keyword: 'required', message: 'A body is required.'},
    ]);
    expect(problemsOf(withBody({type: 'array'}), {body: '{}'})).toMatchObject([{name: 'body', keyword: 'type'}]);
  });

  it('leaves groups alone that are not begun', () => {
    const address: Schema = {
      type: 'object',
      required: ['city'],
      properties: {city: {type: 'string'}, zip: {type: 'string'}},
    };
    const operation = withBody({type: 'object', properties: {address}});
    expect(problemsOf(operation, {'body.address.city': '', 'body.address.zip': ''})).toEqual([]);
    expect(problemsOf(operation, {'body.address.zip': 'W1'})).toMatchObject([
      {name: 'body.address.city', keyword: 'required', message: 'This field is required.'},
    ]);
  });

  it.each<[Partial<Parameter>, FormState, object[]]>([
    [{required: true}, {}, [{name: 'query.p', keyword: 'required', message: 'This field is required.'}]],
    [{required: true}, {'query.p': ''}, [{name: 'query.p', keyword: 'required'}]],
    [{in: 'path', name: 'id', required: true}, {}, [{name: 'path.id', keyword: 'required'}]],
    [{name: 'a.b', schema: {type: 'integer'}}, {'query.a~1b': '1.5'}, [{name: 'query.a~1b', keyword: 'type'}]],
    [{schema: {type: 'string', maxLength: 1}}, {'query.p': 'ab'}, [{name: 'query.p', keyword: 'maxLength'}]],
    [
      {schema: {type: 'array', items: {type: 'integer'}}},
      {'query.p': '[1, "x"]'},
      [{name: 'query.p.1', keyword: 'type'}],
    ],
    [{schema: {type: 'boolean'}}, {'query.p': true}, []],
    [{}, {}, []],
  ])('checks the parameter %j with %j', (parameter, state, problems) => {
    const found = problemsOf(withParameter(parameter), state);
    expect(found).toHaveLength(problems.length);
    expect(found).toMatchObject(problems);
  });

  it('keeps secrets out of every message', () => {
    const secret = 'S3cr3t-Value';
    const operation = withBody({
      type: 'object',
      properties: {
        password: {type: 'string', format: 'password', minLength: 40, pattern: '^\\d+$', 'x-confirm': true},
        settings: {type: 'object'},
        count: {type: 'integer'},
      },
    });
    const problems = problemsOf(operation, {
      'body.password': secret,
      'body.password#confirm': `${secret}!`,
      'body.settings': `{"a": ${secret}}`,
      'body.count': secret,
    });
    expect(problems.map(({name}) => name)).toEqual([
      'body.password',
      'body.password#confirm',
      'body.settings',
      'body.count',
    ]);
    expect(JSON.stringify(problems)).not.toContain(secret);
    for (const {message} of problems) expect(message).toMatch(/^[A-Z].*\.$/);
  });
});
