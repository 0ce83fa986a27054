import {isJsonObject, type Json, type JsonObject} from '../../model/json.ts';

/**
 * A schema without the keywords whose values have a type that JSON Schema 2020-12 does not give them: what comes after
 * relies on these types. The linter has told where they stand. Lists and single values that can only mean one thing are
 * read as that.
 */
export function withKeywordTypes(schema: JsonObject): JsonObject {
  const {examples, exclusiveMinimum, exclusiveMaximum, minimum, maximum} = schema;
  const meant: JsonObject = {...schema};
  if (isJsonObject(examples)) meant['examples'] = Object.values(examples).map(valueOf);
  // As OpenAPI 3.0 had it, which documents take along to 3.1.
  if (exclusiveMinimum === true && typeof minimum === 'number') {
    meant['exclusiveMinimum'] = minimum;
    delete meant['minimum'];
  }
  if (exclusiveMaximum === true && typeof maximum === 'number') {
    meant['exclusiveMaximum'] = maximum;
    delete meant['maximum'];
  }
  return Object.fromEntries(Object.entries(meant).filter(([key, value]) => rules.get(key)?.(value) ?? true));
}

/** Media types hold their examples by name; schemas do not, yet they are written so. */
function valueOf(example: Json | undefined): Json {
  return (isJsonObject(example) && 'value' in example ? example['value'] : example) ?? null;
}

type Rule = (value: Json | undefined) => boolean;

const isText: Rule = (value) => typeof value === 'string';
const isNumber: Rule = (value) => typeof value === 'number';
const isBoolean: Rule = (value) => typeof value === 'boolean';
const isSchema: Rule = (value) => isJsonObject(value) || typeof value === 'boolean';
const isListOf =
  (rule: Rule): Rule =>
  (value) =>
    Array.isArray(value) && value.every(rule);
const isMapOf =
  (rule: Rule): Rule =>
  (value) =>
    isJsonObject(value) && Object.values(value).every(rule);
const isTypeName: Rule = (value) => typeof value === 'string' && typeNames.includes(value);

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'integer', 'string'];

const rules = new Map<string, Rule>([
  ...byRule(isText, 'title', 'description', 'format', 'pattern', 'contentEncoding', 'contentMediaType'),
  ...byRule(isText, '$ref', '$dynamicRef', '$dynamicAnchor'),
  ...byRule(isNumber, 'multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'),
  ...byRule(isNumber, 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'),
  ...byRule(isNumber, 'minContains', 'maxContains'),
  ...byRule(isBoolean, 'deprecated', 'readOnly', 'writeOnly', 'uniqueItems'),
  ...byRule(Array.isArray, 'enum', 'examples'),
  ...byRule(isListOf(isText), 'required'),
  // What is no schema in these is read as one without conditions, so that its name or place is kept.
  ...byRule(Array.isArray, 'allOf', 'anyOf', 'oneOf', 'prefixItems'),
  ...byRule(isSchema, 'items', 'contains', 'additionalProperties', 'propertyNames', 'not', 'if', 'then', 'else'),
  ...byRule(isSchema, 'unevaluatedItems', 'unevaluatedProperties', 'contentSchema'),
  ...byRule(isJsonObject, 'properties', 'patternProperties', 'dependentSchemas', '$defs'),
  ...byRule(isMapOf(isListOf(isText)), 'dependentRequired'),
  ...byRule(isJsonObject, 'discriminator', 'xml', 'externalDocs'),
  ['type', (value) => isTypeName(value) || isListOf(isTypeName)(value)],
]);

function byRule(rule: Rule, ...keywords: string[]): [string, Rule][] {
  return keywords.map((keyword) => [keyword, rule]);
}
