import {describe, expect, it} from 'vitest';
import {growTrees, type SchemaNode} from './schema-tree.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

const ref = (name: string): SchemaObject => ({$ref: `#/components/schemas/${name}`});

function grow(schema: Schema, schemas: NamedSchemas = {}, direction: 'request' | 'response' | 'both' = 'response') {
  const [node] = growTrees([{id: 'body', schema, direction}], schemas);
  if (node === undefined) throw new Error('No tree was grown.');
  return node;
}

/** Every row of a tree by its address, in order. */
function addresses(node: SchemaNode): string[] {
  return [
    ...(node.properties ?? []).flatMap(({id, node: child}) => [id ?? '(none)', ...addresses(child)]),
    ...(node.groups ?? []).flatMap(({members}) => members.flatMap((one) => addresses(one.node))),
  ];
}

function countNodes(node: SchemaNode): number {
  const inner = [
    ...(node.properties ?? []).map((property) => property.node),
    ...(node.groups ?? []).flatMap(({members}) => members.map((one) => one.node)),
  ];
  return inner.reduce((sum, child) => sum + countNodes(child), 1);
}

function titles(node: SchemaNode): string[] {
  return (node.groups ?? []).map(({title}) => title);
}

describe('growTrees', () => {
  it('gives every property its address; items go by the name of their array', () => {
    const node = grow(
      {
        required: ['address'],
        properties: {
          address: {properties: {city: {type: 'string'}, 'street name': {type: 'string'}}},
          tags: {type: 'array', items: {properties: {name: {type: 'string'}}}},
        },
      },
      {},
    );
    expect(addresses(node)).toEqual([
      'body.address',
      'body.address.city',
      'body.address.street-name',
      'body.tags',
      'body.tags.name',
    ]);
    expect(node.properties?.map(({name, required}) => [name, required])).toEqual([
      ['address', true],
      ['tags', false],
    ]);
  });

  it('shows readOnly only in responses, writeOnly only in requests, and both on a page of its own', () => {
    const schema: Schema = {properties: {id: {readOnly: true}, secret: {writeOnly: true}, name: {}}};
    expect(addresses(grow(schema, {}, 'request'))).toEqual(['body.secret', 'body.name']);
    expect(addresses(grow(schema, {}, 'response'))).toEqual(['body.id', 'body.name']);
    expect(addresses(grow(schema, {}, 'both'))).toEqual(['body.id', 'body.secret', 'body.name']);
  });

  it.each<[string, SchemaObject, string[]]>([
    ['oneOf', {oneOf: [{type: 'string'}, {type: 'integer'}]}, ['One of']],
    ['both unions', {oneOf: [{}, {}], anyOf: [{}, {}]}, ['One of', 'Any of']],
    ['or null, which is no union', {oneOf: [{type: 'string'}, {type: 'null'}]}, []],
    ['prefixItems', {prefixItems: [{}, {}], items: {type: 'string'}}, ['Items in this order', 'Each further item']],
    ['items', {type: 'array', items: {type: 'string'}}, ['Each item']],
    ['contains', {contains: {properties: {a: {}}}}, ['Items of a certain kind']],
    ['contains in words', {contains: {type: 'integer'}}, []],
    ['patternProperties', {patternProperties: {'^x-': {type: 'string'}}}, ['Each property that matches `^x-`']],
    ['a map', {additionalProperties: {type: 'string'}}, ['Each value']],
    ['additionalProperties', {properties: {}, additionalProperties: {type: 'string'}}, ['Each other property']],
    ['unevaluatedProperties', {unevaluatedProperties: {type: 'string'}}, ['Each property not described otherwise']],
    ['unevaluatedItems', {unevaluatedItems: {type: 'string'}}, ['Items not described otherwise']],
    ['propertyNames', {propertyNames: ref('Name')}, ['Names of properties']],
    ['dependentSchemas', {dependentSchemas: {card: {required: ['cvc']}}}, ['With `card` also']],
    ['conditions', {if: {}, then: {}, else: {}}, ['If', 'Then', 'Otherwise']],
    ['then without if, which says nothing', {then: {}}, []],
    ['not', {not: {properties: {a: {}}}}, ['Not']],
    ['not in words', {not: {const: 1}}, []],
    ['contentSchema', {contentMediaType: 'application/json', contentSchema: {properties: {}}}, ['What the text holds']],
    ['$defs', {$defs: {Inner: {type: 'string'}}}, ['Definitions']],
    ['allOf that folds', {allOf: [{minLength: 1}, {maxLength: 2}]}, []],
    ['allOf that does not fold', {allOf: [{pattern: 'a'}, {pattern: 'b'}]}, ['And all of']],
    [
      'allOf with a part that forbids',
      {allOf: [{properties: {a: {}}, additionalProperties: false}, {properties: {b: {}}}]},
      ['All of'],
    ],
  ])('has a group for %s', (_, schema, expected) => {
    expect(titles(grow(schema))).toEqual(expected);
  });

  it('labels forms by the value of their discriminator, mapped or implied', () => {
    const schemas: NamedSchemas = {Cat: {properties: {paws: {}}}, Dog: {properties: {}}, Eel: {properties: {}}};
    const discriminator = {
      propertyName: 'kind',
      mapping: {cat: '#/components/schemas/Cat', tom: '#/components/schemas/Cat'},
    };
    const node = grow({oneOf: [ref('Cat'), ref('Dog'), {title: 'Other'}], discriminator}, schemas);
    expect(titles(node)).toEqual(['One of, told apart by `kind`']);
    expect(node.groups?.[0]?.members.map(({label}) => label)).toEqual(['`cat` or `tom`', '`Dog`', 'Other']);
    expect(addresses(node)).toEqual(['body.0.paws']);
  });

  it('finds the forms of a base: those it maps to and those that extend it', () => {
    const schemas: NamedSchemas = {
      Pet: {discriminator: {propertyName: 'kind', mapping: {cat: '#/components/schemas/Cat'}}, properties: {kind: {}}},
      Cat: {allOf: [ref('Pet'), {properties: {paws: {}}}]},
      Dog: {allOf: [ref('Pet'), {properties: {bark: {}}}]},
    };
    const node = grow(ref('Pet'), schemas);
    expect(titles(node)).toEqual(['`kind` tells the form']);
    expect(node.groups?.[0]?.members.map(({label, node: form}) => [label, form.type.ref])).toEqual([
      ['`cat`', 'Cat'],
      ['`Dog`', 'Dog'],
    ]);
    expect(addresses(node)).toEqual(['body.kind', 'body.cat.paws', 'body.Dog.bark']);
    expect(node.groups?.[0]?.members[0]?.node.more).toMatchObject({id: 'body.cat', names: ['Pet'], isRecursive: true});
    expect(titles(grow(ref('Cat'), schemas))).toEqual([]);
  });

  it('ends recursion in the name of the schema, whatever the way back', () => {
    const schemas: NamedSchemas = {
      Node: {
        properties: {
          next: ref('Node'),
          list: {type: 'array', items: ref('Node')},
          maybe: {oneOf: [ref('Node'), {type: 'null'}]},
          more: {allOf: [ref('Node'), {properties: {extra: {}}}]},
          other: ref('Other'),
        },
      },
      Other: {properties: {back: ref('Node')}},
    };
    const node = grow(ref('Node'), schemas);
    const byName = new Map(node.properties?.map((property) => [property.name, property.node]));
    const link = (id: string) => ({id, direction: 'response', names: ['Node'], isRecursive: true});
    expect(byName.get('next')?.more).toEqual(link('body.next'));
    expect(byName.get('list')?.groups?.[0]?.members[0]?.node.more).toEqual(link('body.list'));
    expect(byName.get('maybe')?.more).toEqual(link('body.maybe'));
    expect(byName.get('more')?.more).toEqual(link('body.more'));
    expect(byName.get('more')?.properties?.map(({name}) => name)).toEqual(['extra']);
    expect(byName.get('other')?.properties?.[0]?.node.more).toEqual(link('body.other.back'));
  });

  it('follows $dynamicRef to the outermost anchor', () => {
    const schemas: NamedSchemas = {
      Tree: {$dynamicAnchor: 'node', properties: {children: {type: 'array', items: {$dynamicRef: '#node'}}}},
      Named: {$dynamicAnchor: 'node', allOf: [ref('Tree')], properties: {name: {type: 'string'}}},
      Page: {$defs: {Item: {$dynamicAnchor: 'Item', not: {}}}, properties: {items: {items: {$dynamicRef: '#Item'}}}},
      Pets: {...ref('Page'), $defs: {Item: {$dynamicAnchor: 'Item', ...ref('Pet')}}},
      Pet: {properties: {bark: {}}},
    };
    const children = grow(ref('Named'), schemas).properties?.find(({name}) => name === 'children');
    expect(children?.node.groups?.[0]?.members[0]?.node).toMatchObject({
      type: {ref: 'Named'},
      more: {isRecursive: true},
    });
    expect(addresses(grow(ref('Pets'), schemas))).toContain('body.items.bark');
    expect(grow({$dynamicRef: '#nowhere', title: 'T'}).title).toBe('T');
  });

  it('names schemas instead of opening them once the page is full, and still shows what has no name', () => {
    const wide = (count: number, property: Schema): Schema => ({
      properties: Object.fromEntries(Array.from({length: count}, (_, index) => [`p${index}`, property])),
    });
    const schemas: NamedSchemas = {Big: wide(100, {type: 'string'})};
    const beside: Schema = {allOf: [ref('Big'), {properties: {own: {}}}]};
    const node = grow({properties: {...(wide(10, ref('Big')) as SchemaObject).properties, last: beside}}, schemas);
    const opened = node.properties?.filter(({node: child}) => child.more === undefined) ?? [];
    expect(opened).toHaveLength(3);
    expect(node.properties?.[9]?.node).toMatchObject({type: {ref: 'Big'}, more: {id: 'body.p9', names: ['Big']}});
    expect(node.properties?.[10]?.node).toMatchObject({more: {names: ['Big']}, properties: [{id: 'body.last.own'}]});
  });

  it('shares the bounds over all trees of a page', () => {
    const schemas: NamedSchemas = {
      In: {properties: {a: {properties: {b: {}}}, c: ref('Out')}},
      Out: {properties: {d: {}}},
    };
    const roots = ['x', 'y'].map((id) => ({id, schema: ref('In'), direction: 'both' as const}));
    const [first, second] = growTrees(roots, schemas, {namedRows: 5, rows: 100, levels: 9});
    expect(first && addresses(first)).toEqual(['x.a', 'x.a.b', 'x.c']);
    expect(second && addresses(second)).toEqual(['y.a', 'y.a.b', 'y.c']);
  });

  it('gives no two rows one address', () => {
    const node = grow({
      properties: {0: {type: 'object', properties: {a: {}}}},
      oneOf: [{properties: {a: {}}}, {properties: {a: {}}}],
    });
    const given = addresses(node).filter((id) => id !== '(none)');
    expect(new Set(given).size).toBe(given.length);
    expect(given).toContain('body.0.a');
  });
});

