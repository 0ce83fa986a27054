import type {JsonObject} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {isSameHeader} from '../http-request.ts';
import {isAscii, separateBasic} from './basic-credentials.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {jsonBody} from './json-text.ts';
import {languageNames} from './language-names.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, quote, writeLiteral} from './literal.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** `fetch` in an ES module: a browser's console, Node, Deno, Bun; with files, all but the browser. */
export const javascript: SnippetLanguage = {
  ...languageNames.javascript,
  comment: (line) => `// ${line}`,
  refusal: fetchRefusal,
  generate(http) {
    return [...fetchLines(http), '', 'console.log(response.status);', 'console.log(await response.text());'].join('\n');
  },
};

/** What Fetch in Node does not send, though a header of an API may have such a name (Fetch, section 2.2.2). */
export function fetchRefusal({method, headers, body}: HttpRequest): string | undefined {
  if (/^(CONNECT|TRACE|TRACK)$/i.test(method)) return `fetch does not send the method ${method}.`;
  if (body !== undefined && /^(GET|HEAD)$/.test(method)) return `fetch sends no body with ${method}.`;
  const refused = headers.find(([name]) =>
    /^(connection|content-length|expect|host|keep-alive|trailer|transfer-encoding|upgrade)$/i.test(name),
  );
  return refused && `fetch does not let a program set the header ${refused[0]}.`;
}

/** The statements up to the response: the imports they need, the form if there is one, the call. */
export function fetchLines(http: HttpRequest): string[] {
  const fields = formDataFields(http);
  const chunks = http.body === undefined ? [] : bodyChunks(http.body);
  const options = optionLines(http, fields, chunks);
  const argument = options.length === 0 ? '' : `, {\n${options.map((line) => `${step}${line},\n`).join('')}}`;
  return [
    ...(chunks.some(({kind}) => kind === 'file') ? [`import {readFile} from 'node:fs/promises';`, ''] : []),
    ...(fields === undefined ? [] : ['const form = new FormData();', ...fields.map(appendStatement), '']),
    `const response = await fetch(${quoteJavaScript(http.url)}${argument});`,
  ];
}

/** A string literal, in the quotes that need fewer escapes. */
export function quoteJavaScript(text: string): string {
  const mark = text.split("'").length > text.split('"').length ? '"' : "'";
  return quote(text, mark, (codePoint) => {
    if (codePoint > 0xffff) return `\\u{${hex(codePoint, 1)}}`;
    return codePoint > 0xff ? `\\u${hex(codePoint, 4)}` : `\\x${hex(codePoint, 2)}`;
  });
}

const step = '  ';

/** How values are written in JavaScript and TypeScript. */
export const javaScriptSyntax: LiteralSyntax = {
  text: quoteJavaScript,
  // As a plain key, `__proto__` would set the prototype.
  key: (name) => (name === '__proto__' ? `['__proto__']: ` : `${isIdentifier(name) ? name : quoteJavaScript(name)}: `),
  true: 'true',
  false: 'false',
  null: 'null',
};

/**
 * The literal of these headers, among others, with a call that joins the credentials of HTTP basic in place of their
 * Base64. `btoa` takes no more than Latin-1, so others than ASCII stay as they are.
 */
export function withBasicCall(literal: string, headers: HttpRequest['headers']): string {
  const {basic} = separateBasic(headers);
  if (basic === undefined || !isAscii(basic.joined)) return literal;
  const [, value = ''] = headers.find(([name]) => isSameHeader(name, 'Authorization')) ?? [];
  return literal.replace(quoteJavaScript(value), () => `'Basic ' + btoa(${quoteJavaScript(basic.joined)})`);
}

function optionLines(
  {method, headers, ...http}: HttpRequest,
  fields: FormField[] | undefined,
  chunks: BodyChunk[],
): string[] {
  const lines = method === 'GET' ? [] : [`method: ${quoteJavaScript(method)}`];
  // The type of a form names a boundary, which fetch makes up.
  const shown = fields === undefined ? headers : withoutContentType(headers);
  if (shown.length > 0) {
    const members: JsonObject = Object.fromEntries(shown);
    lines.push(`headers: ${withBasicCall(writeLiteral(members, javaScriptSyntax, step, step), headers)}`);
  }
  if (fields !== undefined) lines.push('body: form');
  else if (http.body !== undefined) lines.push(`body: ${bodyExpression({method, headers, ...http}, chunks)}`);
  return lines;
}

function bodyExpression(http: HttpRequest, chunks: BodyChunk[]): string {
  const value = jsonBody(http);
  if (typeof value === 'object' && value !== null) {
    return `JSON.stringify(${writeLiteral(value, javaScriptSyntax, step, step)})`;
  }
  const pieces = chunks.map((chunk) =>
    chunk.kind === 'text' ? quoteJavaScript(chunk.text) : readExpression(chunk.fileName),
  );
  if (pieces.length <= 1) return pieces[0] ?? "''";
  return `new Blob([\n${pieces.map((piece) => `${step}${step}${piece},\n`).join('')}${step}])`;
}

/** `FormData` turns every line break into CR LF, in names as in values. */
function formDataFields(http: HttpRequest): FormField[] | undefined {
  const fields = plainFormFields(http);
  return fields?.some((field) => field.kind === 'text' && /[\r\n]/.test(field.text)) ? undefined : fields;
}

function appendStatement(field: FormField): string {
  const name = quoteJavaScript(field.name);
  if (field.kind === 'text') return `form.append(${name}, ${quoteJavaScript(field.text)});`;
  const {fileName, contentType} = field;
  const blob = `new Blob([${readExpression(fileName)}], {type: ${quoteJavaScript(contentType)}})`;
  return `form.append(${name}, ${blob}, ${quoteJavaScript(fileName)});`;
}

function readExpression(fileName: string): string {
  return `await readFile(${quoteJavaScript(fileName)})`;
}

function isIdentifier(name: string): boolean {
  return /^[A-Za-z_$][\w$]*$/.test(name);
}
