import {describe, expect, it} from 'vitest';
import {fillVariables, readVariables} from './server-address.ts';

const base = 'https://docs.example/openapi/api.yaml';
const server = {
  url: 'https://{tenant}.{region}.example.com:{port}/{path}',
  variables: {
    tenant: {default: 'demo'},
    region: {default: 'eu', enum: ['eu', 'us']},
    port: {default: '443'},
    path: {default: 'v1'},
  },
};

describe('fillVariables', () => {
  it('takes the defaults where nothing else is given', () => {
    expect(fillVariables(server, {tenant: 'acme', path: 'a/b'}, base)).toEqual({
      url: 'https://acme.eu.example.com/a/b',
    });
  });

  it.each([
    ['tenant', 'evil.com/x'],
    ['tenant', 'user@evil.com'],
    ['tenant', ''],
    ['path', 'a?b'],
    ['path', 'a b'],
  ])('refuses for %s what would lead elsewhere: "%s"', (name, value) => {
    expect(fillVariables(server, {[name]: value}, base)).toEqual({problem: expect.stringContaining(name) as string});
  });

  it('resolves an address that is relative to the document', () => {
    const relative = {url: '/{version}', variables: {version: {default: 'v1'}}};
    expect(fillVariables(relative, {version: 'v2'}, base)).toEqual({url: 'https://docs.example/v2'});
  });
});

describe('readVariables', () => {
  it('reads back what an address was made with', () => {
    const values = {tenant: 'acme', region: 'us', port: '8443', path: 'a/b'};
    const filled = fillVariables(server, values, base);
    expect(readVariables(server, 'url' in filled ? filled.url : '', base)).toEqual(values);
    expect(readVariables({url: '/{v}', variables: {v: {default: '1'}}}, 'https://docs.example/2', base)).toEqual({
      v: '2',
    });
  });

  it('knows that a URL leaves out the port of its scheme', () => {
    expect(readVariables(server, 'https://acme.us.example.com/v2', base)).toEqual({
      tenant: 'acme',
      region: 'us',
      port: '443',
      path: 'v2',
    });
  });

  it('knows the addresses that were not', () => {
    expect(readVariables(server, 'https://acme.asia.example.com:1/a', base)).toBeUndefined();
    expect(readVariables({url: 'https://a.example.com'}, 'https://axexample.com', base)).toBeUndefined();
    expect(readVariables({url: 'https://a.example.com'}, 'https://a.example.com', base)).toEqual({});
  });
});
