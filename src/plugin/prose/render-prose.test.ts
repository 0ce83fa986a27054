import {expect, it} from 'vitest';
import {parse} from 'yaml';
import type {JsonObject} from '../../model/json.ts';
import {toApi} from '../normalise/api.ts';
import {renderProse} from './render-prose.ts';

/** A document with a description wherever one may stand, each of them hostile. */
const request = `
  description: DESCRIPTION
  externalDocs: {url: u, description: plain}
  parameters:
    - {name: p, in: query, description: DESCRIPTION, schema: {description: DESCRIPTION}, examples: {a: {value: 1, description: DESCRIPTION}, b: {externalValue: https://a.example, description: DESCRIPTION}}}
  requestBody:
    description: DESCRIPTION
    content:
      multipart/form-data:
        schema: {description: DESCRIPTION, properties: {f: {description: DESCRIPTION, $ref: '#/components/schemas/S'}}}
        examples: {a: {value: 1, description: DESCRIPTION}, b: {externalValue: https://a.example, description: DESCRIPTION}}
        encoding: {f: {headers: {X: {description: DESCRIPTION, schema: {description: DESCRIPTION}}}}}
  responses:
    default:
      description: DESCRIPTION
      headers: {X: {description: DESCRIPTION, schema: {description: DESCRIPTION}}}
      links: {again: {operationId: a, description: DESCRIPTION}}
      content: {application/json: {schema: {description: DESCRIPTION}}}
`;
const document = `
openapi: 3.1.0
info: {title: T, version: '1', description: DESCRIPTION}
servers: [{url: 'https://{v}', description: DESCRIPTION, variables: {v: {default: a, description: DESCRIPTION}}}]
security: [{s: []}]
tags: [{name: t, description: DESCRIPTION}]
components:
  schemas: {S: {description: DESCRIPTION}}
  securitySchemes: {s: {type: http, scheme: basic, description: DESCRIPTION}}
`;

it('leaves no description as the document has it, wherever it stands', () => {
  const hostile = '<script>alert(1)</script>Text <b onclick="x()">bold</b> {x}';
  const operation = parse(request) as JsonObject;
  const full = JSON.parse(
    JSON.stringify({
      ...(parse(document) as JsonObject),
      paths: {'/a': {post: {operationId: 'a', ...operation, callbacks: {c: {'{$url}': {put: operation}}}}}},
      webhooks: {w: {post: operation}},
    }).replaceAll('"DESCRIPTION"', JSON.stringify(hostile)),
  ) as JsonObject;
  const rendered = renderProse(toApi('shop', full), {
    baseUrl: '/',
    folder: '',
    operation: () => undefined,
    schema: () => undefined,
  });
  const found: unknown[] = [];
  JSON.stringify(rendered, (key, value: unknown) => {
    if (key === 'description' && value !== 'plain') found.push(value);
    return value;
  });
  expect(found.length).toBeGreaterThan(40);
  expect(new Set(found)).toEqual(new Set(['Text <b>bold</b> {x}']));
});
