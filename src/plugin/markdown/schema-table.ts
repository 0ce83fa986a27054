import {describeLimits, valueInWords} from '../../model/describe-schema.ts';
import {describeType} from '../../model/describe-type.ts';
import {mergeSchema} from '../../model/merge-schema.ts';
import {isSecret, schemaName, type NamedSchemas, type Schema, type SchemaObject} from '../../model/schema.ts';
import {cellProse, type ProseOptions} from './prose-markdown.ts';
import {blocks, cellCode, escapeText, table} from './syntax.ts';

/** Whether a schema is shown in a request (no readOnly properties), in a response (no writeOnly ones), or by itself. */
export type Direction = 'request' | 'response' | 'both';

/** A parameter, header or property. */
export interface Row {
  name: string;
  /** What stands behind the name, in plain text. */
  remark?: string;
  schema: Schema;
  required?: boolean;
  deprecated?: boolean | undefined;
  /** Markdown that stands instead of the schema's own description. */
  description?: string | undefined;
  /** More about it, in plain text. */
  notes?: string[];
}

interface Walk {
  schemas: NamedSchemas;
  direction: Direction;
  rows: Row[];
  /** Where each named schema was opened first. */
  opened: Map<string, string>;
}

/** So many rows a table opens a schema again wherever it comes; from then on each is opened once. */
const generousRows = 300;

/** So many rows, and a table opens no further named schema: some documents reach thousands from every operation. */
const mostRows = 1000;

/** So many levels of properties. */
const deepest = 24;

/** A table of rows, and below it the descriptions that no cell can hold. Pure. */
export function rowTable(first: string, rows: Row[], schemas: NamedSchemas, options: ProseOptions): string {
  const long: string[] = [];
  const cells = rows.map((row) => {
    const schema = mergeSchema(row.schema, schemas);
    const name = row.name === '' ? '(whole value)' : cellCode(row.name);
    const {line, whole} = cellProse(row.description ?? schema.description ?? '', options);
    if (whole !== undefined) long.push(blocks(`About ${name}:`, whole));
    const {type, format} = describeType(row.schema, schemas);
    return [
      row.remark === undefined ? name : `${name}, ${escapeText(row.remark)}`,
      escapeText(format === undefined ? type : `${type} (${format})`),
      row.required === undefined ? '' : row.required ? 'yes' : 'no',
      whole === undefined ? line : `${line} More below the table.`.trim(),
      [...marks(row, schema), ...limits(schema), ...(row.notes ?? []).map(escapeText)].join('; '),
    ];
  });
  return blocks(table([first, 'Type', 'Required', 'Description', 'Limits and notes'], cells), ...long);
}

/**
 * The rows of every property of a schema, nested ones under their dotted names. A schema that comes back within itself
 * is named, not opened. Empty for a schema without properties or forms.
 */
export function schemaRows(schema: Schema, schemas: NamedSchemas, direction: Direction): Row[] {
  const walk: Walk = {schemas, direction, rows: [], opened: new Map()};
  open(schema, '', [], walk);
  return walk.rows;
}

/** The limits of a schema, as Markdown within a line. */
export function limits(schema: SchemaObject): string[] {
  const examples = isSecret(schema) ? [] : (schema.examples ?? []);
  const words = examples.length === 0 ? [] : [`for example ${examples.map(valueInWords).join(', ')}`];
  return [...describeLimits(schema), ...words].map(limitMarkdown);
}

