import {makeExample} from '../../model/make-example.ts';
import type {Api, Operation} from '../../model/operation.ts';
import {schemaRef, type Schema} from '../../model/schema.ts';
import {schemaHeading} from '../../model/schema-heading.ts';
import {describeType} from '../../model/describe-type.ts';
import {mergeSchema} from '../../model/merge-schema.ts';
import {growTrees, type SchemaNode} from '../../model/schema-tree.ts';
import {schemaBounds} from '../schema-pages.ts';
import type {SchemaUse} from '../schema-uses.ts';
import {proseMarkdown, type ResolveLink} from './prose-markdown.ts';
import {headMarkdown, rowTable, treeRows} from './schema-table.ts';
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
  const [tree] = growTrees([{id: 'properties', schema, direction: 'both'}], schemas, schemaBounds);
  const {title, description, deprecated, ...rest}: SchemaNode = tree ?? {type: {type: 'any'}, facts: []};
  // A reference to it is called by its name, which says nothing here.
  const merged = mergeSchema(schema, schemas);
  const node = {...rest, type: describeType(merged, schemas)};
  const rows = treeRows(node);
  return `${blocks(
    `# ${escapeText(name)}`,
    title === undefined || title === name ? undefined : `${escapeText(title)}.`,
    deprecated ? '**Deprecated.**' : undefined,
    description && proseMarkdown(description, {resolveLink, shift: 2}),
    `## ${schemaHeading(node, merged).value}`,
    headMarkdown(node, {...surroundings, shift: 2}),
    rows.length === 0 ? undefined : rowTable('Property', rows, surroundings),
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
