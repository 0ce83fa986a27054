import type {HttpRequest} from '../http-request.ts';
import {wellFormed} from '../percent-encoding.ts';
import {separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {languageNames} from './language-names.ts';
import {hex, quote} from './literal.ts';
import {framingHeaders, refusedHeader} from './refused-header.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** C# with nothing but .NET 8: the whole of a console program's `Program.cs`. */
export const csharp: SnippetLanguage = {
  ...languageNames.csharp,
  comment: (line) => `// ${line}`,
  refusal: (http) => refusedHeader(http, 'HttpClient', framingHeaders),
  answersDigest: true,
  generate(http, call) {
    const hasDigest = call?.hasDigest === true;
    const content = contentLines(http);
    const isForm = plainFormFields(http) !== undefined;
    const {basic, headers: others} = separateBasic(http.headers, !hasDigest);
    const headers = isForm ? withoutContentType(others) : others;
    return [
      '// Program.cs of a console program (.NET 8 or newer)',
      'using System;',
      ...(content.join('').includes('File.') ? ['using System.IO;'] : []),
      ...(content.join('').includes('SelectMany') ? ['using System.Linq;'] : []),
      ...(hasDigest ? ['using System.Net;'] : []),
      'using System.Net.Http;',
      ...(basic === undefined ? [] : ['using System.Net.Http.Headers;']),
      ...(basic !== undefined || content.join('').includes('Encoding.') ? ['using System.Text;'] : []),
      '',
      ...(hasDigest
        ? [
            'var credentials = new NetworkCredential("YOUR_USERNAME", "YOUR_PASSWORD");',
            'var client = new HttpClient(new HttpClientHandler {Credentials = credentials});',
          ]
        : ['var client = new HttpClient();']),
      `var request = new HttpRequestMessage(${methodExpression(http.method)}, ${addressExpression(http.url)});`,
      ...content,
      ...(basic === undefined
        ? []
        : [
            `var user = ${quoteCsharp(basic.user)};`,
            `var password = ${quoteCsharp(basic.password)};`,
            'var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));',
            'request.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);',
          ]),
      ...headers.map(([name, value]) => {
        const owner = isContentHeader(name) ? 'request.Content.Headers' : 'request.Headers';
        return `${owner}.TryAddWithoutValidation(${quoteCsharp(name)}, ${quoteCsharp(value)});`;
      }),
      '',
      'var response = await client.SendAsync(request);',
      'Console.WriteLine((int)response.StatusCode);',
      'Console.WriteLine(await response.Content.ReadAsStringAsync());',
    ].join('\n');
  },
};

/** A string literal in double quotes. */
export function quoteCsharp(text: string): string {
  return quote(text, '"', (codePoint) => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`));
}

const step = '    ';

/** `Uri` writes percent-encoded text that is not ASCII anew, and drops some of it, unless it is told to leave it. */
function addressExpression(url: string): string {
  if (!/%[89A-F]/i.test(url)) return quoteCsharp(url);
  return `new Uri(${quoteCsharp(url)}, new UriCreationOptions {DangerousDisablePathAndQueryCanonicalization = true})`;
}

function methodExpression(method: string): string {
  const known = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE'];
  if (!known.includes(method)) return `new HttpMethod(${quoteCsharp(method)})`;
  return `HttpMethod.${method.charAt(0)}${method.slice(1).toLowerCase()}`;
}

/** HttpClient keeps these with the content, and refuses them elsewhere. */
function isContentHeader(name: string): boolean {
  return /^(allow|expires|last-modified|content-(disposition|encoding|language|location|md5|range|type))$/i.test(name);
}

function contentLines(http: HttpRequest): string[] {
  const {body} = http;
  if (body === undefined) {
    return http.headers.some(([name]) => isContentHeader(name))
      ? ['request.Content = new ByteArrayContent(new byte[0]);']
      : [];
  }
  const fields = plainFormFields(http);
  if (fields !== undefined) {
    return [
      'request.Content = new MultipartFormDataContent',
      '{',
      ...fields.map((field) => `${step}${formEntry(field)},`),
      '};',
    ];
  }
  const chunks = bodyChunks(body);
  if (chunks.length <= 1) {
    return [`request.Content = new ByteArrayContent(${chunks.map(bytesExpression)[0] ?? 'new byte[0]'});`];
  }
  return [
    'var body = new[]',
    '{',
    ...chunks.map((chunk) => `${step}${bytesExpression(chunk)},`),
    '};',
    'request.Content = new ByteArrayContent(body.SelectMany(bytes => bytes).ToArray());',
  ];
}

/** `StringContent` would give the field a type. */
function formEntry(field: FormField): string {
  const name = quoteCsharp(field.name);
  if (field.kind === 'text')
    return `{new ByteArrayContent(${bytesExpression({kind: 'text', text: field.text})}), ${name}}`;
  const {fileName, contentType} = field;
  const typed = `{Headers = {{"Content-Type", ${quoteCsharp(contentType)}}}}`;
  return `{new ByteArrayContent(${bytesExpression({kind: 'file', fileName})}) ${typed}, ${name}, ${quoteCsharp(fileName)}}`;
}

function bytesExpression(chunk: BodyChunk): string {
  if (chunk.kind === 'file') return `File.ReadAllBytes(${quoteCsharp(chunk.fileName)})`;
  return `Encoding.UTF8.GetBytes(${quoteCsharp(wellFormed(chunk.text))})`;
}
