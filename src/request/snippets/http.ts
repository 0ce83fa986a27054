import {encodeBody} from '../encode-body.ts';
import {headerValue} from '../http-request.ts';
import type {HttpRequest} from '../http-request.ts';
import {bodyChunks} from './body-chunks.ts';
import {languageNames} from './language-names.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/**
 * The message itself (RFC 9112, section 2.1). On the wire the lines before the body, and those around the parts of a
 * multipart body, end in CR LF; here, as in any text, in LF. A file stands as `< ./name`, as in `.http` files of editors.
 */
export const http: SnippetLanguage = {
  ...languageNames.http,
  comment: (line) => `# ${line}`,
  refusal: textRefusal,
  generate(request) {
    const {host, target} = splitUrl(request.url);
    const headers = [
      ...(headerValue(request, 'Host') === undefined ? [['Host', host]] : []),
      ...request.headers,
      ...contentLength(request),
    ];
    return [
      `${request.method} ${target} HTTP/1.1`,
      ...headers.map(([name, value]) => `${name}: ${value}`.trimEnd()),
      '',
      bodyText(request),
    ].join('\n');
  },
};

/** What cannot be read from the text of a message any more. */
function textRefusal({url, headers, body}: HttpRequest): string | undefined {
  if ((headerValue({headers}, 'Host') ?? splitUrl(url).host) !== splitUrl(url).host) {
    return 'with another Host the message does not say where it goes.';
  }
  const chunks = body === undefined ? [] : bodyChunks(body);
  if (chunks.some((chunk) => chunk.kind === 'file' && /\p{Cc}/u.test(chunk.fileName))) {
    return 'the name of a file has more than one line.';
  }
  const hasFile = chunks.some(({kind}) => kind === 'file');
  if (hasFile && chunks.some((chunk) => chunk.kind === 'text' && /^< /m.test(chunk.text))) {
    return 'a line of the body would be taken for a file.';
  }
  const contents = body?.kind === 'multipart' ? body.parts.map(({content}) => content) : [];
  return contents.some((content) => typeof content === 'string' && content.includes('\r'))
    ? 'a value has line ends of its own, which text does not tell from those between the parts.'
    : undefined;
}

function bodyText({body}: HttpRequest): string {
  if (body === undefined) return '';
  const isParts = body.kind === 'multipart';
  return bodyChunks(body)
    .map((chunk) => {
      if (chunk.kind === 'file') return `< ./${chunk.fileName}`;
      return isParts ? chunk.text.replaceAll('\r\n', '\n') : chunk.text;
    })
    .join('');
}

/** Host and origin-form of a URL that is percent-encoded already (RFC 9112, section 3.2.1). */
function splitUrl(url: string): {host: string; target: string} {
  const [, host = '', target = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [undefined, '', url];
  return {host: host.replace(/^.*@/, ''), target: target.startsWith('/') ? target : `/${target}`};
}

/** Without a body, the methods that expect one say that it is empty (RFC 9110, section 8.6). */
function contentLength({method, headers, body}: HttpRequest): [name: string, value: string][] {
  if (headerValue({headers}, 'Content-Length') !== undefined) return [];
  if (body === undefined) return /^(POST|PUT|PATCH)$/.test(method) ? [['Content-Length', '0']] : [];
  return [['Content-Length', String(encodeBody(body).length)]];
}
