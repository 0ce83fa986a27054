import {loadDocument} from '../../src/plugin/load-document.ts';
import {toApi} from '../../src/plugin/normalise/api.ts';
import type {Json} from '../../src/model/json.ts';
import type {Operation, ParameterLocation} from '../../src/model/operation.ts';
import {resolveSchema} from '../../src/model/schema.ts';
import {emptyValues} from '../../src/model/values.ts';
import type {RequestValues} from '../../src/model/values.ts';
import {exampleValues} from '../../src/request/example-values.ts';
import {mediaType, operation, parameter} from '../fixtures/operation.ts';
import {hostileTexts} from './hostile-values.ts';

/** One request to be made in every language. */
export interface Case {
  group: string;
  operation: Operation;
  values: RequestValues;
  credentials: Record<string, string>;
  contentType?: string;
}

/** Every request that the languages are compared on. */
export async function snippetCases(): Promise<Case[]> {
  const operations = await Promise.all(['coindroids', 'doordeck'].map(documentedOperations));
  return [
    ...operations.flat().flatMap(documentedCases),
    ...mediaTypes.flatMap((contentType) => hostileTexts.map((text) => syntheticCase(contentType, text))),
    ...['GET', 'HEAD', 'DELETE', 'PUT', 'PATCH', 'POST', 'OPTIONS'].flatMap(methodCases),
    ...jsonBodies.map((body) => jsonCase(body)),
    ...largeTexts.map((text) => ({...syntheticCase('text/plain', ''), group: 'large', values: {...base, body: text}})),
  ];
}

async function documentedOperations(id: string): Promise<Operation[]> {
  const {document} = await loadDocument({id, spec: `openapi/${id}.yaml`}, process.cwd());
  return toApi(id, document).operations;
}

/** The examples of the document, and a hostile text in every parameter, every text of the body and the credential. */
function documentedCases(documented: Operation): Case[] {
  const {requestBody, schemas, securitySchemes} = documented;
  const [content] = requestBody?.content ?? [];
  const fields = Object.keys(resolveSchema(content?.schema, schemas).properties ?? {});
  const withText = (values: RequestValues, text: string): Case => ({
    group: documented.key,
    operation: documented,
    values,
    credentials: Object.fromEntries(Object.keys(securitySchemes).map((name) => [name, `token ${text}`])),
  });
  return [
    ...(content?.examples ?? []).map(({name}) => withText(exampleValues(documented, name), name)),
    ...hostileTexts.map((text) => {
      const body = requestBody && Object.fromEntries(fields.map((name) => [name, text]));
      return withText({...parameterValues(documented, text), body}, text);
    }),
  ];
}

const json = 'application/vnd.example.v1+json';

const mediaTypes = [json, 'text/plain; charset=utf-8', 'application/x-www-form-urlencoded'];

const synthetic = operation({
  key: 'synthetic',
  method: 'POST',
  path: "/it's/{id}/{name}.{format}",
  accept: {value: 'text/plain, */*;q=0.1', required: false},
  parameters: [
    parameter('path', 'id'),
    parameter('path', 'name', {style: 'matrix', explode: true}),
    parameter('path', 'format', {style: 'label'}),
    parameter('query', 'q'),
    parameter('query', "it's [a] list"),
    parameter('query', 'open', {allowReserved: true}),
    parameter('query', 'deep', {style: 'deepObject', explode: true}),
    parameter('query', 'json', {contentType: 'application/json'}),
    parameter('header', 'X-Text'),
    parameter('header', 'x-json', {contentType: 'application/json'}),
    parameter('header', 'User-Agent'),
    parameter('cookie', 'sid'),
    parameter('cookie', 'lang'),
  ],
  requestBody: {required: true, content: mediaTypes.map((name) => mediaType(name))},
  security: [{basic: [], key: []}],
  securitySchemes: {basic: {type: 'http', scheme: 'basic'}, key: {type: 'apiKey', in: 'query', name: 'api key'}},
});

function syntheticCase(contentType: string, text: string): Case {
  const values = parameterValues(synthetic, text);
  values.query["it's [a] list"] = [text, '', text];
  values.query['deep'] = {[text]: text, nested: {[text]: [text, 'b']}};
  values.header['x-json'] = {[text]: [text]};
  const nested = {text, [text]: text, list: [text, 'b'], none: null, empty: {}, lists: [[], [{text}]]};
  return {
    group: `synthetic, ${contentType}`,
    operation: synthetic,
    values: {
      ...values,
      body: contentType === json ? nested : contentType.startsWith('text/') ? text : {text, [text]: text},
    },
    credentials: {basic: `user:${text}`, key: text || 'key'},
    contentType,
  };
}

const base = emptyValues();

/** With a body where Fetch lets one travel, without, and with nothing at all. */
function methodCases(method: string): Case[] {
  const withBody = {...syntheticCase(json, "it's"), group: 'methods', operation: {...synthetic, method}};
  const plain = operation({method, requestBody: {required: false, content: [mediaType(json)]}});
  return [
    withBody,
    {...withBody, values: {...withBody.values, body: undefined}},
    {group: 'methods', operation: plain, values: base, credentials: {}},
  ];
}

/** Numbers and shapes that languages write in their own ways. */
const jsonBodies: Json[] = [
  null,
  true,
  'text',
  '',
  42,
  [],
  {},
  [[], {}],
  ...[0, -1, 1.5, 0.1, 1e21, 1e-7, 0.0001, 0.00001, 123456789012345680000, 1e16, 1.5e300, 5e-324].map((n) => [n]),
  {1: 'number', b: 1, a: 2, 'with space': 3, 'quo"te\'s': 4, $: 5, class: 6, [' ']: 7, '': 8, constructor: 9},
  JSON.parse('{"__proto__": {"a": 1}, "a": {"__proto__": null}}') as Json,
  Array.from({length: 40}, (_, index) => index),
  ['a'.repeat(80), 'b'],
  {deep: {deeper: {deepest: [{a: [{b: [true, false, null]}]}]}}},
];

function jsonCase(body: Json): Case {
  const plain = operation({method: 'POST', requestBody: {required: true, content: [mediaType(json)]}});
  return {group: 'JSON', operation: plain, values: {...base, body}, credentials: {}};
}

/** More than one argument of a command may hold, and what no argument may hold. */
const largeTexts = ['it\'s "large"\n'.repeat(20_000), "a\0b\\0101\\n%s'\0", '\0', 'é😀'.repeat(30_000)];

function parameterValues({parameters}: Operation, text: string): RequestValues {
  const of = (place: ParameterLocation) =>
    Object.fromEntries(parameters.filter((one) => one.in === place).map(({name}) => [name, text]));
  return {path: of('path'), query: of('query'), header: of('header'), cookie: of('cookie'), body: undefined};
}
