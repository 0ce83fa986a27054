import {loadDocument} from '../../src/plugin/load-document.ts';
import {toApi} from '../../src/plugin/normalise/api.ts';
import type {Json} from '../../src/model/json.ts';
import type {Operation, ParameterLocation} from '../../src/model/operation.ts';
import {resolveSchema} from '../../src/model/schema.ts';
import {FileValue} from '../../src/model/file-value.ts';
import {emptyValues} from '../../src/model/values.ts';
import type {RequestValues} from '../../src/model/values.ts';
import {exampleValues} from '../../src/request/example-values.ts';
import {wellFormed} from '../../src/request/percent-encoding.ts';
import {mediaType, operation, parameter} from '../fixtures/operation.ts';
import {hostileTexts} from './hostile-values.ts';

/** One request to be made in every language. */
export interface Case {
  group: string;
  /** What is special about it. */
  name: string;
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
    ...hostileTexts.flatMap(partCases),
    ...hostileTexts.map(fileCase),
    ...['TRACE', 'PURGE', 'QUERY'].map((method) => specialCase(method, {method})),
    ...['GET', 'HEAD'].map((method) => specialCase(`${method} with a body`, {method}, {text: 'in spite of all'})),
    ...Object.entries(specialHeaders).map(([header, value]) => headerCase(header, value)),
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
    name: text,
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
    name: text,
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
  const {values, ...rest} = {...syntheticCase(json, "it's"), group: 'methods', name: method};
  const withoutBody = {...rest, operation: {...synthetic, method}, values: {...values, body: undefined}};
  const plain = operation({method, requestBody: {required: false, content: [mediaType(json)]}});
  return [
    ...(/^(GET|HEAD)$/.test(method) ? [] : [{...withoutBody, values}]),
    withoutBody,
    {group: 'methods', name: method, operation: plain, values: base, credentials: {}},
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
  Array.from({length: 150}).reduce<Json>((inner) => [inner], 'deepest'),
  {0: 'a', 1: 'b'},
  {10: 'a', '-1': 'b', '01': 'c', 1.5: 'd'},
  {'\0a': '\0', '\u007f': '\u007f', '\u2028': '\u2029'},
];

function jsonCase(body: Json): Case {
  const plain = operation({method: 'POST', requestBody: {required: true, content: [mediaType(json)]}});
  return {group: 'JSON', name: JSON.stringify(body), operation: plain, values: {...base, body}, credentials: {}};
}

const upload = operation({
  key: 'upload',
  method: 'POST',
  path: '/upload',
  requestBody: {
    required: true,
    content: ['multipart/form-data', 'multipart/mixed', 'image/png'].map((name) => mediaType(name)),
  },
});

/** Parts as a form writes them, parts that only few libraries can write, and parts that have no names. */
function partCases(text: string): Case[] {
  const photo = fileNamed('photo.png');
  const plain = {title: text, tag: ['a', text], photo};
  const parts = {
    text,
    [text]: text,
    json: {[text]: [text]},
    photo: fileNamed(text),
    photos: [photo, fileNamed(`2 ${text}`)],
  };
  const one = {group: 'texts in parts', name: text, operation: upload, credentials: {}};
  return [
    {...one, contentType: 'multipart/form-data', values: {...base, body: {title: text, photo}}},
    {...one, contentType: 'multipart/form-data', values: {...base, body: plain}},
    {
      ...one,
      group: 'names of parts',
      contentType: 'multipart/form-data',
      values: {...base, body: {[`${text} `]: 'a name', photo: fileNamed(text)}},
    },
    {...one, group: 'parts of all kinds', contentType: 'multipart/form-data', values: {...base, body: parts}},
    {...one, contentType: 'multipart/mixed', values: {...base, body: [text, photo, {text}]}},
  ];
}

/** A file as the whole body. */
function fileCase(text: string): Case {
  const values = {...base, body: fileNamed(text)};
  return {group: 'files', name: text, operation: upload, values, credentials: {}, contentType: 'image/png'};
}

/** A file with a name that a disk can have, and bytes that go by its name: two files of one name are the same. */
export function fileNamed(text: string): FileValue {
  const name = wellFormed(text).replaceAll(/[/\0]/g, '_').slice(0, 40);
  const isSpecial = /^[.\s]*$/.test(name);
  const bytes = new TextEncoder().encode(`\0\x89PNG\r\n\x1a\n${name}\n`);
  return new FileValue(isSpecial ? `file${name}` : name, 'image/png', bytes.fill(0xff, 2, 3));
}

function specialCase(name: string, parts: Partial<Operation>, body?: Json): Case {
  const special = operation({...parts, requestBody: {required: false, content: [mediaType(json)]}});
  return {group: 'special', name, operation: special, values: {...base, body}, credentials: {}};
}

/** Headers that many a library has its own mind about. */
const specialHeaders = {
  'Accept-Encoding': 'identity',
  'Accept-Language': 'de, en;q=0.5',
  Allow: 'GET',
  Connection: 'close',
  'Content-Language': 'de',
  'Content-Length': '0',
  Date: 'Sat, 21 Nov 2026 12:00:00 GMT',
  Expect: '100-continue',
  Host: 'api.example.com',
  'If-None-Match': '"a"',
  'Keep-Alive': 'timeout=5',
  Origin: 'https://example.com',
  Range: 'items=0-4',
  Referer: 'https://example.com/',
  TE: 'trailers',
  Upgrade: 'h2c',
  "x!#$%&'*+-.^_`|~0": 'every character that a name may have',
};

function headerCase(header: string, value: string): Case {
  const one = operation({parameters: [parameter('header', header)]});
  return {
    group: 'special',
    name: header,
    operation: one,
    values: {...base, header: {[header]: value}},
    credentials: {},
  };
}

/** More than one argument of a command may hold, and what no argument may hold. */
const largeTexts = ['it\'s "large"\n'.repeat(20_000), "a\0b\\0101\\n%s'\0", '\0', 'é😀'.repeat(30_000)];

function parameterValues({parameters}: Operation, text: string): RequestValues {
  const of = (place: ParameterLocation) =>
    Object.fromEntries(parameters.filter((one) => one.in === place).map(({name}) => [name, text]));
  return {path: of('path'), query: of('query'), header: of('header'), cookie: of('cookie'), body: undefined};
}
