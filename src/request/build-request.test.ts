import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mediaType, operation, parameter} from '../../test/fixtures/operation.ts';
import type {Json} from '../model/json.ts';
import type {Operation} from '../model/operation.ts';
import {emptyValues} from '../model/values.ts';
import type {RequestValues} from '../model/values.ts';
import {buildRequest} from './build-request.ts';
import type {RequestOptions} from './build-request.ts';
import {encodeBody} from './encode-body.ts';
import {headerValue} from './http-request.ts';

function build(parts: Partial<Operation>, values: Partial<RequestValues> = {}, options: Partial<RequestOptions> = {}) {
  const all = {server: 'https://api.example.com', ...options};
  return buildRequest(operation(parts), {...emptyValues(), ...values}, all);
}

describe('the URL', () => {
  const account = {path: '/account/{id}/keys', parameters: [parameter('path', 'id')]};

  it('encodes a path value once, slashes too', () => {
    expect(build(account, {path: {id: 'a/b %2F?#é'}}).url).toBe(
      'https://api.example.com/account/a%2Fb%20%252F%3F%23%C3%A9/keys',
    );
  });

  it.each([undefined, null, '', '.', '..', []])('keeps the template where a path value is %j', (id) => {
    expect(build(account, {path: {id}}).url).toBe('https://api.example.com/account/%7Bid%7D/keys');
  });

  it('keeps a template that no parameter stands for', () => {
    expect(build({path: '/a/{b c}'}, {path: {'b c': 'x'}}).url).toBe('https://api.example.com/a/%7Bb%20c%7D');
  });

  it('fills several templates in one segment, and does not fill what a value brings along', () => {
    const parts = {path: '/{a}.{b}', parameters: [parameter('path', 'a'), parameter('path', 'b')]};
    expect(build(parts, {path: {a: '{b}', b: 'x'}}).url).toBe('https://api.example.com/%7Bb%7D.x');
  });

  it('encodes what may not stand in a URL in the fixed text, and sends no fragment', () => {
    expect(build({path: '/a b/[c]/é/d%20e+f#action'}).url).toBe('https://api.example.com/a%20b/%5Bc%5D/%C3%A9/d%20e+f');
  });

  it('writes the query in the order of the document, without undeclared values', () => {
    const parameters = [parameter('query', 'b'), parameter('query', 'a'), parameter('query', 'c')];
    expect(build({parameters}, {query: {a: '', x: 1, b: true}}).url).toBe('https://api.example.com/things?b=true&a=');
  });

  it('goes on with a query that the path has already', () => {
    const parts = {path: '/things?kind=a', parameters: [parameter('query', 'q')]};
    expect(build(parts, {query: {q: 1}}).url).toBe('https://api.example.com/things?kind=a&q=1');
  });

  it.each([
    ['https://api.example.com/', 'https://api.example.com/things'],
    ['https://API.example.com:443/v1//', 'https://api.example.com/v1/things'],
    ['http://[::1]:8080/a b', 'http://[::1]:8080/a%20b/things'],
  ])('appends the path to the server %s', (server, url) => {
    expect(build({}, {}, {server}).url).toBe(url);
  });

  it('replaces the variables of a documented server by their defaults', () => {
    const server = {
      url: 'https://{region}.example.com/{base}',
      variables: {region: {default: 'eu'}, base: {default: 'v2'}},
    };
    expect(build({servers: [server]}, {}, {server: server.url}).url).toBe('https://eu.example.com/v2/things');
  });

  it('is one that URL parsers leave as it is, whatever the values', () => {
    const parts = {
      path: '/a/{p}/{q}',
      parameters: [
        parameter('path', 'p'),
        parameter('path', 'q', {style: 'label', explode: true}),
        parameter('query', 'r'),
        parameter('query', 's', {allowReserved: true}),
        parameter('query', 't', {style: 'deepObject', explode: true}),
      ],
    };
    const text = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.string({unit: fc.constantFrom('.', '/', '%', "'", '2', 'e')}),
    );
    fc.assert(
      fc.property(text, text, text, (a, b, c) => {
        const {url} = build(parts, {path: {p: a, q: b}, query: {r: [a, b], s: c, t: {[a]: b}}});
        expect(new URL(url).href).toBe(url);
        expect(url).toMatch(/^https:\/\/api\.example\.com\/a\/[^/?]+\/[^/?]+(\?|$)/);
      }),
    );
  });
});

describe('the headers', () => {
  it('ask for what the operation answers with', () => {
    const accept = {value: 'application/vnd.example.v3+json', required: true};
    expect(build({accept}).headers).toEqual([['Accept', 'application/vnd.example.v3+json']]);
    expect(build({accept}, {header: {Accept: 'text/csv'}}).headers).toEqual([['Accept', 'text/csv']]);
  });

  it('carry header and cookie parameters, empty ones too', () => {
    const parameters = [parameter('header', 'X-A'), parameter('cookie', 'sid'), parameter('cookie', 'lang')];
    expect(build({parameters}, {header: {'X-A': ''}, cookie: {sid: 'a b', lang: 'en'}}).headers).toEqual([
      ['X-A', ''],
      ['Cookie', 'sid=a%20b; lang=en'],
    ]);
  });

  it('never name a header twice: what the reader filled in goes before a credential', () => {
    const parts: Partial<Operation> = {
      parameters: [parameter('header', 'X-Key'), parameter('query', 'key')],
      security: [{header: []}, {query: []}],
      securitySchemes: {
        header: {type: 'apiKey', in: 'header', name: 'x-key'},
        query: {type: 'apiKey', in: 'query', name: 'key'},
      },
    };
    const filled = {header: {'X-Key': 'mine'}, query: {key: 'mine'}};
    const http = build(parts, filled, {credentials: {header: 'other', query: 'other'}});
    expect(http.headers).toEqual([['X-Key', 'mine']]);
    expect(http.url).toBe('https://api.example.com/things?key=mine');
  });
});

