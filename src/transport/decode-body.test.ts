import {describe, expect, it} from 'vitest';
import {decodeBody, mediaTypeOf} from './decode-body.ts';

const latin1 = Uint8Array.of(0x67, 0x72, 0xfc, 0x6e);
const utf8 = new TextEncoder().encode('grün');

describe('decodeBody', () => {
  it('believes the charset of the media type, quoted or not', () => {
    expect(decodeBody(latin1, 'text/plain; charset=ISO-8859-1')).toBe('grün');
    expect(decodeBody(latin1, 'text/html;charset="iso-8859-1"')).toBe('grün');
  });

  it('takes UTF-8 without a charset, and with one that nobody knows', () => {
    expect(decodeBody(utf8, 'text/plain')).toBe('grün');
    expect(decodeBody(utf8, 'text/plain; charset=martian')).toBe('grün');
  });

  it('reads JSON as UTF-8 whatever the charset says', () => {
    const json = new TextEncoder().encode('{"a":"ü"}');
    expect(decodeBody(json, 'application/vnd.doordeck.api-v3+json; charset=iso-8859-1')).toBe('{"a":"ü"}');
  });

  it('believes a byte order mark more than the charset', () => {
    expect(decodeBody(Uint8Array.of(0xff, 0xfe, 0x61, 0), 'text/plain; charset=utf-8')).toBe('a');
    expect(decodeBody(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), 'text/csv; charset=iso-8859-1')).toBe('a');
  });

  it.each([
    'application/xml',
    'image/svg+xml',
    'application/x-ndjson',
    'application/problem+json',
    'text/event-stream',
  ])('takes %s for text', (mediaType) => expect(decodeBody(utf8, mediaType)).toBe('grün'));

  it.each(['image/png', 'application/pdf', 'application/octet-stream'])('does not take %s for text', (mediaType) =>
    expect(decodeBody(utf8, mediaType)).toBeUndefined(),
  );

  it('judges bytes without a media type by themselves', () => {
    expect(decodeBody(utf8, null)).toBe('grün');
    expect(decodeBody(latin1, null)).toBeUndefined();
    expect(decodeBody(Uint8Array.of(0x61, 0), null)).toBeUndefined();
  });

  it('gives an empty text for an empty body of any type', () => {
    expect(decodeBody(new Uint8Array(), 'image/png')).toBe('');
    expect(decodeBody(new Uint8Array(), null)).toBe('');
  });
});

describe('mediaTypeOf', () => {
  it('leaves parameters and letter case behind', () => {
    expect(mediaTypeOf(' Text/HTML ; charset=utf-8')).toBe('text/html');
    expect(mediaTypeOf('')).toBeUndefined();
    expect(mediaTypeOf(null)).toBeUndefined();
  });
});
