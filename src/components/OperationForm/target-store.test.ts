import {describe, expect, it} from 'vitest';
import {parseServerUrl} from './target-store.ts';

describe('parseServerUrl', () => {
  it.each([
    ['http://localhost:8080', 'http://localhost:8080'],
    ['  https://api.example.com/v1/ ', 'https://api.example.com/v1'],
    ['https://api.example.com/v1?x=1#y', 'https://api.example.com/v1'],
  ])('takes %s', (text, url) => {
    expect(parseServerUrl(text)).toEqual({url});
  });

  it.each(['', 'localhost:8080/x y', 'ftp://example.com', 'javascript:alert(1)', 'https://ada:secret@example.com'])(
    'refuses %s with a sentence',
    (text) => {
      expect(parseServerUrl(text)).toEqual({problem: expect.stringMatching(/\.$/)});
    },
  );
});
