import {headerValue} from '../../src/request/http-request.ts';
import type {HttpRequest} from '../../src/request/http-request.ts';
import {fileNamed} from './cases.ts';
import type {Case} from './cases.ts';

const inFetch = [
  'TRACE',
  'GET with a body',
  'HEAD with a body',
  'Connection',
  'Content-Length',
  'Expect',
  'Host',
  'Keep-Alive',
  'Upgrade',
];

/** The cases of the group "special" that a language has no program for, in their order. */
const special: Record<string, string[]> = {
  curl: ['HEAD with a body'],
  javascript: inFetch,
  typescript: inFetch,
  go: ['Content-Length'],
  php: ['HEAD with a body', 'Content-Length'],
  ruby: ['Content-Length'],
  java: ['Connection', 'Content-Length', 'Expect', 'Host', 'Upgrade'],
  csharp: ['Content-Length'],
  http: ['Host'],
};

/** Every case that a language cannot hold: `group: name`. All others are run. */
export function expectedRefusals(language: string, cases: Case[]): string[] {
  return cases
    .filter((one) => {
      if (one.group === 'special') return special[language]?.includes(one.name);
      if (language === 'go') return hasEmptyUserAgent(one);
      return language === 'http' && isLostInText(one);
    })
    .map(({group, name}) => `${group}: ${name}`);
}

/** Line ends of a part, and names of files with line ends, cannot be told from those of the message. */
function isLostInText({group, name}: Case): boolean {
  const hasLostEnd = /^(texts in parts|parts of all kinds)$/.test(group) && name.includes('\r');
  const hasFileOfThisName = /^(names of parts|parts of all kinds|files)$/.test(group);
  return hasLostEnd || (hasFileOfThisName && /\p{Cc}/u.test(fileNamed(name).name));
}

/** Blanks at the ends of a header are no part of it. */
function hasEmptyUserAgent({values}: Case): boolean {
  const userAgent = values.header['User-Agent'];
  return typeof userAgent === 'string' && /^[\t\n\r ]*$/.test(userAgent);
}

/**
 * Whether the program of a request can be run here. C# runs in Mono, which has no `UriCreationOptions`, and whose
 * HttpClient takes a tab in a User-Agent for a blank.
 */
export function isRunHere(language: string, http: HttpRequest): boolean {
  if (language !== 'csharp') return true;
  return !/%[89A-F]/i.test(http.url) && headerValue(http, 'User-Agent')?.includes('\t') !== true;
}
