import type {OutputUnit} from '@cfworker/json-schema';
import {isJsonObject} from '../model/json.ts';
import type {Json} from '../model/json.ts';
import {pointerSegments, resolvePointer} from '../model/json-pointer.ts';
import {member} from '../model/member.ts';
import {resolveSchema} from '../model/schema.ts';
import type {NamedSchemas, SchemaObject} from '../model/schema.ts';
import type {Problem} from '../model/values.ts';
import {applicableSchemas} from '../request/applicable-schemas.ts';
import {fieldName} from './field-name.ts';
import {isForTheOtherWay} from './prepare-schema.ts';
import type {Direction, Prepared} from './prepare-schema.ts';
import {sentenceFor} from './sentences.ts';

/** What the errors of one validation speak of. */
export interface Validated {
  /** The schema of the document at the validator's way to it. */
  sourceAt: Prepared['sourceAt'];
  schemas: NamedSchemas;
  value: Json;
  direction: Direction;
}

/** One error of the validator, with its places read. */
interface Failure {
  keyword: string;
  /** From the value down to where the error is. */
  path: string[];
  /** From the schema down to the keyword. */
  location: string[];
}

/** Turns the validator's flat list of errors into one problem for each place: the innermost cause of what failed. */
export function explainErrors(errors: OutputUnit[], validated: Validated): Problem[] {
  const failures = withoutConsequences(causes(withoutDetails(errors.map(toFailure(errors))), validated), validated);
  const problems = failures.flatMap((failure) => toProblems(failure, validated));
  const byName = new Map<string, Problem>();
  for (const problem of problems) {
    const first = byName.get(problem.name);
    if (first === undefined || rank(problem) < rank(first)) byName.set(problem.name, problem);
  }
  return [...byName.values()];
}

/** Of two mistakes in one place, the one that has to be mended first. */
function rank({keyword}: Problem): number {
  const index = ['required', 'type', 'const', 'enum', 'minLength', 'format'].indexOf(keyword);
  return index < 0 ? 99 : index;
}

/** The validator gives `false` schemas the place of the value; the error before names the keyword that holds it. */
function toFailure(errors: OutputUnit[]): (error: OutputUnit, index: number) => Failure {
  return ({keyword, instanceLocation, keywordLocation}, index) => ({
    keyword,
    path: segmentsOf(instanceLocation),
    location:
      keyword === 'false'
        ? segmentsOf(`${errors[index - 1]?.keywordLocation ?? '#'}/false`)
        : segmentsOf(keywordLocation),
  });
}

function segmentsOf(location: string): string[] {
  return pointerSegments(location.slice(1))?.map(decodeURIComponent) ?? [];
}

/** Keywords that only pass on that something below them failed. */
const passOn = new Set([
  '$ref',
  'allOf',
  'if',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentSchemas',
  'items',
  'prefixItems',
  'unevaluatedItems',
]);

function causes(failures: Failure[], validated: Validated): Failure[] {
  const result: Failure[] = [];
  for (let index = 0; index < failures.length; index++) {
    const failure = failures[index];
    if (failure === undefined || passOn.has(failure.keyword)) continue;
    if (failure.keyword !== 'anyOf' && failure.keyword !== 'oneOf') {
      result.push(failure);
      continue;
    }
    // All that failed in the branches of a union follows it in the list.
    const below: Failure[] = [];
    for (
      let next = failures[index + 1];
      next && startsWith(next.location, failure.location);
      next = failures[++index + 1]
    ) {
      below.push(next);
    }
    result.push(...ofUnion(failure, below, validated));
  }
  return result;
}

/** Without what failed below `contains` and `propertyNames`: they say themselves all there is to say. */
function withoutDetails(failures: Failure[]): Failure[] {
  const scopes = failures.flatMap(({keyword, location}) => {
    if (keyword === 'propertyNames') return [location];
    return /^(contains|minContains|maxContains)$/.test(keyword) ? [[...location.slice(0, -1), 'contains']] : [];
  });
  const distinct = [...new Map(scopes.map((scope) => [JSON.stringify(scope), scope])).values()];
  return failures.filter(
    ({location}) => !distinct.some((scope) => location.length > scope.length && startsWith(location, scope)),
  );
}

/**
 * Without what is refused as not described although it is: where a subschema fails, all that it describes counts as not
 * evaluated (JSON Schema 2020-12 core, section 11), but only what made it fail is to be mended.
 */
