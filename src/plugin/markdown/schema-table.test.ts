import {describe, expect, it} from 'vitest';
import {growTrees, type Direction, type SchemaNode} from '../../model/schema-tree.ts';
import type {NamedSchemas, Schema} from '../../model/schema.ts';
import {headMarkdown, rowTable, treeRows, type Row} from './schema-table.ts';

const options = {
  resolveLink: (href: string) => href,
  schemaAddress: (name: string) => (name === 'Hidden' ? undefined : `https://docs.test/${name}.md`),
};

function grow(schema: Schema, schemas: NamedSchemas = {}, direction: Direction = 'response'): SchemaNode {
  const [node] = growTrees([{id: 'body', schema, direction}], schemas);
  if (node === undefined) throw new Error('Every root has a tree.');
  return node;
}

function names(schema: Schema, schemas: NamedSchemas = {}, direction: Direction = 'response'): string[] {
  const rows = treeRows(grow(schema, schemas, direction));
  return rows.map(({name, remark}) => (remark === undefined ? name : `${name}, ${remark}`));
}

function tableOf(schema: Schema, schemas: NamedSchemas = {}): string {
  return rowTable('Property', treeRows(grow(schema, schemas)), options);
}

function row(schema: Schema, parts: Partial<Row> = {}): string {
  return rowTable('Name', [{name: 'e', node: grow(schema), ...parts}], options);
}

describe('treeRows', () => {
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
      'labels.*, each value',
      'labels.*.text',
      'counts',
    ]);
  });

  it('shows in a request what is written, and in a response what is read', () => {
    const schema: Schema = {properties: {a: {readOnly: true}, b: {writeOnly: true}, c: {}}};
    expect(names(schema, {}, 'request')).toEqual(['b', 'c']);
    expect(names(schema, {}, 'response')).toEqual(['a', 'c']);
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
      'pet, one of, told apart by `kind` (1 of 3): `Cat`',
      'pet.kind',
      'pet.lives',
      'pet, one of, told apart by `kind` (2 of 3): `Dog`',
      'pet.kind',
      'pet, one of, told apart by `kind` (3 of 3)',
    ]);
    expect(tableOf(schema, schemas)).toContain('| `pet`, one of, told apart by `kind` (1 of 3): `Cat` | Cat |');
  });

  it.each<[string, Schema, string[]]>([
    [
      'conditions',
      {if: {required: ['a']}, then: {properties: {a: {}}}, else: {properties: {b: {}}}},
      [', if', ', then', 'a', ', otherwise', 'b'],
    ],
    ['dependent schemas', {dependentSchemas: {a: {properties: {b: {}}}}}, [', with `a` also', 'b']],
    ['a negation', {not: {properties: {a: {}}}}, [', not', 'a']],
    [
      'items in order',
      {prefixItems: [{type: 'string'}, {properties: {a: {}}}], items: {type: 'integer', minimum: 1}},
      ['0', '1', '1.a', ', each further item'],
    ],
    ['certain items', {contains: {properties: {a: {}}}}, [', items of a certain kind', 'a']],
    ['patterns', {patternProperties: {'^x-': {type: 'string'}}}, [', each property that matches `^x-`']],
    ['names', {propertyNames: {anyOf: [{pattern: 'a'}, {pattern: 'b'}]}}, [', names of properties']],
    ['the rest', {unevaluatedProperties: {type: 'boolean'}}, [', each property not described otherwise']],
    ['definitions', {$defs: {Inner: {type: 'integer'}}}, [', definitions: `Inner`']],
    ['text that holds something', {contentSchema: {properties: {inside: {}}}}, [', what the text holds', 'inside']],
  ])('has %s', (_, schema, expected) => {
    const found = names(schema);
    for (const name of expected) expect(found.some((one) => one === name || one.startsWith(name))).toBe(true);
  });

  it('names recursion with a link and does not open it, however it is wrapped', () => {
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
    const text = tableOf(ref, schemas);
    expect(text.match(/again \[`Node`\]\(https:\/\/docs\.test\/Node\.md\)/g)).toHaveLength(3);
  });

  it('ends where every schema reaches every other, and says so', () => {
    const count = 60;
    const properties = Object.fromEntries(
      Array.from({length: count}, (_, index) => [`p${index}`, {$ref: `#/components/schemas/S${index}`}]),
    );
    const schemas = Object.fromEntries(
      Array.from({length: count}, (_, index): [string, Schema] => [`S${index}`, {properties}]),
    );
    const rows = treeRows(grow({properties}, schemas));
    expect(rows.length).toBeLessThan(3000);
    const leaves = rows.filter(({name}) => !rows.some((other) => other.name.startsWith(`${name}.`)));
    expect(leaves.filter(({node}) => node.more === undefined)).toEqual([]);
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
    expect(row(schema, {required: true, deprecated: true})).toBe(
      '| Name | Type | Required | Description | Limits and notes |\n| --- | --- | --- | --- | --- |\n' +
        '| `e` | string (email) | yes | One two \\| x. | deprecated; at most 9 characters; matches `a\\|b` |',
    );
  });

  it('puts a description that no cell can hold below the table', () => {
    const text = row({}, {description: 'First.\n\n1. a\n2. b'});
    expect(text).toContain('| `e` | any | First. More below the table. |');
    expect(text).toMatch(/\n\nAbout `e`:\n\nFirst\.\n\n1\. a\n2\. b$/);
  });

  it('names no value of a secret', () => {
    expect(row({type: 'string', format: 'password', examples: ['hunter2'], default: 'hunter2'})).not.toContain(
      'hunter2',
    );
  });

  it('says what each value means, and puts many values below the table', () => {
    const few: Schema = {enum: [1, 2], 'x-enum-varnames': ['One', 'Two'], 'x-enum-descriptions': ['First.', 'Last.']};
    expect(row(few)).toContain('one of 1 (One: First.), 2 (Two: Last.)');
    const text = row({enum: Array.from({length: 5000}, (_, index) => `value-${index}`)});
    expect(text).toContain('| one of 5000 values, below the table |');
    expect(text).toContain('\n- `value-4999`');
  });

  it('links to what the document links to, and tells a title that says more than the name', () => {
    const text = row({title: 'The whole', externalDocs: {url: 'https://x.test', description: 'The standard'}});
    expect(text).toContain('| The whole; [The standard](https://x.test) |');
  });
});

describe('headMarkdown', () => {
  it('is a sentence, and the description', () => {
    const node = grow({type: 'string', maxLength: 3, description: '# Text'});
    expect(headMarkdown(node, {...options, shift: 3})).toBe('string; at most 3 characters.\n\n#### Text');
  });
});
