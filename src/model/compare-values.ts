import type {Change, Direction} from './change.ts';
import {valueInWords} from './describe-schema.ts';
import type {Json} from './json.ts';
import {isSecret, typesOf, type SchemaObject, type TypeName} from './schema.ts';

type ValueDifference = Pick<Change, 'kind' | 'breaking' | 'message'>;

/**
 * What differs in the values that two merged schemas admit, leaving aside their parts. Refusing what was taken breaks
 * requests; giving what was never given breaks who reads responses. Limits of responses break nobody. Pure.
 *
 * @param words the types in words, as pages say them
 */
export function compareValues(
  older: SchemaObject,
  newer: SchemaObject,
  words: {older: string; newer: string},
  direction: Direction,
): ValueDifference[] {
  return [
    ...types(older, newer, words, direction),
    ...enumerations(older, newer, direction),
    ...formats(older, newer, direction),
    ...limits(older, newer, direction),
    ...annotations(older, newer),
  ];
}

function types(
  older: SchemaObject,
  newer: SchemaObject,
  words: {older: string; newer: string},
  direction: Direction,
): ValueDifference[] {
  const [before, after] = [typesOf(older), typesOf(newer)];
  const [was, is] = [withoutNull(before), withoutNull(after)];
  const narrower = !covers(is, was);
  const wider = !covers(was, is);
  const found: ValueDifference[] = [];
  if (narrower || wider) {
    const breaking = direction === 'request' ? narrower : wider;
    const message = `The type was ${words.older} and is ${words.newer} now.`;
    return [{kind: 'changed', breaking, message}];
  }
  // Without a type everything is taken, null too.
  if (before.length === 0 || after.length === 0 || before.includes('null') === after.includes('null')) return found;
  return after.includes('null')
    ? [{kind: 'changed', breaking: direction === 'response', message: 'It may be null now.'}]
    : [{kind: 'changed', breaking: direction === 'request', message: 'It is never null now.'}];
}

function withoutNull(names: TypeName[]): TypeName[] {
  const rest = names.filter((name) => name !== 'null');
  return rest.length === 0 && names.length > 0 ? names : rest;
}

/** Whether every value of the second types is one of the first; no types are all types. */
function covers(all: TypeName[], some: TypeName[]): boolean {
  if (all.length === 0) return true;
  if (some.length === 0) return false;
  return some.every((name) => all.includes(name) || (name === 'integer' && all.includes('number')));
}

function enumerations(older: SchemaObject, newer: SchemaObject, direction: Direction): ValueDifference[] {
  const [before, after] = [valuesOf(older), valuesOf(newer)];
  if (before === undefined && after === undefined) return [];
  if (isSecret(older) || isSecret(newer)) return [];
  const isRequest = direction === 'request';
  if (before === undefined) {
    const message = `Only these values are left: ${list(after ?? [])}.`;
    return [{kind: 'changed', breaking: isRequest, message}];
  }
  if (after === undefined) {
    return [
      {kind: 'changed', breaking: !isRequest, message: 'It is no longer one of a few values: any may stand here.'},
    ];
  }
  const gone = minus(before, after);
  const added = minus(after, before);
  return [
    ...(gone.length === 0 ? [] : [{kind: 'removed' as const, breaking: isRequest, message: values(gone, 'gone')}]),
    ...(added.length === 0 ? [] : [{kind: 'added' as const, breaking: !isRequest, message: values(added, 'new')}]),
  ];
}

function valuesOf({enum: values, const: value}: SchemaObject): Json[] | undefined {
  if (value !== undefined) return [value];
  return Array.isArray(values) ? values : undefined;
}

function minus(all: Json[], taken: Json[]): Json[] {
  const known = new Set(taken.map((value) => JSON.stringify(value)));
  return all.filter((value) => !known.has(JSON.stringify(value)));
}

function values(some: Json[], word: string): string {
  return some.length === 1 ? `The value ${list(some)} is ${word}.` : `The values ${list(some)} are ${word}.`;
}

/** A few values stand for many. */
function list(all: Json[]): string {
  const shown = all.slice(0, 12).map(valueInWords).join(', ');
  return all.length > 12 ? `${shown} and ${all.length - 12} more` : shown;
}

