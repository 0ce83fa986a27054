import {describe, expect, it} from 'vitest';
import type {HttpRequest} from '../http-request.ts';
import {curl} from './curl.ts';

const url = 'https://api.example.com/things';
const generate = (parts: Partial<HttpRequest>) => curl.generate({method: 'GET', url, headers: [], ...parts});

describe('curl', () => {
  it('names the method only where curl would take another', () => {
    const body = {kind: 'text' as const, text: 'x'};
    expect(generate({})).toBe(`curl '${url}'`);
    expect(generate({method: 'DELETE'})).toBe(`curl --request DELETE '${url}'`);
    expect(generate({method: 'HEAD'})).toBe(`curl --head '${url}'`);
    expect(generate({method: 'POST', body})).toBe(`curl '${url}' \\\n  --data-raw 'x'`);
    expect(generate({method: 'PUT', body})).toBe(`curl --request PUT '${url}' \\\n  --data-raw 'x'`);
  });

  it('quotes for a shell, one header on a line', () => {
    const headers: HttpRequest['headers'] = [
      ['X-A', "it's $HOME"],
      ['X-Empty', ''],
    ];
    expect(generate({headers})).toBe(`curl '${url}' \\\n  --header 'X-A: it'\\''s $HOME' \\\n  --header 'X-Empty;'`);
  });

  it('turns patterns in URLs off only where curl would see one', () => {
    expect(generate({url: 'https://api.example.com/?a[]={1}'})).toMatch(/^curl --globoff /);
    expect(generate({url: 'http://[::1]:8080/'})).toBe("curl 'http://[::1]:8080/'");
    expect(generate({url: 'http://[::1]:8080/[1-2]'})).toMatch(/^curl --globoff /);
  });

  it('pipes a body that no argument can hold', () => {
    const piped = (text: string) => generate({method: 'POST', body: {kind: 'text', text}}).split(' |\n  ');
    expect(piped('a\0\\')).toEqual(["printf '%b' 'a\\0000\\\\'", `curl '${url}' \\\n  --data-binary @-`]);
    expect(piped('x'.repeat(200_000))[0]).toBe(`printf '%s' '${'x'.repeat(200_000)}'`);
  });
});
