import type {HttpBody, HttpHeader, HttpRequest} from '../http-request.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** curl in a POSIX shell. */
export const curl: SnippetLanguage = {
  language: 'curl',
  label: 'curl',
  grammar: 'bash',
  title: 'Terminal',
  generate(http) {
    const isPiped = http.body !== undefined && !fitsArgument(http.body.text);
    const lines = [
      ['curl', ...methodFlags(http), ...globFlag(http.url), quoteShell(http.url)].join(' '),
      ...http.headers.map((header) => `--header ${quoteShell(headerArgument(header))}`),
      ...(http.body === undefined ? [] : [isPiped ? '--data-binary @-' : `--data-raw ${quoteShell(http.body.text)}`]),
    ];
    return (isPiped ? pipe(http.body) : '') + lines.join(' \\\n  ');
  },
};

/** A word that a POSIX shell takes as exactly this text: in single quotes nothing but their end means anything. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
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

/** Linux takes no argument over 128 KiB, and none can hold a NUL. */
function fitsArgument(text: string): boolean {
  return text.length < 32_000 && !text.includes('\0');
}

function pipe(body: HttpBody | undefined): string {
  const text = body?.text ?? '';
  const command = text.includes('\0')
    ? `printf '%b' ${quoteShell(text.replaceAll('\\', '\\\\').replaceAll('\0', '\\0000'))}`
    : `printf '%s' ${quoteShell(text)}`;
  return `${command} |\n  `;
}

function quoteUnlessPlain(word: string): string {
  return /^[A-Za-z-]+$/.test(word) ? word : quoteShell(word);
}
