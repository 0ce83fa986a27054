import {describeLimits} from '../model/describe-schema.ts';
import {describeType} from '../model/describe-type.ts';
import type {Json} from '../model/json.ts';
import {member} from '../model/member.ts';
import {isSecret, typeOfValue, typesOf} from '../model/schema.ts';
import type {NamedSchemas, SchemaObject, TypeName} from '../model/schema.ts';
import {formatInWords} from './formats.ts';
import type {Direction} from './prepare-schema.ts';

/** What a sentence about a failing keyword may speak of. Of the value it only tells its type and its size. */
export interface SentenceContext {
  /** The schema that holds the keyword; for `required`, that of the missing property. */
  schema: SchemaObject;
  schemas: NamedSchemas;
  value: Json | undefined;
  /** What is typed is asked for; what came is judged. */
  direction: Direction;
  /** The keyword that holds a `false` schema. */
  holder: string | undefined;
}

/** One plain sentence that says what a failing keyword demands. */
export function sentenceFor(keyword: string, context: SentenceContext): string {
  const {schema, value, direction} = context;
  const demand = (what: string) => `${direction === 'request' ? 'Enter' : 'It must be'} ${what}.`;
  switch (keyword) {
    case 'required':
    case 'dependentRequired':
      return direction === 'request' ? 'This field is required.' : 'It is missing, but it is required.';
    case 'type':
      return demand(typesOf(schema).map(typeInWords).join(' or '));
    case 'enum':
      return isSecret(schema) ? 'This value is not allowed.' : oneOf(schema.enum ?? [], direction);
    case 'const':
      return isSecret(schema) ? 'This value is not allowed.' : `It must be ${plain(schema.const ?? null)}.`;
    case 'format':
      return demand(formatInWords(schema.format ?? (schema.contentEncoding === 'base64url' ? 'base64url' : 'byte')));
    case 'pattern':
      return patternSentence(schema.pattern ?? '');
    case 'minLength':
      return value === '' ? 'It must not be empty.' : sizeSentence('At least', schema.minLength, 'character', value);
    case 'maxLength':
      return sizeSentence('At most', schema.maxLength, 'character', value);
    case 'minItems':
      return sizeSentence('At least', schema.minItems, 'item', value);
    case 'maxItems':
      return sizeSentence('At most', schema.maxItems, 'item', value);
    case 'minProperties':
      return sizeSentence('At least', schema.minProperties, 'property', value);
    case 'maxProperties':
      return sizeSentence('At most', schema.maxProperties, 'property', value);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return rangeSentence(schema);
    case 'multipleOf':
      return demand(schema.multipleOf === 1 ? 'a whole number' : `a multiple of ${schema.multipleOf}`);
    case 'uniqueItems':
      return 'Each item may be there only once.';
    case 'contains':
    case 'minContains':
    case 'maxContains':
      return limitsSentence('It needs', {
        contains: schema.contains ?? true,
        minContains: schema.minContains ?? 1,
        ...(schema.maxContains === undefined ? {} : {maxContains: schema.maxContains}),
      });
    case 'propertyNames':
      return limitsSentence('The name of each property is limited:', {propertyNames: schema.propertyNames ?? true});
    case 'not':
      return limitsSentence('What is excluded:', {not: schema.not ?? true});
    case 'anyOf':
    case 'oneOf':
      return unionSentence(context);
    case 'ambiguous':
      return `It fits more than one of the ${schema.oneOf?.length ?? 2} forms; it must fit exactly one.`;
    case 'false':
      return refusal(context);
    default:
      return `It does not meet the keyword ${keyword} of its schema.`;
  }
}

const words: Record<TypeName, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  null: 'null',
};

function typeInWords(type: TypeName): string {
  return words[type];
}

const mostChoices = 12;

function oneOf(values: Json[], direction: Direction): string {
  const shown = values.slice(0, mostChoices).map(plain).join(', ');
  const rest = values.length > mostChoices ? ` or ${values.length - mostChoices} others` : '';
  return `${direction === 'request' ? 'Choose' : 'It must be'} one of ${shown}${rest}.`;
}

