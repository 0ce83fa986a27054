import type {HttpRequest} from '../http-request.ts';
import {wellFormed} from '../percent-encoding.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {plainJsonBody} from './json-text.ts';
import {languageNames} from './language-names.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, isVisible, quote, quoteSingle, writeLiteral} from './literal.ts';
import {framingHeaders, refusedHeader} from './refused-header.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Ruby 3 with nothing but its standard library. */
export const ruby: SnippetLanguage = {
  ...languageNames.ruby,
  comment: (line) => `# ${line}`,
  refusal: (http) => refusedHeader(http, 'Net::HTTP', framingHeaders),
  generate(http) {
    const isForm = plainFormFields(http) !== undefined;
    const {basic, headers: others} = separateBasic(http.headers);
    const headers = isForm ? withoutContentType(others) : others;
    return [
      ...(plainJsonBody(http) === undefined ? [] : ["require 'json'"]),
      "require 'net/http'",
      '',
      `uri = URI(${quoteRuby(http.url)})`,
      ...requestStatements(http),
      ...(basic === undefined ? [] : [`request.basic_auth(${quoteRuby(basic.user)}, ${quoteRuby(basic.password)})`]),
      ...headers.map(([name, value]) => `request[${quoteRuby(name)}] = ${quoteRuby(value)}`),
      ...bodyStatement(http),
      '',
      "response = Net::HTTP.start(uri.hostname, uri.port, use_ssl: uri.scheme == 'https') do |http|",
      `${step}http.request(request)`,
      'end',
      '',
      'puts response.code',
      'puts response.body',
    ].join('\n');
  },
};

/** A string literal: in single quotes where nothing needs an escape, else in double quotes. */
export function quoteRuby(text: string): string {
  const whole = wellFormed(text);
  if (isVisible(whole)) return quoteSingle(whole);
  return quote(whole, '"', (codePoint) => `\\u{${hex(codePoint, 1)}}`).replace(/#(?=[{$@])/g, '\\#');
}

const step = '  ';

const syntax: LiteralSyntax = {
  text: quoteRuby,
  key: (name) => (/^[a-z_][A-Za-z0-9_]*$/.test(name) ? `${name}: ` : `${quoteRuby(name)} => `),
  true: 'true',
  false: 'false',
  null: 'nil',
};

const classes = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];

function requestStatements({method, body}: HttpRequest): string[] {
  if (body === undefined && /^(POST|PUT|PATCH)$/.test(method)) {
    return [
      `# Net::HTTP::${className(method)} would send the Content-Type of a form.`,
      `request = Net::HTTPGenericRequest.new(${quoteRuby(method)}, false, true, uri)`,
    ];
  }
  if (classes.includes(method)) return [`request = Net::HTTP::${className(method)}.new(uri)`];
  return [`request = Net::HTTPGenericRequest.new(${quoteRuby(method)}, ${body !== undefined}, true, uri)`];
}

function className(method: string): string {
  return `${method.charAt(0)}${method.slice(1).toLowerCase()}`;
}

function bodyStatement(http: HttpRequest): string[] {
  if (http.body === undefined) return [];
  const json = plainJsonBody(http);
  if (json !== undefined) return [`request.body = JSON.generate(${writeLiteral(json, syntax, step)})`];
  const fields = plainFormFields(http);
  if (fields !== undefined) {
    return [
      'request.set_form([',
      ...fields.map((field) => `${step}${fieldEntry(field)},`),
      "], 'multipart/form-data')",
    ];
  }
  const pieces = bodyChunks(http.body).map(pieceExpression);
  if (pieces.length <= 1) return [`request.body = ${pieces[0] ?? "''"}`];
  return ['request.body = [', ...pieces.map((piece) => `${step}${piece},`), '].map(&:b).join'];
}

function fieldEntry(field: FormField): string {
  const name = quoteRuby(field.name);
  if (field.kind === 'text') return `[${name}, ${quoteRuby(field.text)}]`;
  const file = quoteRuby(field.fileName);
  return `[${name}, File.open(${file}, 'rb'), {filename: ${file}, content_type: ${quoteRuby(field.contentType)}}]`;
}

function pieceExpression(chunk: BodyChunk): string {
  return chunk.kind === 'text' ? quoteRuby(chunk.text) : `File.binread(${quoteRuby(chunk.fileName)})`;
}
