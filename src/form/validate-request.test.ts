import {beforeAll, describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import {FileValue} from '../model/file-value.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import {loadApi} from '../plugin/load-api.ts';
import {exampleValues} from '../request/example-values.ts';
import {toFields} from './fields.ts';
import {toFormState, withRepeats} from './form-state.ts';
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
        const state = withRepeats(fields, toFormState(fields, exampleValues(operation, name)));
        expect(validateRequest(fields, operation, state)).toEqual([]);
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
    expect(problemsOf(withBody(schema), {'body.count': 'ten', 'body.tags#json': '[1'})).toMatchObject([
      {name: 'body.count', keyword: 'type', message: 'Enter a number, such as 12 or 0.5.'},
      {name: 'body.tags', keyword: 'syntax'},
    ]);
    expect(problemsOf(withBody(schema), {'body.count': '1', 'body.tags#json': '["a", 2]'})).toMatchObject([
      {name: 'body.tags.1', keyword: 'type'},
    ]);
  });

  it('asks for a body that is one field', () => {
    expect(problemsOf(withBody({}), {})).toEqual([{name: 'body', keyword: 'required', message: 'A body is required.'}]);
    expect(problemsOf(withBody({type: 'array', minItems: 1}), {})).toMatchObject([{name: 'body', keyword: 'minItems'}]);
    expect(problemsOf(withBody({type: 'array'}), {'body#json': '{}'})).toMatchObject([{name: 'body', keyword: 'type'}]);
  });

  it('leaves groups alone that are not begun', () => {
    const address: Schema = {
      type: 'object',
      required: ['city'],
      properties: {city: {type: 'string'}, zip: {type: 'string'}},
    };
    const operation = withBody({type: 'object', properties: {address}});
    expect(problemsOf(operation, {'body.address.city': undefined, 'body.address.zip': undefined})).toEqual([]);
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
      {'query.p#items': ['a', 'b'], 'query.p.a': '1', 'query.p.b': 'x'},
      [{name: 'query.p.1', keyword: 'type'}],
    ],
    [{schema: {type: 'boolean'}}, {'query.p': true}, []],
    [{}, {}, []],
  ])('checks the parameter %j with %j', (parameter, state, problems) => {
    const found = problemsOf(withParameter(parameter), state);
    expect(found).toHaveLength(problems.length);
    expect(found).toMatchObject(problems);
  });

  it.each<[Schema, string, string | undefined]>([
    [{type: 'integer'}, '9007199254740993', undefined],
    [{type: 'integer'}, '1.00000000000000000001', 'type'],
    [{type: 'integer'}, '9007199254740993.5', 'type'],
    [{type: 'integer'}, '1.0', undefined],
    [{type: 'integer'}, '1e400', undefined],
    [{type: 'integer', maximum: 2 ** 63}, '9223372036854775807', undefined],
    [{type: 'integer', maximum: 2 ** 63}, '9223372036854775808', 'maximum'],
    [{type: 'integer', format: 'int64'}, '9223372036854775807', undefined],
    [{type: 'integer', format: 'int64'}, '9223372036854775808', 'maximum'],
    [{type: 'integer', format: 'int64'}, '-9223372036854775809', 'minimum'],
    [{type: 'integer', format: 'uint64'}, '18446744073709551615', undefined],
    [{type: 'number', exclusiveMaximum: 1}, '0.99999999999999999999', undefined],
    [{type: 'number', maximum: 1}, '1.00000000000000000001', 'maximum'],
    [{type: 'number', minimum: 9007199254740992}, '9007199254740991.9', 'minimum'],
    [{type: 'number', multipleOf: 0.01}, '1.10', undefined],
    [{type: 'number', multipleOf: 0.01}, '19.99', undefined],
    [{type: 'number', multipleOf: 0.01}, '19.999', 'multipleOf'],
    [{type: 'integer', multipleOf: 2}, '90071992547409931', 'multipleOf'],
    [{type: 'number', maximum: 1e300}, '1e400', 'maximum'],
    [{type: 'number', minimum: 0}, '1e400000000', undefined],
  ])('compares digits: of %j with %s it says %s', (schema, text, keyword) => {
    const found = problemsOf(withBody({type: 'object', properties: {n: schema}}), {'body.n': text});
    expect(found.map((problem) => [problem.name, problem.keyword])).toEqual(
      keyword === undefined ? [] : [['body.n', keyword]],
    );
  });

  it('counts the bytes of files, not the letters of their names', () => {
    const file = new FileValue('a-long-name.png', 'image/png', new Uint8Array(3));
    const check = (schema: Schema) => {
      const body: Schema = {
        type: 'object',
        properties: {photo: {type: 'string', format: 'binary', ...(schema as object)}},
      };
      const content = [{mediaType: 'multipart/form-data', schema: body, examples: []}];
      return problemsOf(operationOf({requestBody: {required: true, content}}), {'body.photo': file});
    };
    expect(check({maxLength: 3, pattern: '^x'})).toEqual([]);
    expect(check({maxLength: 2})).toEqual([
      {name: 'body.photo', keyword: 'maxLength', message: 'At most 2 bytes; there are 3.'},
    ]);
    expect(check({minLength: 9})).toMatchObject([{keyword: 'minLength'}]);
  });

  it('names mistakes in lists, maps and forms as deep as they are', () => {
    const card: Schema = {title: 'Card', required: ['number'], properties: {number: {type: 'string', minLength: 4}}};
    const cash: Schema = {title: 'Cash', properties: {sum: {type: 'integer'}}, required: ['sum']};
    const item: Schema = {
      type: 'object',
      properties: {pay: {oneOf: [card, cash]}, labels: {type: 'object', additionalProperties: {maxLength: 1}}},
    };
    const operation = withBody({type: 'object', properties: {lines: {type: 'array', items: item}}});
    expect(
      problemsOf(operation, {
        'body.lines#items': ['5', '3'],
        'body.lines.5.pay#form': '1',
        'body.lines.3.pay#form': '0',
        'body.lines.3.pay.number': '12',
        'body.lines.3.labels#entries': ['0'],
        'body.lines.3.labels#0#key': 'x.y',
        'body.lines.3.labels#0#form': 'string',
        'body.lines.3.labels#0': 'long',
      }).map(({name, keyword}) => [name, keyword]),
    ).toEqual([
      ['body.lines.0.pay.sum', 'required'],
      ['body.lines.1.pay.number', 'minLength'],
      ['body.lines.1.labels.x~1y', 'maxLength'],
    ]);
  });

  it('checks the body by the media type that is chosen', () => {
    const content = [
      {mediaType: 'application/json', schema: {type: 'object' as const, required: ['a']}, examples: []},
      {mediaType: 'text/plain', schema: {type: 'string' as const, maxLength: 2}, examples: []},
    ];
    const operation = operationOf({requestBody: {required: true, content}});
    expect(problemsOf(operation, {})).toMatchObject([{name: 'body.a', keyword: 'required'}]);
    expect(problemsOf(operation, {'#contentType': 'text/plain', body: 'abc'})).toMatchObject([{keyword: 'maxLength'}]);
  });

  it('keeps secrets out of every message', () => {
    const secret = 'S3cr3t-Value';
    const operation = withBody({
      type: 'object',
      properties: {
        password: {type: 'string', format: 'password', minLength: 40, pattern: '^\\d+$', 'x-confirm': true},
        settings: {not: {type: 'null'}},
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
