import {makeExample} from '../../model/make-example.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {describeType} from '../../model/describe-type.ts';
import {schemaRef, type Schema} from '../../model/schema.ts';
import {mergeSchema} from '../../model/merge-schema.ts';
import type {SchemaUse} from '../schema-uses.ts';
import {proseMarkdown, type ResolveLink} from './prose-markdown.ts';
import {limits, rowTable, schemaRows} from './schema-table.ts';
import {blocks, codeSpan, escapeText, fence, link} from './syntax.ts';

/** What a schema's Markdown needs to know of its surroundings. */
export interface SchemaSurroundings {
  /** Of links in its prose. */
  resolveLink: ResolveLink;
  /** Who refers to it; undefined when nobody does. */
  use: SchemaUse | undefined;
  /** The address of the Markdown of an operation. */
  operationAddress: (operation: Operation) => string;
  /** The address of the Markdown of a named schema; undefined where it has no page. */
  schemaAddress: (name: string) => string | undefined;
}

/** A named schema of an API whose prose is CommonMark, as one Markdown document: all that its page says. Pure. */
export function schemaMarkdown(name: string, {schemas}: Api, surroundings: SchemaSurroundings): string {
  const {resolveLink} = surroundings;
  const schema: Schema = {$ref: schemaRef(name)};
  const merged = mergeSchema(schema, schemas);
  const {type, format} = describeType(merged, schemas);
  const rows = schemaRows(schema, schemas, 'both');
  const kind = escapeText(format === undefined ? type : `${type} (${format})`);
  return `${blocks(
    `# ${escapeText(name)}`,
    merged.title === undefined || merged.title === name ? undefined : `${escapeText(merged.title)}.`,
    merged.deprecated ? '**Deprecated.**' : undefined,
    merged.description && proseMarkdown(merged.description, {resolveLink, shift: 2}),
    '## Properties',
    `${[kind, ...limits(merged)].join('; ')}.`,
    rows.length === 0 ? undefined : rowTable('Property', rows, schemas, {resolveLink}),
    '## Example',
    fence(JSON.stringify(makeExample(schema, schemas, {mode: 'response'}), undefined, 2), 'json'),
    usersMarkdown(name, surroundings),
  )}\n`;
}

function usersMarkdown(name: string, {use, operationAddress, schemaAddress}: SchemaSurroundings): string {
  const operations = [...(use?.operations ?? [])].map(([operation, places]) => {
    const where = [...places].map((place) => (place === 'request' ? 'in the request' : `in the response ${place}`));
    return `- ${link(escapeText(operation.title), operationAddress(operation))}, ${where.join(', ')}`;
  });
  const schemas = [...(use?.schemas ?? [])].flatMap((other) => {
    const address = other === name ? undefined : schemaAddress(other);
    return address === undefined ? [] : [`- ${link(codeSpan(other), address)}`];
  });
  const items = [...operations, ...schemas];
  return items.length === 0 ? '' : blocks('## Used by', items.join('\n'));
}
