import {escapeAttribute} from './xml-characters.ts';

/** A namespace that a name needs: its prefix, empty for the default one, and what it stands for. */
type Declaration = readonly [prefix: string, namespace: string];

interface XmlAttribute {
  kind: 'attribute';
  name: string;
  /** Escaped. */
  value: string;
  declares: readonly Declaration[];
}

interface XmlText {
  kind: 'text';
  /** Escaped, or a CDATA section. */
  text: string;
}

/** An element, its names as they stand in the document. */
export interface XmlElement {
  kind: 'element';
  name: string;
  declares?: readonly Declaration[];
  attributes: XmlAttribute[];
  children: (XmlElement | XmlText)[];
}

/** What stands in an XML document. */
export type XmlNode = XmlElement | XmlAttribute | XmlText;

/** Writes an element down. Namespaces are declared where they are first needed; elements among text are not indented. */
export function layOut(root: XmlElement, indent: number): string {
  return write(root, indent, '', {});
}

/** Prefixes that every document knows, but only for attributes (Namespaces in XML, section 3). */
const ofAttributes = {xml: '', xmlns: ''};

function write(element: XmlElement, indent: number, margin: string, inherited: Record<string, string>): string {
  const scope = {...inherited};
  const attributes = new Map<string, string>();
  for (const [prefix, namespace] of [element, ...element.attributes].flatMap(({declares = []}) => declares)) {
    if (scope[prefix] === namespace || Object.hasOwn(ofAttributes, prefix)) continue;
    scope[prefix] = namespace;
    attributes.set(prefix === '' ? 'xmlns' : `xmlns:${prefix}`, escapeAttribute(namespace));
  }
  for (const {name, value} of element.attributes) {
    const [, prefix] = /^xmlns:(.*)$/.exec(name) ?? [];
    const isRefused = prefix !== undefined && (value === '' || Object.hasOwn(ofAttributes, prefix));
    if (isRefused || attributes.has(name)) continue;
    if (prefix !== undefined) scope[prefix] = value;
    attributes.set(knownName(name, {...scope, ...ofAttributes}), value);
  }
  const name = knownName(element.name, scope);
  const open = name + [...attributes].map(([key, value]) => ` ${key}="${value}"`).join('');
  if (element.children.length === 0) return `<${open}/>`;
  const isMixed = indent === 0 || element.children.some(({kind}) => kind === 'text');
  const inner = isMixed ? '' : `\n${margin}${' '.repeat(indent)}`;
  const children = element.children.map((child) =>
    child.kind === 'text' ? child.text : inner + write(child, isMixed ? 0 : indent, margin + ' '.repeat(indent), scope),
  );
  return `<${open}>${children.join('')}${isMixed ? '' : `\n${margin}`}</${name}>`;
}

/** Without its prefix where nothing says what that stands for: parsers refuse such a document. */
function knownName(name: string, scope: Record<string, string>): string {
  const [prefix, local] = name.split(':');
  return local === undefined || Object.hasOwn(scope, prefix ?? '') ? name : local;
}
