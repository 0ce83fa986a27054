import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {beforeAll, describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import type {Operation, Parameter} from '../model/operation.ts';
import type {Schema, SchemaObject} from '../model/schema.ts';
import {loadApi} from '../plugin/load-api.ts';
import {toFields} from './fields.ts';
import type {Field} from './fields.ts';

let operations: Record<string, Operation>;
beforeAll(async () => {
  const apis = await Promise.all(
    ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
  );
  operations = Object.fromEntries(apis.flatMap((api) => api.operations).map((operation) => [operation.key, operation]));
});

const fieldsOf = (key: string) => toFields(operations[key] ?? operationOf({}));
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

function bodyFields(schema: Schema, required = true, mediaType = 'application/json', schemas = {}): Field[] {
  return toFields(operationOf({requestBody: {required, content: [{mediaType, schema, examples: []}]}, schemas}));
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
    [{const: 'a'}, 'radio'],
    [{oneOf: [{const: 1, title: 'One'}, {const: 2}]}, 'radio'],
    [{type: 'array', items: {type: 'string'}}, 'json'],
    [{type: 'object'}, 'json'],
    [{type: 'object', additionalProperties: {type: 'string'}}, 'json'],
    [{type: 'object', properties: {a: {type: 'string'}}}, 'group'],
    [{oneOf: [{type: 'string'}, {type: 'object'}]}, 'json'],
    [{type: 'object', properties: {a: true}, oneOf: [{properties: {b: true}}, {properties: {c: true}}]}, 'json'],
    [{type: 'object', properties: {a: true}, anyOf: [{required: ['a']}, {minProperties: 1}]}, 'group'],
    [{type: ['string', 'integer']}, 'json'],
    [{anyOf: [{type: 'string', format: 'email'}, {type: 'null'}]}, 'email'],
    [{}, 'json'],
    [true, 'json'],
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
    expect(JSON.stringify({...propertyField({format: 'password', default: 'hunter2'}), schema: true})).not.toContain(
      'hunter2',
    );
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
    expect(address?.children?.map(({name, path, required}) => [name, path, required])).toEqual([
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

  it('ends recursion in a JSON field', () => {
    const schemas = {
      Node: {type: 'object', properties: {name: {type: 'string'}, child: {$ref: '#/components/schemas/Node'}}},
    } as const;
    const [name, child] = bodyFields({$ref: '#/components/schemas/Node'}, true, 'application/json', schemas);
    expect(name?.control).toBe('text');
    expect(child).toMatchObject({name: 'body.child', control: 'json'});
    expect(child?.children).toBeUndefined();
  });

  it('nests four levels deep and no deeper', () => {
    const nest = (depth: number): Schema =>
      depth === 0 ? {type: 'string'} : {type: 'object', properties: {x: nest(depth - 1)}};
    let [field] = bodyFields(nest(7));
    let groups = 0;
    for (; field?.children !== undefined; [field] = field.children) groups++;
    expect(groups).toBe(4);
    expect(field?.control).toBe('json');
  });

  it.each<[Schema, string, Field['control']]>([
    [{type: 'array', items: {type: 'string'}}, 'application/json', 'json'],
    [{oneOf: [{type: 'object'}, {type: 'array'}]}, 'application/json', 'json'],
    [{type: 'string'}, 'text/plain', 'multiline'],
    [true, 'application/xml', 'multiline'],
    [{type: 'object', properties: {a: true}}, 'application/xml', 'multiline'],
    [{type: 'object', properties: {id: {readOnly: true}}}, 'application/json', 'json'],
  ])('gives %j as %s one field for the whole', (schema, mediaType, control) => {
    const fields = bodyFields(schema, true, mediaType);
    expect(fields).toHaveLength(1);
    expect(fields[0]).toMatchObject({name: 'body', path: [], label: 'Body', required: true, control});
    expect(fields[0]?.children).toBeUndefined();
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
    [{type: 'array', items: {type: 'string'}}, 'json'],
    [{type: 'object', properties: {a: {type: 'string'}}}, 'json'],
    [{type: 'integer'}, 'number'],
  ])('enters %j as fits text on the wire', (schema, control) => {
    expect(parameterField({schema})?.control).toBe(control);
  });
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