/** Code stands between backticks, and only there; odd parts of the split are what the group matched. */
function limitMarkdown(limit: string): string {
  const parts = limit.split(/`([^`]+)`/);
  return parts.map((part, index) => (index % 2 === 1 ? cellCode(part) : escapeText(part))).join('');
}

function marks(row: Row, schema: SchemaObject): string[] {
  return [
    ...((row.deprecated ?? schema.deprecated) ? ['deprecated'] : []),
    ...(schema.writeOnly ? ['only in requests'] : []),
    ...(schema.readOnly ? ['only in responses'] : []),
  ];
}

function open(schema: Schema, path: string, within: readonly string[], walk: Walk): void {
  const merged = mergeSchema(schema, walk.schemas);
  const name = nameOf(schema, merged, walk.schemas);
  const inside = name === undefined ? within : [...within, name];
  const closed = hasRows(merged) ? whyClosed(name, path, within, walk) : undefined;
  if (closed !== undefined) {
    walk.rows.at(-1)?.notes?.push(closed);
    return;
  }
  if (name !== undefined && !walk.opened.has(name)) walk.opened.set(name, path);
  for (const part of merged.allOf ?? []) open(part, path, inside, walk);
  for (const [key, property] of Object.entries(merged.properties ?? {})) {
    if (!isShown(mergeSchema(property, walk.schemas), walk.direction)) continue;
    add(join(path, key), property, merged.required?.includes(key) ?? false, inside, walk);
  }
  for (const [key, value] of innerSchemas(merged)) {
    if (key === undefined) open(value, path, inside, walk);
    else if (key.startsWith('<') || hasRows(mergeSchema(value, walk.schemas))) {
      add(join(path, key), value, undefined, inside, walk);
    }
  }
  openForms(merged, path, inside, walk);
}

/** What a row says instead of the properties of its schema; undefined where they follow. */
function whyClosed(
  name: string | undefined,
  path: string,
  within: readonly string[],
  {rows, opened}: Walk,
): string | undefined {
  const before = name === undefined ? undefined : opened.get(name);
  if (name !== undefined && (within.includes(name) || (before !== undefined && rows.length >= generousRows))) {
    return `the same as ${name} ${before === undefined || before === '' ? 'above' : `at ${before}`}`;
  }
  const isTooMuch = path.split('.').length > deepest || (name !== undefined && rows.length >= mostRows);
  return isTooMuch ? `the properties of ${name ?? 'this'} stand in the OpenAPI document` : undefined;
}

/** The name of a schema, also of one that a reference and null make together. An array's words name its items. */
function nameOf(schema: Schema, merged: SchemaObject, schemas: NamedSchemas): string | undefined {
  if (typeof schema === 'object' && schema.$ref !== undefined) return schemaName(schema.$ref);
  const isNamed = merged.properties !== undefined || (merged.items === undefined && (merged.oneOf ?? merged.anyOf));
  return isNamed ? describeType(schema, schemas).ref : undefined;
}

/** `oneOf` and `anyOf`: a row for each form, followed by its properties. */
function openForms(merged: SchemaObject, path: string, within: readonly string[], walk: Walk): void {
  const forms = merged.oneOf ?? merged.anyOf ?? [];
  const teller = merged.discriminator?.propertyName;
  forms.forEach((form, index) => {
    const remark = `form ${index + 1} of ${forms.length}`;
    walk.rows.push({
      name: path,
      remark,
      schema: form,
      notes: teller === undefined ? [] : [`${teller} tells the form`],
    });
    open(form, path, within, walk);
  });
}

function add(path: string, schema: Schema, required: boolean | undefined, within: readonly string[], walk: Walk): void {
  walk.rows.push({name: path, schema, ...(required === undefined ? {} : {required}), notes: []});
  open(schema, path, within, walk);
}

/** What stands within arrays and maps; items go by the name of their array. */
function innerSchemas(schema: SchemaObject): [string | undefined, Schema][] {
  const {items, prefixItems = [], additionalProperties, patternProperties = {}} = schema;
  return [
    ...(items === undefined ? [] : [[undefined, items] as [undefined, Schema]]),
    ...prefixItems.map((item, index): [string, Schema] => [`<item ${index + 1}>`, item]),
    ...(typeof additionalProperties === 'object' ? [['*', additionalProperties] as [string, Schema]] : []),
    ...Object.entries(patternProperties).map(([pattern, value]): [string, Schema] => [`<${pattern}>`, value]),
  ];
}

function hasRows(schema: SchemaObject): boolean {
  return (
    (schema.properties ?? schema.oneOf ?? schema.anyOf ?? schema.allOf ?? schema.patternProperties) !== undefined ||
    schema.prefixItems !== undefined ||
    schema.items !== undefined ||
    typeof schema.additionalProperties === 'object'
  );
}

function isShown(schema: SchemaObject, direction: Direction): boolean {
  if (direction === 'both') return true;
  return direction === 'request' ? schema.readOnly !== true : schema.writeOnly !== true;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