describe('credentials', () => {
  const securitySchemes: Operation['securitySchemes'] = {
    bearer: {type: 'http', scheme: 'Bearer'},
    basic: {type: 'http', scheme: 'basic'},
    digest: {type: 'http', scheme: 'DPoP'},
    oauth: {type: 'oauth2', flows: {}},
    oidc: {type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com'},
    tls: {type: 'mutualTLS'},
    header: {type: 'apiKey', in: 'header', name: 'X-Key'},
    query: {type: 'apiKey', in: 'query', name: 'api key'},
    cookie: {type: 'apiKey', in: 'cookie', name: 'sid'},
  };
  const send = (name: string, value: string) =>
    build({security: [{[name]: []}], securitySchemes}, {}, {credentials: {[name]: value}});

  it.each([
    ['bearer', 'abc', 'Authorization', 'Bearer abc'],
    ['oauth', 'abc', 'Authorization', 'Bearer abc'],
    ['oidc', 'abc', 'Authorization', 'Bearer abc'],
    ['digest', 'abc', 'Authorization', 'DPoP abc'],
    // RFC 7617, section 2.1: "test" and "123" with a pound sign, in UTF-8.
    ['basic', 'test:123£', 'Authorization', 'Basic dGVzdDoxMjPCow=='],
    ['header', 'a b', 'X-Key', 'a b'],
    ['cookie', 'a;b', 'Cookie', 'sid=a%3Bb'],
  ])('of %s travel in their header', (scheme, value, name, expected) => {
    expect(send(scheme, value).headers).toEqual([[name, expected]]);
  });

  it('of a query key travel in the query, encoded', () => {
    expect(send('query', 'a&b').url).toBe('https://api.example.com/things?api%20key=a%26b');
  });

  it('that are empty, or have no place in a request, are not sent', () => {
    expect(send('bearer', '').headers).toEqual([]);
    expect(send('tls', 'x').headers).toEqual([]);
  });

  it('go only to operations whose security mentions them', () => {
    expect(build({securitySchemes}, {}, {credentials: {bearer: 'abc', query: 'x'}})).toEqual({
      method: 'GET',
      url: 'https://api.example.com/things',
      headers: [],
    });
  });

  it('cannot bring in a header of their own', () => {
    expect(send('bearer', 'a\r\nX-Evil: 1').headers).toEqual([['Authorization', 'Bearer a%0D%0AX-Evil: 1']]);
  });
});

describe('the body', () => {
  const post = (
    mediaTypes: string[],
    body: Json | undefined,
    options: Partial<RequestOptions> = {},
    method = 'POST',
  ) => {
    const requestBody = {required: true, content: mediaTypes.map((name) => mediaType(name))};
    const http = build({method, requestBody}, {body}, options);
    return {
      type: headerValue(http, 'content-type'),
      text: http.body && new TextDecoder().decode(encodeBody(http.body)),
    };
  };

  it.each(['application/json', 'application/vnd.example+json', 'application/json; charset=utf-8'])(
    'is JSON as %s',
    (type) => {
      expect(post([type], {a: 'é', b: undefined})).toEqual({type, text: '{"a":"é"}'});
      expect(post([type], 'text')).toEqual({type, text: '"text"'});
    },
  );

  it('tells null and the empty string from nothing', () => {
    expect(post(['application/json'], null).text).toBe('null');
    expect(post(['application/json'], '').text).toBe('""');
    expect(post(['text/plain'], '').text).toBe('');
    expect(post(['application/json'], undefined)).toEqual({type: undefined, text: undefined});
  });

  it('is a form where the document says so', () => {
    const type = 'application/x-www-form-urlencoded';
    expect(post([type], {a: 'b c&é', list: [1, 2], gone: null, nested: {x: 1}}).text).toBe(
      'a=b+c%26%C3%A9&list=1&list=2&nested=%7B%22x%22%3A1%7D',
    );
    expect(post([type], 'a=b').text).toBe('a=b');
  });

  it('is text as it is for any other media type', () => {
    expect(post(['application/xml'], '<a>\r\n</a>').text).toBe('<a>\r\n</a>');
    expect(post(['text/csv'], [1]).text).toBe('[1]');
  });

  it('is of the media type that the reader chose', () => {
    expect(post(['application/json', 'text/plain'], 'a', {contentType: 'text/plain'})).toEqual({
      type: 'text/plain',
      text: 'a',
    });
  });

  it('is never sent as a range', () => {
    expect(post(['text/*'], 'a').type).toBe('text/plain');
    expect(post(['*/*'], {a: 1})).toEqual({type: 'application/json', text: '{"a":1}'});
    expect(post(['*/*'], 'a').type).toBe('text/plain');
  });

  it.each(['GET', 'HEAD', 'DELETE'])('is in a %s request where the document has one', (method) => {
    expect(post(['application/json'], {a: 1}, {}, method)).toEqual({type: 'application/json', text: '{"a":1}'});
  });

  it('is not sent by an operation that takes none', () => {
    expect(build({method: 'POST'}, {body: 'x'}).body).toBeUndefined();
  });
});