describe('hostile schemas', () => {
  const names = Array.from({length: 15}, (_, index) => `S${index}`);
  const all = names.map(ref);
  const deep = (levels: number, wrap: (inner: Schema) => Schema): Schema =>
    Array.from({length: levels}).reduce<Schema>((inner) => wrap(inner), {type: 'string'});
  const cases: [string, Schema, NamedSchemas][] = [
    ['itself through allOf', ref('A'), {A: {allOf: [ref('A'), ref('A')]}}],
    ['itself through items', ref('A'), {A: {type: 'array', items: ref('A')}}],
    ['itself through additionalProperties', ref('A'), {A: {additionalProperties: ref('A')}}],
    ['itself through not', ref('A'), {A: {not: ref('A')}}],
    ['itself through oneOf', ref('A'), {A: {oneOf: [ref('A'), ref('A')]}}],
    ['itself at once', ref('A'), {A: ref('A')}],
    ['mutual cycles', ref('A'), {A: {properties: {b: ref('B')}}, B: {allOf: [ref('A')], properties: {c: ref('A')}}}],
    [
      'everything to everything',
      ref('S0'),
      Object.fromEntries(
        names.map((name) => [
          name,
          {allOf: all, oneOf: all, properties: Object.fromEntries(names.map((other) => [other, ref(other)]))},
        ]),
      ),
    ],
    ['a reference to nothing', ref('Missing'), {}],
    ['an inherited name', ref('constructor'), {}],
    [
      '10,000 properties',
      {properties: Object.fromEntries(Array.from({length: 10_000}, (_, index) => [`p${index}`, {type: 'string'}]))},
      {},
    ],
    ['10,000 forms', {oneOf: Array.from({length: 10_000}, (_, index) => ({const: index}))}, {}],
    ['500 levels of properties', deep(500, (inner) => ({properties: {a: inner}})), {}],
    ['500 levels of items', deep(500, (inner) => ({type: 'array', items: inner})), {}],
    ['500 levels of allOf', deep(500, (inner) => ({allOf: [inner]})), {}],
    ['500 levels of not', deep(500, (inner) => ({not: inner})), {}],
    ['500 levels of oneOf', deep(500, (inner) => ({oneOf: [inner, {}]})), {}],
    [
      'an inline dynamic cycle',
      {$dynamicAnchor: 'a', properties: {b: {$dynamicRef: '#a'}, c: {$dynamicRef: '#a'}}},
      {},
    ],
    ['true', true, {}],
    ['false', false, {}],
    ['nothing', {}, {}],
  ];

  it.each(cases)('%s end, within bounds', (_, schema, schemas) => {
    const nodes = countNodes(grow(schema, schemas));
    expect(nodes).toBeGreaterThan(0);
    expect(nodes).toBeLessThan(5000);
  });

  it('keep what is too much at hand', () => {
    const properties = Object.fromEntries(
      Array.from({length: 2_005}, (_, index) => [`p${index}`, {type: 'string' as const}]),
    );
    const {more} = grow({properties, required: ['p2004']});
    const rest = more?.rest as SchemaObject;
    expect(Object.keys(rest.properties ?? {})).toEqual(['p2000', 'p2001', 'p2002', 'p2003', 'p2004']);
    expect(rest.required).toEqual(['p2004']);
  });
});
