import {describeType, type TypeDescription} from './describe-type.ts';
import {dynamicAnchors, resolveDynamic, type Anchors} from './dynamic-anchors.ts';
import {member} from './member.ts';
import {mergeSchema} from './merge-schema.ts';
import {oncePerSchema} from './once-per-schema.ts';
import {enumValues, schemaFacts, type NamedValue} from './schema-facts.ts';
import {schemaParts, type SchemaPart} from './schema-parts.ts';
import {foldedNames, splitReferences} from './schema-references.ts';
import {resolveSchema, schemaRef, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';
import {separateParts} from './separate-parts.ts';

/** What a schema says, ready to be shown: plain JSON, bounded whatever the schema. Descriptions are as in the schema. */
export interface SchemaNode {
  type: TypeDescription;
  title?: string;
  description?: string;
  /** Limits, default, examples in words; code between backticks. */
  facts: string[];
  /** The values of an enumeration that words alone cannot show. */
  values?: NamedValue[];
  deprecated?: boolean;
  readOnly?: boolean;
  writeOnly?: boolean;
  externalDocs?: {url: string; description?: string};
  properties?: PropertyNode[];
  groups?: SchemaGroup[];
  /** What is not opened here. */
  more?: UnopenedSchema;
}

interface PropertyNode {
  name: string;
  /** The address: `body.address.city`. None where another row has it already. */
  id?: string;
  required: boolean;
  node: SchemaNode;
}

/** Schemas within a schema: forms, items, conditions. */
export interface SchemaGroup {
  title: string;
  /** The items of an array and the values of a map stand where the whole stands. */
  isInPlace?: boolean;
  members: {label?: string; id: string; node: SchemaNode}[];
}

export interface UnopenedSchema {
  /** The address of what is not opened. */
  id: string;
  direction: Direction;
  /** The named schemas that say the rest. */
  names: string[];
  /** They are open above: opening them again would never end. */
  isRecursive?: boolean;
  /** What has no name and is too deep or too long. */
  rest?: Schema;
}

/** A request leaves out what is readOnly, a response what is writeOnly; the page of a schema shows both. */
export type Direction = 'request' | 'response' | 'both';

export interface TreeRoot {
  /** The address that those of the properties begin with: `body`, `response-200`. */
  id: string;
  schema: Schema;
  direction: Direction;
}

/** How far trees grow. */
export interface TreeBounds {
  /** From so many rows on, over all trees of a page, schemas with names are named and not opened. */
  namedRows: number;
  /** There are never more rows than this. */
  rows: number;
  levels: number;
}

const pageBounds: TreeBounds = {namedRows: 400, rows: 2000, levels: 24};

interface Growth {
  schemas: NamedSchemas;
  bounds: TreeBounds;
  rows: number;
  taken: Set<string>;
  queue: Bud[];
}

/** A node that is described and not yet opened. */
interface Bud extends TreeRoot {
  node: SchemaNode;
  /** How many properties and forms it stands in; opening starts from the surface. */
  level: number;
  /** The same, with the items of arrays and the values of maps. */
  depth: number;
  /** The names of the schemas on the way here. */
  within: ReadonlySet<string>;
  anchors: Anchors;
}

/**
 * The trees of these schemas, in their order. They grow level by level and share the bounds of one page, so that what
 * is near the surface is open everywhere before anything is open deep down. Ends for every schema.
 */
export function growTrees(roots: TreeRoot[], schemas: NamedSchemas, bounds: TreeBounds = pageBounds): SchemaNode[] {
  const growth: Growth = {schemas, bounds, rows: 0, taken: new Set(), queue: []};
  const nodes = roots.map((root) => plant(root, {level: 0, depth: 0, within: new Set(), anchors: new Map()}, growth));
  // Opening adds to the queue while it is walked.
  for (const bud of growth.queue) open(bud, growth);
  return nodes;
}

/** Describes a schema, and remembers to open it. */
function plant(root: TreeRoot, place: Pick<Bud, 'level' | 'depth' | 'within' | 'anchors'>, growth: Growth): SchemaNode {
  const anchors = dynamicAnchors(place.anchors, root.schema, growth.schemas);
  const schema = resolveDynamic(root.schema, anchors, growth.schemas);
  // A copy, for opening adds to it.
  const node = {...describeNode(schema, growth.schemas)};
  growth.queue.push({...place, id: root.id, direction: root.direction, schema, node, anchors});
  return node;
}

function describeNode(schema: Schema, schemas: NamedSchemas): Readonly<SchemaNode> {
  return typeof schema === 'boolean' ? toNode(schema, schemas) : nodeOnce(schema, schemas);
}

const nodeOnce = oncePerSchema<Readonly<SchemaNode>>(toNode);

function toNode(schema: Schema, schemas: NamedSchemas): SchemaNode {
  const merged = mergeSchema(schema, schemas);
  const {title, description, deprecated, readOnly, writeOnly, externalDocs} = merged;
  const values = enumValues(merged);
  return {
    type: describeType(schema, schemas),
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    facts: schema === false ? [] : schemaFacts(merged),
    ...(values !== undefined && {values}),
    ...(deprecated === true && {deprecated}),
    ...(readOnly === true && {readOnly}),
    ...(writeOnly === true && {writeOnly}),
    ...(externalDocs !== undefined && {externalDocs}),
  };
}

function open(bud: Bud, growth: Growth): void {
  const {node, id, level, depth} = bud;
  const {schemas, bounds} = growth;
  if (typeof bud.schema === 'boolean') return;
  const whole = mergeSchema(bud.schema, schemas);
  const contents = contentsOnce(bud.schema, schemas);
  if (contents.properties.length === 0 && contents.parts.length === 0) return;
  if (level > bounds.levels || depth > bounds.levels * 2 || growth.rows >= bounds.rows) {
    node.more = {id, direction: bud.direction, names: [], rest: bud.schema};
    return;
  }

  const folded = foldedNames(bud.schema, schemas);
  const isLate = level > 0 && growth.rows + contents.properties.length > bounds.namedRows;
  const isRecursive = [...folded].some((other) => bud.within.has(other));
  const inner = {...bud, within: folded.size === 0 ? bud.within : new Set([...bud.within, ...folded])};
  if (folded.size === 0 || (!isLate && !isRecursive)) {
    fill(inner, contents, whole, growth);
    return;
  }
  const {rest, links} = withoutReferences(bud, isLate, schemas);
  const merged = mergeSchema(rest, schemas);
  fill(inner, contentsOf(merged, rest, undefined, schemas), merged, growth);
  node.more = {id, direction: bud.direction, names: links, ...(isRecursive && {isRecursive})};
}

interface Contents {
  properties: [string, Schema][];
  parts: SchemaPart[];
}

const contentsOnce = oncePerSchema((schema, schemas) => {
  const [name, second] = splitReferences(schema).names;
  const isNamed = name !== undefined && second === undefined;
  const own = isNamed ? (member(schemas, name) ?? schema) : schema;
  return contentsOf(mergeSchema(schema, schemas), own, isNamed ? name : undefined, schemas);
});

function contentsOf(
  merged: SchemaObject,
  own: Schema,
  name: string | undefined,
  schemas: NamedSchemas,
): Readonly<Contents> {
  const separate = separateParts(own, schemas);
  const shown = separate === undefined ? merged : separate.own;
  return {
    properties: Object.entries(shown.properties ?? {}),
    parts: [
      ...(separate === undefined ? [] : [separate.part]),
      ...schemaParts(shown, resolveSchema(own, schemas), name, schemas),
    ],
  };
}

/** Adds the rows and groups of a schema to its node. */
function fill(bud: Bud, {properties, parts}: Contents, {required}: SchemaObject, growth: Growth): void {
  const {node, id, direction, level, depth} = bud;
  const inner = {...bud, level: level + 1, depth: depth + 1};
  const rows: PropertyNode[] = [];
  for (const [index, [name, schema]] of properties.entries()) {
    if (growth.rows >= growth.bounds.rows) {
      node.more = {
        id,
        direction,
        names: [],
        rest: {properties: Object.fromEntries(properties.slice(index)), ...(required !== undefined && {required})},
      };
      break;
    }
    if (!isShown(mergeSchema(schema, growth.schemas), direction)) continue;
    growth.rows += 1;
    const place = address(id, `.${name}`);
    const isFree = !growth.taken.has(place);
    growth.taken.add(place);
    const child = plant({id: place, schema, direction}, inner, growth);
    rows.push({name, ...(isFree && {id: place}), required: isRequired(required, name), node: child});
  }
  if (rows.length > 0) node.properties = rows;
  const groups = parts.map(({title, isInPlace, members}): SchemaGroup => {
    if (isInPlace !== true) growth.rows += members.length;
    const over = Math.max(0, growth.rows - growth.bounds.rows);
    const shown = members.slice(0, Math.max(members.length - over, 1));
    const rest = members.slice(shown.length).map(({schema}) => schema);
    if (rest.length > 0) node.more = {id, direction, names: [], rest: {anyOf: rest}};
    return {
      title,
      ...(isInPlace === true && {isInPlace}),
      members: shown.map(({label, schema, suffix}) => {
        const place = address(id, suffix);
        const root = {id: place, schema, direction};
        const child = plant(root, isInPlace === true ? {...inner, level} : inner, growth);
        return {...(label !== undefined && {label}), id: place, node: child};
      }),
    };
  });
  if (groups.length > 0) node.groups = groups;
}

/** An id holds no blanks (HTML, the id attribute). */
function address(id: string, suffix: string): string {
  return (id + suffix).replaceAll(/\s/g, '-');
}

/** What a schema says beside its references; those that are open above, or all, become links. */
function withoutReferences(
  {schema, within}: Bud,
  isLate: boolean,
  schemas: NamedSchemas,
): {rest: SchemaObject; links: string[]} {
  const links = new Set<string>();
  const parts: Schema[] = [];
  const seen = new Set<string>();
  const visit = (part: Schema): void => {
    const {rest, names} = splitReferences(part);
    parts.push(rest);
    for (const name of names) {
      const $ref = schemaRef(name);
      if (isLate || within.has(name)) links.add(name);
      else if (![...foldedNames({$ref}, schemas)].some((other) => within.has(other))) parts.push({$ref});
      else if (!seen.has(name)) {
        seen.add(name);
        visit(member(schemas, name) ?? true);
      }
    }
  };
  visit(schema);
  return {rest: {allOf: parts}, links: [...links]};
}

function isShown({readOnly, writeOnly}: SchemaObject, direction: Direction): boolean {
  return direction === 'both' || (direction === 'request' ? readOnly !== true : writeOnly !== true);
}

function isRequired(required: unknown, name: string): boolean {
  return Array.isArray(required) && required.includes(name);
}
