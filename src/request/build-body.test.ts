import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {Encoding, MediaType} from '../model/operation.ts';
import type {NamedSchemas} from '../model/schema.ts';
import type {Value} from '../model/values.ts';
import {buildBody, buildRawBody} from './build-body.ts';
import {encodeBody} from './encode-body.ts';

const png = new FileValue('a.png', 'image/png', new Uint8Array([0x89, 0x50, 0xff, 0]));
const nameless = new FileValue('notes', '', new TextEncoder().encode('hi'));

function build(type: string, value: Value, parts: Partial<MediaType> = {}, schemas: NamedSchemas = {}) {
  const target = operation({
    method: 'POST',
    requestBody: {required: true, content: [mediaType(type, parts)]},
    schemas,
  });
  return buildBody(target, value, undefined);
}

function text(type: string, value: Value, parts: Partial<MediaType> = {}, schemas: NamedSchemas = {}): string {
  const built = build(type, value, parts, schemas);
  return built === undefined ? 'no body' : new TextDecoder().decode(encodeBody(built.body));
}

function encoding(parts: Partial<Encoding>): Encoding {
  return {headers: [], ...parts};
}

describe('JSON', () => {
  it('has exact numbers digit by digit', () => {
    expect(
      text('application/vnd.x+json', {id: new ExactNumber('9007199254740993'), p: [new ExactNumber('1.10')]}),
    ).toBe('{"id":9007199254740993,"p":[1.10]}');
  });

  it('has files as text in the encoding of their place', () => {
    const schema = {properties: {a: {contentEncoding: 'base64url'}, b: {items: {contentEncoding: 'base16'}}}};
    expect(text('application/json', {a: png, b: [png], c: png}, {schema})).toBe(
      '{"a":"iVD_AA==","b":["8950FF00"],"c":"iVD/AA=="}',
    );
    expect(text('application/json', nameless, {schema: {type: 'string', contentEncoding: 'base32'}})).toBe(
      '"NBUQ===="',
    );
  });

  it('of a file is the file', () => {
    expect(build('application/json', nameless)?.body).toEqual({
      kind: 'bytes',
      bytes: nameless.bytes,
      fileName: 'notes',
    });
  });
});

describe('application/x-www-form-urlencoded', () => {
  const type = 'application/x-www-form-urlencoded';

  it('is what the examples of the OpenAPI specification are', () => {
    const address = {streetAddress: '123 Example Dr.', city: 'Somewhere', state: 'CA', zip: '99999+1234'};
    const id = 'f81d4fae-7dec-11d0-a765-00a0c91e6bf6';
    expect(text(type, {id, address})).toBe(
      'id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D',
    );
    const asJson = {encoding: {id: encoding({contentType: 'application/json'})}};
    expect(text(type, {id}, asJson)).toBe('id=%22f81d4fae-7dec-11d0-a765-00a0c91e6bf6%22');
    const icon = {schema: {properties: {icon: {type: 'string', contentEncoding: 'base64url'}}}} as const;
    expect(text(type, {name: 'example', icon: png}, icon)).toBe('name=example&icon=iVD_AA%3D%3D');
  });

  it.each<[string, Partial<Encoding>, Value, string]>([
    ['form', {style: 'form'}, ['a b', 'c'], 'f=a%20b&f=c'],
    ['form in one', {explode: false}, ['a', 'b,c'], 'f=a,b%2Cc'],
    ['form of an object', {explode: true}, {R: 100, G: new ExactNumber('1.0')}, 'R=100&G=1.0'],
    ['spaceDelimited', {style: 'spaceDelimited'}, ['a', 'b'], 'f=a%20b'],
    ['pipeDelimited', {style: 'pipeDelimited'}, ['a', 'b'], 'f=a%7Cb'],
    ['deepObject', {style: 'deepObject'}, {R: 1, G: 2}, 'f%5BR%5D=1&f%5BG%5D=2'],
    ['reserved characters', {allowReserved: true}, 'a/b?c&d+e', 'f=a/b?c%26d%2Be'],
    ['no list', {style: 'form'}, [], ''],
  ])('has fields in the style %s', (_, parts, value, expected) => {
    expect(text(type, {f: value}, {encoding: {f: encoding(parts)}})).toBe(expected);
  });

  it('has nested lists as JSON, XML where it is asked for, and no null', () => {
    expect(text(type, {a: [[1, 2], null, {b: 1}], n: null, e: '', none: []})).toBe(
      'a=%5B1%2C2%5D&a=%7B%22b%22%3A1%7D&e=',
    );
    const xml = {encoding: {a: encoding({contentType: 'application/xml'})}};
    expect(new URLSearchParams(text(type, {a: {b: '<'}}, xml)).get('a')).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><a><b>&lt;</b></a>',
    );
  });

  it('is read by URLSearchParams as it was meant', () => {
    const any = fc.string({unit: 'binary'});
    fc.assert(
      fc.property(fc.dictionary(any, fc.array(any)), (fields) => {
        const read = new URLSearchParams(text(type, fields));
        for (const [name, values] of Object.entries(fields)) expect(read.getAll(name)).toEqual(values);
      }),
    );
  });
});

