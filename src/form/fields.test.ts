import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {Schema, SchemaObject} from '../model/schema.ts';
import {loadApi} from '../plugin/load-api.ts';
import {choiceField, entryField, itemField, membersOf, takesEntries} from './field-parts.ts';
import {toFields} from './fields.ts';
import type {Field} from './fields.ts';

let operations: Record<string, Operation>;
beforeAll(async () => {
  const apis = await Promise.all(
    ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
  );
  operations = Object.fromEntries(apis.flatMap((api) => api.operations).map((operation) => [operation.key, operation]));
});

/** The fields of an operation, those in groups in the place of their group. */
const flat = (fields: Field[]): Field[] =>
  fields.flatMap((field) => (field.control === 'group' ? flat(membersOf(field)) : [field]));
const fieldsOf = (key: string) => flat(toFields(operations[key] ?? operationOf({})));
/** What a test knows to be there. */
function sure<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('It is not there.');
  return value;
}

const byName = (fields: Field[], name: string) => fields.find((field) => field.name === name);

/** The field of one body property. */
function propertyField(schema: Schema, name = 'value', required = false): Field | undefined {
  const body = {
    type: 'object',
    properties: {[name]: schema},
    ...(required && {required: [name]}),
  } satisfies SchemaObject;
  return bodyFields(body)[0];
}

/** The field of a body as a whole. */
function wholeField(schema: Schema, mediaType = 'application/json', schemas = {}): Field | undefined {
  const content = [{mediaType, schema, examples: []}];
  return toFields(operationOf({requestBody: {required: true, content}, schemas}))[0];
}

function bodyFields(schema: Schema, required = true, mediaType = 'application/json', schemas = {}): Field[] {
  const content = [{mediaType, schema, examples: []}];
  const [body] = toFields(operationOf({requestBody: {required, content}, schemas}));
  return body?.control === 'group' ? membersOf(body) : [];
}

function parameterField(parameter: Partial<Parameter>): Field | undefined {
  const base: Parameter = {
    name: 'p',
    in: 'query',
    required: false,
    style: 'form',
    explode: true,
    schema: {},
    examples: [],
  };
  return toFields(operationOf({parameters: [{...base, ...parameter}]}))[0];
}

describe('toFields of the documents', () => {
  it('makes the form of the Doordeck registration', () => {
    const fields = fieldsOf('doordeck/register');
    expect(fields.map(({name, control, required, autocomplete}) => [name, control, required, autocomplete])).toEqual([
      ['query.force', 'checkbox', false, undefined],
      ['body.email', 'email', true, 'email'],
      ['body.password', 'password', true, 'new-password'],
      ['body.displayName', 'text', false, 'name'],
    ]);
    expect(byName(fields, 'query.force')).toMatchObject({label: 'force', limits: ['default: false'], path: ['force']});
    expect(byName(fields, 'body.email')).toMatchObject({label: 'E-mail', in: 'body', path: ['email'], secret: false});
    expect(byName(fields, 'body.password')).toMatchObject({secret: true});
    expect(byName(fields, 'body.password')?.placeholder).toBeUndefined();
  });

  it('makes the form of the Coindroids registration, with its repeated password', () => {
    const fields = fieldsOf('coindroids/register');
    expect(fields.map(({name}) => name)).toEqual(['body.username', 'body.email', 'body.password', 'body.invite_code']);
    expect(byName(fields, 'body.password')?.confirm).toBe('Repeat password');
    expect(byName(fields, 'body.username')?.limits).toEqual(['at least 1 character', 'matches `^[A-Za-z0-9_]+$`']);
    expect(byName(fields, 'body.username')?.autocomplete).toBe('username');
  });

  it('requires nothing of a body that may be left out', () => {
    expect(fieldsOf('coindroids/identify').map(({name, required}) => [name, required])).toEqual([
      ['body.username', false],
      ['body.password', false],
    ]);
  });

  it('makes no field where there is nothing to fill in', () => {
    expect(fieldsOf('doordeck/getUserDetails')).toEqual([]);
    expect(fieldsOf('doordeck/get-user-details')).toEqual([]);
  });
});

