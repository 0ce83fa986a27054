import type {HttpHeader, HttpRequest} from '../http-request.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {languageNames} from './language-names.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** curl in a POSIX shell. */
export const curl: SnippetLanguage = {
  ...languageNames.curl,
  comment: (line) => `# ${line}`,
  refusal: curlRefusal,
  answersDigest: true,
  generate(http, call) {
    const {basic, headers: others} = separateBasic(http.headers, call?.hasDigest !== true);
    const {piped = '', flags, headers} = bodyOf({...http, headers: others});
    const lines = [
      ['curl', ...methodFlags(http), ...globFlag(http.url), quoteShell(http.url)].join(' '),
      ...(call?.hasDigest === true ? ["--digest --user 'YOUR_USERNAME:YOUR_PASSWORD'"] : []),
      ...(basic === undefined ? [] : [`--user ${quoteShell(basic.joined)}`]),
      ...headers.map((header) => `--header ${quoteShell(headerArgument(header))}`),
      ...flags,
    ];
    return piped + lines.join(' \\\n  ');
  },
};

/** A word that a POSIX shell takes as exactly this text: in single quotes nothing but their end means anything. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** With `--head` curl takes no data, and without it curl would wait for a body that HEAD is not answered with. */
export function curlRefusal({method, body}: HttpRequest): string | undefined {
  return method === 'HEAD' && body !== undefined ? 'curl sends no body with HEAD.' : undefined;
}

/** POST is what curl does with data, GET without. */
function methodFlags({method, body}: HttpRequest): string[] {
  if (method === 'HEAD') return ['--head'];
  return method === (body === undefined ? 'GET' : 'POST') ? [] : ['--request', quoteUnlessPlain(method)];
}

/** curl takes brackets and braces in a URL for patterns, except around an IPv6 address. */
function globFlag(url: string): string[] {
  return /[[\]{}]/.test(url.replace(/^[a-z]+:\/\/\[[^\]]*\]/i, '')) ? ['--globoff'] : [];
}

/** An empty value is written with a semicolon; with a colon, curl would leave the header out. */
function headerArgument([name, value]: HttpHeader): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}

interface CurlBody {
  /** What stands before `curl` and is its input. */
  piped?: string;
  flags: string[];
  headers: HttpHeader[];
}

/** Data as an argument where one can hold it, a form where curl writes the same parts, else what a pipe brings. */
function bodyOf({headers, body}: HttpRequest): CurlBody {
  if (body === undefined) return {flags: [], headers};
  const form = plainFormFields({headers, body})?.map(formFlag);
  if (form?.every((flag) => flag !== undefined)) return {flags: form, headers: withoutContentType(headers)};
  const chunks = bodyChunks(body);
  const [first = {kind: 'text', text: ''}] = chunks;
  if (chunks.length > 1 || (first.kind === 'text' && !fitsArgument(first.text))) {
    return {piped: pipe(chunks), flags: ['--data-binary @-'], headers};
  }
  const flag =
    first.kind === 'text'
      ? `--data-raw ${quoteShell(first.text)}`
      : `--data-binary ${quoteShell(`@${filePath(first.fileName)}`)}`;
  return {flags: [flag], headers};
}

/** `--form-string` takes its value as it is; a file has a syntax of its own, in which only quotes are safe. */
function formFlag(field: FormField): string | undefined {
  if (field.name.includes('=')) return undefined;
  if (field.kind === 'text') {
    const {name, text} = field;
    return fitsArgument(text) ? `--form-string ${quoteShell(`${name}=${text}`)}` : undefined;
  }
  const {name, fileName, contentType} = field;
  const path = filePath(fileName);
  const file = /^[\w./-]+$/.test(path) ? path : `"${path}"`;
  return `--form ${quoteShell(`${name}=@${file};type=${contentType}`)}`;
}

/** A lone dash would mean the input. */
function filePath(fileName: string): string {
  return fileName.startsWith('-') ? `./${fileName}` : fileName;
}

/** Linux takes no argument over 128 KiB; a terminal acts on control characters that are pasted into it. */
function fitsArgument(text: string): boolean {
  return text.length < 32_000 && !controls.test(text);
}

/** Those that do more than make room. */
const controls = /[^\P{Cc}\n\t]/u;

function pipe(chunks: BodyChunk[]): string {
  const commands = chunks.map((chunk) =>
    chunk.kind === 'text' ? print(chunk.text) : `cat ${quoteFile(chunk.fileName)}`,
  );
  if (commands.length === 1) return `${commands.join('')} |\n  `;
  return `{\n${commands.map((command) => `  ${command}\n`).join('')}} |\n  `;
}

function print(text: string): string {
  if (!controls.test(text)) return `printf '%s' ${quoteShell(text)}`;
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('\r', '\\r')
    .replace(/(?<=\\r)\n/g, '\\n')
    .replace(/[^\P{Cc}\n\t]/gu, (control) =>
      // In UTF-8, the controls from U+0080 on have two bytes.
      [...new TextEncoder().encode(control)].map((byte) => `\\0${byte.toString(8).padStart(3, '0')}`).join(''),
    );
  return `printf '%b' ${quoteShell(escaped)}`;
}

function quoteFile(fileName: string): string {
  return quoteShell(filePath(fileName));
}

function quoteUnlessPlain(word: string): string {
  return /^[A-Za-z-]+$/.test(word) ? word : quoteShell(word);
}
