import {describe, expect, it} from 'vitest';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
import {rowTable, schemaRows, type Direction} from './schema-table.ts';

const options = {resolveLink: (href: string) => href};

function names(schema: Schema, schemas: NamedSchemas = {}, direction: Direction = 'response'): string[] {
  return schemaRows(schema, schemas, direction).map(({name, remark}) =>
    remark === undefined ? name : `${name}: ${remark}`,
  );
}

describe('schemaRows', () => {
  it('names nested properties with dots, also those of items and of maps', () => {
    const schema: Schema = {
      properties: {
        id: {type: 'integer'},
        address: {properties: {city: {type: 'string'}}},
        rows: {type: 'array', items: {type: 'array', items: {properties: {cell: {}}}}},
        labels: {type: 'object', additionalProperties: {properties: {text: {}}}},
        counts: {type: 'object', additionalProperties: {type: 'integer'}},
      },
    };
    expect(names(schema)).toEqual([
      'id',
      'address',
      'address.city',
      'rows',
      'rows.cell',
      'labels',
      'labels.*',
      'labels.*.text',
      'counts',
    ]);
  });

  it('shows in a request what is written, and in a response what is read', () => {
    const schema: Schema = {properties: {a: {readOnly: true}, b: {writeOnly: true}, c: {}}};
    expect(names(schema, {}, 'request')).toEqual(['b', 'c']);
    expect(names(schema, {}, 'response')).toEqual(['a', 'c']);
  });

  it('names recursion and does not open it, however it is wrapped', () => {
    const ref = {$ref: '#/components/schemas/Node'};
    const schemas: NamedSchemas = {
      Node: {
        properties: {
          value: {type: 'string'},
          next: {anyOf: [ref, {type: 'null'}]},
          children: {type: 'array', items: ref},
          both: {allOf: [ref], description: 'Wrapped.'},
        },
      },
    };
    const rows = schemaRows(ref, schemas, 'response');
    expect(rows.map(({name}) => name)).toEqual(['value', 'next', 'children', 'both']);
    for (const {notes} of rows.slice(1)) expect(notes).toEqual(['the same as Node above']);
  });

  it('lists each form with its properties, and what tells the forms apart', () => {
    const schemas: NamedSchemas = {
      Cat: {properties: {kind: {const: 'cat'}, lives: {type: 'integer'}}},
      Dog: {properties: {kind: {const: 'dog'}}},
    };
    const schema: Schema = {
      properties: {
        pet: {
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}, {type: 'string'}],
          discriminator: {propertyName: 'kind'},
        },
      },
    };
    expect(names(schema, schemas)).toEqual([
      'pet',
      'pet: form 1 of 3',
      'pet.kind',
      'pet.lives',
      'pet: form 2 of 3',
      'pet.kind',
      'pet: form 3 of 3',
    ]);
    expect(rowTable('Property', schemaRows(schema, schemas, 'response'), schemas, options)).toContain(
      '| `pet`, form 1 of 3 | Cat |  | kind tells the form |',
    );
  });

  it('ends where every schema reaches every other, and says so', () => {
    const count = 60;
    const properties = Object.fromEntries(
      Array.from({length: count}, (_, index) => [`p${index}`, {$ref: `#/components/schemas/S${index}`}]),
    );
    const schemas = Object.fromEntries(
      Array.from({length: count}, (_, index): [string, Schema] => [`S${index}`, {properties}]),
    );
    const rows = schemaRows({properties}, schemas, 'response');
    expect(rows.length).toBeLessThan(1000 + count * count);
    expect(rows.map(({name}) => name)).toEqual(expect.arrayContaining(Object.keys(properties)));
    const closed = rows.filter(({notes}) =>
      notes?.some((note) => /the same as S\d+|stand in the OpenAPI document/.test(note)),
    );
    const opened = rows.filter(({name}) => rows.some((row) => row.name.startsWith(`${name}.`)));
    expect(closed.length + opened.length).toBe(rows.length);
  });
});

describe('rowTable', () => {
  it('says type, requirement, description and limits', () => {
    const schema: Schema = {
      type: 'string',
      format: 'email',
      maxLength: 9,
      pattern: 'a|b',
      description: 'One\ntwo | x.',
    };
    expect(rowTable('Name', [{name: 'e', schema, required: true, deprecated: true}], {}, options)).toBe(
      '| Name | Type | Required | Description | Limits and notes |\n| --- | --- | --- | --- | --- |\n' +
        '| `e` | string (email) | yes | One two \\| x. | deprecated; at most 9 characters; matches `a\\|b` |',
    );
  });

  it('puts a description that no cell can hold below the table', () => {
    const text = rowTable('Name', [{name: 'e', schema: {}, description: 'First.\n\n1. a\n2. b'}], {}, options);
    expect(text).toContain('| `e` | any | First. More below the table. |');
    expect(text).toMatch(/\n\nAbout `e`:\n\nFirst\.\n\n1\. a\n2\. b$/);
  });

  it('names no value of a secret', () => {
    const schema: Schema = {type: 'string', format: 'password', examples: ['hunter2'], default: 'hunter2'};
    expect(rowTable('Name', [{name: 'p', schema}], {}, options)).not.toContain('hunter2');
  });
});
