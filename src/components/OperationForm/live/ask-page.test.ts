import {describe, expect, it} from 'vitest';
import type {HttpRequest} from '../../../request/http-request.ts';
import {askPage} from './ask-page.ts';

const http: HttpRequest = {
  method: 'POST',
  url: 'https://api.example.com/a',
  headers: [['Content-Type', 'application/json']],
  body: {kind: 'text', text: '{}'},
};

describe('askPage', () => {
  it('lets the request go as it is when nobody asks, and when the answer is nothing', async () => {
    expect(await askPage(http, undefined)).toBe(http);
    expect(await askPage(http, () => undefined)).toBe(http);
    expect(await askPage(http, async () => true)).toBe(http);
  });

  it('gives the request as it is sent, and sends what comes back', async () => {
    const changed = await askPage(http, async (request) => {
      expect(request).toEqual({method: 'POST', url: http.url, headers: http.headers, body: '{}'});
      return {...request, headers: [...request.headers, ['X-Trace', '1']], body: '{"a":1}'};
    });
    expect(changed).toEqual({
      ...http,
      headers: [...http.headers, ['X-Trace', '1']],
      body: {kind: 'text', text: '{"a":1}'},
    });
  });

  it('keeps a body that is no text', async () => {
    const body = {kind: 'bytes', bytes: new Uint8Array([1]), fileName: 'a.bin'} as const;
    expect(await askPage({...http, body}, (request) => ({...request, method: 'PUT'}))).toMatchObject({
      method: 'PUT',
      body,
    });
  });

  it('stops the call on false, and when the page fails', async () => {
    expect(await askPage(http, () => false)).toMatchObject({kind: 'cancelled'});
    const failure = await askPage(http, () => {
      throw new Error('no token');
    });
    expect(failure).toMatchObject({kind: 'cancelled', message: expect.stringContaining('no token') as string});
  });
});
