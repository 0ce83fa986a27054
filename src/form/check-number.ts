import {ExactNumber} from '../model/exact-number.ts';
import {limitText} from '../model/limit-text.ts';
import {member} from '../model/member.ts';
import {typesOf} from '../model/schema.ts';
import type {SchemaObject} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {compareExact, isMultipleOf, isWhole} from './exact-decimal.ts';
import {sentenceFor} from './sentences.ts';

/** The keywords that `checkNumber` decides; what a validator with JavaScript's numbers says of them counts for less. */
export const numberKeywords: readonly string[] = [
  'type',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
];

/** Compares a number with the limits of its schema digit by digit. Undefined when it meets all of them. */
export function checkNumber(value: number | ExactNumber, schema: SchemaObject): Omit<Problem, 'name'> | undefined {
  const text = value instanceof ExactNumber ? value.text : String(value);
  const keyword = failingKeyword(text, schema);
  if (keyword === undefined) return undefined;
  const context = {schema, schemas: {}, value: undefined, direction: 'request', holder: undefined} as const;
  return {keyword, message: sentenceFor(keyword, context)};
}

function failingKeyword(text: string, schema: SchemaObject): string | undefined {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf} = schema;
  const types = typesOf(schema);
  const range = member(integerRanges, schema.format ?? '');
  const [least, greatest] = range ?? [undefined, undefined];
  if (types.includes('integer') && !types.includes('number') && !isWhole(text)) return 'type';
  if (minimum !== undefined && compareExact(text, limitText('minimum', minimum)) < 0) return 'minimum';
  if (maximum !== undefined && compareExact(text, limitText('maximum', maximum)) > 0) return 'maximum';
  if (exclusiveMinimum !== undefined && compareExact(text, limitText('exclusiveMinimum', exclusiveMinimum)) <= 0)
    return 'exclusiveMinimum';
  if (exclusiveMaximum !== undefined && compareExact(text, limitText('exclusiveMaximum', exclusiveMaximum)) >= 0)
    return 'exclusiveMaximum';
  if (least !== undefined && compareExact(text, least) < 0) return 'minimum';
  if (greatest !== undefined && compareExact(text, greatest) > 0) return 'maximum';
  if (multipleOf !== undefined && !isMultipleOf(text, limitText('multipleOf', multipleOf))) return 'multipleOf';
  return undefined;
}

/** Integer formats are ranges (OpenAPI format registry). */
const integerRanges: Record<string, [least: string, greatest: string]> = {
  int8: ['-128', '127'],
  uint8: ['0', '255'],
  int16: ['-32768', '32767'],
  uint16: ['0', '65535'],
  int32: ['-2147483648', '2147483647'],
  uint32: ['0', '4294967295'],
  int64: ['-9223372036854775808', '9223372036854775807'],
  uint64: ['0', '18446744073709551615'],
};
