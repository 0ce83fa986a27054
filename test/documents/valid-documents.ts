import type {JsonObject} from '../../src/model/json.ts';

/** Documents that OpenAPI allows and that tools stumble over, made where they would be long to read. */

const info = {title: 'Valid', version: '1'};
const ok = {'200': {description: 'Fine.'}};

/** Names that mean something to JavaScript. */
export const hostileNames = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'];

/** An object with these members, for `__proto__` cannot be assigned. */
function record(entries: (readonly [string, unknown])[]): JsonObject {
  return Object.fromEntries(entries) as JsonObject;
}

/** Everything that has a name is called as members of every object are. */
export function documentOfHostileNames(openapi: string): JsonObject {
  const each = (make: (name: string) => unknown) => record(hostileNames.map((name) => [name, make(name)] as const));
  const schemaOf = (name: string) => ({$ref: `#/components/schemas/${name}`});
  return {
    openapi,
    info,
    tags: hostileNames.map((name) => ({name})),
    paths: record(
      hostileNames.map((name) => [
        `/${name}`,
        {
          post: {
            operationId: name,
            tags: [name],
            parameters: [{$ref: `#/components/parameters/${name}`}],
            requestBody: {content: {'application/json': {schema: schemaOf(name)}}},
            responses: {'200': {$ref: `#/components/responses/${name}`}},
          },
        },
      ]),
    ),
    components: {
      schemas: each(() => ({
        type: 'object',
        properties: each((name) => ({type: 'string', description: `About ${name}.`})),
        required: hostileNames,
      })),
      parameters: each((name) => ({name, in: 'query', schema: {type: 'string'}})),
      responses: each((name) => ({
        description: `Answer of ${name}.`,
        headers: record([[name, {schema: {type: 'string'}}]]),
        content: {'application/json': {schema: schemaOf(name)}},
        links: record([[name, {operationId: name}]]),
      })),
    },
  };
}

/** A body of objects within objects. */
export function documentOfDepth(levels: number): JsonObject {
  let schema: JsonObject = {type: 'string'};
  for (let level = levels; level > 0; level--) schema = {type: 'object', properties: {[`p${level}`]: schema}};
  return {
    openapi: '3.1.0',
    info,
    paths: {'/deep': {post: {requestBody: {content: {'application/json': {schema}}}, responses: ok}}},
  };
}

export function documentOfEnumeration(values: number): JsonObject {
  const schema = {enum: Array.from({length: values}, (_, index) => `value-${index}`)};
  const get = {operationId: 'choose', parameters: [{name: 'choice', in: 'query', schema}], responses: ok};
  return {openapi: '3.1.0', info, paths: {'/choose': {get}}};
}

/** Paths that differ only by case, or only by the name of a parameter in another method; no tags, no ids, no servers. */
export const documentOfAlikePaths: JsonObject = {
  openapi: '3.0.3',
  info,
  paths: {
    '/A': {get: {responses: ok}},
    '/a': {get: {responses: ok}},
    '/users/{id}': {get: {responses: ok, parameters: [inPath('id')]}},
    '/users/{name}': {post: {responses: ok, parameters: [inPath('name')]}},
    '/users/me': {get: {responses: ok}},
  },
};

function inPath(name: string): JsonObject {
  return {name, in: 'path', required: true, schema: {type: 'string'}};
}

export const longName = 'Long'.repeat(75);

/** Text of every script, where a name may be any text. */
export const unicodeNames = ['Ünïcode nàme', '😀', 'a/b', 'a~b', 'a%20b', 'a.b', 'A', 'a', '用户', '{x}', longName];

export const documentOfUnicode: JsonObject = {
  openapi: '3.1.0',
  info,
  paths: record(
    unicodeNames.map((name, index) => [
      `/${index}`,
      {
        post: {
          operationId: name,
          tags: [name, name],
          requestBody: {
            content: {'application/json': {schema: {properties: record([[name, {type: 'string'}]])}}},
          },
          responses: ok,
        },
      },
    ]),
  ),
};

/** In 3.0, limits and null have words of their own, and what stands beside a `$ref` counts for nothing. */
export const documentOf30: JsonObject = {
  openapi: '3.0.3',
  info,
  paths: {
    '/n': {post: {operationId: 'n', requestBody: {content: {'application/json': {schema: ref('N')}}}, responses: ok}},
  },
  components: {
    schemas: {
      N: {
        type: 'object',
        properties: {
          above: {type: 'number', minimum: 5, exclusiveMinimum: true},
          text: {type: 'string', nullable: true},
          choice: {type: 'string', nullable: true, enum: ['a', null]},
          either: {oneOf: [ref('M'), {type: 'integer'}], nullable: true},
          whole: {allOf: [ref('M')], nullable: true},
          plain: {...ref('M'), nullable: true, minLength: 9},
        },
      },
      M: {type: 'string', maxLength: 3},
    },
  },
};

function ref(name: string): JsonObject {
  return {$ref: `#/components/schemas/${name}`};
}

export const emptyDocuments: Record<string, JsonObject> = {
  'no paths in an object': {openapi: '3.1.0', info, paths: {}},
  'components only': {openapi: '3.1.0', info, components: {}},
  'a path without operations': {openapi: '3.0.3', info, paths: {'/nothing': {}}},
};
