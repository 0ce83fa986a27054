import {isOnTrail, resolveOnTrail, type Trail} from './dynamic-trail.ts';
import {resolveSchema, schemaName, typesOf} from './schema.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

/** Optional properties below this level are left out, and lists are as short as they may be. */
export const deepest = 5;

/** Of an object's optional properties; required ones are always there. */
const mostOptional = 24;

/** Where in an example the properties are chosen. */
interface Choosing {
  mode: 'request' | 'response';
  schemas: NamedSchemas;
  depth: number;
  /** The names of the schemas on the way here. */
  refs: string[];
  /** All schemas on the way here. */
  trail: Trail | undefined;
  /** How many optional properties the value may have, with those of what is in it. */
  optional: number;
}

/** The properties that an example has, and how many optional ones each object and list among them may have. */
export function chooseProperties(
  {properties = {}}: SchemaObject,
  required: ReadonlySet<string>,
  making: Choosing,
): {shown: [string, Schema][]; optional: number} {
  const {mode, schemas, depth} = making;
  const most = depth >= deepest ? 0 : Math.min(mostOptional, making.optional);
  let count = 0;
  let nested = 0;
  const shown = Object.entries(properties).filter(([name, property]) => {
    const resolved = resolveSchema(property, schemas);
    const {readOnly, writeOnly, deprecated} = resolved;
    if ((mode === 'request' ? readOnly : writeOnly) === true) return false;
    const isOptional = !required.has(name);
    if (isOptional && (deprecated === true || count >= most || isOnTheWay(property, making))) return false;
    if (isOptional) count++;
    if (isNested(resolved)) nested++;
    return true;
  });
  return {shown, optional: Math.floor((making.optional - count) / Math.max(nested, 1))};
}

/** Whether a value may have properties of its own. */
function isNested(schema: SchemaObject): boolean {
  const types = typesOf(schema);
  return types.length === 0 || types.includes('object') || types.includes('array');
}

/** Whether an optional property, or the items of an optional list, would open a schema that is open already. */
function isOnTheWay(property: Schema, making: Choosing): boolean {
  if (isOpen(property, making)) return true;
  const {items} = resolveSchema(property, making.schemas);
  return items !== undefined && isOpen(items, making);
}

function isOpen(schema: Schema, {refs, trail, schemas}: Choosing): boolean {
  const resolved = resolveOnTrail(schema, trail, schemas);
  if (typeof resolved !== 'object') return false;
  const name = resolved.$ref === undefined ? undefined : schemaName(resolved.$ref);
  if (name !== undefined && refs.includes(name)) return true;
  return resolved !== schema && isOnTrail(resolved, trail);
}
