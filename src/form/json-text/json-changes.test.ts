import {describe, expect, it} from 'vitest';
import type {Schema} from '../../model/schema.ts';
import {diffJson} from './diff-json.ts';
import {redactJson, redactText} from './redact-json.ts';

describe('diffJson', () => {
  it('compares by structure, numbers digit by digit', () => {
    const before = '{"id": 9007199254740992, "name": "Ada", "tags": ["a", "b"], "gone": {"x": 1}, "same": "\\u00e9"}';
    const after = '{"same":"é","name":"Ada","id":9007199254740993,"tags":["a","c","d"],"new":null}';
    expect(diffJson(before, after)).toEqual([
      {kind: 'changed', pointer: '/id', before: '9007199254740992', after: '9007199254740993'},
      {kind: 'changed', pointer: '/tags/1', before: '"b"', after: '"c"'},
      {kind: 'added', pointer: '/tags/2', after: '"d"'},
      {kind: 'removed', pointer: '/gone', before: '{"x": 1}'},
      {kind: 'added', pointer: '/new', after: 'null'},
    ]);
  });

  it('finds nothing between texts that mean the same', () => {
    expect(diffJson('{"a":1,"b":[]}', '{ "b": [ ], "a": 1 }')).toEqual([]);
  });

  it('stops at the most, and does not take other text', () => {
    expect(diffJson('[1,2,3,4]', '[5,6,7,8]', 2)).toHaveLength(2);
    expect(diffJson('<a/>', '{}')).toBeUndefined();
  });
});

describe('redactJson', () => {
  const jwt = `${btoa('{"alg":"none"}').replaceAll('=', '')}.${btoa('{"sub":"ada"}').replaceAll('=', '')}.sig`;
  const schema: Schema = {
    properties: {
      password: {type: 'string', format: 'password'},
      tokens: {items: {$ref: '#/components/schemas/Token'}},
      map: {additionalProperties: {allOf: [{format: 'password'}]}},
    },
  };
  const schemas = {Token: {type: 'string', format: 'jwt'}} as const;

  it('hides what the schema, the text itself and the list say is secret, and nothing else', () => {
    const text = `{"password" : "p", "tokens":["a", null], "map":{"x":{"deep":1}}, "other":"${jwt}", "id":1.10, "k":"key1"}`;
    expect(redactJson(text, {schema, schemas, secrets: ['key1']})).toBe(
      '{"password" : "••••••", "tokens":["••••••", null], "map":{"x":"••••••"}, "other":"••••••", "id":1.10, "k":"••••••"}',
    );
  });

  it('hides secrets in other text', () => {
    expect(redactText(`token=${jwt}; key=key1-long eyJhello.world.x`, ['key1-long'])).toBe(
      'token=••••••; key=•••••• eyJhello.world.x',
    );
  });
});
