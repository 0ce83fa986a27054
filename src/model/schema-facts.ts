import {describeLimits, valueInWords} from './describe-schema.ts';
import type {Json} from './json.ts';
import {member} from './member.ts';
import {isSecret, type Schema, type SchemaObject} from './schema.ts';

/** One value of an enumeration, with what the document calls it and says of it. */
export interface NamedValue {
  /** In words; code between backticks. */
  value: string;
  /** `x-enum-varnames` */
  name?: string;
  /** `x-enum-descriptions`, plain text. */
  description?: string;
}

/** Up to so many values of an enumeration stand in a sentence; more become a list. */
const mostInSentence = 12;

/** Longer examples belong into the code panel. */
const longestExample = 120;

/** All that a schema says of a value apart from type and parts, in words. Takes a merged schema. */
export function schemaFacts(schema: SchemaObject): string[] {
  return [...describeLimits(withoutShown(schema)), ...examples(schema), ...xml(schema)];
}

/** The values of an enumeration as a list: where they are many, or the document says what each means. */
export function enumValues(schema: SchemaObject): NamedValue[] | undefined {
  const {enum: values, 'x-enum-varnames': names, 'x-enum-descriptions': descriptions} = schema;
  if (!Array.isArray(values) || isSecret(schema)) return undefined;
  if (values.length <= mostInSentence && names === undefined && descriptions === undefined) return undefined;
  return values.map((value, index) => {
    const name = Array.isArray(names) ? textOf(names[index]) : undefined;
    const text = Array.isArray(descriptions) ? descriptions[index] : member(descriptions, asText(value));
    const description = textOf(text);
    return {
      value: valueInWords(value),
      ...(name !== undefined && name !== value && {name}),
      ...(description !== undefined && {description}),
    };
  });
}

/** Whether words can say all of a schema: no parts, no references, nothing to open. */
export function isPlain(schema: Schema): boolean {
  if (typeof schema === 'boolean') return true;
  return Object.keys(schema).every((keyword) => plainKeywords.has(keyword)) && enumValues(schema) === undefined;
}

const plainKeywords = new Set<string>([
  'type',
  'const',
  'enum',
  'minLength',
  'maxLength',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] satisfies (keyof SchemaObject)[]);

/** What is shown as a part, or as a list of values, is not said in words as well. */
function withoutShown(schema: SchemaObject): SchemaObject {
  const {not, contains, patternProperties, propertyNames, ...rest} = schema;
  const shown: SchemaObject = rest;
  if (enumValues(schema) !== undefined) delete shown.enum;
  const open = Object.entries(patternProperties ?? {}).filter(([, value]) => value === true);
  return {
    ...shown,
    ...(not !== undefined && isPlain(not) && {not}),
    ...(contains !== undefined && isPlain(contains) && {contains}),
    ...(propertyNames !== undefined && isPlain(propertyNames) && {propertyNames}),
    ...(open.length > 0 && {patternProperties: Object.fromEntries(open)}),
  };
}

function examples(schema: SchemaObject): string[] {
  if (!Array.isArray(schema.examples) || isSecret(schema)) return [];
  const short = schema.examples.filter((value) => asText(value).length <= longestExample);
  return short.length === 0 ? [] : [`for example ${short.map(valueInWords).join(', ')}`];
}

function asText(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** OpenAPI 3.2, XML Object. */
function xml({xml: given}: SchemaObject): string[] {
  if (typeof given !== 'object') return [];
  const {name, namespace, prefix, attribute, wrapped, nodeType} = given;
  const kind = attribute === true || nodeType === 'attribute' ? 'attribute' : nodeType;
  const qualified = [prefix, name].filter(Boolean).join(':');
  const words = [
    ...(kind !== undefined || qualified !== ''
      ? [[kind, qualified && `\`${qualified}\``].filter(Boolean).join(' ')]
      : []),
    ...(namespace !== undefined ? [`namespace \`${namespace}\``] : []),
    ...(wrapped === true ? ['items wrapped in an element'] : []),
  ];
  return words.length === 0 ? [] : [`in XML: ${words.join(', ')}`];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
