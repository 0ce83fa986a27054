import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {parameter} from '../../test/fixtures/operation.ts';
import type {Json} from '../model/json.ts';
import type {Parameter, ParameterLocation, ParameterStyle} from '../model/operation.ts';
import {serialiseParameter} from './serialise-parameter.ts';

const array = ['blue', 'black', 'brown'];
const object = {R: 100, G: 200, B: 150};

/** OpenAPI 3.1.1, Parameter Object, Style Examples: each row with its columns empty, string, array and object. */
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

describe('serialiseParameter', () => {
  const write = (place: ParameterLocation, value: Json | undefined, parts: Partial<Parameter> = {}) =>
    serialiseParameter(parameter(place, 'q', parts), value);

  it.each([undefined, null, [], {}, [null], {a: null}])('sends nothing for %j', (value) => {
    expect(write('query', value)).toBeUndefined();
    expect(write('path', value)).toBeUndefined();
    expect(write('query', value, {style: 'deepObject'})).toBeUndefined();
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
