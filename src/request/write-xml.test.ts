import {describe, expect, it} from 'vitest';
import {ExactNumber} from '../model/exact-number.ts';
import type {NamedSchemas, Schema} from '../model/schema.ts';
import type {Value} from '../model/values.ts';
import {writeXml} from './write-xml.ts';

function xml(value: Value, schema?: Schema, schemas: NamedSchemas = {}): string {
  const text = writeXml(value, schema, {schemas});
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  expect(text.startsWith(declaration)).toBe(true);
  return text.slice(declaration.length);
}

const animals = ['dog', 'cat', 'hamster'];

/** The `animals` property of an object that is called `document`. */
function animalsAs(schema: Schema): string {
  return xml({animals}, {type: 'object', xml: {name: 'document'}, properties: {animals: schema}});
}

const string = {type: 'string'} as const;
const threeOf = (name: string) => animals.map((animal) => `<${name}>${animal}</${name}>`).join('');

/** OpenAPI 3.2, XML Object Examples, and 3.1's where they differ only in `wrapped` and `attribute`. */
describe('the examples of the OpenAPI specification', () => {
  it.each<[string, Schema, string]>([
    ['a list', {type: 'array', items: string}, threeOf('animals')],
    ['a list with a name for its items', {type: 'array', items: {...string, xml: {name: 'animal'}}}, threeOf('animal')],
    [
      'a name of a list without an element does not count',
      {type: 'array', xml: {name: 'aliens'}, items: {...string, xml: {name: 'animal'}}},
      threeOf('animal'),
    ],
    ['wrapped', {type: 'array', xml: {wrapped: true}, items: string}, `<animals>${threeOf('animals')}</animals>`],
    [
      'an element',
      {type: 'array', xml: {nodeType: 'element'}, items: string},
      `<animals>${threeOf('animals')}</animals>`,
    ],
    [
      'an element with a name for its items',
      {type: 'array', xml: {nodeType: 'element'}, items: {...string, xml: {name: 'animal'}}},
      `<animals>${threeOf('animal')}</animals>`,
    ],
    [
      'names for both',
      {type: 'array', xml: {name: 'aliens', wrapped: true}, items: {...string, xml: {name: 'animal'}}},
      `<aliens>${threeOf('animal')}</aliens>`,
    ],
    [
      'a name for the element only',
      {type: 'array', xml: {name: 'aliens', nodeType: 'element'}, items: string},
      `<aliens>${threeOf('aliens')}</aliens>`,
    ],
  ])('%s', (_, schema, expected) => {
    expect(animalsAs(schema)).toBe(`<document>${expected}</document>`);
  });

  it.each([{attribute: true}, {nodeType: 'attribute'}])('attribute, prefix and namespace: %j', (id) => {
    const schemas: NamedSchemas = {
      Person: {
        type: 'object',
        properties: {
          id: {type: 'integer', xml: id},
          name: {type: 'string', xml: {namespace: 'https://example.com/schema/sample', prefix: 'sample'}},
        },
      },
    };
    expect(xml({id: 123, name: 'example'}, {$ref: '#/components/schemas/Person'}, schemas)).toBe(
      '<Person id="123"><sample:name xmlns:sample="https://example.com/schema/sample">example</sample:name></Person>',
    );
  });

  it('elements with attributes and text', () => {
    const item = {
      xml: {name: 'animal'},
      properties: {kind: {xml: {nodeType: 'attribute'}}, name: {xml: {nodeType: 'text'}}},
    };
    const value = [
      {kind: 'Cat', name: 'Fluffy'},
      {kind: 'Dog', name: 'Fido'},
    ];
    expect(xml(value, {type: 'array', xml: {nodeType: 'element', name: 'animals'}, items: item})).toBe(
      '<animals><animal kind="Cat">Fluffy</animal><animal kind="Dog">Fido</animal></animals>',
    );
  });

  it('a referenced element with CDATA', () => {
    const content = '<html><head><title>Awesome Docs</title></head><body></body><html>';
    const properties = {content: {type: 'string', xml: {nodeType: 'cdata'}}} as const;
    const $ref = '#/components/schemas/Documentation';
    expect(xml({content}, {$ref}, {Documentation: {type: 'object', properties}})).toBe(
      `<Documentation><![CDATA[${content}]]></Documentation>`,
    );
    const stored = {xml: {nodeType: 'element', name: 'StoredDocument'}, $ref};
    expect(xml({content}, stored, {Documentation: {xml: {nodeType: 'none'}, type: 'object', properties}})).toBe(
      `<StoredDocument><![CDATA[${content}]]></StoredDocument>`,
    );
  });

  it('ordered elements and text', () => {
    const attribute = {type: 'string', xml: {nodeType: 'attribute'}} as const;
    const value = {type: 'number', xml: {nodeType: 'text'}} as const;
    const ordered: Schema = {
      xml: {nodeType: 'element', name: 'OneTwoThree'},
      type: 'array',
      prefixItems: [
        {xml: {name: 'One'}, type: 'string'},
        {xml: {name: 'Two'}, type: 'object', properties: {unit: attribute, value}},
        {xml: {name: 'Three'}, type: ['boolean', 'null']},
      ],
    };
    expect(xml(['Some text', {unit: 'cubits', value: 42}, null], ordered)).toBe(
      '<OneTwoThree><One>Some text</One><Two unit="cubits">42</Two><Three xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></OneTwoThree>',
    );
    const text = {xml: {nodeType: 'text'}, type: 'string'} as const;
    const report: Schema = {
      xml: {nodeType: 'element', name: 'Report'},
      type: 'array',
      prefixItems: [text, {xml: {name: 'data'}, type: 'number'}, text],
    };
    expect(xml(['Some preamble text.', 42, 'Some postamble text.'], report)).toBe(
      '<Report>Some preamble text.<data>42</data>Some postamble text.</Report>',
    );
  });

  it('null: an element that says so, and no attribute', () => {
    const schema: Schema = {
      xml: {name: 'product'},
      type: 'object',
      properties: {
        count: {type: ['number', 'null'], xml: {nodeType: 'attribute'}},
        rating: {type: 'string', xml: {nodeType: 'attribute'}},
        description: {type: 'string'},
        related: {type: ['object', 'null']},
      },
    };
    expect(xml({count: null, description: 'Thing', related: null}, schema)).toBe(
      '<product><description>Thing</description><related xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></product>',
    );
    expect(xml({count: 42, description: 'Thing', related: {}}, schema)).toBe(
      '<product count="42"><description>Thing</description><related/></product>',
    );
  });
});

