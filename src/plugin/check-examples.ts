import {createChecker} from '../form/create-checker.ts';
import {isJsonObject, type Json, type JsonObject} from '../model/json.ts';
import type {Api, Example, MediaType, Operation, Response} from '../model/operation.ts';
import type {Schema} from '../model/schema.ts';
import type {LoadedDocument} from './load-document.ts';
import {escapeToken, pointerTokens, resolvePointer} from './normalise/pointer.ts';
import type {Problem} from './openapi-error.ts';

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

/** Checks every example that a page shows, given by the document or made here, against its schema. */
export function checkExamples(api: Api, {document, locate}: Source): CheckedExamples {
  const check = createChecker(api.schemas);
  const checked: CheckedExamples = {made: 0, invalid: 0, problems: []};
  const seen = new Set<string>();
  const verdicts = new Map<string, string | undefined>();

  const judge = ({schema, value, direction}: Shown): string | undefined => {
    const [problem] = check(schema, value, direction) ?? [];
    if (problem === undefined) return undefined;
    return `${problem.name === '' ? '' : `\`${problem.name}\`: `}${problem.message}`;
  };
  for (const shown of api.operations.flatMap(shownExamples)) {
    const {example, place, schema, direction} = shown;
    if (example.generated) checked.made++;
    // One schema has one made example, wherever it is used.
    const key =
      example.generated && typeof schema === 'object' && schema.$ref ? `${direction} ${schema.$ref}` : undefined;
    const verdict = key !== undefined && verdicts.has(key) ? verdicts.get(key) : judge(shown);
    if (key !== undefined) verdicts.set(key, verdict);
    if (verdict === undefined) continue;
    checked.invalid++;
    const pointer = placeOf(document, place, example);
    const what = example.generated ? 'The example that is made from this schema' : `The example "${example.name}"`;
    if (seen.has(`${pointer} ${example.name}`)) continue;
    seen.add(`${pointer} ${example.name}`);
    checked.problems.push({
      severity: 'warning',
      ...locate(pointer),
      message: `${what} does not match the schema. ${verdict}`,
      hint: example.generated ? 'Give an example beside the schema.' : 'Correct the example or the schema.',
      rule: 'example',
    });
  }
  return checked;
}

/** An example with the schema that it should match, and the way to what holds it in the document. */
interface Shown {
  example: Example;
  value: Json;
  schema: Schema;
  direction: 'request' | 'response';
  place: string[];
}

function shownExamples(operation: Operation): Shown[] {
  const {method, path, parameters, requestBody, responses} = operation;
  const place = ['paths', path, method.toLowerCase()];
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
    ...(requestBody?.content ?? []).flatMap((media) => ofMedia(media, 'request', [...place, 'requestBody'])),
    ...responses.flatMap(({status, content}: Response) =>
      content.flatMap((media) => ofMedia(media, 'response', [...place, 'responses', status])),
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
  const ways = example.generated
    ? [['schema']]
    : [['examples', example.name, 'value'], ['examples', example.name], ['example'], ['schema', 'example'], ['schema']];
  const found = ways.find((way) => resolvePointer(document, pointerOf([...holder, ...way])) !== undefined);
  return pointerOf([...holder, ...(found ?? [])]);
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
