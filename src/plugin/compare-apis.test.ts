import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {compareApis} from '../model/compare-apis.ts';
import type {JsonObject} from '../model/json.ts';
import {toApi} from './normalise/api.ts';

/** The comparison is of the model, but documents say best what is compared. */

function apiOf(yaml: string, version = '1') {
  return toApi('shop', parse(`openapi: 3.1.0\ninfo: {title: Shop, version: '${version}'}\n${yaml}`) as JsonObject);
}

/** One POST whose parts are given, as flow YAML. */
function withOperation(parts: string, rest = ''): string {
  const responses = parts.includes('responses:') ? '' : ", responses: {'200': {description: ok}}";
  return `paths: {/buy: {post: {operationId: buy, ${parts}${responses}}}}\n${rest}`;
}

const withBody = (schema: string, rest = ''): string =>
  withOperation(`requestBody: {content: {application/json: {schema: ${schema}}}}`, rest);
const withReply = (schema: string, rest = ''): string =>
  withOperation(`responses: {'200': {description: ok, content: {application/json: {schema: ${schema}}}}}`, rest);
const withQuery = (parameter: string): string => withOperation(`parameters: [{in: query, name: q, ${parameter}}]`);
const named = (schemas: string): string => `components: {schemas: ${schemas}}`;
const withSecurity = (security: string, scheme = '{type: http, scheme: bearer}'): string =>
  withOperation(
    `security: ${security}`,
    `components: {securitySchemes: {token: ${scheme}, key: {type: apiKey, in: header, name: X-Key}}}`,
  );

/** Each change as one line: `breaking changed body.email: …`. */
function linesOf(older: string, newer: string): string[] {
  return compareApis(apiOf(older), apiOf(newer, '2')).map(({kind, breaking, operation = '-', place, message}) => {
    return `${breaking ? 'breaking ' : ''}${kind} ${operation} ${place}: ${message}`;
  });
}

const node = (extra: string): string =>
  named(`{Node: {type: object, properties: {id: {type: ${extra}}, next: {$ref: '#/components/schemas/Node'}}}}`);
const toNode = "{$ref: '#/components/schemas/Node'}";

