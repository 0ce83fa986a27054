import {describe, expect, it} from 'vitest';
import {requireDocuments, resolveOptions} from './options.ts';

const api = {id: 'doordeck', spec: 'openapi/doordeck.yaml'};

describe('resolveOptions', () => {
  it('fills in what is left out', () => {
    expect(resolveOptions({apis: [api]})).toEqual({
      id: 'default',
      apis: [api],
      target: 'demo',
      routeBasePath: 'reference',
    });
  });

  it('takes slashes off the base path', () => {
    expect(resolveOptions({apis: [api], routeBasePath: '/api/docs/'}).routeBasePath).toBe('api/docs');
  });

  it.each([
    ['no options', undefined, 'needs options'],
    ['no APIs', {apis: []}, '`apis` must be a list'],
    ['an id in capitals', {apis: [{...api, id: 'DoorDeck'}]}, '`apis[0].id` "DoorDeck" becomes part of addresses'],
    ['an id with a slash', {apis: [{...api, id: 'a/b'}]}, '`apis[0].id` "a/b" becomes part of addresses'],
    ['an id twice', {apis: [api, api]}, '`apis[1].id` "doordeck" is taken by apis[0]'],
    ['no spec', {apis: [{id: 'doordeck'}]}, '`apis[0].spec` must be the path of an OpenAPI document'],
    ['an API that is no object', {apis: ['doordeck']}, '`apis[0]` must be an object'],
    ['a target that is none', {apis: [api], target: 'staging'}, '`target` must be "demo" or "live"'],
    ['a base path with a blank', {apis: [api], routeBasePath: 'my docs'}, '`routeBasePath` must be a path'],
  ])('refuses %s', (_name, options, message) => {
    expect(() => resolveOptions(options)).toThrow(message);
  });

  it('names every mistake at once', () => {
    expect(() => resolveOptions({apis: [{id: 'A', spec: ''}], target: 1})).toThrow(/apis\[0\]\.id[^]*spec[^]*`target`/);
  });
});

describe('requireDocuments', () => {
  it('names each file that is missing, and where it was looked for', () => {
    const options = resolveOptions({apis: [api, {id: 'other', spec: 'nowhere.yaml'}]});
    expect(() => requireDocuments(options, '/no/site')).toThrow(
      /"doordeck": there is no file openapi\/doordeck\.yaml in \/no\/site[^]*"other": there is no file nowhere\.yaml/,
    );
  });
});