describe('the control of a property', () => {
  it.each<[Schema, Field['control']]>([
    [{type: 'string'}, 'text'],
    [{type: ['string', 'null']}, 'text'],
    [{type: 'string', format: 'email'}, 'email'],
    [{type: 'string', format: 'uri'}, 'url'],
    [{type: 'string', format: 'password'}, 'password'],
    [{type: 'string', format: 'jwt', writeOnly: true}, 'password'],
    [{type: 'string', format: 'date'}, 'date'],
    [{type: 'string', format: 'date-time'}, 'date-time'],
    [{type: 'string', format: 'time'}, 'time'],
    [{type: 'string', format: 'uuid'}, 'text'],
    [{type: 'string', maxLength: 2000}, 'multiline'],
    [{type: 'integer'}, 'number'],
    [{type: ['number', 'null']}, 'number'],
    [{type: ['integer', 'number']}, 'number'],
    [{type: 'boolean'}, 'checkbox'],
    [{type: 'boolean', default: true}, 'radio'],
    [{type: ['boolean', 'null']}, 'radio'],
    [{enum: ['a', 'b', 'c', 'd']}, 'radio'],
    [{enum: ['a', 'b', 'c', 'd', 'e']}, 'select'],
    [{const: 'a'}, 'constant'],
    [{type: 'null'}, 'constant'],
    [{enum: ['a']}, 'constant'],
    [{oneOf: [{const: 1, title: 'One'}, {const: 2}]}, 'radio'],
    [{type: 'string', contentEncoding: 'base64'}, 'base64'],
    [{type: 'string', format: 'binary'}, 'base64'],
    [{type: 'array', items: {type: 'string'}}, 'array'],
    [{type: 'object'}, 'group'],
    [{type: 'object', additionalProperties: {type: 'string'}}, 'group'],
    [{type: 'object', properties: {a: {type: 'string'}}}, 'group'],
    [{oneOf: [{type: 'string'}, {type: 'object'}]}, 'union'],
    [{type: 'object', properties: {a: true}, oneOf: [{properties: {b: true}}, {properties: {c: true}}]}, 'union'],
    [{type: 'object', properties: {a: true}, anyOf: [{required: ['a']}, {minProperties: 1}]}, 'group'],
    [{type: ['string', 'integer']}, 'union'],
    [{anyOf: [{type: 'string', format: 'email'}, {type: 'null'}]}, 'email'],
    [{}, 'union'],
    [true, 'union'],
  ])('of %j', (schema, control) => {
    expect(propertyField(schema)?.control).toBe(control);
  });

  it('labels options by the titles of their consts, and keeps null and empty text apart', () => {
    expect(propertyField({oneOf: [{const: 1, title: 'One'}, {const: 2}]})?.options).toEqual([
      {value: 1, label: 'One'},
      {value: 2, label: '2'},
    ]);
    expect(propertyField({enum: ['', null, 'null']})?.options?.map(({label}) => label)).toEqual(['""', 'null', 'null']);
    expect(propertyField({enum: ['a', 'b'], default: 'b'})).toMatchObject({limits: ['default: `b`']});
  });

  it('shows the default or first example, but nothing of a secret', () => {
    expect(propertyField({type: 'integer', default: 3, examples: [4]})?.placeholder).toBe('3');
    expect(propertyField({type: 'string', examples: ['abc']})?.placeholder).toBe('abc');
    const {placeholder, limits, label} = propertyField({format: 'password', default: 'hunter2'}) ?? {};
    expect(JSON.stringify([placeholder, limits, label])).not.toContain('hunter2');
  });

  it('knows the autocomplete tokens of HTML only', () => {
    expect(propertyField({type: 'string', 'x-autocomplete': 'section-evil'})?.autocomplete).toBeUndefined();
    expect(propertyField({type: 'string', 'x-autocomplete': 'shipping postal-code'})?.autocomplete).toBe(
      'shipping postal-code',
    );
    expect(propertyField({type: 'string'}, 'user_name')?.autocomplete).toBe('username');
    expect(propertyField({type: 'string'}, 'constructor')?.autocomplete).toBeUndefined();
    expect(propertyField({type: 'string', format: 'password'}, 'newPassword')?.autocomplete).toBe('new-password');
    expect(propertyField({type: 'string', format: 'password'}, 'oldPassword')?.autocomplete).toBe('current-password');
  });

  it('names the repeat field', () => {
    expect(propertyField({title: 'E-mail', 'x-confirm': true, type: 'string'})?.confirm).toBe('Repeat e-mail');
    expect(propertyField({'x-confirm': false, type: 'string'})?.confirm).toBeUndefined();
  });
});

