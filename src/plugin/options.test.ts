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

  it('makes one document of each version, and the first the current one', () => {
    const versions = [
      {label: '2', spec: 'two.yaml'},
      {label: '1', spec: 'one.yaml'},
    ];
    expect(resolveOptions({apis: [{id: 'shop', versions}]}).apis).toEqual([
      {id: 'shop', spec: 'two.yaml', version: {apiId: 'shop', label: '2', isCurrent: true}},
      {id: 'shop@1', spec: 'one.yaml', version: {apiId: 'shop', label: '1', isCurrent: false}},
    ]);
  });

  it('takes the version that is marked for the current one', () => {
    const versions = [
      {label: '3-beta', spec: 'three.yaml'},
      {label: '2', spec: 'two.yaml', current: true},
    ];
    expect(resolveOptions({apis: [{id: 'shop', versions}]}).apis.map(({id}) => id)).toEqual(['shop@3-beta', 'shop']);
  });

  it.each<[string, unknown, string]>([
    ['no versions', [], '`apis[0].versions` must be a list'],
    ['a version that is no object', ['1'], '`apis[0].versions[0]` must be an object'],
    ['a version without a document', [{label: '1'}], '`apis[0].versions[0].spec` must be the path'],
    ['a label that is a number', [{label: 1, spec: 'a'}], '`apis[0].versions[0].label` must be a string'],
    ['a label with a slash', [{label: 'a/b', spec: 'a'}], 'becomes part of addresses'],
    ['a label of dots', [{label: '..', spec: 'a'}], 'becomes part of addresses'],
    ['a label that is an address', [{label: 'changes', spec: 'a'}], 'would stand where other pages are'],
    [
      'a label twice',
      [
        {label: 'a', spec: 'a'},
        {label: 'A', spec: 'b'},
      ],
      '`apis[0].versions[1].label` "A" is taken by versions[0]',
    ],
    [
      'two current versions',
      [
        {label: 'a', spec: 'a', current: true},
        {label: 'b', spec: 'b', current: true},
      ],
      'marks versions[0] and versions[1] as current',
    ],
    ['a mark that is none', [{label: 'a', spec: 'a', current: 'yes'}], '.current` must be true or false'],
  ])('refuses %s', (_name, versions, message) => {
    expect(() => resolveOptions({apis: [{id: 'shop', versions}]})).toThrow(message);
  });

  it('refuses a document beside versions', () => {
    const entry = {...api, versions: [{label: '1', spec: 'a'}]};
    expect(() => resolveOptions({apis: [entry]})).toThrow('has both `spec` and `versions`');
  });

  it('takes the page of the guides', () => {
    expect(resolveOptions({apis: [api], guides: '/docs/start-here'}).guides).toBe('/docs/start-here');
    expect(resolveOptions({apis: [api]})).not.toHaveProperty('guides');
  });

  it.each([1, '', '//example.com', 'https://example.com', 'a b'])('refuses %j as the page of the guides', (guides) => {
    expect(() => resolveOptions({apis: [api], guides})).toThrow('`guides` must be the path of a page');
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
