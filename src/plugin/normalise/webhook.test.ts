import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import type {Api} from '../../model/operation.ts';
import {toApi} from './api.ts';

function apiOf(text: string): Api {
  return toApi('shop', {openapi: '3.1.0', info: {title: 'Shop', version: '1'}, ...(parse(text) as JsonObject)});
}

describe('webhooks', () => {
  it('are operations without an address, each with a slug of its own', () => {
    const {webhooks} = apiOf(`
servers: [{url: https://a.example}]
security: [{key: []}]
webhooks:
  newPet: {post: {summary: A pet came, requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}, responses: {'200': {description: ok}}}}
  new-pet: {$ref: '#/components/pathItems/Shared'}
  登録: {put: {}, post: {}}
components:
  securitySchemes: {key: {type: apiKey, in: header, name: K}}
  schemas: {Pet: {properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}}}, Other: {}}
  pathItems: {Shared: {description: of the item, delete: {operationId: gone}}}`);
    expect(webhooks.map(({key, name, method, title}) => [key, name, method, title])).toEqual([
      ['shop/webhooks/new-pet', 'newPet', 'POST', 'A pet came'],
      ['shop/webhooks/new-pet-2', 'new-pet', 'DELETE', 'Gone'],
      ['shop/webhooks/webhook-put', '登録', 'PUT', '登録'],
      ['shop/webhooks/webhook-post', '登録', 'POST', '登録'],
    ]);
    expect(webhooks[0]).toMatchObject({path: '', servers: [], security: [], schemas: {Pet: {}}});
    expect(Object.keys(webhooks[0]?.schemas ?? {})).toEqual(['Pet']);
    expect(webhooks[1]?.description).toBe('of the item');
  });

  it('carry what the API knows, as its responses do', () => {
    const {webhooks} = apiOf(`
webhooks:
  newPet: {post: {requestBody: {content: {application/json: {schema: {type: object, required: [id, secret], properties: {id: {type: integer, readOnly: true}, secret: {type: string, writeOnly: true}}}}}}}}`);
    const [example] = webhooks[0]?.requestBody?.content[0]?.examples ?? [];
    expect(Object.keys(example?.value ?? {})).toEqual(['id']);
  });
});

describe('callbacks', () => {
  it('have names, expressions and operations, and their schemas are among the operation’s', () => {
    const [operation] = apiOf(`
paths:
  /subscribe:
    post:
      callbacks:
        onEvent:
          '{$request.body#/url}':
            post: {requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}, responses: {'204': {description: got it}}}
          '{$request.query.url}/again':
            parameters: [{name: X-Try, in: header, schema: {type: integer}}]
            put: {operationId: sendAgain, deprecated: true}
        shared: {$ref: '#/components/callbacks/Shared'}
        empty: {}
components:
  callbacks: {Shared: {'http://a.example': {$ref: '#/components/pathItems/Ping'}}}
  pathItems: {Ping: {get: {summary: Ping}}}
  schemas: {Event: {type: object}}`).operations;
    expect(operation?.callbacks).toMatchObject([
      {
        name: 'onEvent',
        expression: '{$request.body#/url}',
        operations: [
          {
            method: 'POST',
            title: 'On event',
            requestBody: {required: true, content: [{mediaType: 'application/json'}]},
            responses: [{status: '204', description: 'got it'}],
          },
        ],
      },
      {
        name: 'onEvent',
        expression: '{$request.query.url}/again',
        operations: [
          {method: 'PUT', title: 'Send again', deprecated: true, parameters: [{name: 'X-Try', in: 'header'}]},
        ],
      },
      {name: 'shared', expression: 'http://a.example', operations: [{method: 'GET', title: 'Ping'}]},
    ]);
    expect(Object.keys(operation?.schemas ?? {})).toEqual(['Event']);
  });

  it('that lead to themselves end', () => {
    const [operation] = apiOf(`
paths: {/a: {post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}}}}
components: {callbacks: {Again: {'{$url}': {post: {callbacks: {again: {$ref: '#/components/callbacks/Again'}}}}}}}`).operations;
    expect(operation?.callbacks).toMatchObject([{name: 'again', operations: [{method: 'POST'}]}]);
  });
});