describe('bodies', () => {
  it('nests objects as groups, leaves readOnly out, and escapes dots in names', () => {
    const [address, dotted] = bodyFields({
      type: 'object',
      required: ['address'],
      properties: {
        address: {type: 'object', required: ['city'], properties: {city: {type: 'string'}, id: {readOnly: true}}},
        'a.b~c': {type: 'string'},
      },
    });
    expect(address).toMatchObject({name: 'body.address', control: 'group', required: true});
    expect(membersOf(sure(address)).map(({name, path, required}) => [name, path, required])).toEqual([
      ['body.address.city', ['address', 'city'], true],
    ]);
    expect(dotted).toMatchObject({name: 'body.a~1b~0c', path: ['a.b~c'], label: 'a.b~c'});
  });

  it('merges allOf', () => {
    const fields = bodyFields({
      allOf: [
        {type: 'object', required: ['a'], properties: {a: {type: 'string'}}},
        {type: 'object', properties: {b: {type: 'integer'}}},
      ],
    });
    expect(fields.map(({name, required}) => [name, required])).toEqual([
      ['body.a', true],
      ['body.b', false],
    ]);
  });

  it('opens recursion as far as it is asked for', () => {
    const schemas = {
      Node: {type: 'object', properties: {name: {type: 'string'}, child: {$ref: '#/components/schemas/Node'}}},
    } as const;
    const [name, child] = bodyFields({$ref: '#/components/schemas/Node'}, true, 'application/json', schemas);
    expect(name).toMatchObject({control: 'text', recursive: false});
    expect(child).toMatchObject({name: 'body.child', control: 'group', recursive: true});
    const [, deeper] = membersOf(sure(child));
    expect(deeper).toMatchObject({name: 'body.child.child', recursive: true});
  });

  it('nests as deep as the schema', () => {
    const nest = (depth: number): Schema =>
      depth === 0 ? {type: 'string'} : {type: 'object', properties: {x: nest(depth - 1)}};
    let [field] = bodyFields(nest(12));
    let groups = 0;
    for (; field?.control === 'group'; [field] = membersOf(field)) groups++;
    expect(groups).toBe(11);
    expect(field?.name).toBe(`body${'.x'.repeat(12)}`);
  });

  it.each<[Schema, string, Field['control']]>([
    [{type: 'array', items: {type: 'string'}}, 'application/json', 'array'],
    [{oneOf: [{type: 'object'}, {type: 'array'}]}, 'application/json', 'union'],
    [{type: 'string'}, 'text/plain', 'multiline'],
    [{type: 'integer'}, 'text/plain', 'number'],
    [true, 'application/xml', 'multiline'],
    [{type: 'object', properties: {a: true}}, 'application/xml', 'group'],
    [{type: 'object', properties: {a: true}}, 'application/yaml', 'multiline'],
    [true, 'application/octet-stream', 'file'],
    [{type: 'string', format: 'binary'}, 'application/octet-stream', 'file'],
    [{type: 'string', format: 'binary'}, 'image/png', 'file'],
    [true, 'application/x-www-form-urlencoded', 'group'],
    [true, 'application/json', 'json'],
    [true, '*/*', 'json'],
  ])('gives %j as %s one field', (schema, mediaType, control) => {
    expect(wholeField(schema, mediaType)).toMatchObject({
      name: 'body',
      path: [],
      label: 'Body',
      required: true,
      control,
    });
  });

  it('offers the media types of a body, and the fields of each', () => {
    const content = [
      {
        mediaType: 'application/json',
        schema: {type: 'object' as const, properties: {a: {type: 'string' as const}}},
        examples: [],
      },
      {mediaType: 'text/plain', schema: {type: 'string' as const}, examples: []},
    ];
    const [body] = toFields(operationOf({requestBody: {required: true, content}}));
    expect(body).toMatchObject({name: 'body', control: 'union'});
    expect(body?.choices?.map(({label}) => label)).toEqual(['application/json', 'text/plain']);
    const [json, text] = (body?.choices ?? []).map((choice) => choiceField(sure(body), choice));
    expect(membersOf(sure(json)).map(({name}) => name)).toEqual(['body.a']);
    expect(text).toMatchObject({name: 'body', control: 'multiline'});
  });

  it.each<[Schema, Field['control']]>([
    [{type: 'string', format: 'binary'}, 'file'],
    [{contentMediaType: 'image/png'}, 'file'],
    [{type: 'string', contentMediaType: 'application/octet-stream'}, 'file'],
    [{type: 'string', contentMediaType: 'text/csv'}, 'multiline'],
    [{type: 'string', contentEncoding: 'base64', contentMediaType: 'image/png'}, 'base64'],
    [{type: 'string'}, 'text'],
    [{}, 'file'],
    [{type: 'array', items: {type: 'string', format: 'binary'}}, 'array'],
  ])('takes %j as a part of a multipart body', (schema, control) => {
    const body: Schema = {type: 'object', properties: {part: schema}};
    expect(bodyFields(body, true, 'multipart/form-data')[0]?.control).toBe(control);
  });

  it('reads from the encoding that a part is a file', () => {
    const media = {
      mediaType: 'multipart/form-data',
      schema: {type: 'object' as const, properties: {photo: {type: 'string' as const}}},
      encoding: {photo: {contentType: 'image/png, image/jpeg', headers: []}},
      examples: [],
    };
    const [body] = toFields(operationOf({requestBody: {required: true, content: [media]}}));
    expect(membersOf(sure(body))[0]?.control).toBe('file');
  });

  it('makes fields of an HTML form', () => {
    expect(
      bodyFields({type: 'object', properties: {a: {type: 'string'}}}, true, 'application/x-www-form-urlencoded')[0]
        ?.name,
    ).toBe('body.a');
  });
});

