import {describe, expect, it} from 'vitest';
import {operation} from '../../../test/fixtures/operation.ts';
import type {Snippet} from '../../model/page.ts';
import {languageNames} from '../../request/snippets/language-names.ts';
import {buildSnippets} from '../../request/snippets/index.ts';
import {exampleCall} from './example-call.ts';
import {highlightCode} from './highlight-code.ts';

/** The text of our own HTML, as a browser reads it. */
function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** The code of the example, by language. */
function exampleSnippets(...given: Parameters<typeof exampleCall>): Snippet[] {
  const {operation, values, options} = exampleCall(...given);
  return buildSnippets(operation, values, options);
}

describe('highlightCode', () => {
  const hostile = `a = '<b>&amp;' # "x\r\n" // 12 'it\\'s\n\n$HOME \`"\\"" <?php --flag`;

  it.each(Object.keys(languageNames))('keeps every character of the code: %s', (language) => {
    const codes = exampleSnippets(operation({method: 'POST'}), 'openapi/test.yaml').map(({code}) => code);
    for (const code of [...codes, hostile, '', '\n\n']) expect(textOf(highlightCode(code, language))).toBe(code);
  });

  it('lets nothing of the code be markup', () => {
    expect(highlightCode('<script>', 'http')).toBe('<span>&lt;script></span>');
  });

  it('marks a text of two lines on both of them', () => {
    expect(highlightCode(`curl 'a\nb'`, 'curl')).toBe(
      `<span><i data-part="call">curl</i> <i data-part="text">'a</i>\n</span><span><i data-part="text">b'</i></span>`,
    );
  });

  it('takes for a comment only what stands outside of texts', () => {
    expect(highlightCode('x = "# no" # yes', 'python')).toBe(
      '<span>x = <i data-part="text">"# no"</i> <i data-part="comment"># yes</i></span>',
    );
  });
});

describe('exampleCall', () => {
  it('has the address of the first server, in every language', () => {
    const snippets = exampleSnippets(operation({servers: [{url: 'https://shop.example'}]}), 'openapi/test.yaml');
    expect(snippets.map(({language}) => language)).toEqual(Object.keys(languageNames));
    for (const {code} of snippets) expect(code).toMatch(/shop\.example/);
  });
});
