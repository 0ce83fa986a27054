import {describe, expect, it} from 'vitest';
import type {Operation, SecurityRequirement} from '../../model/operation.ts';
import {authorise, requirementKey} from './requirement.ts';

const operation = (security: SecurityRequirement[]): Operation => ({
  key: 'a/b',
  apiId: 'a',
  apiTitle: 'A',
  operationId: 'b',
  slug: 'b',
  method: 'GET',
  path: '/',
  title: 'B',
  tags: [],
  servers: [],
  parameters: [],
  responses: [],
  security,
  securitySchemes: {},
  schemas: {},
});

const both = {key: [], token: ['read']};
const alternatives = operation([{basic: []}, both]);

describe('authorise', () => {
  it('takes the first requirement when nothing is held', () => {
    expect(authorise(alternatives, {}).requirement).toEqual({basic: []});
  });

  it('takes one that is met, else one that something is there for', () => {
    expect(authorise(alternatives, {key: '1', token: '2'}).requirement).toBe(both);
    expect(authorise(alternatives, {token: '2'}).requirement).toBe(both);
  });

  it('gives the credentials of the requirement and no others', () => {
    const chosen = authorise(alternatives, {basic: 'u:p', key: '1', token: '2'}, requirementKey(both));
    expect(chosen.credentials).toEqual({key: '1', token: '2'});
    expect(chosen.operation.security).toEqual([both]);
  });

  it('keeps optional authorisation optional, and leaves everything out when the reader wants none', () => {
    const optional = operation([{}, {token: []}]);
    expect(authorise(optional, {token: '2'}).operation.security).toEqual([{token: []}, {}]);
    const without = authorise(optional, {token: '2'}, requirementKey({}));
    expect(without.credentials).toEqual({});
    expect(without.operation.security).toEqual([{}]);
  });

  it('gives the same operation for the same choice', () => {
    expect(authorise(alternatives, {}).operation).toBe(authorise(alternatives, {basic: 'x'}).operation);
    const single = operation([{basic: []}]);
    expect(authorise(single, {}).operation).toBe(single);
  });
});
