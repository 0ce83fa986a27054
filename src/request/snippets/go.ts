import type {HttpHeader, HttpRequest} from '../http-request.ts';
import {headerValue, isSameHeader} from '../http-request.ts';
import {wellFormed} from '../percent-encoding.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {languageNames} from './language-names.ts';
import {hex, isVisible, quote} from './literal.ts';
import {framingHeaders, refusedHeader} from './refused-header.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Go with nothing but its standard library. */
export const go: SnippetLanguage = {
  ...languageNames.go,
  comment: (line) => `// ${line}`,
  refusal: goRefusal,
  generate(http) {
    const {basic, headers: others} = separateBasic(http.headers);
    const {imports, statements, reader, headers, contentType} = bodyOf({...http, headers: others});
    const packages = ['fmt', 'io', 'log', 'net/http', ...imports].sort();
    return [
      'package main',
      '',
      'import (',
      ...packages.map((name) => `\t${quoteGo(name)}`),
      ')',
      '',
      'func main() {',
      ...statements.map((line) => `\t${line}`.trimEnd()),
      `\trequest, err := http.NewRequest(${quoteGo(http.method)}, ${quoteGo(http.url)}, ${reader})`,
      ...stopOnError,
      ...(basic === undefined ? [] : [`\trequest.SetBasicAuth(${quoteGo(basic.user)}, ${quoteGo(basic.password)})`]),
      ...headers.map((header) => `\t${headerStatement(header)}`),
      ...(contentType === undefined ? [] : [`\trequest.Header.Set("Content-Type", ${contentType})`]),
      '',
      '\tresponse, err := http.DefaultClient.Do(request)',
      ...stopOnError,
      '\tdefer response.Body.Close()',
      '',
      '\ttext, err := io.ReadAll(response.Body)',
      ...stopOnError,
      '\tfmt.Println(response.StatusCode)',
      '\tfmt.Println(string(text))',
      '}',
    ].join('\n');
  },
};

/** A string literal: between backquotes where those spare escapes and hold the text as it is, else between quotes. */
export function quoteGo(text: string): string {
  const whole = wellFormed(text);
  if (/["\\]/.test(whole) && !whole.includes('`') && isVisible(whole)) return `\`${whole}\``;
  return quote(whole, '"', (codePoint) => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`));
}

/** Go takes an empty name of the program for none. */
function goRefusal(http: HttpRequest): string | undefined {
  if (headerValue(http, 'User-Agent') === '') return 'net/http leaves a User-Agent out that is empty.';
  return refusedHeader(http, 'net/http', framingHeaders);
}

const stopOnError = ['\tif err != nil {', '\t\tlog.Fatal(err)', '\t}'];

/** Go takes the host from a field of its own. */
function headerStatement([name, value]: HttpHeader): string {
  if (isSameHeader(name, 'Host')) return `request.Host = ${quoteGo(value)}`;
  return `request.Header.Set(${quoteGo(name)}, ${quoteGo(value)})`;
}

interface GoBody {
  imports: string[];
  /** What stands before the request is made. */
  statements: string[];
  reader: string;
  headers: HttpHeader[];
  /** The expression for the type of a form, which names its boundary. */
  contentType?: string;
}

function bodyOf(http: HttpRequest): GoBody {
  const {headers, body} = http;
  if (body === undefined) return {imports: [], statements: [], reader: 'nil', headers};
  const fields = plainFormFields(http);
  if (fields !== undefined) return formBody(fields, withoutContentType(headers));
  const chunks = bodyChunks(body);
  const [first = {kind: 'text', text: ''}] = chunks;
  if (chunks.length <= 1 && first.kind === 'text') {
    const statements = [`body := strings.NewReader(${quoteGo(first.text)})`];
    return {imports: ['strings'], statements, reader: 'body', headers};
  }
  return {
    imports: ['bytes', 'os'],
    statements: ['var body bytes.Buffer', ...chunks.flatMap(writeChunk)],
    reader: '&body',
    headers,
  };
}

function writeChunk(chunk: BodyChunk, index: number): string[] {
  if (chunk.kind === 'text') return [`body.WriteString(${quoteGo(chunk.text)})`];
  const name = `file${index + 1}`;
  return [...readFile(name, chunk.fileName), `body.Write(${name})`];
}

function formBody(fields: FormField[], headers: HttpHeader[]): GoBody {
  const hasFile = fields.some(({kind}) => kind === 'file');
  return {
    imports: ['bytes', 'mime/multipart', ...(hasFile ? ['net/textproto', 'os'] : [])],
    statements: [
      'var body bytes.Buffer',
      'form := multipart.NewWriter(&body)',
      ...fields.flatMap(writeField),
      'form.Close()',
      '',
    ],
    reader: '&body',
    headers,
    contentType: 'form.FormDataContentType()',
  };
}

/** `CreateFormFile` would say that every file is `application/octet-stream`. */
function writeField(field: FormField, index: number): string[] {
  if (field.kind === 'text') return [`form.WriteField(${quoteGo(field.name)}, ${quoteGo(field.text)})`];
  const {name, fileName, contentType} = field;
  const disposition = `form-data; name="${name}"; filename="${fileName}"`;
  const part = `part${index + 1}`;
  return [
    ...readFile(`file${index + 1}`, fileName),
    `${part}, err := form.CreatePart(textproto.MIMEHeader{`,
    `\t"Content-Disposition": {${quoteGo(disposition)}},`,
    `\t"Content-Type":        {${quoteGo(contentType)}},`,
    '})',
    ...stopOnError.map((line) => line.slice(1)),
    `${part}.Write(file${index + 1})`,
  ];
}

function readFile(variable: string, fileName: string): string[] {
  return [`${variable}, err := os.ReadFile(${quoteGo(fileName)})`, ...stopOnError.map((line) => line.slice(1))];
}