describe('what changed between two versions of an API', () => {
  it.each<[string, string, string, string[]]>([
    [
      'an operation comes',
      'paths: {}',
      withOperation('summary: Buy'),
      ['added shop/buy : The operation `POST /buy` is new.'],
    ],
    [
      'an operation goes',
      withOperation('summary: Buy'),
      'paths: {}',
      ['breaking removed shop/buy : The operation `POST /buy` is gone.'],
    ],
    [
      'an operation moves',
      withOperation('summary: Buy'),
      withOperation('summary: Buy').replace('/buy:', '/orders:'),
      ['breaking changed shop/buy : It moved from `POST /buy` to `POST /orders`.'],
    ],
    [
      'an operation is called otherwise',
      withOperation('summary: Buy'),
      withOperation('description: Buys.').replace('operationId: buy', 'operationId: purchase'),
      [],
    ],
    [
      'an operation is deprecated',
      withOperation('summary: Buy'),
      withOperation('deprecated: true'),
      ['changed shop/buy : It is deprecated now.'],
    ],
    [
      'a parameter of the path is called otherwise',
      'paths: {"/a/{x}": {get: {operationId: a, parameters: [{in: path, name: x, required: true, schema: {type: string}}], responses: {}}}}',
      'paths: {"/a/{y}": {get: {operationId: a, parameters: [{in: path, name: y, required: true, schema: {type: string}}], responses: {}}}}',
      [
        'changed shop/a : It moved from `GET /a/{x}` to `GET /a/{y}`.',
        'changed shop/a path.y: The path parameter `x` is called `y` now.',
      ],
    ],
    [
      'an optional parameter comes',
      withOperation('summary: Buy'),
      withQuery('schema: {type: string}'),
      ['added shop/buy query.q: The query parameter `q` is new.'],
    ],
    [
      'a required parameter comes',
      withOperation('summary: Buy'),
      withQuery('required: true, schema: {type: string}'),
      ['breaking added shop/buy query.q: The required query parameter `q` is new.'],
    ],
    [
      'a parameter goes',
      withQuery('schema: {type: string}'),
      withOperation('summary: Buy'),
      ['removed shop/buy query.q: The query parameter `q` is gone.'],
    ],
    [
      'a parameter becomes required',
      withQuery('schema: {type: string}'),
      withQuery('required: true, schema: {type: string}'),
      ['breaking changed shop/buy query.q: The query parameter `q` is required now.'],
    ],
    [
      'a parameter is written otherwise',
      withQuery('schema: {type: array}'),
      withQuery('explode: false, schema: {type: array}'),
      ['breaking changed shop/buy query.q: The query parameter `q` is written in another way now.'],
    ],
    [
      'a header changes the case of its name',
      withOperation('parameters: [{in: header, name: X-A, schema: {type: string}}]'),
      withOperation('parameters: [{in: header, name: x-a, schema: {type: string}}]'),
      [],
    ],
    [
      'a type of a request widens',
      withQuery('schema: {type: integer}'),
      withQuery('schema: {type: number}'),
      ['changed shop/buy query.q: The type was integer and is number now.'],
    ],
    [
      'a type of a request narrows',
      withQuery('schema: {type: number}'),
      withQuery('schema: {type: integer}'),
      ['breaking changed shop/buy query.q: The type was number and is integer now.'],
    ],
    [
      'a required property comes',
      withBody('{type: object, properties: {a: {type: string}}}'),
      withBody(
        '{type: object, required: [b, c], properties: {a: {type: string}, b: {type: string}, d: {type: string}}}',
      ),
      [
        'breaking added shop/buy body.b: The required property `b` is new.',
        'added shop/buy body.d: The property `d` is new.',
      ],
    ],
    [
      'a property of a closed body goes',
      withBody('{type: object, additionalProperties: false, properties: {a: {type: string}, b: {type: string}}}'),
      withBody('{type: object, additionalProperties: false, properties: {a: {type: string}}}'),
      ['breaking removed shop/buy body.b: The property `b` is gone, and the API takes no others.'],
    ],
    [
      'properties become required and optional, in a request',
      withBody('{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}'),
      withBody('{type: object, required: [b], properties: {a: {type: string}, b: {type: string}}}'),
      [
        'changed shop/buy body.a: The property `a` is optional now.',
        'breaking changed shop/buy body.b: The property `b` is required now.',
      ],
    ],
    [
      'properties go and become optional, in a response',
      withReply('{type: object, required: [a], properties: {a: {type: string}, b: {type: string}}}'),
      withReply('{type: object, properties: {a: {type: string}, c: {type: string}}}'),
      [
        'breaking changed shop/buy response-200.a: The property `a` may be missing now.',
        'added shop/buy response-200.c: The property `c` is new.',
        'breaking removed shop/buy response-200.b: The property `b` is gone.',
      ],
    ],
    [
      'a property becomes read-only, which takes it out of the request',
      withBody('{type: object, properties: {id: {type: string}}}'),
      withBody('{type: object, properties: {id: {type: string, readOnly: true}}}'),
      ['removed shop/buy body.id: The property `id` is gone.'],
    ],
    [
      'values come and go in a request',
      withBody('{type: object, properties: {a: {enum: [x, y]}}}'),
      withBody('{type: object, properties: {a: {enum: [x, z]}}}'),
      ['breaking removed shop/buy body.a: The value `y` is gone.', 'added shop/buy body.a: The value `z` is new.'],
    ],
    [
      'values come and go in a response',
      withReply('{type: object, properties: {a: {enum: [x, y]}}}'),
      withReply('{type: object, properties: {a: {enum: [x, z]}}}'),
      [
        'removed shop/buy response-200.a: The value `y` is gone.',
        'breaking added shop/buy response-200.a: The value `z` is new.',
      ],
    ],
    [
      'limits tighten',
      withBody('{type: string, maxLength: 10}'),
      withBody('{type: string, maxLength: 8, minLength: 2, pattern: ^a}'),
      [
        'breaking added shop/buy body: It has the pattern `^a` now.',
        'breaking added shop/buy body: The smallest number of characters is 2 now; there was no such limit.',
        'breaking changed shop/buy body: The largest number of characters was 10 and is 8 now.',
      ],
    ],
    [
      'limits loosen',
      withBody('{type: integer, minimum: 3, multipleOf: 4}'),
      withBody('{type: integer, minimum: 1, multipleOf: 2}'),
      [
        'changed shop/buy body: The smallest value was 3 and is 1 now.',
        'changed shop/buy body: The step of values was 4 and is 2 now.',
      ],
    ],
    [
      'null comes, which who reads must know of',
      withReply('{type: object, properties: {a: {type: string}}}'),
      withReply('{type: object, properties: {a: {type: [string, "null"]}}}'),
      ['breaking changed shop/buy response-200.a: It may be null now.'],
    ],
    [
      'items and values of maps change',
      withReply(
        '{type: object, properties: {a: {type: array, items: {type: string}}, m: {additionalProperties: {type: string}}}}',
      ),
      withReply(
        '{type: object, properties: {a: {type: array, items: {type: integer}}, m: {additionalProperties: {type: integer}}}}',
      ),
      [
        'breaking changed shop/buy response-200.a: The type was string and is integer now.',
        'breaking changed shop/buy response-200.m.*: The type was string and is integer now.',
      ],
    ],
    [
      'a form goes and another comes',
      withBody(`{oneOf: [{title: A, type: string}, {title: B, type: integer}]}`),
      withBody(`{oneOf: [{title: B, type: integer}, {title: C, type: boolean}]}`),
      ['added shop/buy body.1: The form `C` is new.', 'breaking removed shop/buy body: The form `A` is gone.'],
    ],
    [
      'a condition changes',
      withBody('{type: object, if: {required: [a]}, then: {required: [b]}}'),
      withBody('{type: object, if: {required: [a]}, then: {required: [c]}}'),
      ['breaking changed shop/buy body: What holds under the condition changed.'],
    ],
    [
      'a recursive schema changes',
      withReply(toNode, node('string')),
      withReply(toNode, node('integer')),
      ['breaking changed shop/buy response-200.id: The type was string and is integer now.'],
    ],
    [
      'a body becomes required, and a media type goes',
      withOperation('requestBody: {content: {application/json: {}, text/plain: {}}}'),
      withOperation('requestBody: {required: true, content: {application/json: {}, application/xml: {}}}'),
      [
        'breaking changed shop/buy body: The body is required now.',
        'added shop/buy body-2: The media type `application/xml` is new.',
        'breaking removed shop/buy body-2: The media type `text/plain` is gone.',
      ],
    ],
    [
      'statuses and headers come and go',
      withOperation(
        "responses: {'200': {description: ok}, '201': {description: made, headers: {X-A: {schema: {type: string}}}}, '404': {description: none}}",
      ),
      withOperation("responses: {'201': {description: made}, '409': {description: conflict}}"),
      [
        'breaking removed shop/buy response-201.header.X-A: The header `X-A` is gone.',
        'added shop/buy response-409: The response `409` is new.',
        'breaking removed shop/buy response-200: The response `200` is gone.',
        'removed shop/buy response-404: The response `404` is gone.',
      ],
    ],
    [
      'authorisation becomes needed',
      withSecurity('[]'),
      withSecurity('[{token: []}]'),
      ['breaking changed shop/buy authorisation: It needed no authorisation and needs `token` now.'],
    ],
    [
      'another way of being authorised comes',
      withSecurity('[{token: []}]'),
      withSecurity('[{token: []}, {key: []}]'),
      ['changed shop/buy authorisation: It needed `token` and needs `key` or `token` now.'],
    ],
    [
      'a scheme becomes another',
      withSecurity('[{token: []}]'),
      withSecurity('[{token: []}]', '{type: http, scheme: basic}'),
      ['breaking changed shop/buy authorisation.token: The scheme `token` was HTTP bearer and is HTTP basic now.'],
    ],
    [
      'a webhook gives another value, which the client reads',
      'paths: {}\nwebhooks: {sold: {post: {requestBody: {content: {application/json: {schema: {properties: {a: {enum: [x]}}}}}}}}}',
      'paths: {}\nwebhooks: {sold: {post: {requestBody: {content: {application/json: {schema: {properties: {a: {enum: [x, y]}}}}}}}}}',
      [expect.stringMatching(/^breaking added shop\/webhooks\/.* body\.a: The value `y` is new\.$/) as string],
    ],
    [
      'only words change',
      withBody('{title: A, properties: {title: {type: string, description: Old.}}}'),
      withBody('{title: B, properties: {title: {type: string, description: New., examples: [x]}}}'),
      [],
    ],
  ])('%s', (_name, older, newer, expected) => {
    expect(linesOf(older, newer)).toEqual(expected);
  });

  it.each(['coindroids', 'doordeck'])('is nothing when %s is compared with itself', (id) => {
    const read = () =>
      toApi(id, parse(readFileSync(join(__dirname, `../../openapi/${id}.yaml`), 'utf8')) as JsonObject);
    expect(compareApis(read(), read())).toEqual([]);
  });

  it('is the same both times, and ends for schemas that branch into one another', () => {
    const names = Array.from({length: 12}, (_, index) => `N${index}`);
    const schemas = (type: string): string => {
      const properties = names.map((name) => `${name}: {$ref: '#/components/schemas/${name}'}`).join(', ');
      return named(
        `{${names.map((name) => `${name}: {properties: {${properties}, own: {type: ${type}}}}`).join(', ')}}`,
      );
    };
    const [older, newer] = ['string', 'integer'].map((type) =>
      withReply("{$ref: '#/components/schemas/N0'}", schemas(type)),
    );
    const lines = linesOf(older ?? '', newer ?? '');
    expect(lines).toEqual(linesOf(older ?? '', newer ?? ''));
    expect(lines.length).toBeLessThanOrEqual(301);
    expect(lines.at(-1)).toContain('More may differ here');
  });
});

