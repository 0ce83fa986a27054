import {headerValue} from '../http-request.ts';
import type {HttpRequest} from '../http-request.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/**
 * The message itself (RFC 9112, section 2.1). On the wire the lines before the body end in CR LF; here, as in any text,
 * in LF, which a recipient may accept as well (section 2.2).
 */
export const http: SnippetLanguage = {
  language: 'http',
  label: 'HTTP',
  grammar: 'http',
  title: 'HTTP/1.1',
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
      request.body?.text ?? '',
    ].join('\n');
  },
};

/** Host and origin-form of a URL that is percent-encoded already (RFC 9112, section 3.2.1). */
function splitUrl(url: string): {host: string; target: string} {
  const [, host = '', target = ''] = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(url) ?? [undefined, '', url];
  return {host: host.replace(/^.*@/, ''), target: target.startsWith('/') ? target : `/${target}`};
}

/** Without a body, the methods that expect one say that it is empty (RFC 9110, section 8.6). */
function contentLength({method, headers, body}: HttpRequest): [name: string, value: string][] {
  if (headerValue({headers}, 'Content-Length') !== undefined) return [];
  if (body === undefined) return /^(POST|PUT|PATCH)$/.test(method) ? [['Content-Length', '0']] : [];
  return [['Content-Length', String(new TextEncoder().encode(body.text).length)]];
}
