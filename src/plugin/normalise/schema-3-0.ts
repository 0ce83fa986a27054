import type {JsonObject} from '../../model/json.ts';

/**
 * A Schema Object of OpenAPI 3.0 (one level of it) in the meaning of JSON Schema 2020-12: `nullable` becomes a type,
 * boolean `exclusiveMinimum` and `exclusiveMaximum` become limits, `format: byte` and `binary` become content keywords.
 * Beside a `$ref` only annotations stay (OpenAPI 3.0.4, Reference Object: other members are ignored).
 */
export function upgradeSchema30(schema: JsonObject): JsonObject {
  if (typeof schema['$ref'] === 'string') return annotatedReference(schema);
  return withNull(
    withContent(withExclusive(withExclusive(schema, 'exclusiveMinimum', 'minimum'), 'exclusiveMaximum', 'maximum')),
  );
}

function annotatedReference({$ref, title, description, deprecated}: JsonObject): JsonObject {
  return {
    $ref,
    ...(title !== undefined && {title}),
    ...(description !== undefined && {description}),
    ...(deprecated !== undefined && {deprecated}),
  };
}

function withExclusive(schema: JsonObject, exclusive: string, inclusive: string): JsonObject {
  if (typeof schema[exclusive] !== 'boolean') return schema;
  const {[exclusive]: isExclusive, [inclusive]: limit, ...rest} = schema;
  if (limit === undefined) return rest;
  return {...rest, [isExclusive === true ? exclusive : inclusive]: limit};
}

function withContent(schema: JsonObject): JsonObject {
  if (schema['format'] === 'byte') return {...schema, contentEncoding: 'base64'};
  if (schema['format'] === 'binary') return {...schema, contentMediaType: 'application/octet-stream'};
  return schema;
}

/**
 * With a `type`, null becomes one of the types. Without one the words of 3.0 have no effect, but authors who write
 * `nullable` beside `allOf` or `oneOf` mean that null is allowed, and their APIs answer so. `x-nullable` is the same in
 * Swagger 2.0.
 */
function withNull(schema: JsonObject): JsonObject {
  const {nullable: given, 'x-nullable': nullable = given, ...rest} = schema;
  if (nullable !== true) return rest;
  if (typeof rest['type'] === 'string') return {...rest, type: [rest['type'], 'null']};
  const {title, description, deprecated, readOnly, writeOnly, ...constraints} = rest;
  if (Object.keys(constraints).length === 0) return rest;
  const annotations = {title, description, deprecated, readOnly, writeOnly};
  return {
    ...Object.fromEntries(Object.entries(annotations).filter(([, value]) => value !== undefined)),
    anyOf: [constraints, {type: 'null'}],
  };
}