function plain(value: Json): string {
  return typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
}

function sizeSentence(bound: string, limit: number | undefined, noun: string, value: Json | undefined): string {
  const size = sizeOf(value);
  return `${bound} ${counted(limit ?? 0, noun)}; there ${size === 1 ? 'is' : 'are'} ${size}.`;
}

/** JSON Schema counts characters, not UTF-16 code units (RFC 8259). */
function sizeOf(value: Json | undefined): number {
  if (typeof value === 'string') return [...value].length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

const rangeOfFormat: Record<string, string> = {
  int8: 'From -128 to 127.',
  uint8: 'From 0 to 255.',
  int16: 'From -32768 to 32767.',
  uint16: 'From 0 to 65535.',
  int32: 'From -2147483648 to 2147483647.',
  uint32: 'From 0 to 4294967295.',
  int64: 'From -9223372036854775808 to 9223372036854775807.',
  uint64: 'From 0 to 18446744073709551615.',
};

function rangeSentence(schema: SchemaObject): string {
  const {minimum, maximum, exclusiveMinimum, exclusiveMaximum} = schema;
  const bounds = {
    ...(minimum === undefined ? {} : {minimum}),
    ...(maximum === undefined ? {} : {maximum}),
    ...(exclusiveMinimum === undefined ? {} : {exclusiveMinimum}),
    ...(exclusiveMaximum === undefined ? {} : {exclusiveMaximum}),
  };
  const [limit] = describeLimits(bounds);
  return limit === undefined ? (member(rangeOfFormat, schema.format ?? '') ?? 'It is out of range.') : sentence(limit);
}

function limitsSentence(start: string, limited: SchemaObject): string {
  return sentence(`${start} ${describeLimits(limited).join(', ')}`);
}

/** Limits mark code with backticks, which messages are shown without. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1).replaceAll('`', '')}.`;
}

function patternSentence(pattern: string): string {
  const characters = /^\^\[((?:[^\]\\^]|\\.)+)\](?:[+*]|\{[\d,]+\})\$$/.exec(pattern)?.[1];
  const allowed = characters === undefined ? undefined : charactersInWords(characters);
  return allowed === undefined ? `It must match ${pattern}.` : `Only ${allowed}: it must match ${pattern}.`;
}

const characterGroups: [source: string, name: string][] = [
  ['A-Za-z', 'letters'],
  ['a-zA-Z', 'letters'],
  ['a-z', 'small letters'],
  ['A-Z', 'capital letters'],
  ['0-9', 'digits'],
  ['\\d', 'digits'],
  ['\\w', 'letters, digits and underscores'],
  ['\\s', 'blanks'],
  ['_', 'underscores'],
  ['\\-', 'hyphens'],
  ['-', 'hyphens'],
  ['\\.', 'dots'],
  ['.', 'dots'],
  [' ', 'blanks'],
];

/** The characters of a simple class in words; undefined when one of them has no word here. */
function charactersInWords(source: string): string | undefined {
  const names: string[] = [];
  for (let rest = source; rest !== '';) {
    const group = characterGroups.find(([start]) => rest.startsWith(start));
    if (group === undefined) return undefined;
    names.push(group[1]);
    rest = rest.slice(group[0].length);
  }
  const last = names.pop() ?? '';
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`;
}

function unionSentence({schema, schemas}: SentenceContext): string {
  const branches = schema.oneOf ?? schema.anyOf ?? [];
  const types = [...new Set(branches.map((branch) => describeType(branch, schemas).type))];
  const isTelling = types.length > 1 && types.length <= 4 && !types.includes('any');
  return isTelling
    ? `It must be one of these: ${types.join(', ')}.`
    : `It must fit one of the ${branches.length} forms that are allowed here.`;
}

function refusal({holder, direction, value}: SentenceContext): string {
  if (holder === 'items' || holder === 'unevaluatedItems') return 'No further item is allowed here.';
  if (holder === undefined) return 'No value is allowed here.';
  const type = typeOfValue(value ?? null);
  return direction === 'request'
    ? 'This property is not allowed; remove it.'
    : `This property (${words[type]}) is not documented.`;
}
