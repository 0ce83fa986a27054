import {describe, expect, it} from 'vitest';
import {page, userEvent} from 'vitest/browser';
import {render} from 'vitest-browser-react';
import Site from '../../../test/support/docusaurus/Site.tsx';
import {growTrees, type Direction} from '../../model/schema-tree.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../../model/schema.ts';
import {ReferenceContext} from './reference-context.ts';
import RevealFragment from './RevealFragment.tsx';
import SchemaProperties from './SchemaProperties.tsx';

const ref = (name: string): SchemaObject => ({$ref: `#/components/schemas/${name}`});

async function show(schema: Schema, schemas: NamedSchemas = {}, direction: Direction = 'response', path = '/') {
  const schemaLinks = Object.fromEntries(Object.keys(schemas).map((name) => [name, `/schemas/${name}`]));
  const [tree] = growTrees([{id: 'body', schema, direction}], schemas);
  return render(
    <Site path={path}>
      <ReferenceContext value={{schemaLinks, schemas, trees: tree ? {body: tree} : {}}}>
        <RevealFragment />
        <SchemaProperties id="body" />
      </ReferenceContext>
    </Site>,
  );
}

const one = (schema: Schema): Schema => ({type: 'object', properties: {field: schema}});

describe('a property', () => {
  it.each<[string, Schema, string[]]>([
    ['type', {type: 'integer'}, ['integer']],
    ['a union of types', {type: ['string', 'null']}, ['string or null']],
    ['format', {type: 'string', format: 'uuid'}, ['· uuid']],
    ['enum', {enum: ['a', 'b']}, ['one of a, b']],
    ['x-enum-descriptions', {enum: ['a'], 'x-enum-descriptions': ['The first.']}, ['a: The first.']],
    ['x-enum-descriptions by value', {enum: [1], 'x-enum-descriptions': {'1': 'On.'}}, ['1: On.']],
    ['x-enum-varnames', {enum: [0, 1], 'x-enum-varnames': ['OFF', 'ON']}, ['0 OFF', '1 ON']],
    ['const', {const: 'x'}, ['always x']],
    ['default', {type: 'string', default: 'asc'}, ['default: asc']],
    ['examples', {type: 'string', examples: ['Ada', 'Eve']}, ['for example Ada, Eve']],
    ['lengths', {type: 'string', minLength: 2, maxLength: 5}, ['2 to 5 characters']],
    ['pattern', {type: 'string', pattern: '^a$'}, ['matches ^a$']],
    ['bounds', {type: 'number', minimum: 1, exclusiveMaximum: 5}, ['at least 1 and less than 5']],
    ['multipleOf', {type: 'number', multipleOf: 3}, ['multiple of 3']],
    [
      'items',
      {type: 'array', items: {type: 'string', minLength: 4}, maxItems: 2},
      ['array of string', 'at most 2 items', 'at least 4 characters'],
    ],
    ['uniqueItems', {type: 'array', uniqueItems: true}, ['unique items']],
    [
      'prefixItems',
      {prefixItems: [{type: 'string'}, {type: 'integer'}], items: false},
      ['item 1', 'item 2', 'no further items'],
    ],
    [
      'contains',
      {type: 'array', contains: {type: 'integer'}, maxContains: 3},
      ['1 to 3 items of a certain kind: integer'],
    ],
    ['contains an object', {type: 'array', contains: {properties: {deep: {}}}}, ['Items of a certain kind', 'deep']],
    ['oneOf', {oneOf: [{type: 'string', title: 'Text'}, {type: 'integer'}]}, ['One of', 'Text', 'integer']],
    ['anyOf', {anyOf: [{type: 'string'}, {type: 'integer'}]}, ['Any of', 'string', 'integer']],
    ['allOf', {allOf: [{minLength: 1}, {maxLength: 9}]}, ['1 to 9 characters']],
    ['allOf that does not fold', {allOf: [{pattern: 'a'}, {pattern: 'b'}]}, ['matches a', 'And all of', 'matches b']],
    ['not', {not: {const: 'root'}}, ['not: string, always root']],
    ['not an object', {not: {required: ['a'], properties: {a: {type: 'string'}}}}, ['Not', 'a']],
    [
      'conditions',
      {if: {minLength: 3}, then: {pattern: 'x'}, else: {maxLength: 1}},
      ['If', 'Then', 'matches x', 'Otherwise', 'at most 1 character'],
    ],
    ['additionalProperties', {properties: {a: {}}, additionalProperties: false}, ['no other properties']],
    ['a map', {additionalProperties: {type: 'integer', minimum: 7}}, ['map of integer', 'Each value', 'at least 7']],
    ['patternProperties', {patternProperties: {'^x-': {type: 'string'}}}, ['Each property that matches ^x-', 'string']],
    ['propertyNames', {propertyNames: {maxLength: 3}}, ['property names: at most 3 characters']],
    [
      'unevaluatedProperties',
      {unevaluatedProperties: {type: 'boolean'}},
      ['Each property not described otherwise', 'boolean'],
    ],
    ['dependentRequired', {dependentRequired: {a: ['b']}}, ['with a also b']],
    ['dependentSchemas', {dependentSchemas: {a: {properties: {b: {}}}}}, ['With a also', 'b']],
    ['$defs', {$defs: {Inner: {type: 'integer'}}}, ['Definitions', 'Inner', 'integer']],
    [
      'contentMediaType',
      {type: 'string', contentMediaType: 'text/csv', contentEncoding: 'base64'},
      ['holds text/csv', 'encoded as base64'],
    ],
    ['contentSchema', {type: 'string', contentSchema: {properties: {inside: {}}}}, ['What the text holds', 'inside']],
    ['deprecated', {deprecated: true}, ['deprecated']],
    ['title', {title: 'What it is'}, ['What it is']],
    ['xml', {type: 'string', xml: {name: 'n', prefix: 'p', attribute: true}}, ['in XML: attribute p:n']],
    ['true', true, ['any']],
    ['false', false, ['nothing']],
    ['no type', {}, ['any']],
    ['siblings of $ref', {...ref('Missing'), description: '<p>Beside.</p>'}, ['Beside.']],
  ])('says %s', async (_, schema, words) => {
    const screen = await show(one(schema));
    const row = screen.getByRole('listitem').first();
    for (const word of words) await expect.element(row).toHaveTextContent(word);
  });

  it('links to what the document links to', async () => {
    const screen = await show(one({externalDocs: {url: 'https://e.example/', description: 'The standard'}}));
    await expect
      .element(screen.getByRole('link', {name: 'The standard'}))
      .toHaveAttribute('href', 'https://e.example/');
  });

  it('is marked, and left out, by its direction', async () => {
    const schema: Schema = {properties: {id: {readOnly: true}, secret: {writeOnly: true}}};
    const both = await show(schema, {}, 'both');
    await expect.element(both.getByText('only in requests')).toBeVisible();
    await expect.element(both.getByText('only in responses')).toBeVisible();
    await both.unmount();
    const request = await show(schema, {}, 'request');
    await expect.element(request.getByText('secret', {exact: true})).toBeVisible();
    await expect.element(request.getByText('id', {exact: true})).not.toBeInTheDocument();
  });
});

