import {describe, expect, it} from 'vitest';
import {chooseTarget, chosenTarget, parseServerUrl, serversKey} from './target-store.ts';

describe('chooseTarget', () => {
  const api = serversKey([{url: 'https://api.example.com'}, {url: 'https://{x}.example.com'}]);
  const uploads = serversKey([{url: 'https://uploads.example.com'}]);

  it('counts a server for the operations that have it, the demo and a server of the reader for all', () => {
    expect(chosenTarget('a', api)).toBeUndefined();
    chooseTarget('a', 'https://api.example.com', api);
    expect([chosenTarget('a', api), chosenTarget('a', uploads)]).toEqual(['https://api.example.com', undefined]);
    chooseTarget('a', 'demo', uploads);
    expect([chosenTarget('a', api), chosenTarget('a', uploads)]).toEqual(['demo', 'demo']);
    chooseTarget('a', 'http://localhost:8080');
    expect(chosenTarget('a', uploads)).toBe('http://localhost:8080');
    expect(chosenTarget('b', api)).toBeUndefined();
  });
});

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