describe('multipart/form-data', () => {
  const type = 'multipart/form-data';

  async function formData(value: Value, parts: Partial<MediaType> = {}): Promise<[string, string | File][]> {
    const built = build(type, value, parts);
    if (built === undefined) throw new Error('no body');
    const headers = {'Content-Type': built.contentType};
    return [...(await new Response(encodeBody(built.body), {headers}).formData())];
  }

  it('has a part for each member and each item of a list, by its kind', () => {
    const built = build(type, {id: 'é', n: new ExactNumber('1.0'), o: {a: 1}, list: [{b: 2}, 'x'], no: null, png});
    expect(built?.contentType).toBe('multipart/form-data; boundary=part-boundary-1');
    expect(built?.body).toMatchObject({
      parts: [
        {name: 'id', headers: [], content: 'é'},
        {name: 'n', headers: [], content: '1.0'},
        {name: 'o', contentType: 'application/json', headers: [], content: '{"a":1}'},
        {name: 'list', contentType: 'application/json', content: '{"b":2}'},
        {name: 'list', content: 'x'},
        {name: 'png', fileName: 'a.png', contentType: 'image/png', content: png.bytes},
      ],
    });
  });

  it.each<[FileValue, string | undefined, string]>([
    [png, undefined, 'image/png'],
    [png, 'image/*', 'image/png'],
    [png, 'image/gif, image/png', 'image/png'],
    [png, 'image/gif, image/jpeg', 'image/gif'],
    [nameless, 'image/*', 'application/octet-stream'],
    [nameless, 'text/csv', 'text/csv'],
    [nameless, undefined, 'application/octet-stream'],
    [new FileValue('a', 'text/x\r\nX-Evil: 1', new Uint8Array()), undefined, 'text/x%0D%0AX-Evil: 1'],
  ])('gives a file its type: %#', (file, contentType, expected) => {
    const {body} =
      build(type, {f: file}, {encoding: contentType === undefined ? {} : {f: encoding({contentType})}}) ?? {};
    expect(body).toMatchObject({parts: [{contentType: expected}]});
  });

  it('has the headers that the document gives values for, but no Content-Type among them', () => {
    const header = (name: string, schema: object) => ({name, required: false, schema});
    const headers = [
      header('X-Limit', {default: 5}),
      header('Content-Type', {const: 'a/b'}),
      header('X-Unknown', {type: 'string'}),
    ];
    expect(build(type, {a: 'x'}, {encoding: {a: {headers}}})?.body).toMatchObject({
      parts: [{name: 'a', headers: [['X-Limit', '5']], content: 'x'}],
    });
  });

  it('has styles without percent-encoding', async () => {
    const styles = {
      encoding: {
        pipes: encoding({style: 'pipeDelimited'}),
        deep: encoding({style: 'deepObject'}),
        csv: encoding({explode: false}),
      },
    };
    expect(await formData({pipes: ['a b', 'c'], deep: {x: {y: 'é&'}}, csv: [1, 2]}, styles)).toEqual([
      ['pipes', 'a b|c'],
      ['deep[x][y]', 'é&'],
      ['csv', '1,2'],
    ]);
  });

  it('is read by a multipart parser as it was meant, with a boundary that is in no part', async () => {
    const name = fc.string({unit: 'grapheme', minLength: 1}).filter((part) => !/[\r\n"%\\]|^__proto__$/.test(part));
    const content = fc.oneof(
      fc.string({unit: 'binary'}),
      fc.array(fc.constantFrom('--part-boundary-1', 'part-boundary-2', '\r\n', '--')).map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(fc.dictionary(name, fc.tuple(content, fc.uint8Array())), async (fields) => {
        const value: Record<string, (string | FileValue)[]> = Object.fromEntries(
          Object.entries(fields).map(([key, [first, bytes]]) => [
            key,
            [first, new FileValue('f.bin', 'a/b', Uint8Array.from(bytes))],
          ]),
        );
        const read = await formData({...value, last: 'x'});
        const all: typeof value = {...value, last: ['x']};
        const expected = Object.entries(all).flatMap(([key, items]) => items.map((item) => [key, item] as const));
        expect(read.map(([key]) => key)).toEqual(expected.map(([key]) => key));
        for (const [index, [, item]] of expected.entries()) {
          const got = read[index]?.[1];
          if (typeof item === 'string') expect(got).toBe(item);
          else {
            expect(got).toBeInstanceOf(File);
            expect(got instanceof File && new Uint8Array(await got.arrayBuffer())).toEqual(item.bytes);
          }
        }
      }),
      {numRuns: 60},
    );
  });

  it('has the same boundary for the same parts, and another where a file holds it', () => {
    const holding = new FileValue('x', '', new TextEncoder().encode('-part-boundary-1 part-boundary-2'));
    expect(build(type, {a: 'part-boundary-1'})?.contentType).toBe('multipart/form-data; boundary=part-boundary-2');
    expect(build(`${type}; boundary=own`, {holding})?.contentType).toBe(
      'multipart/form-data; boundary=part-boundary-3',
    );
  });
});

describe('multipart/mixed', () => {
  it('has parts by position, without names', () => {
    expect(text('multipart/mixed', [{author: 'Ada'}, png.name, nameless])).toBe(
      [
        '--part-boundary-1\r\nContent-Type: application/json\r\n\r\n{"author":"Ada"}\r\n',
        '--part-boundary-1\r\n\r\na.png\r\n',
        '--part-boundary-1\r\nContent-Disposition: attachment; filename="notes"\r\nContent-Type: application/octet-stream\r\n\r\nhi\r\n',
        '--part-boundary-1--\r\n',
      ].join(''),
    );
  });

  it('takes what is said of a part by its position', () => {
    const header = {name: 'X-Part', required: false, schema: {const: 'last'}};
    const encoding = {
      'part 1': {contentType: 'application/json', headers: []},
      'each other part': {contentType: 'text/markdown', headers: [header]},
    };
    expect(build('multipart/mixed', ['a', 'b', 'c'], {encoding})?.body).toMatchObject({
      parts: [
        {name: '', contentType: 'application/json', headers: [], content: '"a"'},
        {name: '', contentType: 'text/markdown', headers: [['X-Part', 'last']], content: 'b'},
        {name: '', contentType: 'text/markdown', headers: [['X-Part', 'last']], content: 'c'},
      ],
    });
  });

  it('says how a part is encoded, which forms must not', () => {
    const schema = {properties: {f: {type: 'string', contentEncoding: 'base64'}}} as const;
    expect(build('multipart/mixed', {f: png}, {schema})?.body).toMatchObject({
      parts: [{headers: [['Content-Transfer-Encoding', 'base64']], content: 'iVD/AA=='}],
    });
    expect(build('multipart/form-data', {f: 'iVD/AA=='}, {schema})?.body).toMatchObject({
      parts: [{contentType: 'application/octet-stream', headers: [], content: 'iVD/AA=='}],
    });
  });
});

describe('a sequence', () => {
  const sequence = {isSequence: true, schema: {type: 'array', items: {}}} as const;

  it.each<[string, string]>([
    ['application/x-ndjson', '{"a":1}\n1.0\n'],
    ['application/jsonl', '{"a":1}\n1.0\n'],
    ['application/json-seq', '\u001e{"a":1}\n\u001e1.0\n'],
    ['application/geo+json-seq', '\u001e{"a":1}\n\u001e1.0\n'],
    ['application/json', '[{"a":1},1.0]'],
  ])('of %s has its items one after the other', (type, expected) => {
    expect(text(type, [{a: 1}, new ExactNumber('1.0')], sequence)).toBe(expected);
  });

  it('of events has a field on each line', () => {
    const events = [
      {event: 'add', data: 'a\nb', id: '1'},
      {data: {x: 1}, retry: null},
    ];
    expect(text('text/event-stream', events, sequence)).toBe(
      'event: add\ndata: a\ndata: b\nid: 1\n\ndata: {"x":1}\n\n',
    );
  });
});

describe('a file, and ranges of media types', () => {
  it.each<[string, Value, string]>([
    ['image/*', png, 'image/png'],
    ['*/*', png, 'image/png'],
    ['text/*', png, 'application/octet-stream'],
    ['*/*', nameless, 'application/octet-stream'],
    ['application/pdf', png, 'application/pdf'],
    ['application/*', 'text', 'application/octet-stream'],
    ['text/*', 'text', 'text/plain'],
    ['*', {a: 1}, 'application/json'],
    ['multipart/*', {a: 1}, 'multipart/form-data; boundary=part-boundary-1'],
  ])('%s: %#', (type, value, expected) => {
    expect(build(type, value)?.contentType).toBe(expected);
  });

  it('is sent byte by byte, or as text where its schema says so', () => {
    expect(build('image/png', png)?.body).toEqual({kind: 'bytes', bytes: png.bytes, fileName: 'a.png'});
    expect(text('image/png', png, {schema: {type: 'string', contentEncoding: 'base64'}})).toBe('iVD/AA==');
  });
});

describe('the charset', () => {
  it.each([
    ['text/plain', 'é', 'text/plain'],
    ['text/plain; charset=UTF-8', 'é', 'text/plain; charset=UTF-8'],
    ['text/plain; charset=iso-8859-1; format=flowed', 'abc', 'text/plain; charset=iso-8859-1; format=flowed'],
    ['text/plain; charset=iso-8859-1; format=flowed', 'é', 'text/plain; format=flowed; charset=utf-8'],
    ['text/plain; charset="utf-16"', 'abc', 'text/plain; charset=utf-8'],
  ])('of %s with %s is the one that is sent', (type, value, expected) => {
    expect(build(type, value)?.contentType).toBe(expected);
  });
});

describe('raw text', () => {
  const raw = (type: string, value: string) =>
    buildRawBody(operation({requestBody: {required: true, content: [mediaType(type)]}}), value, undefined);

  it('goes out unchanged', () => {
    const typed = '{ "a": 1, // why\n';
    expect(raw('application/json', typed)).toEqual({
      contentType: 'application/json',
      body: {kind: 'text', text: typed},
    });
  });

  it('of parts names the boundary that it begins with', () => {
    const parts = '--my boundary\r\n'.replace(' ', '-');
    expect(raw('multipart/form-data', parts)?.contentType).toBe('multipart/form-data; boundary="my-boundary"');
    expect(raw('multipart/mixed', 'no parts')?.contentType).toBe('multipart/mixed');
  });

  it('needs a media type', () => {
    expect(buildRawBody(operation(), 'x', undefined)).toBeUndefined();
    expect(buildRawBody(operation(), 'x', 'text/plain')?.contentType).toBe('text/plain');
  });
});