describe('what stands around an operation', () => {
  const link = (target: string): string =>
    withOperation(`responses: {'200': {description: ok, links: {next: {operationId: ${target}}}}}`).replace(
      'paths: {',
      'paths: {/a: {get: {operationId: a, responses: {}}}, /b: {get: {operationId: b, responses: {}}}, ',
    );
  const callback = (body: string): string =>
    withOperation(`callbacks: {paid: {'{$request.query.url}': {post: {requestBody: ${body}, responses: {}}}}}`);
  const json = (schema: string): string => `{content: {application/json: {schema: ${schema}}}}`;
  const encoded = (encoding: string): string =>
    withOperation(
      `requestBody: {content: {multipart/form-data: {schema: {properties: {file: {type: string}}}, encoding: ${encoding}}}}`,
    );
  const plain = withOperation('summary: Buy');

  it.each([
    [
      'a server',
      `${plain}\nservers: [{url: 'https://a'}]`,
      `${plain}\nservers: [{url: 'https://b'}]`,
      [
        'added - servers: The server `https://b` is new.',
        'breaking removed - servers: The server `https://a` is gone.',
      ],
    ],
    [
      'a server of one operation',
      `${withOperation("servers: [{url: 'https://x'}]")}\nservers: [{url: 'https://a'}]`,
      `${withOperation("servers: [{url: 'https://y'}]")}\nservers: [{url: 'https://a'}]`,
      [
        'added shop/buy : The server `https://y` is new.',
        'breaking removed shop/buy : The server `https://x` is gone.',
      ],
    ],
    [
      'an operation that has servers of its own now',
      `${plain}\nservers: [{url: 'https://a'}]`,
      `${withOperation("servers: [{url: 'https://a'}, {url: 'https://y'}]")}\nservers: [{url: 'https://a'}]`,
      ['added shop/buy : The server `https://y` is new.'],
    ],
    [
      'the headers of a part',
      encoded('{file: {headers: {X-Old: {schema: {type: string}}, X-Kind: {schema: {type: string}}}}}'),
      encoded(
        '{file: {headers: {X-New: {required: true, schema: {type: string}}, X-Kind: {required: true, schema: {type: string, maxLength: 3}}}}}',
      ),
      [
        'breaking added shop/buy body.file.X-New: The header `X-New` is new.',
        'breaking changed shop/buy body.file.X-Kind: The header `X-Kind` is required now.',
        'breaking added shop/buy body.file.X-Kind: The largest number of characters is 3 now; there was no such limit.',
        'removed shop/buy body.file.X-Old: The header `X-Old` is gone.',
      ],
    ],
    [
      'the target of a link',
      link('a'),
      link('b'),
      ['changed shop/buy response-200: The link `next` leads to another operation now.'],
    ],
    [
      'a callback that is gone',
      callback(json('{type: object}')),
      withOperation('responses: {}'),
      ['breaking removed shop/buy callback-paid-post: The callback `POST paid` is gone.'],
    ],
    [
      'what a callback sends',
      callback(json('{properties: {id: {type: string}}}')),
      callback(json('{properties: {}}')),
      ['breaking removed shop/buy callback-paid-post.body.id: The property `id` is gone.'],
    ],
    [
      'how a part is written',
      encoded('{file: {contentType: image/png}}'),
      encoded('{file: {contentType: image/gif}}'),
      ['breaking changed shop/buy body.file: The part `file` is written in another way now.'],
    ],
  ])('%s', (_name, older, newer, want) => {
    expect(linesOf(older, newer)).toEqual(want);
  });
});
