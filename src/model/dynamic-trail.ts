import {dynamicAnchors, resolveDynamic, type Anchors} from './dynamic-anchors.ts';
import type {NamedSchemas, Schema, SchemaObject} from './schema.ts';

/** The schemas from an outermost one to where one stands, the nearest first. */
export interface Trail {
  schema: SchemaObject;
  outer?: Trail;
}

/**
 * The schema with its `$dynamicRef` made a plain reference, or a part of it, by what stands around it. Anchors are looked
 * for where one is asked for, and not on the way: hardly any document has one.
 */
export function resolveOnTrail(schema: Schema, trail: Trail | undefined, schemas: NamedSchemas): Schema {
  if (typeof schema !== 'object' || schema.$dynamicRef === undefined) return schema;
  const way: SchemaObject[] = [];
  for (let place = trail; place !== undefined; place = place.outer) way.unshift(place.schema);
  const anchors = way.reduce<Anchors>((found, outer) => dynamicAnchors(found, outer, schemas), new Map());
  return resolveDynamic(schema, anchors, schemas);
}

/** Whether a schema is one of those that stand around, or has one of them as its part. */
export function isOnTrail(schema: Schema, trail: Trail | undefined): boolean {
  for (let place = trail; place !== undefined; place = place.outer) {
    if (place.schema === schema || (typeof schema === 'object' && schema.allOf?.includes(place.schema))) return true;
  }
  return false;
}
