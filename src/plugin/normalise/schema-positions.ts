import type {Schema, SchemaObject} from '../../model/schema.ts';

/** Keywords of JSON Schema 2020-12 that hold a schema, by the shape they hold it in. */
const single = [
  'items',
  'contains',
  'additionalProperties',
  'propertyNames',
  'not',
  'if',
  'then',
  'else',
  'unevaluatedItems',
  'unevaluatedProperties',
  'contentSchema',
];
const lists = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const maps = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];

/** A copy of the schema with every schema directly below it replaced by what `change` makes of it. */
export function mapSubschemas<Value>(
  schema: Readonly<Record<string, Value>>,
  change: (subschema: Value) => Value,
): Record<string, Value> {
  const copy: Record<string, Value> = {...schema};
  for (const key of single) {
    const value = copy[key];
    if (value !== undefined && !Array.isArray(value)) copy[key] = change(value);
  }
  for (const key of lists) {
    const value = copy[key];
    if (Array.isArray(value)) copy[key] = value.map((item: Value) => change(item)) as Value;
  }
  for (const key of maps) {
    const value = copy[key];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      copy[key] = mapValues(value as Record<string, Value>, change) as Value;
    }
  }
  return copy;
}

function mapValues<Value>(values: Record<string, Value>, change: (value: Value) => Value): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}

/** Every schema directly below a schema, with the way to it. */
export function placedSubschemas(schema: SchemaObject): {tokens: string[]; schema: Schema}[] {
  const entries = Object.entries(schema) as [string, Schema][];
  return entries.flatMap(([key, value]) => {
    if (single.includes(key)) return [{tokens: [key], schema: value}];
    if (!lists.includes(key) && !maps.includes(key)) return [];
    return Object.entries(value).map(([name, inner]) => ({tokens: [key, name], schema: inner as Schema}));
  });
}