describe('writeXml', () => {
  it('names a property that refers to a named schema by the property, unless that schema has a name', () => {
    const schemas: NamedSchemas = {
      Category: {type: 'object', properties: {id: {type: 'integer'}}},
      Tag: {type: 'string', xml: {name: 'Label'}},
    };
    const schema: Schema = {
      xml: {name: 'pet'},
      properties: {
        category: {$ref: '#/components/schemas/Category'},
        tags: {type: 'array', xml: {wrapped: true}, items: {$ref: '#/components/schemas/Tag'}},
        own: {$ref: '#/components/schemas/Tag', xml: {name: 'mine'}},
      },
    };
    expect(xml({category: {id: 1}, tags: ['a'], own: 'b'}, schema, schemas)).toBe(
      '<pet><category><id>1</id></category><tags><Label>a</Label></tags><mine>b</mine></pet>',
    );
  });

  it('follows the branch of a union that the value is', () => {
    const kind = (only: string) => ({properties: {kind: {const: only}, name: {xml: {name: `${only}Name`}}}});
    const schema: Schema = {xml: {name: 'pet'}, oneOf: [kind('cat'), kind('dog')]};
    expect(xml({kind: 'dog', name: 'Rex'}, schema)).toBe('<pet><kind>dog</kind><dogName>Rex</dogName></pet>');
  });

  it('always has one root', () => {
    expect(xml(['a', 'b'], {type: 'array', items: {xml: {name: 'x'}}})).toBe('<root><x>a</x><x>b</x></root>');
    expect(xml(new ExactNumber('1.10'))).toBe('<root>1.10</root>');
    expect(xml('a', {xml: {nodeType: 'text'}})).toBe('<root>a</root>');
    expect(xml('a', {xml: {name: 'x', attribute: true}})).toBe('<x>a</x>');
  });

  it('declares a namespace where it is first needed, and drops a prefix that stands for nothing', () => {
    const shared = {prefix: 's', namespace: 'urn:s'};
    const schema: Schema = {
      xml: {name: 'root', namespace: 'urn:default'},
      properties: {
        a: {xml: {...shared, name: 'A'}, properties: {b: {xml: shared}, c: {xml: {...shared, attribute: true}}}},
        d: {xml: {prefix: 'unknown'}},
        e: {xml: {name: 'xml:lang', attribute: true}},
        f: {properties: {g: {xml: {prefix: 'xsi', attribute: true}}, h: {xml: {prefix: 'xmlns'}}}},
      },
    };
    expect(xml({a: {b: 1, c: 2}, d: 3, e: 'en', f: {g: 'x', h: 1}}, schema)).toBe(
      '<root xmlns="urn:default" xml:lang="en"><s:A xmlns:s="urn:s" s:c="2"><s:b>1</s:b></s:A><d>3</d><f xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:g="x"><h>1</h></f></root>',
    );
  });

  it('indents elements, but not those among text', () => {
    const schema: Schema = {xml: {name: 'r'}, properties: {t: {xml: {nodeType: 'text'}}}};
    expect(
      writeXml({a: {b: 1}, c: null}, {xml: {name: 'r'}}, {indent: 2})
        .split('\n')
        .slice(1, 5),
    ).toEqual(['<r>', '  <a>', '    <b>1</b>', '  </a>']);
    expect(writeXml({t: 'x', a: {b: 1}}, schema, {indent: 2})).toContain('\n<r>x<a><b>1</b></a></r>');
  });

  it('escapes what is markup, in two CDATA sections where one would end', () => {
    expect(xml({'a b': '<&>"\r', '1': ']]>'}, {properties: {'1': {xml: {nodeType: 'cdata'}}}})).toBe(
      '<root><![CDATA[]]]]><![CDATA[>]]><a_b>&lt;&amp;&gt;"&#13;</a_b></root>',
    );
    expect(xml({a: '"\n\t<\0\ud800'}, {properties: {a: {xml: {attribute: true}}}})).toBe(
      '<root a="&quot;&#10;&#9;&lt;\ufffd\ufffd"/>',
    );
  });
});
