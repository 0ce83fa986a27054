import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../model/json.ts';
import {checkExamples} from './check-examples.ts';
import {toApi} from './normalise/api.ts';

const check = (text: string) => checkDocument(parse(text) as JsonObject);

function checkDocument(document: JsonObject) {
  const locate = (pointer: string) => ({file: 'a.yaml', line: 1, column: 1, pointer});
  return checkExamples(toApi('a', document), {document, locate});
}

const head = 'info: {title: A, version: "1"}';

describe('checkExamples', () => {
  it('reads the examples of headers, and those of webhooks and callbacks, shown and within schemas', () => {
    const {problems} = check(`
openapi: 3.1.0
${head}
paths:
  /a:
    post:
      responses:
        '200':
          description: OK
          headers:
            X-Rate: {example: fast, schema: {type: integer}}
            X-Fine: {example: 7, schema: {type: integer, example: overridden}}
            X-Many: {examples: {one: {value: 1}, two: {value: second}}, schema: {type: integer}}
      callbacks:
        done:
          '{$request.body#/url}':
            put:
              requestBody: {content: {application/json: {example: 1, schema: {type: string}}}}
              responses: {'200': {description: OK}}
webhooks:
  added:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [id, secret]
              properties:
                id: {type: integer, readOnly: true, examples: [x]}
                secret: {type: string, writeOnly: true}
      responses: {'200': {description: OK}}
`);
    expect(problems.map(({pointer}) => pointer)).toEqual([
      '#/paths/~1a/post/callbacks/done/{$request.body#~1url}/put/requestBody/content/application~1json/example',
      '#/paths/~1a/post/responses/200/headers/X-Rate/example',
      '#/paths/~1a/post/responses/200/headers/X-Many/examples',
      '#/webhooks/added/post/requestBody/content/application~1json/schema/properties/id/examples/0',
    ]);
  });

  it('names each example within a schema that does not match, at any depth, once', () => {
    const {problems, invalid} = check(`
openapi: 3.0.3
${head}
paths:
  /a:
    get:
      parameters:
        - {name: limit, in: query, schema: {type: integer, example: many}}
        - {name: right, in: query, schema: {type: integer, example: 3}}
      responses:
        '200':
          description: OK
          headers:
            X-Rate: {schema: {type: integer, example: fast}}
          content:
            application/json: {schema: {$ref: '#/components/schemas/User'}}
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}
      responses: {'200': {description: OK, content: {application/json: {schema: {$ref: '#/components/schemas/User'}}}}}
components:
  schemas:
    User:
      type: object
      properties:
        name: {type: string, example: Ada}
        age: {type: integer, example: old}
        address: {type: object, properties: {zip: {type: string, pattern: '^\\d+$', example: none}}}
        example: {type: array, items: {type: boolean, example: 'yes'}}
`);
    expect(problems.map(({pointer}) => pointer)).toEqual(
      expect.arrayContaining([
        '#/paths/~1a/get/parameters/0/schema/example',
        '#/paths/~1a/get/responses/200/headers/X-Rate/schema/example',
        '#/components/schemas/User/properties/age/example',
        '#/components/schemas/User/properties/address/properties/zip/example',
        '#/components/schemas/User/properties/example/items/example',
      ]),
    );
    expect(new Set(problems.map(({pointer}) => pointer)).size).toBe(problems.length);
    expect(problems.some(({pointer}) => /right|name/.test(pointer))).toBe(false);
    expect(invalid).toBe(problems.length);
  });

  it('names each of the examples of JSON Schema by its number', () => {
    const {problems} = check(`
openapi: 3.1.0
${head}
paths: {}
components: {schemas: {Age: {type: integer, examples: [1, two, 3, four]}}}
`);
    expect(problems.map(({pointer}) => pointer)).toEqual([
      '#/components/schemas/Age/examples/1',
      '#/components/schemas/Age/examples/3',
    ]);
  });

  it('takes an example that can only be a request or only a response', () => {
    const {problems} = check(`
openapi: 3.1.0
${head}
paths: {}
components:
  schemas:
    User:
      required: [id, password]
      properties: {id: {type: integer, readOnly: true}, password: {type: string, writeOnly: true}}
      examples: [{id: 1}, {password: secret}]
`);
    expect(problems).toEqual([]);
  });

  it('ends soon where there are very many', () => {
    const property = {type: 'integer', example: 'no'};
    const schema = () => ({type: 'object', properties: Object.fromEntries(names.map((name) => [name, property]))});
    const names = Array.from({length: 50}, (_, index) => `p${index}`);
    const schemas = Object.fromEntries(Array.from({length: 600}, (_, index) => [`S${index}`, schema()]));
    const {problems} = checkDocument({
      openapi: '3.0.3',
      info: {title: 'A', version: '1'},
      paths: {},
      components: {schemas},
    });
    expect(problems.length).toBeGreaterThan(1000);
  }, 60_000);
});
