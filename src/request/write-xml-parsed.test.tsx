import fc from 'fast-check';
import {expect, it} from 'vitest';
import type {SchemaObject} from '../model/schema.ts';
import {writeXml} from './write-xml.ts';
import {xmlText} from './xml-characters.ts';

function parse(text: string): Element {
  const document = new DOMParser().parseFromString(text, 'application/xml');
  expect(document.querySelector('parsererror')?.textContent).toBeUndefined();
  return document.documentElement;
}

const text = fc.oneof(
  fc.string({unit: 'binary'}),
  fc.string({unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\r', '\n', '\t', '\0', '\ud800', 'x', '😀')}),
);

it('a browser reads back what was written, as text, attribute and CDATA', () => {
  const schema: SchemaObject = {
    properties: {
      attribute: {xml: {nodeType: 'attribute'}},
      section: {properties: {inner: {xml: {nodeType: 'cdata'}}}},
    },
  };
  fc.assert(
    fc.property(text, text, text, (attribute, element, cdata) => {
      const root = parse(writeXml({attribute, element, section: {inner: cdata}}, schema, {}));
      expect(root.getAttribute('attribute')).toBe(xmlText(attribute));
      expect(root.querySelector('element')?.textContent).toBe(xmlText(element));
      // A CDATA section has no references, so parsers make a line feed of a carriage return (XML 1.0, section 2.11).
      expect(root.querySelector('section')?.textContent).toBe(xmlText(cdata).replace(/\r\n?/g, '\n'));
    }),
  );
});

it('whatever the names and hints are, a browser can read it', () => {
  const hints = fc.record(
    {
      name: fc.oneof(text, fc.constantFrom('xmlns:a', 'xml:lang', 'a:b', '1:2:3')),
      prefix: fc.oneof(text, fc.constantFrom('xml', 'xmlns', 'xsi', 'a')),
      namespace: fc.constantFrom('urn:a', 'urn:b'),
      attribute: fc.boolean(),
      wrapped: fc.boolean(),
      nodeType: fc.constantFrom('element', 'attribute', 'text', 'cdata', 'none'),
    },
    {requiredKeys: []},
  );
  fc.assert(
    fc.property(fc.jsonValue({maxDepth: 3}), fc.array(hints, {maxLength: 4}), (value, all) => {
      const schema = all.reduce<SchemaObject>((inner, xml) => ({xml, items: inner, additionalProperties: inner}), {});
      parse(writeXml(JSON.parse(JSON.stringify(value)), schema, {indent: 2}));
    }),
    {numRuns: 300},
  );
});
