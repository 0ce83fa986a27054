import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {mediaType, operation} from '../../test/fixtures/operation.ts';
import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import type {MediaType, Operation} from '../model/operation.ts';
import type {Value} from '../model/values.ts';
import {fromRawText, redactRawText, toRawText} from './raw-body.ts';

function taking(name: string, parts: Partial<MediaType> = {}): Operation {
  return operation({method: 'POST', requestBody: {required: true, content: [mediaType(name, parts)]}});
}

const json = taking('application/json');
const form = taking('application/x-www-form-urlencoded', {
  schema: {
    properties: {
      n: {type: 'integer'},
      list: {type: 'array', items: {type: 'integer'}},
      o: {type: 'object'},
      pipes: {type: 'array', items: {type: 'string'}},
      deep: {type: 'object', properties: {a: {type: 'integer'}}},
    },
  },
  encoding: {
    pipes: {headers: [], style: 'pipeDelimited'},
    deep: {headers: [], style: 'deepObject'},
  },
});
const file = new FileValue('a.bin', 'image/png', new Uint8Array([0, 255, 1]));

describe('JSON', () => {
  it('is laid out, and numbers keep their digits both ways', () => {
    const value = {id: new ExactNumber('9007199254740993'), price: new ExactNumber('1.10'), list: [], a: null};
    const text = '{\n  "id": 9007199254740993,\n  "price": 1.10,\n  "list": [],\n  "a": null\n}';
    expect(toRawText(json, undefined, value)).toEqual({text, language: 'json'});
    expect(fromRawText(json, undefined, text)).toEqual({value});
  });

  it('says what its fields would lose', () => {
    expect(fromRawText(json, undefined, '{"a": 1, "a": 2}')).toEqual({
      value: {a: 2},
      loses: [
        '“a” stands more than once in one object; only the last is kept.',
        'Blanks, line breaks and escapes are not kept as they were typed.',
      ],
    });
    expect(toRawText(json, undefined, {file})).toMatchObject({loses: ['Files become text in Base64.']});
  });

  it('says where it is wrong, and that it has no comments', () => {
    expect(fromRawText(json, undefined, '{\n  "a": 1,\n}')).toEqual({
      problem: {line: 3, column: 1, message: 'This is not JSON: a property name in double quotes is missing.'},
    });
    expect(fromRawText(json, undefined, '{\n  // why\n}')).toMatchObject({
      problem: {line: 2, column: 3, message: 'This is not JSON: JSON has no comments.'},
    });
  });

  it('is nothing where there is no text', () => {
    expect(toRawText(json, undefined, undefined)).toEqual({text: '', language: 'json'});
    expect(fromRawText(json, undefined, ' \n')).toEqual({value: undefined});
    expect(fromRawText(json, undefined, 'null')).toEqual({value: null});
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        const value = JSON.parse(JSON.stringify(given)) as Value;
        expect(fromRawText(json, undefined, toRawText(json, undefined, value).text)).toEqual({value});
      }),
    );
  });
});

describe('a form', () => {
  it('is the text that is sent, and is read back by its schema and its styles', () => {
    const value = {n: 1, list: [1, 2], o: {x: 'a b'}, pipes: ['x', 'y'], deep: {a: 1}, other: 'é&='};
    const {text} = toRawText(form, undefined, value);
    expect(text).toBe('n=1&list=1&list=2&o=%7B%22x%22%3A%22a+b%22%7D&pipes=x%7Cy&deep%5Ba%5D=1&other=%C3%A9%26%3D');
    expect(fromRawText(form, undefined, text)).toEqual({value});
  });

  it('keeps the digits of numbers, and makes a list of a name that repeats', () => {
    expect(fromRawText(form, undefined, 'n=9007199254740993&x=1&x=2')).toEqual({
      value: {n: new ExactNumber('9007199254740993'), x: ['1', '2']},
    });
  });
});

