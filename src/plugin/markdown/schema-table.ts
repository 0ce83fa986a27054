import type {SchemaGroup, SchemaNode, UnopenedSchema} from '../../model/schema-tree.ts';
import {tellingTitle} from '../../model/telling-title.ts';
import {cellProse, proseMarkdown, type ProseOptions} from './prose-markdown.ts';
import {blocks, cellCode, codeSpan, escapeText, link, table} from './syntax.ts';

/** A parameter, header or property. */
export interface Row {
  name: string;
  /** What stands behind the name: words with code between backticks. */
  remark?: string;
  node: SchemaNode;
  required?: boolean;
  deprecated?: boolean | undefined;
  /** Markdown that stands instead of the schema's own description. */
  description?: string | undefined;
  /** More about it: words with code between backticks. */
  notes?: string[];
}

export interface TableOptions extends ProseOptions {
  /** The address of the Markdown of a named schema; undefined where it has no page. */
  schemaAddress: (name: string) => string | undefined;
}

/** Longer lists of values stand below the table. */
const mostInCell = 12;

/** A table of rows, and below it what no cell can hold: long descriptions, many values. Pure. */
export function rowTable(first: string, rows: Row[], options: TableOptions): string {
  const long: string[] = [];
  const cells = rows.map((row) => {
    const {node, remark} = row;
    const name = row.name === '' ? '(whole value)' : cellCode(row.name);
    const {line, whole} = cellProse(row.description ?? node.description ?? '', options);
    const values = node.values ?? [];
    const hasMany = values.length > mostInCell;
    if (whole !== undefined) long.push(blocks(`About ${name}:`, whole));
    if (hasMany) long.push(blocks(`${name} is one of ${values.length} values:`, valueList(values)));
    const {title} = node;
    const telling = title === undefined ? undefined : tellingTitle(title, row.name.split('.').at(-1) ?? '');
    return [
      remark === undefined ? name : `${name}, ${inlineMarkdown(remark)}`,
      typeInWords(node),
      row.required === undefined ? '' : row.required ? 'yes' : 'no',
      whole === undefined ? line : `${line} More below the table.`.trim(),
      [
        ...(telling === undefined ? [] : [escapeText(telling)]),
        ...marks(row),
        ...(hasMany ? [`one of ${values.length} values, below the table`] : valuesInLine(values)),
        ...node.facts.map(inlineMarkdown),
        ...(row.notes ?? []).map(inlineMarkdown),
        ...docsOf(node),
        ...(node.more === undefined ? [] : [unopened(node.more, options)]),
      ].join('; '),
    ];
  });
  return blocks(table([first, 'Type', 'Required', 'Description', 'Limits and notes'], cells), ...long);
}

/** What a schema says of its whole: a sentence of type and limits, description, values. */
export function headMarkdown(node: SchemaNode, options: TableOptions & {shift: number}): string {
  const {description, values = [], facts, more} = node;
  const isOpen = (node.properties ?? node.groups) !== undefined;
  const words = [
    typeInWords(node),
    ...(values.length > mostInCell ? [`one of ${values.length} values`] : valuesInLine(values)),
    ...facts.map(inlineMarkdown),
    ...docsOf(node),
    ...(more === undefined ? [] : [`${isOpen ? 'and ' : ''}${unopened(more, options)}`]),
  ];
  return blocks(
    `${words.join('; ')}.`,
    description && proseMarkdown(description, options),
    values.length > mostInCell ? valueList(values) : undefined,
  );
}

/** The rows of all that is in a schema, nested properties under their dotted names, as its page shows them. Pure. */
export function treeRows(node: SchemaNode, path = ''): Row[] {
  const {properties = [], groups = []} = node;
  return [
    ...properties.flatMap((property): Row[] => {
      const name = join(path, property.name);
      return [{name, required: property.required, node: property.node}, ...treeRows(property.node, name)];
    }),
    ...groups.flatMap((group) => (group.isInPlace ? inPlaceRows(group, path) : groupRows(group, path))),
  ];
}

/** Items and values of maps. Items go by the name of their array; either has a row where it has something to say. */
function inPlaceRows({title, members}: SchemaGroup, path: string): Row[] {
  return members.flatMap(({node}): Row[] => {
    const inner = title.endsWith('item') ? path : join(path, '*');
    const isSaid = saysNothing(node) && (inner === path || (node.properties ?? node.groups) === undefined);
    return [...(isSaid ? [] : [{name: inner, remark: lowered(title), node}]), ...treeRows(node, inner)];
  });
}

/** Forms, conditions and parts: a row that says which, then what is in it. */
function groupRows({title, members}: SchemaGroup, path: string): Row[] {
  return members.flatMap(({label, node}, index): Row[] => {
    if (title === 'Items in this order') {
      const name = join(path, String(index));
      return [{name, node}, ...treeRows(node, name)];
    }
    const number = members.length > 1 ? ` (${index + 1} of ${members.length})` : '';
    const remark = `${lowered(title)}${number}${label === undefined ? '' : `: ${label}`}`;
    return [{name: path, remark, node}, ...treeRows(node, path)];
  });
}

function saysNothing({facts, values, description, externalDocs, more}: SchemaNode): boolean {
  return facts.length === 0 && (values ?? description ?? externalDocs ?? more) === undefined;
}

function typeInWords({type: {type, format}}: SchemaNode): string {
  return escapeText(format === undefined ? type : `${type} (${format})`);
}

function marks({deprecated, node}: Row): string[] {
  return [
    ...((deprecated ?? node.deprecated) ? ['deprecated'] : []),
    ...(node.writeOnly ? ['only in requests'] : []),
    ...(node.readOnly ? ['only in responses'] : []),
  ];
}

type Values = NonNullable<SchemaNode['values']>;

function valuesInLine(values: Values): string[] {
  return values.length === 0 ? [] : [`one of ${values.map(valueMarkdown).join(', ')}`];
}

function valueList(values: Values): string {
  return values.map((value) => `- ${valueMarkdown(value)}`).join('\n');
}

function valueMarkdown({value, name, description}: Values[number]): string {
  const words = [name, description].filter((text) => text !== undefined).map(escapeText);
  return `${inlineMarkdown(value)}${words.length === 0 ? '' : ` (${words.join(': ')})`}`;
}

function docsOf({externalDocs}: SchemaNode): string[] {
  return externalDocs === undefined
    ? []
    : [link(escapeText(externalDocs.description ?? 'More about this'), externalDocs.url)];
}

/** Where to find what is not opened here. */
function unopened({names, isRecursive, rest}: UnopenedSchema, {schemaAddress}: TableOptions): string {
  if (rest !== undefined || names.length === 0) return 'more stands in the OpenAPI document';
  const links = names.map((name) => {
    const address = schemaAddress(name);
    return address === undefined ? codeSpan(name) : link(codeSpan(name), address);
  });
  return `${isRecursive ? 'again' : 'with the properties of'} ${links.join(' and ')}`;
}

/** Words with code between backticks, and only there; odd parts of the split are what the group matched. */
export function inlineMarkdown(words: string): string {
  const parts = words.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? cellCode(part) : escapeText(part))).join('');
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