describe('a named schema', () => {
  it('is linked by its name', async () => {
    const screen = await show(one({type: 'array', items: ref('Pet')}), {Pet: {properties: {paws: {}}}});
    await expect.element(screen.getByRole('link', {name: 'Pet'})).toHaveAttribute('href', '/schemas/Pet');
    await expect.element(screen.getByText('paws')).toBeVisible();
  });

  it('that comes back in itself ends in a link', async () => {
    const screen = await show(ref('Node'), {Node: {properties: {next: ref('Node')}}});
    await expect
      .element(screen.getByText(/^Again/).getByRole('link', {name: 'Node'}))
      .toHaveAttribute('href', '/schemas/Node');
  });

  it('that is a form goes by its title where that says more, else by its name, once', async () => {
    const schemas: NamedSchemas = {
      Card: {title: 'card', properties: {number: {}}},
      Iban: {title: 'Bank account', properties: {iban: {}}},
    };
    const screen = await show({oneOf: [ref('Card'), ref('Iban'), {type: 'string', format: 'date'}]}, schemas);
    const forms = [...screen.container.querySelectorAll('details')].map(({innerText}) => innerText.split(/\n+/));
    expect(forms.map(([name]) => name)).toEqual(['Card', 'Bank account', 'string · date']);
    await expect.element(screen.getByRole('link', {name: 'Iban', exact: true})).toBeVisible();
    await expect.element(screen.getByRole('link', {name: 'Page of this schema, Card'})).toBeVisible();
  });

  it('tells forms apart by the value of the discriminator', async () => {
    const discriminator = {propertyName: 'kind', mapping: {cat: '#/components/schemas/Cat'}};
    const schemas: NamedSchemas = {Cat: {properties: {paws: {}}}, Dog: {properties: {bark: {}}}};
    const screen = await show({oneOf: [ref('Cat'), ref('Dog')], discriminator}, schemas);
    const summaries = [...screen.container.querySelectorAll('summary')].map((summary) => summary.textContent);
    expect(summaries).toEqual(['cat · Cat', 'Dog · Dog']);
    expect(screen.container.textContent.match(/Cat/g)).toHaveLength(1);
    await expect
      .element(screen.getByRole('link', {name: 'Page of this schema, Cat'}))
      .toHaveAttribute('href', '/schemas/Cat');
    await expect.element(screen.getByText('told apart by')).toHaveTextContent('One of, told apart by kind');
  });
});

