import {describe, expect, it} from 'vitest';
import {toFetchRequest} from './to-fetch-request.ts';

describe('toFetchRequest', () => {
  it('carries method, URL, headers and body over', async () => {
    const request = toFetchRequest({
      method: 'PATCH',
      url: 'https://api.example.com/a%2Fb?c=%27',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-Empty', ''],
      ],
      body: {kind: 'text', text: '{"a":"é"}'},
    });
    expect([request.method, request.url]).toEqual(['PATCH', 'https://api.example.com/a%2Fb?c=%27']);
    expect([...request.headers]).toEqual([
      ['content-type', 'application/json'],
      ['x-empty', ''],
    ]);
    expect(await request.text()).toBe('{"a":"é"}');
  });

  it('takes nothing of the reader along', () => {
    expect(toFetchRequest({method: 'GET', url: 'https://api.example.com/', headers: []})).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      cache: 'no-store',
    });
  });

  it.each(['GET', 'HEAD'])('sends no body with %s', (method) => {
    const body = {kind: 'text' as const, text: 'x'};
    expect(toFetchRequest({method, url: 'https://api.example.com/', headers: [], body}).body).toBeNull();
  });
});
