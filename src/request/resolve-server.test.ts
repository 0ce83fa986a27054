import {expect, it} from 'vitest';
import {resolveServer} from './resolve-server.ts';

it.each([
  ['/v1', 'https://example.com/specs/api.yaml', 'https://example.com/v1'],
  ['v1/', 'https://example.com/specs/api.yaml', 'https://example.com/specs/v1'],
  ['', 'https://example.com/specs/api.yaml', 'https://example.com'],
  ['/', 'https://example.com/specs/api.yaml', 'https://example.com'],
  ['https://api.example.com/', 'https://example.com/', 'https://api.example.com'],
  ['/v1/', undefined, '/v1'],
])('resolves %s against %s', (url, base, expected) => {
  expect(resolveServer({url}, base)).toBe(expected);
});

it('prefers the values given for variables to their defaults, and keeps a variable that has none', () => {
  const server = {
    url: 'https://{region}.example.com:{port}',
    variables: {region: {default: 'eu'}, port: {default: '8443'}},
  };
  expect(resolveServer(server, undefined, {region: 'us'})).toBe('https://us.example.com:8443');
  expect(resolveServer({url: '/{base}'})).toBe('/{base}');
});