describe('the tree', () => {
  const deep: Schema = one({properties: {two: {properties: {three: {properties: {four: {type: 'string'}}}}}}});

  it('is open for two levels and there as a whole', async () => {
    const screen = await show(deep);
    await expect.element(screen.getByText('three', {exact: true})).toBeVisible();
    await expect.element(screen.getByText('four', {exact: true})).not.toBeVisible();
    expect(screen.container.querySelector('[id="body.field.two.three.four"]')).not.toBeNull();
    await userEvent.click(screen.container.querySelectorAll('summary')[2] ?? screen.container);
    await expect.element(screen.getByText('four', {exact: true})).toBeVisible();
  });

  it('opens to the property that an address names', async () => {
    const screen = await show(deep, {}, 'response', '/#body.field.two.three.four');
    await expect.element(screen.getByText('four', {exact: true})).toBeInViewport();
  });

  it('opens what has no place on a full page on demand, by hand and by address', async () => {
    const many = Object.fromEntries(Array.from({length: 390}, (_, index) => [`p${index}`, {type: 'string' as const}]));
    const late: Schema = {properties: Object.fromEntries(Array.from({length: 20}, (_, index) => [`late${index}`, {}]))};
    const schema: Schema = {properties: {...many, last: ref('Late')}};
    const byHand = await show(schema, {Late: late});
    await expect.element(byHand.getByText('late7', {exact: true})).not.toBeInTheDocument();
    await userEvent.click(byHand.getByText('Properties of Late'));
    await expect.element(byHand.getByText('late7', {exact: true})).toBeVisible();
    await byHand.unmount();
    const byAddress = await show(schema, {Late: late}, 'response', '/#body.last.late7');
    await expect.element(byAddress.getByText('late7', {exact: true})).toBeInViewport();
  });

  it('fits a phone', async () => {
    await page.viewport(360, 740);
    const name = 'aVeryLongNameWithoutAnyPlaceToBreakItInTwoOrThreeParts';
    const screen = await show({
      properties: {[name]: {type: 'string', pattern: `^${name.repeat(2)}$`, enum: [name, name + name]}},
    });
    await expect.element(screen.getByRole('listitem').first()).toBeVisible();
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    await page.viewport(1280, 800);
  });
});
