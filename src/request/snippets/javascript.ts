import type {JsonObject} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {jsonBody} from './json-text.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, quote, writeLiteral} from './literal.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** `fetch` in an ES module: a browser's console, Node, Deno, Bun. */
export const javascript: SnippetLanguage = {
  language: 'javascript',
  label: 'JavaScript',
  grammar: 'javascript',
  title: 'request.mjs',
  generate(http) {
    const options = optionLines(http);
    const argument = options.length === 0 ? '' : `, {\n${options.map((line) => `${step}${line},\n`).join('')}}`;
    return [
      `const response = await fetch(${quoteJavaScript(http.url)}${argument});`,
      '',
      'console.log(response.status);',
      'console.log(await response.text());',
    ].join('\n');
  },
};

/** A string literal, in the quotes that need fewer escapes. */
export function quoteJavaScript(text: string): string {
  const mark = text.split("'").length > text.split('"').length ? '"' : "'";
  return quote(text, mark, (codePoint) => {
    if (codePoint > 0xffff) return `\\u{${hex(codePoint, 1)}}`;
    return codePoint > 0xff ? `\\u${hex(codePoint, 4)}` : `\\x${hex(codePoint, 2)}`;
  });
}

const step = '  ';

const syntax: LiteralSyntax = {
  text: quoteJavaScript,
  // As a plain key, `__proto__` would set the prototype.
  key: (name) => (name === '__proto__' ? `['__proto__']: ` : `${isIdentifier(name) ? name : quoteJavaScript(name)}: `),
  true: 'true',
  false: 'false',
  null: 'null',
};

function optionLines({method, headers, ...http}: HttpRequest): string[] {
  const lines = method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`];
  if (headers.length > 0) {
    const members: JsonObject = Object.fromEntries(headers);
    lines.push(`headers: ${writeLiteral(members, syntax, step, step)}`);
  }
  if (http.body !== undefined) lines.push(`body: ${bodyExpression({method, headers, ...http}, http.body.text)}`);
  return lines;
}

function bodyExpression(http: HttpRequest, text: string): string {
  const value = jsonBody(http);
  if (typeof value === 'object' && value !== null) return `JSON.stringify(${writeLiteral(value, syntax, step, step)})`;
  return quoteJavaScript(text);
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
