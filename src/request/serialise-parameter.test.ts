import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parameter} from '../../test/fixtures/operation.ts';
import {ExactNumber} from '../model/exact-number.ts';
import type {Json} from '../model/json.ts';
import type {Parameter, ParameterLocation, ParameterStyle} from '../model/operation.ts';
import type {Value} from '../model/values.ts';
import {serialiseParameter} from './serialise-parameter.ts';

const array = ['blue', 'black', 'brown'];
const object = {R: 100, G: 200, B: 150};

/**
 * OpenAPI 3.0.4, 3.1.1 and 3.2.0, Parameter Object, Style Examples: each row with its columns empty, string, array and
 * object; null where the specification says "n/a". What 3.2 calls "undefined" there was the empty string before, and the
 * rows are the same; a value that RFC 6570 calls undefined is not sent at all (section 2.3), which is tested below.
 */
const table: [ParameterLocation, ParameterStyle, boolean, ...(string | null)[]][] = [
  ['path', 'matrix', false, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
  ['path', 'matrix', true, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
  ['path', 'label', false, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
  ['path', 'label', true, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
  ['path', 'simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['path', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['header', 'simple', false, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
  ['header', 'simple', true, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
  ['query', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['query', 'form', true, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
  ['cookie', 'form', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['cookie', 'form', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  ['cookie', 'cookie', false, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
  ['cookie', 'cookie', true, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  ['query', 'spaceDelimited', false, null, null, 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
  ['query', 'pipeDelimited', false, null, null, 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
  ['query', 'deepObject', true, null, null, null, 'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150'],
];

describe('the style table of the OpenAPI specification', () => {
  const columns: [string, Json][] = [
    ['empty', ''],
    ['string', 'blue'],
    ['array', array],
    ['object', object],
  ];
  const cells = table.flatMap(([place, style, explode, ...expected]) =>
    columns.flatMap(([column, value], index) => {
      const text = expected[index];
      return typeof text === 'string' ? [{place, style, explode, column, value, text}] : [];
    }),
  );

  it.each(cells)('$place $style, explode $explode, $column: $text', ({place, style, explode, value, text}) => {
    expect(serialiseParameter(parameter(place, 'color', {style, explode}), value)).toBe(text);
  });
});

/** RFC 6570, sections 3.2.2, 3.2.4 to 3.2.9: the variables of section 3.2, by the operator that the style stands for. */
describe('the examples of RFC 6570', () => {
  const list = ['red', 'green', 'blue'];
  const keys = {semi: ';', dot: '.', comma: ','};
  const hello = 'Hello World!';

  it.each<[string, ParameterLocation, ParameterStyle, boolean, Value, string]>([
    ['{var}', 'path', 'simple', false, 'value', 'value'],
    ['{hello}', 'path', 'simple', false, hello, 'Hello%20World%21'],
    ['{half}', 'path', 'simple', false, '50%', '50%25'],
    ['{list}', 'path', 'simple', false, list, 'red,green,blue'],
    ['{list*}', 'path', 'simple', true, list, 'red,green,blue'],
    ['{keys}', 'path', 'simple', false, keys, 'semi,%3B,dot,.,comma,%2C'],
    ['{keys*}', 'path', 'simple', true, keys, 'semi=%3B,dot=.,comma=%2C'],
    ['{empty}', 'path', 'simple', false, '', ''],
    ['{.who}', 'path', 'label', false, 'fred', '.fred'],
    ['{.half}', 'path', 'label', false, '50%', '.50%25'],
    ['{.list}', 'path', 'label', false, list, '.red,green,blue'],
    ['{.list*}', 'path', 'label', true, list, '.red.green.blue'],
    ['{.keys}', 'path', 'label', false, keys, '.semi,%3B,dot,.,comma,%2C'],
    ['{.keys*}', 'path', 'label', true, keys, '.semi=%3B.dot=..comma=%2C'],
    ['{;v}', 'path', 'matrix', false, '6', ';v=6'],
    ['{;v} empty', 'path', 'matrix', false, '', ';v'],
    ['{;list}', 'path', 'matrix', false, list, ';v=red,green,blue'],
    ['{;list*}', 'path', 'matrix', true, list, ';v=red;v=green;v=blue'],
    ['{;keys}', 'path', 'matrix', false, keys, ';v=semi,%3B,dot,.,comma,%2C'],
    ['{;keys*}', 'path', 'matrix', true, keys, ';semi=%3B;dot=.;comma=%2C'],
    ['{&v}', 'query', 'form', false, hello, 'v=Hello%20World%21'],
    ['{&empty}', 'query', 'form', false, '', 'v='],
    ['{&list}', 'query', 'form', false, list, 'v=red,green,blue'],
    ['{&list*}', 'query', 'form', true, list, 'v=red&v=green&v=blue'],
    ['{&keys}', 'query', 'form', false, keys, 'v=semi,%3B,dot,.,comma,%2C'],
    ['{&keys*}', 'query', 'form', true, keys, 'semi=%3B&dot=.&comma=%2C'],
  ])('%s in %s, %s, explode %s', (_, place, style, explode, value, text) => {
    expect(serialiseParameter(parameter(place, 'v', {style, explode}), value)).toBe(text);
  });

  it.each<[string, Value, boolean, string]>([
    ['{+hello}', hello, false, 'Hello%20World!'],
    ['{+half}', '50%', false, '50%25'],
    // What begins another segment may not stand in a path value (OpenAPI, Path Templating), unlike RFC 6570's {+path}.
    ['{+path}', '/foo/bar', false, '%2Ffoo%2Fbar'],
    ['{+list}', list, false, 'red,green,blue'],
    ['{+keys}', keys, false, 'semi,;,dot,.,comma,,'],
    ['{+keys*}', keys, true, 'semi=;,dot=.,comma=,'],
    ['sub-delims and triples', "a:@!$&'()*+,;=%2f%41[]?#", false, "a:@!$&'()*+,;=%2FA%5B%5D%3F%23"],
  ])('%s in a path', (_, value, explode, text) => {
    expect(serialiseParameter(parameter('path', 'v', {explode, allowReserved: true}), value)).toBe(text);
  });
});

/** OpenAPI 3.2, Parameter Object Examples, and 3.0's query with a free-form object. */
describe('the parameters that the OpenAPI specification shows', () => {
  it.each<[Parameter, Value, string]>([
    [parameter('header', 'X-Token'), [12345678, 90099], '12345678,90099'],
    [
      parameter('cookie', 'cookie', {style: 'cookie', explode: true}),
      {greeting: 'Hello%2C world!', code: 42},
      'greeting=Hello%2C world!; code=42',
    ],
    [parameter('cookie', 'greeting'), 'Hello, world!', 'greeting=Hello%2C%20world%21'],
    [parameter('query', 'f'), {foo: 'a + b', bar: true}, 'foo=a%20%2B%20b&bar=true'],
    [parameter('query', 'f', {isQueryString: true}), {foo: 'a + b', bar: true}, 'foo=a+%2B+b&bar=true'],
    [
      parameter('query', 'json', {isQueryString: true, contentType: 'application/json'}),
      {numbers: [1, 2], flag: null},
      '%7B%22numbers%22%3A%5B1%2C2%5D%2C%22flag%22%3Anull%7D',
    ],
    [
      parameter('query', 'selector', {isQueryString: true, contentType: 'application/jsonpath'}),
      '$.a.b[1:1]',
      '%24.a.b%5B1%3A1%5D',
    ],
    [parameter('query', '\u2764\ufe0f'), 'love!', '%E2%9D%A4%EF%B8%8F=love%21'],
  ])('%#', (shown, value, text) => {
    expect(serialiseParameter(shown, value)).toBe(text);
  });
});

describe('serialiseParameter', () => {
  const write = (place: ParameterLocation, value: Value | undefined, parts: Partial<Parameter> = {}) =>
    serialiseParameter(parameter(place, 'q', parts), value);

  it.each([undefined, null, [], {}, [null], {a: null}])('sends nothing for %j', (value) => {
    expect(write('query', value)).toBeUndefined();
    expect(write('path', value)).toBeUndefined();
    expect(write('query', value, {style: 'deepObject'})).toBeUndefined();
  });

  it('writes exact numbers as they are typed', () => {
    const id = new ExactNumber('9007199254740993');
    expect(write('path', id)).toBe('9007199254740993');
    expect(write('query', [id, new ExactNumber('1.10')], {explode: false})).toBe('q=9007199254740993,1.10');
    expect(write('query', {id}, {style: 'deepObject'})).toBe('q%5Bid%5D=9007199254740993');
    expect(write('query', {id}, {contentType: 'application/json'})).toBe('q=%7B%22id%22%3A9007199254740993%7D');
    expect(write('header', id)).toBe('9007199254740993');
  });

  it('writes a querystring as a form, repeating the names of lists, or as it is typed', () => {
    const parts = {isQueryString: true};
    expect(write('query', {a: ['x', 'y'], b: {c: 1}}, parts)).toBe('a=x&a=y&b=%7B%22c%22%3A1%7D');
    expect(write('query', "a=b c&d='é#", parts)).toBe('a=b%20c&d=%27%C3%A9%23');
    expect(write('query', '', parts)).toBeUndefined();
  });

  it('writes a parameter with an XML media type as XML', () => {
    const written = write('query', {a: 1}, {contentType: 'application/xml', schema: {xml: {name: 'x'}}});
    expect(new URLSearchParams(written).get('q')).toBe('<?xml version="1.0" encoding="UTF-8"?><x><a>1</a></x>');
  });

  it('leaves cookies in their own style as they are, but for what would end them', () => {
    expect(write('cookie', 'a%20b c;d\r\né', {style: 'cookie', explode: true})).toBe('q=a%20b c%3Bd%0D%0A%C3%A9');
    expect(write('cookie', 'a/b;c,d', {allowReserved: true})).toBe('q=a/b%3Bc%2Cd');
  });

  it('writes numbers and booleans as JSON has them', () => {
    expect([0, -1.5, 1e21, false, true].map((value) => write('query', value))).toEqual([
      'q=0',
      'q=-1.5',
      'q=1e%2B21',
      'q=false',
      'q=true',
    ]);
  });

  it('encodes names as well as values', () => {
    expect(serialiseParameter(parameter('query', 'filter[a b]'), '&=')).toBe('filter%5Ba%20b%5D=%26%3D');
  });

  it('keeps delimiters inside of items apart from those between them', () => {
    expect(write('query', ['a,b', 'c'], {explode: false})).toBe('q=a%2Cb,c');
    expect(write('path', ['a,b', 'c/d'])).toBe('a%2Cb,c%2Fd');
    expect(write('query', ['a b', 'c'], {style: 'spaceDelimited'})).toBe('q=a%20b%20c');
  });

  it('names each empty item of an exploded list', () => {
    expect(write('query', ['', 'a'])).toBe('q=&q=a');
    expect(write('path', ['', 'a'], {style: 'matrix', explode: true})).toBe(';q;q=a');
  });

  it('joins exploded cookies as a Cookie header does', () => {
    expect(write('cookie', ['a', 'b;c'])).toBe('q=a; q=b%3Bc');
  });

  it('leaves reserved characters to a query with allowReserved, but for those that would end the value', () => {
    expect(write('query', 'a/b:c?d@e,f;g=h$i(j)*k!', {allowReserved: true})).toBe('q=a/b:c?d@e,f;g=h$i(j)*k!');
    expect(write('query', "#[]&+' %é", {allowReserved: true})).toBe('q=%23%5B%5D%26%2B%27%20%25%C3%A9');
    expect(write('query', '%2f%41', {allowReserved: true})).toBe('q=%2FA');
  });

  it('opens nested objects of deepObject and repeats the name of lists', () => {
    const value = {a: {b: 1, c: null}, d: ['x', 'y'], e: [{f: 1}]};
    expect(write('query', value, {style: 'deepObject', explode: true})).toBe(
      'q%5Ba%5D%5Bb%5D=1&q%5Bd%5D=x&q%5Bd%5D=y&q%5Be%5D=%7B%22f%22%3A1%7D',
    );
  });

  it('writes what a style cannot say as JSON', () => {
    expect(write('query', {a: {b: [1]}}, {explode: false})).toBe('q=a,%7B%22b%22%3A%5B1%5D%7D');
  });

  it('writes a parameter with a JSON media type as JSON, null and empty values too', () => {
    const contentType = 'application/json';
    expect(write('query', {a: 'é'}, {contentType, isQueryString: true})).toBe('%7B%22a%22%3A%22%C3%A9%22%7D');
    expect(write('query', {a: 'é'}, {contentType})).toBe('q=%7B%22a%22%3A%22%C3%A9%22%7D');
    expect(write('query', null, {contentType})).toBe('q=null');
    expect(write('query', '', {contentType})).toBe('q=%22%22');
    expect(write('header', {a: 'é😀\n'}, {contentType})).toBe('{"a":"\\u00e9\\ud83d\\ude00\\n"}');
    expect(write('query', 'a b', {contentType: 'text/plain'})).toBe('q=a%20b');
  });

  it('percent-encodes in a header only what HTTP cannot carry', () => {
    expect(write('header', '  a, "b" 100%  ')).toBe('a, "b" 100%');
    expect(write('header', 'a\r\nX-Evil: é😀\0')).toBe('a%0D%0AX-Evil: %C3%A9%F0%9F%98%80%00');
  });

  it('replaces half surrogates, as Fetch does', () => {
    expect(write('query', 'a\ud800b')).toBe('q=a%EF%BF%BDb');
  });

  it('is undone by decoding once', () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary'}), (text) => {
        expect(decodeURIComponent(write('path', text) ?? '')).toBe(text);
        expect(new URLSearchParams(write('query', text)).get('q')).toBe(text);
        if (!text.includes('%')) {
          expect(new URLSearchParams(write('query', text, {allowReserved: true})).get('q')).toBe(text);
        }
      }),
    );
  });
});
