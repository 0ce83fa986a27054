import {createChecker} from '../form/create-checker.ts';
import {wrongSchemaExamples, type Judge} from './check-schema-examples.ts';
import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import type {Api, Example, MediaType, Response} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import type {LoadedDocument} from './load-document.ts';
import {escapeToken, pointerTokens, resolvePointer} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';
import {placedRequests, type PlacedRequest} from './placed-requests.ts';
import {isCheckable} from './validation-cost.ts';

/** What came of checking the examples of an API. */
export interface CheckedExamples {
  /** How many were made from a schema because the document gives none. */
  made: number;
  /** How many, given or made, do not match their schema. */
  invalid: number;
  /** One warning for each place in the document. */
  problems: Problem[];
}

type Source = Pick<LoadedDocument, 'document' | 'locate'>;

/**
 * Checks every example that a page shows, given by the document or made here, against its schema. Those are passed over
 * whose schema leads a validator into more ways than it could ever go.
 */
export function checkExamples(api: Api, {document, locate}: Source): CheckedExamples {
  const check = createChecker(api.schemas);
  const checked: CheckedExamples = {made: 0, invalid: 0, problems: []};
  const verdicts = new Map<string, string | undefined>();

  const judge: Judge = (schema, value, direction) => {
    if (!isCheckable(schema, value, api.schemas)) return undefined;
    const [problem] = check(schema, value, direction) ?? [];
    if (problem === undefined) return undefined;
    return `${problem.name === '' ? '' : `\`${problem.name}\`: `}${problem.message}`;
  };
  const seen = new Set<string>();
  const report = (pointer: string, what: string, verdict: string, hint: string): void => {
    const message = `${what} does not match the schema. ${verdict}`;
    // One given example may stand on many pages, and one that is made belongs to its schema.
    if (seen.has(pointer)) return;
    seen.add(pointer);
    checked.invalid++;
    checked.problems.push({severity: 'warning', ...locate(pointer), message, hint, rule: 'example'});
  };
  for (const shown of placedRequests(api).flatMap(shownExamples)) {
    const {example, place, schema, value, direction} = shown;
    if (example.generated) checked.made++;
    // One schema has one made example, wherever it is used.
    const key =
      example.generated && typeof schema === 'object' && schema.$ref ? `${direction} ${schema.$ref}` : undefined;
    const verdict = key !== undefined && verdicts.has(key) ? verdicts.get(key) : judge(schema, value, direction);
    if (key !== undefined) verdicts.set(key, verdict);
    if (verdict === undefined) continue;
    const pointer = placeOf(document, place, example);
    if (example.generated) {
      report(pointer, 'The example that is made from this schema', verdict, 'Give an example beside the schema.');
    } else report(pointer, `The example "${example.name}"`, verdict, correct);
  }
  for (const {way, index, verdict} of wrongSchemaExamples(api, judge)) {
    report(placeInSchema(document, way, index), 'This example', verdict, correct);
  }
  return checked;
}

const correct = 'Correct the example or the schema.';

/** An example with the schema that it should match, and the way to what holds it in the document. */
interface Shown {
  example: Example;
  value: Json;
  schema: Schema;
  direction: 'request' | 'response';
  place: string[];
}

function shownExamples({parameters, requestBody, responses, place, isOutgoing}: PlacedRequest): Shown[] {
  const [sent, answered] = isOutgoing ? (['response', 'request'] as const) : (['request', 'response'] as const);
  return [
    ...parameters.flatMap(({name, in: location, contentType, schema, examples}) => {
      const own = [...place, 'parameters', JSON.stringify([location, name])];
      const held = contentType === undefined ? own : [...own, 'content', contentType];
      return examples.map((example) => ({
        example,
        value: example.value,
        schema,
        direction: 'request' as const,
        place: held,
      }));
    }),
    ...(requestBody?.content ?? []).flatMap((media) => ofMedia(media, sent, [...place, 'requestBody'])),
    ...responses.flatMap(({status, content}: Response) =>
      content.flatMap((media) => ofMedia(media, answered, [...place, 'responses', status])),
    ),
  ];
}

function ofMedia({mediaType, schema, examples}: MediaType, direction: Shown['direction'], place: string[]): Shown[] {
  if (schema === undefined) return [];
  const shown = examples.map((example) => ({
    example,
    value: example.value,
    schema,
    direction,
    place: [...place, 'content', mediaType],
  }));
  // The text of a body that is no JSON cannot be held against a schema of what it means.
  return shown.filter(({value}) => typeof value !== 'string' || /[/+]json\b/.test(mediaType));
}

/** The pointer to an example: over references, to the nearest place that exists. */
function placeOf(document: JsonObject, place: string[], example: Example): string {
  const holder = walk(document, place);
  if (example.generated) return firstPlace(document, holder, [['schema'], []]);
  const own = [['examples', example.name, 'value'], ['examples', example.name], ['example']];
  const found = own.find((way) => resolvePointer(document, pointerOf([...holder, ...way])) !== undefined);
  if (found !== undefined) return pointerOf([...holder, ...found]);
  return firstPlace(document, followed(document, [...holder, 'schema']), [['examples', '0'], ['example'], []]);
}

/** The pointer to an example of a schema, or to that of the header whose schema it is. */
function placeInSchema(document: JsonObject, way: string[], index: number): string {
  const schema = walk(document, way);
  const own = pointerOf([...schema, 'examples', String(index)]);
  if (resolvePointer(document, own) !== undefined) return own;
  const header = walk(document, way.slice(0, -1));
  const places = [[...schema, 'example'], [...header, 'example'], [...header, 'examples'], schema].map(pointerOf);
  return places.find((place) => resolvePointer(document, place) !== undefined) ?? '#/';
}

/** The first of these ways from a place that leads to something. */
function firstPlace(document: JsonObject, place: string[], ways: string[][]): string {
  const found = ways.find((way) => resolvePointer(document, pointerOf([...place, ...way])) !== undefined);
  return pointerOf([...place, ...(found ?? [])]);
}

/** The way from the root without references, as far as it goes. A parameter is named by `in` and `name`. */
function walk(document: JsonObject, place: string[]): string[] {
  let way: string[] = [];
  for (const token of place) {
    way = followed(document, way);
    const holder = resolvePointer(document, pointerOf(way));
    const key = Array.isArray(holder) ? String(indexOfParameter(document, holder, token)) : token;
    const next = [...way, key];
    if (resolvePointer(document, pointerOf(next)) === undefined) return way;
    way = next;
  }
  return followed(document, way);
}

function followed(document: JsonObject, start: string[]): string[] {
  let way = start;
  for (let steps = 0; steps < 100; steps++) {
    const value = resolvePointer(document, pointerOf(way));
    if (!isJsonObject(value) || typeof value['$ref'] !== 'string' || !value['$ref'].startsWith('#/')) return way;
    way = pointerTokens(value['$ref']);
  }
  return way;
}

function indexOfParameter(document: JsonObject, list: Json[], token: string): number {
  return list.findIndex((item) => {
    const target =
      isJsonObject(item) && typeof item['$ref'] === 'string' ? resolvePointer(document, item['$ref']) : item;
    return isJsonObject(target) && JSON.stringify([target['in'], target['name']]) === token;
  });
}

function pointerOf(way: string[]): string {
  return `#/${way.map(escapeToken).join('/')}`;
}
