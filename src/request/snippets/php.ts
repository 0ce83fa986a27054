import type {JsonObject} from '../../model/json.ts';
import type {HttpHeader, HttpRequest} from '../http-request.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {curlRefusal} from './curl.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {plainJsonBody} from './json-text.ts';
import {languageNames} from './language-names.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, isVisible, quote, quoteSingle, writeLiteral} from './literal.ts';
import {framingHeaders, refusedHeader} from './refused-header.ts';
import {wellFormed} from '../percent-encoding.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** PHP 8 with its curl extension. */
export const php: SnippetLanguage = {
  ...languageNames.php,
  comment: (line) => `<?php // ${line}`,
  refusal: (http) => curlRefusal(http) ?? refusedHeader(http, 'PHP', framingHeaders),
  answersDigest: true,
  generate(http, call) {
    const body = bodyExpression(http);
    const isForm = formFields(http) !== undefined;
    const {basic, headers: others} = separateBasic(http.headers, call?.hasDigest !== true);
    const headers = isForm ? withoutContentType(others) : others;
    return [
      '<?php',
      '// Needs the extension curl.',
      '',
      `$curl = curl_init(${quotePhp(http.url)});`,
      'curl_setopt_array($curl, [',
      ...methodOption(http),
      ...(call?.hasDigest === true
        ? [`${step}CURLOPT_HTTPAUTH => CURLAUTH_DIGEST,`, `${step}CURLOPT_USERPWD => 'YOUR_USERNAME:YOUR_PASSWORD',`]
        : []),
      ...(basic === undefined ? [] : [`${step}CURLOPT_USERPWD => ${quotePhp(basic.joined)},`]),
      ...(headers.length === 0
        ? []
        : [
            `${step}CURLOPT_HTTPHEADER => [`,
            ...headers.map((header) => `${step}${step}${quotePhp(headerLine(header))},`),
            `${step}],`,
          ]),
      ...(body === undefined ? [] : [`${step}CURLOPT_POSTFIELDS => ${body},`]),
      `${step}CURLOPT_RETURNTRANSFER => true,`,
      ']);',
      '',
      '$text = curl_exec($curl);',
      'if ($text === false) {',
      `${step}throw new RuntimeException(curl_error($curl));`,
      '}',
      '',
      'echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), PHP_EOL;',
      'echo $text, PHP_EOL;',
    ].join('\n');
  },
};

/** A string literal: in single quotes where nothing needs an escape, else in double quotes. */
export function quotePhp(text: string): string {
  const whole = wellFormed(text);
  if (isVisible(whole)) return quoteSingle(whole);
  return quote(whole, '"', (codePoint) => `\\u{${hex(codePoint, 1)}}`).replaceAll('$', '\\$');
}

const step = '    ';

const syntax: LiteralSyntax = {
  text: quotePhp,
  key: (name) => `${quotePhp(name)} => `,
  // An array without keys, or with the keys of a list, would become a JSON array.
  brackets: (value) => [isListLike(value) ? '(object) [' : '[', ']'],
  true: 'true',
  false: 'false',
  null: 'null',
};

function isListLike(value: JsonObject): boolean {
  return Object.keys(value).every((key, index) => key === String(index));
}

function methodOption({method, body}: HttpRequest): string[] {
  if (method === 'HEAD') return [`${step}CURLOPT_NOBODY => true,`];
  return method === (body === undefined ? 'GET' : 'POST')
    ? []
    : [`${step}CURLOPT_CUSTOMREQUEST => ${quotePhp(method)},`];
}

/** As for curl itself: with a colon and no value, the header would be left out. */
function headerLine([name, value]: HttpHeader): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

function bodyExpression(http: HttpRequest): string | undefined {
  if (http.body === undefined) return undefined;
  const json = plainJsonBody(http);
  if (json !== undefined) {
    return `json_encode(${writeLiteral(json, syntax, step, step)}, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE)`;
  }
  const fields = formFields(http);
  if (fields !== undefined) {
    return ['[', ...fields.map((field) => `${step}${step}${fieldEntry(field)},`), `${step}]`].join('\n');
  }
  const pieces = bodyChunks(http.body).map(pieceExpression);
  return pieces.length === 0 ? "''" : pieces.join(`\n${step}${step}. `);
}

/** The fields of a form that an array can hold: no name twice. */
function formFields(http: HttpRequest): FormField[] | undefined {
  const fields = plainFormFields(http);
  const names = new Set(fields?.map(({name}) => name));
  return names.size === fields?.length ? fields : undefined;
}

function fieldEntry(field: FormField): string {
  if (field.kind === 'text') return `${quotePhp(field.name)} => ${quotePhp(field.text)}`;
  const file = [field.fileName, field.contentType, field.fileName].map(quotePhp).join(', ');
  return `${quotePhp(field.name)} => new CURLFile(${file})`;
}

function pieceExpression(chunk: BodyChunk): string {
  return chunk.kind === 'text' ? quotePhp(chunk.text) : `file_get_contents(${quotePhp(chunk.fileName)})`;
}