/** A format or pattern that is new or another one: values that were right may be wrong. */
function formats(older: SchemaObject, newer: SchemaObject, direction: Direction): ValueDifference[] {
  return (['format', 'pattern', 'contentEncoding', 'contentMediaType'] as const).flatMap((key): ValueDifference[] => {
    const [was, is] = [older[key], newer[key]];
    if (was === is) return [];
    const name = {format: 'format', pattern: 'pattern', contentEncoding: 'encoding', contentMediaType: 'content'}[key];
    const both = was !== undefined && is !== undefined;
    const breaking = direction === 'request' ? is !== undefined : key === 'pattern' ? false : both;
    if (was === undefined)
      return [{kind: 'added', breaking, message: `It has the ${name} ${valueInWords(is ?? '')} now.`}];
    if (is === undefined)
      return [{kind: 'removed', breaking, message: `It no longer has the ${name} ${valueInWords(was)}.`}];
    return [
      {kind: 'changed', breaking, message: `The ${name} was ${valueInWords(was)} and is ${valueInWords(is)} now.`},
    ];
  });
}

const lower = {
  minimum: 'smallest value',
  exclusiveMinimum: 'bound that values stay above',
  minLength: 'smallest number of characters',
  minItems: 'smallest number of items',
  minProperties: 'smallest number of properties',
  minContains: 'smallest number of items of a certain kind',
} as const satisfies Partial<Record<keyof SchemaObject, string>>;

const upper = {
  maximum: 'largest value',
  exclusiveMaximum: 'bound that values stay below',
  maxLength: 'largest number of characters',
  maxItems: 'largest number of items',
  maxProperties: 'largest number of properties',
  maxContains: 'largest number of items of a certain kind',
} as const satisfies Partial<Record<keyof SchemaObject, string>>;

function limits(older: SchemaObject, newer: SchemaObject, direction: Direction): ValueDifference[] {
  const found: ValueDifference[] = [];
  const compare = (name: string, was: number | undefined, is: number | undefined, isTighter: boolean): void => {
    if (was === is) return;
    const message =
      was === undefined
        ? `The ${name} is ${is} now; there was no such limit.`
        : is === undefined
          ? `The ${name} is no longer limited; it was ${was}.`
          : `The ${name} was ${was} and is ${is} now.`;
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    found.push({kind, breaking: isTighter && direction === 'request', message});
  };
  for (const key of keysOf(lower)) {
    compare(lower[key], older[key], newer[key], (newer[key] ?? -Infinity) > (older[key] ?? -Infinity));
  }
  for (const key of keysOf(upper)) {
    compare(upper[key], older[key], newer[key], (newer[key] ?? Infinity) < (older[key] ?? Infinity));
  }
  const {multipleOf: was, uniqueItems: wereUnique = false} = older;
  const {multipleOf: is, uniqueItems: areUnique = false} = newer;
  compare('step of values', was, is, is !== undefined && (was === undefined || was % is !== 0));
  if (wereUnique !== areUnique) {
    const message = areUnique ? 'No item may come twice now.' : 'Items may come twice now.';
    found.push({kind: 'changed', breaking: areUnique && direction === 'request', message});
  }
  return found;
}

function keysOf<Key extends string>(record: Record<Key, string>): Key[] {
  return Object.keys(record) as Key[];
}

function annotations(older: SchemaObject, newer: SchemaObject): ValueDifference[] {
  const found: ValueDifference[] = [];
  if (newer.deprecated === true && older.deprecated !== true) {
    found.push({kind: 'changed', breaking: false, message: 'It is deprecated now.'});
  }
  if (isSecret(older) || isSecret(newer) || JSON.stringify(older.default) === JSON.stringify(newer.default))
    return found;
  const message =
    newer.default === undefined
      ? 'It has no default any more.'
      : `When left out it stands for ${valueInWords(newer.default)} now${older.default === undefined ? '' : `, before for ${valueInWords(older.default)}`}.`;
  return [...found, {kind: 'changed', breaking: false, message}];
}
