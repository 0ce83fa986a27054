import type {Change, Direction} from './change.ts';
import {compareValues} from './compare-values.ts';
import {code} from './describe-schema.ts';
import {describeType} from './describe-type.ts';
import {member} from './member.ts';
import {mergeSchema} from './merge-schema.ts';
import {foldedNames} from './schema-references.ts';
import type {MeansTheSame} from './schema-signature.ts';
import {schemaName, type NamedSchemas, type Schema, type SchemaObject} from './schema.ts';

/** A change within one operation, before it is known which. */
export type Difference = Omit<Change, 'operation'>;

/** What stays the same all the way down two trees of schemas. */
export interface SchemaComparison {
  direction: Direction;
  older: NamedSchemas;
  newer: NamedSchemas;
  meansTheSame: MeansTheSame;
}

/** So many levels of properties: documents repeat themselves further down. */
const deepest = 12;

/** So many differences of one body are worth reading. */
const mostDifferences = 300;

/** So many pairs of schemas are looked at for one body, for what branches into itself has ways without number. */
const mostPairs = 2000;

/**
 * Every difference between two schemas that a value can show, from the outside in. Recursion ends where a pair of named
 * schemas comes round again. Pure.
 *
 * @param place where the value stands: `body`, `query.force`
 */
export function compareSchemas(
  older: Schema | undefined,
  newer: Schema | undefined,
  place: string,
  comparison: SchemaComparison,
): Difference[] {
  const walk: Walk = {...comparison, found: [], open: new Set(), depth: 0, left: mostPairs};
  visit(older ?? true, newer ?? true, place, walk);
  if (walk.left > 0 && walk.found.length <= mostDifferences) return walk.found;
  const message = 'More may differ here than is told: the schemas are too large to be compared to their end.';
  return [...walk.found.slice(0, mostDifferences), {kind: 'changed', breaking: false, place, message}];
}

interface Walk extends SchemaComparison {
  found: Difference[];
  /** The pairs of named schemas that stand open above. */
  open: Set<string>;
  depth: number;
  /** How many pairs may still be looked at. */
  left: number;
}

function visit(older: Schema, newer: Schema, place: string, walk: Walk): void {
  if (walk.left <= 0 || walk.depth >= deepest || walk.found.length > mostDifferences) return;
  if (walk.meansTheSame(older, newer)) return;
  walk.left -= 1;
  const pair = pairName(older, newer, walk);
  if (pair !== undefined && walk.open.has(pair)) return;
  if (pair !== undefined) walk.open.add(pair);
  walk.depth += 1;
  compareMerged(mergeSchema(older, walk.older), mergeSchema(newer, walk.newer), {older, newer, place}, walk);
  walk.depth -= 1;
  if (pair !== undefined) walk.open.delete(pair);
}

function pairName(older: Schema, newer: Schema, walk: Walk): string | undefined {
  const [first, second] = [[...foldedNames(older, walk.older)], [...foldedNames(newer, walk.newer)]];
  return first.length + second.length === 0 ? undefined : JSON.stringify([first, second]);
}

function compareMerged(
  a: SchemaObject,
  b: SchemaObject,
  whole: {older: Schema; newer: Schema; place: string},
  walk: Walk,
): void {
  const {place} = whole;
  const words = {
    older: describeType(whole.older, walk.older).type,
    newer: describeType(whole.newer, walk.newer).type,
  };
  walk.found.push(...compareValues(a, b, words, walk.direction).map((difference) => ({...difference, place})));
  compareProperties(a, b, place, walk);
  compareItems(a, b, place, walk);
  compareBranches(a, b, place, walk);
  compareOther(a, b, place, walk);
}

function compareProperties(a: SchemaObject, b: SchemaObject, place: string, walk: Walk): void {
  const [older, newer] = [shownProperties(a, walk.older, walk), shownProperties(b, walk.newer, walk)];
  const isRequest = walk.direction === 'request';
  const isClosed = b.additionalProperties === false || b.unevaluatedProperties === false;
  for (const [name, schema] of newer) {
    const inner = `${place}.${name}`;
    const [was, is] = [listOf(a.required).includes(name), listOf(b.required).includes(name)];
    const before = older.get(name);
    if (before === undefined) {
      const must = isRequest && is;
      const message = `The ${must ? 'required ' : ''}property ${code(name)} is new.`;
      walk.found.push({kind: 'added', breaking: must, place: inner, message});
      continue;
    }
    if (was !== is) {
      const message = is
        ? `The property ${code(name)} is required now.`
        : isRequest
          ? `The property ${code(name)} is optional now.`
          : `The property ${code(name)} may be missing now.`;
      walk.found.push({kind: 'changed', breaking: is === isRequest, place: inner, message});
    }
    visit(before, schema, inner, walk);
  }
  for (const name of older.keys()) {
    if (newer.has(name)) continue;
    const message = `The property ${code(name)} is gone${isRequest && isClosed ? ', and the API takes no others' : ''}.`;
    walk.found.push({kind: 'removed', breaking: !isRequest || isClosed, place: `${place}.${name}`, message});
  }
}

