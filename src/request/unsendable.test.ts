import {describe, expect, it} from 'vitest';
import type {HttpHeader} from './http-request.ts';
import {toFetchRequest} from './to-fetch-request.ts';
import {unsendable} from './unsendable.ts';

const url = 'https://api.example.com/';
const named = (headers: HttpHeader[]) => unsendable({method: 'POST', url, headers}).map(({header}) => header);

describe('unsendable', () => {
  it.each([
    'Cookie',
    'HOST',
    'Origin',
    'Referer',
    'Content-Length',
    'Connection',
    'Sec-Fetch-Mode',
    'Proxy-Authorization',
  ])('names %s, with a sentence', (header) => {
    const [found] = unsendable({method: 'POST', url, headers: [[header, 'x']]});
    expect(found).toMatchObject({header, reason: expect.stringMatching(/^A browser .*\.$/) as string});
  });

  it('leaves the others alone', () => {
    expect(
      named([
        ['Accept', '*/*'],
        ['Authorization', 'x'],
        ['X-Cookie', 'x'],
        ['Secret', 'x'],
      ]),
    ).toEqual([]);
  });

  it('names a method in a header only where that method is forbidden', () => {
    expect(
      named([
        ['X-HTTP-Method', 'PUT'],
        ['X-HTTP-Method-Override', 'PUT, trace'],
        ['X-Method-Override', 'TRACK'],
      ]),
    ).toEqual(['X-HTTP-Method-Override', 'X-Method-Override']);
  });

  it.each(['TRACE', 'CONNECT', 'TRACK'])('names the method %s, which Fetch refuses', (method) => {
    expect(unsendable({method, url, headers: []})).toHaveLength(1);
    expect(() => toFetchRequest({method, url, headers: []})).toThrow(TypeError);
  });

  it.each([
    ['GET', [{body: true, reason: 'A browser sends no body with GET; from here the request goes out without it.'}]],
    ['HEAD', [{body: true, reason: 'A browser sends no body with HEAD; from here the request goes out without it.'}]],
    ['DELETE', []],
    ['QUERY', []],
  ])('says what becomes of a body with %s', (method, expected) => {
    expect(unsendable({method, url, headers: [], body: {kind: 'text', text: 'x'}})).toEqual(expected);
  });
});

it('toFetchRequest leaves out a body that cannot be sent, and its type', () => {
  const headers: HttpHeader[] = [
    ['Content-Type', 'text/plain'],
    ['X-A', 'b'],
  ];
  const request = toFetchRequest({method: 'GET', url, headers, body: {kind: 'text', text: 'x'}});
  expect([...request.headers]).toEqual([['x-a', 'b']]);
  expect(request.body).toBeNull();
});

it('toFetchRequest sends bytes as they are', async () => {
  const bytes = new Uint8Array([0, 255, 128]);
  const headers: HttpHeader[] = [['Content-Type', 'image/png']];
  const request = toFetchRequest({method: 'DELETE', url, headers, body: {kind: 'bytes', bytes, fileName: 'a'}});
  expect(new Uint8Array(await request.arrayBuffer())).toEqual(bytes);
  expect(request.headers.get('content-type')).toBe('image/png');
});