describe('JSON Lines', () => {
  const lines = taking('application/x-ndjson', {isSequence: true});

  it('is a value on each line', () => {
    const value = [{a: 1}, new ExactNumber('1.0'), 'x'];
    expect(toRawText(lines, undefined, value)).toEqual({text: '{"a":1}\n1.0\n"x"\n', language: 'text'});
    expect(fromRawText(lines, undefined, '{"a":1}\r\n\n1.0\n"x"')).toEqual({value});
  });

  it('says on which line it is wrong', () => {
    expect(fromRawText(lines, undefined, '1\n\n{"a"}')).toMatchObject({problem: {line: 3, column: 5}});
  });
});

describe('other text', () => {
  it('is as it is', () => {
    const text = taking('text/csv');
    expect(toRawText(text, undefined, 'a,b\r\n')).toEqual({text: 'a,b\r\n', language: 'text'});
    expect(fromRawText(text, undefined, 'a,b\r\n')).toEqual({value: 'a,b\r\n'});
  });

  it('of XML is laid out, and has no way back to fields', () => {
    const xml = taking('application/xml', {schema: {type: 'object', xml: {name: 'pet'}}});
    expect(toRawText(xml, undefined, {name: 'Rex', tags: {a: 1}})).toEqual({
      text: '<?xml version="1.0" encoding="UTF-8"?>\n<pet>\n  <name>Rex</name>\n  <tags>\n    <a>1</a>\n  </tags>\n</pet>',
      language: 'xml',
      loses: ['XML edited as text cannot be turned back into fields.'],
    });
    expect(toRawText(xml, undefined, '<own/>')).toEqual({text: '<own/>', language: 'xml'});
    expect(fromRawText(xml, undefined, '<own/>')).toEqual({
      noFields: 'XML edited as text cannot be turned back into fields.',
    });
  });

  it('of parts leaves files out that are no text, and names them', () => {
    const parts = taking('multipart/form-data');
    const raw = toRawText(parts, undefined, {
      a: 'x',
      file,
      note: new FileValue('n.txt', '', new TextEncoder().encode('hi')),
    });
    expect(raw.loses).toEqual([
      'The file a.bin cannot be edited as text and is left out.',
      'Parts edited as text cannot be turned back into fields.',
    ]);
    expect(raw.text).toContain('hi');
    expect(raw.text).not.toContain('a.bin');
  });

  it('of a file is its text, or nothing', () => {
    const any = taking('*/*');
    expect(toRawText(any, undefined, file)).toMatchObject({
      text: '',
      loses: [/a\.bin/].map((name) => expect.stringMatching(name) as string),
    });
    expect(toRawText(any, undefined, new FileValue('a', 'text/csv', new TextEncoder().encode('1;2'))).text).toBe('1;2');
  });
});

describe('redactRawText', () => {
  const schema = {properties: {password: {type: 'string', format: 'password'}}} as const;
  const secret = taking('application/json', {schema});

  it('puts placeholders in the place of secrets', () => {
    expect(redactRawText(secret, undefined, '{"password":"hunter2","n":1.10}')).toBe(
      '{\n  "password": "YOUR_PASSWORD",\n  "n": 1.10\n}',
    );
  });

  it('leaves text alone that has none', () => {
    expect(redactRawText(secret, undefined, '{"other":1}')).toBe('{"other":1}');
    expect(redactRawText(json, undefined, '{"broken')).toBe('{"broken');
  });

  it('shows nothing of what may hold one and cannot be read, or hides one under a repeated name', () => {
    expect(redactRawText(secret, undefined, '{"password":"hunter2"')).toBe('YOUR_BODY');
    expect(redactRawText(secret, undefined, '{"password":"hunter2","password":null}')).not.toContain('hunter2');
    expect(redactRawText(taking('application/xml', {schema}), undefined, '<a>hunter2</a>')).toBe('YOUR_BODY');
  });
});
