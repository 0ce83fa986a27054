import {describeType} from '../model/describe-type.ts';
import {makeExample} from '../model/make-example.ts';
import {member} from '../model/member.ts';
import {mergeSchema} from '../model/merge-schema.ts';
import type {Api} from '../model/operation.ts';
import type {SchemaEntry, SchemaPageData} from '../model/page.ts';
import {schemaRef, type Schema} from '../model/schema.ts';
import {schemaHeading} from '../model/schema-heading.ts';
import {growTrees, type SchemaNode, type TreeBounds} from '../model/schema-tree.ts';
import {noMemory} from './page-memory.ts';
import {firstSentence, toPlainText} from './prose/to-plain-text.ts';
import {schemaSlugs} from './schema-slugs.ts';
import {schemaUses} from './schema-uses.ts';
import type {SiteLinks} from './site-links.ts';

/** What search engines show of a description. */
const summaryLength = 160;

/** How far the tree of a named schema grows on its page: the schemas in it have pages of their own. */
export const schemaBounds: TreeBounds = {namedRows: 40, rows: 1000, levels: 24};

/** The address of the page of each named schema of an API. */
export function schemaLinks(api: Api, links: SiteLinks): Record<string, string> {
  return Object.fromEntries([...schemaSlugs(api)].map(([name, slug]) => [name, links.schema(api.id, slug)]));
}

/** The named schemas as the overview lists them, in the order of the document. */
export function schemaEntries(api: Api, links: SiteLinks): SchemaEntry[] {
  return Object.entries(schemaLinks(api, links)).map(([name, permalink]) => {
    const {title, description} = annotations(api.schemas[name]);
    const summary = description === undefined ? '' : firstSentence(description);
    return {name, permalink, summary, ...(title !== undefined && title !== name && {title})};
  });
}

/** The pages of the named schemas; `rendered` is the same API with its prose as HTML. Pure but for what the memory keeps. */
export function buildSchemaPages(api: Api, rendered: Api, links: SiteLinks, memory = noMemory): SchemaPageData[] {
  const uses = schemaUses(api);
  const slugs = schemaSlugs(api);
  const all = schemaLinks(api, links);
  return Object.keys(api.schemas).map((name): SchemaPageData => {
    const schema: Schema = {$ref: schemaRef(name)};
    const {tree, example} = memory.schema(api.id, name, rendered.schemas, () => {
      const [grown = {type: describeType(schema, api.schemas), facts: []}] = growTrees(
        [{id: 'properties', schema, direction: 'both'}],
        rendered.schemas,
        schemaBounds,
      );
      return {tree: grown, example: makeExample(schema, api.schemas, {mode: 'response'})};
    });
    const heading = schemaHeading(tree, mergeSchema(schema, api.schemas));
    const use = uses.get(name);
    const operations = [...(use?.operations ?? [])].map(([operation, places]) => ({
      title: operation.title,
      method: operation.method,
      path: operation.path,
      permalink: links.operation(operation),
      places: [...places],
    }));
    const schemas = [...(use?.schemas ?? [])].flatMap((other) => {
      const permalink = member(all, other);
      return permalink === undefined || other === name ? [] : [{title: other, permalink}];
    });
    const {title, description} = annotations(api.schemas[name]);
    const text = description === undefined ? '' : toPlainText(description, summaryLength);
    return {
      apiId: api.id,
      name,
      slug: slugs.get(name) ?? name,
      ...(title !== undefined && title !== name && {title}),
      summary: text === '' ? `The schema ${name} of the ${api.title} API.` : text,
      heading,
      tree,
      schemaLinks: pick(all, namesIn(tree)),
      example,
      usedBy: {operations, schemas},
      overview: {title: `Schemas of ${api.title}`, permalink: `${links.api(api.id)}#schemas`},
      toc: [
        {...heading, level: 2},
        {id: 'example', value: 'Example', level: 2},
        ...(operations.length + schemas.length === 0 ? [] : [{id: 'used-by', value: 'Used by', level: 2}]),
      ],
    };
  });
}

function annotations(schema: Schema | undefined): {title?: string; description?: string} {
  return typeof schema === 'object' ? schema : {};
}

/** The names that a tree links to. */
function namesIn(node: SchemaNode): Set<string> {
  const {type, properties = [], groups = [], more} = node;
  const inner = [...properties, ...groups.flatMap(({members}) => members)].flatMap((one) => [...namesIn(one.node)]);
  return new Set([...(type.ref === undefined ? [] : [type.ref]), ...(more?.names ?? []), ...inner]);
}

function pick(links: Record<string, string>, names: Iterable<string>): Record<string, string> {
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const link = member(links, name);
      return link === undefined ? [] : [[name, link]];
    }),
  );
}
