import {describe, expect, it} from 'vitest';
import {mediaType, operation, parameter} from '../../test/fixtures/operation.ts';
import {exampleValues} from './example-values.ts';

describe('exampleValues', () => {
  const json = mediaType('application/json', {
    examples: [
      {name: 'first', value: {a: 1}},
      {name: 'second', value: null},
    ],
  });
  const withBody = operation({requestBody: {required: true, content: [json]}});

  it('takes the body example of the name, else the first', () => {
    expect(exampleValues(withBody).body).toEqual({a: 1});
    expect(exampleValues(withBody, 'second').body).toBeNull();
    expect(exampleValues(withBody, 'unknown').body).toEqual({a: 1});
    expect(exampleValues(operation()).body).toBeUndefined();
  });

  it('fills required parameters from what the document says, in this order', () => {
    const parameters = [
      parameter('path', 'a', {examples: [{name: 'x', value: 'example'}], schema: {default: 'default'}}),
      parameter('path', 'b', {schema: {examples: ['schema example'], default: 'default'}}),
      parameter('path', 'c', {schema: {$ref: '#/components/schemas/C'}}),
      parameter('path', 'd', {schema: {const: 'const'}}),
      parameter('path', 'e', {schema: {enum: [false, true]}}),
      parameter('path', 'f'),
    ];
    const values = exampleValues(operation({parameters, schemas: {C: {default: 'default'}}}));
    expect(values.path).toEqual({a: 'example', b: 'schema example', c: 'default', d: 'const', e: false});
  });

  it('leaves optional parameters out', () => {
    const parameters = [
      parameter('query', 'q', {examples: [{name: 'x', value: 1}]}),
      parameter('header', 'X-A', {required: true, examples: [{name: 'x', value: 1}]}),
    ];
    expect(exampleValues(operation({parameters}))).toMatchObject({query: {}, header: {'X-A': 1}});
  });
});