/** OpenAPI 3.1 takes over `readOnly` and `writeOnly` from JSON Schema (validation, section 9.4). */
function shownProperties({properties}: SchemaObject, schemas: NamedSchemas, {direction}: Walk): Map<string, Schema> {
  const hidden = direction === 'request' ? 'readOnly' : 'writeOnly';
  return new Map(
    Object.entries(properties ?? {}).filter(([, schema]) => mergeSchema(schema, schemas)[hidden] !== true),
  );
}

function compareItems(a: SchemaObject, b: SchemaObject, place: string, walk: Walk): void {
  if (a.items !== undefined || b.items !== undefined) visit(a.items ?? true, b.items ?? true, place, walk);
  const count = Math.max(listOf(a.prefixItems).length, listOf(b.prefixItems).length);
  for (let index = 0; index < count; index++) {
    visit(
      a.prefixItems?.[index] ?? a.items ?? true,
      b.prefixItems?.[index] ?? b.items ?? true,
      `${place}.${index}`,
      walk,
    );
  }
  compareOpenness(a, b, place, walk);
}

/** Properties that are not named: allowed when nothing is said, refused by `false`. */
function compareOpenness(a: SchemaObject, b: SchemaObject, place: string, walk: Walk): void {
  const [was, is] = [a.additionalProperties ?? true, b.additionalProperties ?? true];
  if (was !== false && is !== false) {
    visit(was, is, `${place}.*`, walk);
  } else if ((was === false) !== (is === false)) {
    const message =
      is === false ? 'Properties that are not named are refused now.' : 'Other properties are allowed now.';
    walk.found.push({kind: 'changed', breaking: is === false && walk.direction === 'request', place, message});
  }
}

function compareBranches(a: SchemaObject, b: SchemaObject, place: string, walk: Walk): void {
  const [older, newer] = [branchesOf(a), branchesOf(b)];
  // Where there were no forms before, the types say what differs.
  if (older.length === 0 || newer.length === 0) {
    if (older.length + newer.length > 0) compareAsWhole('The forms to choose from', older, newer, place, walk);
    return;
  }
  const rest = newer.filter((branch) => !older.some((before) => walk.meansTheSame(before, branch)));
  const left = older.filter((branch) => !newer.some((after) => walk.meansTheSame(branch, after)));
  for (const branch of [...rest]) {
    const partner =
      left.find((before) => branchName(before) !== undefined && branchName(before) === branchName(branch)) ??
      (rest.length === 1 && left.length === 1 && branchName(branch) === undefined ? left[0] : undefined);
    if (partner === undefined) continue;
    left.splice(left.indexOf(partner), 1);
    rest.splice(rest.indexOf(branch), 1);
    visit(partner, branch, `${place}.${newer.indexOf(branch)}`, walk);
  }
  const isRequest = walk.direction === 'request';
  for (const branch of rest) {
    const message = `The form ${formName(branch, newer, walk.newer)} is new.`;
    walk.found.push({kind: 'added', breaking: !isRequest, place: `${place}.${newer.indexOf(branch)}`, message});
  }
  for (const branch of left) {
    const message = `The form ${formName(branch, older, walk.older)} is gone.`;
    walk.found.push({kind: 'removed', breaking: isRequest, place, message});
  }
}

function branchesOf({oneOf, anyOf}: SchemaObject): Schema[] {
  return [...listOf(oneOf), ...listOf(anyOf)];
}

function branchName(branch: Schema): string | undefined {
  if (typeof branch !== 'object') return undefined;
  return branch.$ref === undefined ? branch.title : schemaName(branch.$ref);
}

function formName(branch: Schema, all: Schema[], schemas: NamedSchemas): string {
  const name = branchName(branch);
  return name === undefined ? `${all.indexOf(branch) + 1} (${describeType(branch, schemas).type})` : code(name);
}

/** Conditions and the like: that they differ can be told, but not whom it breaks, so a request may break. */
function compareOther(a: SchemaObject, b: SchemaObject, place: string, walk: Walk): void {
  for (const [key, name] of otherKeywords) {
    compareAsWhole(name, member({...a}, key), member({...b}, key), place, walk);
  }
}

const otherKeywords: [keyof SchemaObject, string][] = [
  ['allOf', 'What must hold besides'],
  ['not', 'What must not hold'],
  ['if', 'The condition'],
  ['then', 'What holds under the condition'],
  ['else', 'What holds otherwise'],
  ['patternProperties', 'What holds for properties by pattern'],
  ['propertyNames', 'What names of properties must be'],
  ['contains', 'What one of the items must be'],
  ['dependentRequired', 'Which properties need which others'],
  ['dependentSchemas', 'What holds beside certain properties'],
  ['contentSchema', 'What the text holds'],
];

function compareAsWhole(name: string, older: unknown, newer: unknown, place: string, walk: Walk): void {
  // Put under one keyword, whatever it is can be compared as part of a schema.
  const asSchema = (value: unknown): Schema => (value === undefined ? {} : {allOf: [value as Schema].flat()});
  if (walk.meansTheSame(asSchema(older), asSchema(newer))) return;
  const breaking = walk.direction === 'request' && newer !== undefined && [newer].flat().length > 0;
  walk.found.push({kind: 'changed', breaking, place, message: `${name} changed.`});
}

/** Documents write other things where lists belong. */
function listOf<Item>(value: Item[] | undefined): Item[] {
  return Array.isArray(value) ? value : [];
}