function withoutConsequences(failures: Failure[], {sourceAt, schemas}: Validated): Failure[] {
  const isUnevaluated = ({keyword, location}: Failure) =>
    keyword === 'false' && /^unevaluated(Properties|Items)$/.test(location.at(-2) ?? '');
  const others = failures.filter((failure) => !isUnevaluated(failure));
  return failures.filter((failure) => {
    if (!isUnevaluated(failure)) return true;
    const {path, location} = failure;
    const isBelow = (other: Failure) => other.path.length > path.length && startsWith(other.path, path);
    if (failures.some(isBelow) || others.some((other) => startsWith(other.path, path))) return false;
    if (!others.some((other) => startsWith(other.path, path.slice(0, -1)))) return true;
    const around = applicableSchemas([sourceAt(location.slice(0, -2))], schemas);
    return !around.some(({properties}) => member(properties, path.at(-1) ?? '') !== undefined);
  });
}

/** Of a union that nothing fits: what is wrong with the branch that was probably meant, or that none fits at all. */
function ofUnion(union: Failure, below: Failure[], validated: Validated): Failure[] {
  const schema = validated.sourceAt(union.location.slice(0, -1));
  const branches = (union.keyword === 'oneOf' ? schema.oneOf : schema.anyOf) ?? [];
  const depth = union.location.length;
  const failed = branches.map((_, index) => below.filter(({location}) => location[depth] === String(index)));
  const isFit = (list: Failure[]) => list.length === 0;
  if (union.keyword === 'oneOf' && failed.some(isFit)) return [{...union, keyword: 'ambiguous'}];

  const meant = discriminated(schema, union, validated);
  const candidates = failed
    .map((list, index) => ({list: causes(list, validated), index}))
    .filter(({list, index}) => (meant === undefined ? !list.some(isOtherKind(union)) : index === meant))
    .sort((a, b) => a.list.length - b.list.length);
  const [best] = candidates;
  return best === undefined || (candidates.length > 1 && best.list.length === candidates[1]?.list.length)
    ? [union]
    : best.list;
}

/** A wrong type of the value itself, or a wrong constant in it, says that another branch was meant. */
function isOtherKind(union: Failure): (failure: Failure) => boolean {
  return ({keyword, path}) =>
    (keyword === 'type' && path.length === union.path.length) ||
    (keyword === 'const' && path.length <= union.path.length + 1);
}

/** The index of the branch that the discriminator names (OpenAPI 3.1, Discriminator Object). */
function discriminated(schema: SchemaObject, union: Failure, {value}: Validated): number | undefined {
  const {discriminator} = schema;
  if (discriminator === undefined) return undefined;
  const place = resolvePointer(
    value,
    union.path.map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
  );
  const given = isJsonObject(place) ? place[discriminator.propertyName] : undefined;
  if (typeof given !== 'string') return undefined;
  const target = discriminator.mapping?.[given] ?? given;
  const index = (schema.oneOf ?? schema.anyOf ?? []).findIndex(
    (branch) => typeof branch === 'object' && (branch.$ref === target || branch.$ref?.endsWith(`/${target}`) === true),
  );
  return index < 0 ? undefined : index;
}

function toProblems({keyword, path, location}: Failure, validated: Validated): Problem[] {
  const {direction, schemas} = validated;
  const value = valueAt(validated.value, path);
  const schema = keyword === 'false' ? {} : validated.sourceAt(location.slice(0, -1));
  const problem = (at: string[], of: SchemaObject): Problem => ({
    name: fieldName('', at),
    keyword: keyword === 'false' ? (location.at(-2) ?? 'false') : keyword === 'ambiguous' ? 'oneOf' : keyword,
    message: sentenceFor(keyword, {schema: of, schemas, value, direction, holder: location.at(-2)}),
  });
  if (keyword !== 'required' && keyword !== 'dependentRequired') return [problem(path, schema)];
  if (!isJsonObject(value)) return [];
  const needed =
    keyword === 'required'
      ? (schema.required ?? []).filter((name) => !isForTheOtherWay(schema, name, validated))
      : Object.entries(schema.dependentRequired ?? {}).flatMap(([name, names]) =>
          Object.hasOwn(value, name) ? names : [],
        );
  return needed
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => problem([...path, name], resolveSchema(member(schema.properties, name), schemas)));
}

function startsWith(path: string[], start: string[]): boolean {
  return start.every((segment, index) => path[index] === segment);
}

function valueAt(value: Json, path: string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, name) => {
    if (Array.isArray(inner)) return inner[Number(name)];
    return isJsonObject(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined;
  }, value);
}