describe('parameters', () => {
  it('takes description, deprecation and example from the parameter', () => {
    expect(
      parameterField({
        name: 'filter.by',
        description: '<p>Which.</p>',
        deprecated: true,
        required: true,
        schema: {type: 'string', description: '<p>Schema.</p>'},
        examples: [{name: 'one', value: 'colour'}],
      }),
    ).toMatchObject({
      name: 'query.filter~1by',
      path: ['filter.by'],
      label: 'filter.by',
      description: '<p>Which.</p>',
      deprecated: true,
      required: true,
      placeholder: 'colour',
    });
  });

  it('offers no made-up value as a placeholder', () => {
    const field = parameterField({
      schema: {type: 'string'},
      examples: [{name: 'generated', value: 'text', generated: true}],
    });
    expect(field?.placeholder).toBeUndefined();
  });

  it.each<[Schema, Field['control']]>([
    [{}, 'text'],
    [{type: ['string', 'integer']}, 'text'],
    [{oneOf: [{type: 'integer'}, {type: 'string'}]}, 'text'],
    [{type: 'array', items: {type: 'string'}}, 'array'],
    [{type: 'object', properties: {a: {type: 'string'}}}, 'group'],
    [{type: 'integer'}, 'number'],
  ])('enters %j as fits text on the wire', (schema, control) => {
    expect(parameterField({schema})?.control).toBe(control);
  });
});

