import {describe, expect, it} from 'vitest';
import {operationOf} from '../../test/support/documented-operations.ts';
import {createKnownOperations} from './known-operations.ts';

describe('known operations', () => {
  it('finds by method and address, and gives path and query', () => {
    const known = createKnownOperations();
    const operation = operationOf({method: 'PUT', path: '/doors/{id}'});
    known.add(operation);
    expect(known.find('PUT', 'https://api.example.com/doors/7?a=b#c')).toEqual({operation, path: '/doors/7?a=b'});
    expect(known.find('GET', 'https://api.example.com/doors/7')).toBeUndefined();
    expect(known.find('PUT', 'https://api.example.com/doors/7/lock')).toBeUndefined();
    expect(known.find('PUT', 'https://api.example.com.evil.example/doors/7')).toBeUndefined();
    expect(known.find('PUT', 'https://other.example.com/doors/7')).toBeUndefined();
  });

  it('prefers a concrete path to a template, in any order', () => {
    const mine = operationOf({key: 'mine', path: '/users/me'});
    const any = operationOf({key: 'any', path: '/users/{id}'});
    for (const operations of [
      [mine, any],
      [any, mine],
    ]) {
      const known = createKnownOperations();
      for (const operation of operations) known.add(operation);
      expect(known.find('GET', 'https://api.example.com/users/me')?.operation.key).toBe('mine');
      expect(known.find('GET', 'https://api.example.com/users/you')?.operation.key).toBe('any');
    }
  });

  it('fills the variables of the first server', () => {
    const known = createKnownOperations();
    known.add(
      operationOf({
        path: '/x',
        servers: [
          {url: 'https://{region}.example.com:8443/v{v}', variables: {region: {default: 'eu'}, v: {default: '2'}}},
        ],
      }),
    );
    expect(known.find('GET', 'https://eu.example.com:8443/v2/x')).toBeDefined();
  });

  it('adds a place when it is told one more', () => {
    const known = createKnownOperations();
    const operation = operationOf({path: '/x.json'});
    known.add(operation, 'http://127.0.0.1:4010/example/');
    known.add(operation, 'http://[::1]:4010');
    expect(known.find('GET', 'http://127.0.0.1:4010/example/x.json')).toEqual({operation, path: '/x.json'});
    expect(known.find('GET', 'http://[::1]:4010/x.json')).toEqual({operation, path: '/x.json'});
    expect(known.find('GET', 'http://[::1]:4010/x-json')).toBeUndefined();
    expect(known.all()).toEqual([operation]);
  });

  it('finds a path that is not ASCII as it stands in an address', () => {
    const known = createKnownOperations();
    known.add(operationOf({path: '/türen'}));
    expect(known.find('GET', new Request('https://api.example.com/türen').url)).toBeDefined();
  });
});
