import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {NamedSchemas, Schema, SchemaObject} from '../model/schema.ts';
import {schemaName} from '../model/schema.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {fittingSchemas, itemSchemas, memberSchemas} from './applicable-schemas.ts';
import {base64} from './base64.ts';
import {escapeAttribute, escapeText, xmlName, xmlText} from './xml-characters.ts';
import {layOut} from './xml-node.ts';
import type {XmlElement, XmlNode} from './xml-node.ts';

/** What XML is written with. */
interface XmlOptions {
  schemas?: NamedSchemas;
  /** What the root is called when no schema names it. */
  name?: string | undefined;
  /** How many blanks each level is indented by; none without it. */
  indent?: number;
}

/**
 * A value as an XML document by the `xml` hints of its schema (OpenAPI 3.2, XML Object; `attribute` and `wrapped` of 3.1).
 * A property that refers to a named schema goes by its own name, as in 3.0 and 3.1. Null is an empty element with
 * `xsi:nil`, or no attribute. Characters that XML does not have become U+FFFD.
 */
export function writeXml(value: Value, schema: Schema | undefined, options: XmlOptions): string {
  const {schemas = {}, name, indent = 0} = options;
  const place: Place = {candidates: [schema], schemas, name: rootName(schema) ?? name ?? 'root', isRoot: true};
  const nodes = nodesOf(value, place);
  const only = nodes.length === 1 ? nodes[0] : undefined;
  const root: XmlElement =
    only?.kind === 'element'
      ? only
      : {kind: 'element', name: xmlName(place.name), attributes: [], children: nodes.filter(isContent)};
  return `<?xml version="1.0" encoding="UTF-8"?>${indent === 0 ? '' : '\n'}${layOut(root, indent)}`;
}

/** XML Schema, part 1, section 2.6: `xsi:nil`, `xsi:type`. */
const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';

type Hints = NonNullable<SchemaObject['xml']>;

interface Place {
  candidates: (Schema | undefined)[];
  schemas: NamedSchemas;
  /** The name that is inferred from the place: of the property, or of the named schema at the root. */
  name: string;
  isRoot?: boolean;
}

function isContent(node: XmlNode): node is Exclude<XmlNode, {kind: 'attribute'}> {
  return node.kind !== 'attribute';
}

/** The nodes that a value makes below its parent: mostly one element, for a list that is not wrapped one for each item. */
function nodesOf(value: Value, place: Place): XmlNode[] {
  const applicable = fittingSchemas(place.candidates, value, place.schemas);
  const hints = hintsOf(applicable);
  const nodeType = nodeTypeOf(hints, value, place.isRoot === true);
  const name = hints.name ?? place.name;
  switch (nodeType) {
    case 'attribute':
      return value === null
        ? []
        : [{kind: 'attribute', ...named(name, hints, false), value: escapeAttribute(scalar(value))}];
    case 'text':
      return [{kind: 'text', text: escapeText(scalar(value))}];
    case 'cdata':
      return [{kind: 'text', text: cdata(scalar(value))}];
    case 'none':
      return contentOf(value, applicable, {...place, name: Array.isArray(value) ? place.name : name});
    default:
      return [elementOf(value, applicable, hints, {...place, name})];
  }
}

function elementOf(value: Value, applicable: SchemaObject[], hints: Hints, place: Place): XmlElement {
  const element = {kind: 'element', ...named(place.name, hints, true)} as const;
  if (value === null) {
    const nil = {kind: 'attribute', name: 'xsi:nil', value: 'true', declares: [['xsi', instanceNamespace]]} as const;
    return {...element, attributes: [nil], children: []};
  }
  const nodes = contentOf(value, applicable, place);
  return {
    ...element,
    attributes: nodes.filter((node) => node.kind === 'attribute'),
    children: nodes.filter(isContent),
  };
}

function contentOf(value: Value, applicable: SchemaObject[], {schemas, name}: Place): XmlNode[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => nodesOf(item, {candidates: itemSchemas(applicable, index), schemas, name}));
  }
  if (isValueObject(value)) {
    return Object.entries(value).flatMap(([key, member]) =>
      member === undefined ? [] : nodesOf(member, {candidates: memberSchemas(applicable, key), schemas, name: key}),
    );
  }
  const text = scalar(value);
  return text === '' ? [] : [{kind: 'text', text: escapeText(text)}];
}

/** The first that says something wins: what stands beside a `$ref` before what it refers to. */
function hintsOf(applicable: SchemaObject[]): Hints {
  return Object.assign({}, ...applicable.map(({xml}) => xml ?? {}).reverse()) as Hints;
}

/** OpenAPI 3.2, XML Object, `nodeType`. The root is an element whatever it holds. */
function nodeTypeOf({nodeType, attribute, wrapped}: Hints, value: Value, isRoot: boolean): string {
  if (nodeType !== undefined) return isRoot && nodeType === 'attribute' ? 'element' : nodeType;
  if (attribute === true && !isRoot) return 'attribute';
  return Array.isArray(value) && wrapped !== true && !isRoot ? 'none' : 'element';
}

function rootName(schema: Schema | undefined): string | undefined {
  if (typeof schema !== 'object') return undefined;
  if (schema.$ref !== undefined) return schemaName(schema.$ref);
  const [only] = schema.allOf?.length === 1 ? schema.allOf : [];
  return rootName(only);
}

/** The name with its prefix, and the namespaces that it needs declared. An attribute without a prefix has none. */
function named(text: string, hints: Hints, isElement: boolean) {
  const [, before, after] = /^([^:]+):([^:]+)$/.exec(hints.name ?? '') ?? [];
  const {prefix = before} = hints;
  const namespace = hints.namespace ?? (prefix === 'xsi' ? instanceNamespace : undefined);
  const name = prefix === before ? (after ?? text) : text;
  const hasPrefix = prefix !== undefined && prefix !== '';
  const declares: [prefix: string, namespace: string][] =
    namespace === undefined || (!hasPrefix && !isElement) ? [] : [[hasPrefix ? xmlName(prefix) : '', namespace]];
  return {name: hasPrefix ? `${xmlName(prefix)}:${xmlName(name)}` : xmlName(name), declares};
}

function scalar(value: Value): string {
  if (typeof value === 'string') return value;
  if (value instanceof ExactNumber) return value.text;
  if (value instanceof FileValue) return base64(value.bytes);
  if (Array.isArray(value)) return value.map(scalar).join(' ');
  return isValueObject(value)
    ? Object.values(value)
        .map((member) => scalar(member ?? null))
        .join(' ')
    : value === null
      ? ''
      : String(value);
}

/** A CDATA section, in two where the text would end it. */
function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