describe('what stands in a field', () => {
  const holder = (schema: Schema, schemas = {}) => sure(wholeField(schema, 'application/json', schemas));

  it('has items with numbers, each of its own schema where the schema is a tuple', () => {
    const list = holder({title: 'Pair', prefixItems: [{type: 'string'}, {type: 'integer'}], items: {type: 'boolean'}});
    expect([0, 1, 2].map((index) => itemField(list, `x${index}`, index))).toMatchObject([
      {name: 'body.0', key: 'body.x0', label: 'Pair 1', control: 'text', required: true},
      {name: 'body.1', key: 'body.x1', label: 'Pair 2', control: 'number'},
      {name: 'body.2', key: 'body.x2', label: 'Pair 3', control: 'checkbox'},
    ]);
    expect(itemField(list, 'x0', 0)).toBe(itemField(list, 'x0', 0));
  });

  it('has entries of the schema that their key asks for', () => {
    const map = holder({
      type: 'object',
      properties: {id: {type: 'string'}},
      patternProperties: {'^n_': {type: 'integer'}},
      additionalProperties: {type: 'boolean'},
    });
    expect(takesEntries(map)).toBe(true);
    expect(entryField(map, '0', 'n_1')).toMatchObject({name: 'body.n_1', key: 'body#0', control: 'number'});
    expect(entryField(map, '0', 'other').control).toBe('checkbox');
  });

  it.each<[Schema, boolean]>([
    [{type: 'object'}, true],
    [{type: 'object', properties: {}}, false],
    [{type: 'object', properties: {}, additionalProperties: true}, true],
    [{type: 'object', additionalProperties: false}, false],
    [{type: 'object', patternProperties: {a: true}, additionalProperties: false}, true],
  ])('of %j takes entries: %s', (schema, takes) => {
    expect(takesEntries(holder(schema))).toBe(takes);
  });

  const cat: Schema = {title: 'A cat', properties: {kind: {type: 'string'}, lives: {type: 'integer'}}};
  const dog: Schema = {properties: {kind: {type: 'string'}, tricks: {type: 'integer'}}, required: ['kind']};
  const ref = (name: string) => ({$ref: `#/components/schemas/${name}`});

  it('names forms by title, discriminator and reference, and settles the discriminator', () => {
    const discriminator = {propertyName: 'kind', mapping: {hound: '#/components/schemas/Dog', puppy: 'Dog'}};
    const pet = holder({oneOf: [ref('Cat'), ref('Dog')], discriminator}, {Cat: cat, Dog: dog});
    expect(pet.choices?.map(({label, fixed}) => [label, fixed])).toEqual([
      ['A cat', {kind: 'Cat'}],
      ['hound', {kind: 'hound'}],
      ['puppy', {kind: 'puppy'}],
    ]);
    const hound = choiceField(pet, sure(pet.choices?.[1]));
    expect(membersOf(hound).map(({name, control, constant}) => [name, control, constant])).toEqual([
      ['body.kind', 'constant', 'hound'],
      ['body.tricks', 'number', undefined],
    ]);
  });

  it('finds the forms that only extend a base', () => {
    const schemas = {
      Pet: {type: 'object', properties: {kind: {type: 'string'}}, discriminator: {propertyName: 'kind'}},
      Cat: {allOf: [ref('Pet'), cat]},
      Dog: {allOf: [ref('Pet'), dog]},
    };
    const pet = holder(ref('Pet'), schemas);
    expect(pet.choices?.map(({label}) => label)).toEqual(['A cat', 'Dog']);
    const inner = choiceField(pet, sure(pet.choices?.[1]));
    expect(inner).toMatchObject({control: 'group', recursive: false});
    expect(membersOf(inner).map(({path}) => path.join())).toEqual(['kind', 'tricks']);
  });

  it('ends for schemas that are their own form', () => {
    let field = holder(ref('A'), {A: {oneOf: [ref('A'), {type: 'string'}]}});
    let choices = 0;
    for (; field.control === 'union'; choices++) field = choiceField(field, sure(field.choices?.[0]));
    expect(choices).toBeLessThan(10);
  });

  it('follows dynamic references to what they mean here', () => {
    const schemas = {
      Tree: {
        $dynamicAnchor: 'node',
        type: 'object',
        properties: {children: {type: 'array', items: {$dynamicRef: '#node'}}},
      },
      Strict: {$dynamicAnchor: 'node', allOf: [ref('Tree')], properties: {label: {type: 'string'}}},
    };
    const children = membersOf(holder(ref('Strict'), schemas)).find(({path}) => path.join() === 'children');
    expect(membersOf(itemField(sure(children), '0', 0)).map(({path}) => path.at(-1))).toContain('label');
  });
});

it('takes files for the parts of an array whose position says so', () => {
  const schema: Schema = {type: 'array', prefixItems: [{type: 'object'}], items: {}};
  const encoding = {
    'part 1': {contentType: 'application/json', headers: []},
    'each other part': {contentType: 'image/png', headers: []},
  };
  const [body] = toFields(
    operation({requestBody: {required: true, content: [mediaType('multipart/mixed', {schema, encoding})]}}),
  );
  const controls = [0, 1, 2].map((index) => itemField(sure(body), String(index), index).control);
  expect(controls).toEqual(['group', 'file', 'file']);
});

describe('what loads with the page', () => {
  it.each(['src/form/fields.ts', 'src/form/form-state.ts', 'src/model/describe-schema.ts'])(
    '%s brings no package along',
    (entry) => {
      const files = reachable(entry);
      expect(files.size).toBeGreaterThan(2);
      expect([...files].filter((file) => file.includes('validate') || !file.startsWith('src/'))).toEqual([]);
    },
  );
});

/** The files that a module needs to run, itself among them; a package by its name. */
function reachable(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (!file.startsWith('src/')) return seen;
  for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(/^import (?!type\b)[^;]*? from '([^']+)'/gm)) {
    reachable(specifier.startsWith('.') ? join(dirname(file), specifier) : specifier, seen);
  }
  return seen;
}
