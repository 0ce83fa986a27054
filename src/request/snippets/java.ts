import type {HttpRequest} from '../http-request.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk} from './body-chunks.ts';
import {bodyChunks} from './body-chunks.ts';
import {languageNames} from './language-names.ts';
import {hex, quote} from './literal.ts';
import {refusedHeader} from './refused-header.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Java 17 with nothing but its standard library, as one file that `java Request.java` runs. */
export const java: SnippetLanguage = {
  ...languageNames.java,
  comment: (line) => `// ${line}`,
  refusal: javaRefusal,
  generate(http) {
    const publisher = http.body === undefined ? undefined : publisherExpression(bodyChunks(http.body));
    const {basic, headers} = separateBasic(http.headers);
    const usesFiles = publisher?.includes('Path.of(') === true;
    return [
      '// java Request.java (Java 17 or newer)',
      'import java.net.URI;',
      'import java.net.http.HttpClient;',
      'import java.net.http.HttpRequest;',
      'import java.net.http.HttpRequest.BodyPublishers;',
      'import java.net.http.HttpResponse.BodyHandlers;',
      ...(basic === undefined ? [] : ['import java.nio.charset.StandardCharsets;']),
      ...(usesFiles ? ['import java.nio.file.Path;'] : []),
      ...(basic === undefined ? [] : ['import java.util.Base64;']),
      '',
      'class Request {',
      '    public static void main(String[] args) throws Exception {',
      ...(basic === undefined
        ? []
        : [
            `        var user = ${quoteJava(basic.user)};`,
            `        var password = ${quoteJava(basic.password)};`,
            '        var pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);',
          ]),
      `        var request = HttpRequest.newBuilder(URI.create(${quoteJava(http.url)}))`,
      ...(basic === undefined
        ? []
        : ['            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))']),
      ...headers.map(([name, value]) => `            .header(${quoteJava(name)}, ${quoteJava(value)})`),
      `            ${methodCall(http.method, publisher)}`,
      '            .build();',
      '        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());',
      '        System.out.println(response.statusCode());',
      '        System.out.println(response.body());',
      '    }',
      '}',
    ].join('\n');
  },
};

/**
 * A string literal of ASCII alone: before Java 18 the compiler reads a file in the encoding of the machine. Unicode
 * escapes are read before literals are, so that what ends a line has to be written in octal.
 */
export function quoteJava(text: string): string {
  const literal = quote(text, '"', (codePoint) => escapeUnits(String.fromCodePoint(codePoint)));
  // Java 17's compiler stumbles over an escaped backslash beside a Unicode escape, which octal keeps apart.
  return literal
    .replace(/[^\0-\u007f]+/gu, escapeUnits)
    .replace(/\\[^]/g, (escape, at: number, whole: string) =>
      escape === '\\\\' && isBesideUnicode(whole, at) ? '\\134' : escape,
    );
}

function isBesideUnicode(literal: string, backslash: number): boolean {
  return literal.startsWith('\\u', backslash + 2) || /\\u[\da-f]{4}$/.test(literal.slice(0, backslash).slice(-6));
}

function escapeUnits(text: string): string {
  return Array.from({length: text.length}, (_, index) => {
    const unit = text.charCodeAt(index);
    return unit > 0xff ? `\\u${hex(unit, 4)}` : `\\${unit.toString(8).padStart(3, '0')}`;
  }).join('');
}

/** What java.net.http keeps to itself. */
function javaRefusal(http: HttpRequest): string | undefined {
  if (http.method === 'CONNECT') return 'java.net.http does not send the method CONNECT.';
  return refusedHeader(
    http,
    'java.net.http',
    /^(connection|content-length|expect|host|transfer-encoding|trailer|upgrade)$/i,
  );
}

function methodCall(method: string, publisher: string | undefined): string {
  const body = publisher ?? 'BodyPublishers.noBody()';
  if (method === 'GET' && publisher === undefined) return '.GET()';
  if (method === 'DELETE' && publisher === undefined) return '.DELETE()';
  if (method === 'POST' || method === 'PUT') return `.${method}(${body})`;
  return `.method(${quoteJava(method)}, ${body})`;
}

function publisherExpression(chunks: BodyChunk[]): string {
  const pieces = chunks.map((chunk) =>
    chunk.kind === 'text'
      ? `BodyPublishers.ofString(${textExpression(chunk.text)})`
      : `BodyPublishers.ofFile(Path.of(${quoteJava(chunk.fileName)}))`,
  );
  if (pieces.length <= 1) return pieces[0] ?? 'BodyPublishers.ofString("")';
  return `BodyPublishers.concat(\n${pieces.map((piece) => `                ${piece}`).join(',\n')})`;
}

/** A constant takes no more than 65,535 bytes, three for each unit. */
const longest = 20_000;

function textExpression(text: string): string {
  if (text.length <= longest) return quoteJava(text);
  const pieces = Array.from({length: Math.ceil(text.length / longest)}, (_, index) =>
    quoteJava(text.slice(index * longest, (index + 1) * longest)),
  );
  return `String.join("", ${pieces.join(', ')})`;
}
