import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {buildRequest} from '../src/request/build-request.ts';
import {encodeBody} from '../src/request/encode-body.ts';
import {headerValue} from '../src/request/http-request.ts';
import type {HttpRequest} from '../src/request/http-request.ts';
import {snippetLanguages} from '../src/request/snippets/index.ts';
import {snippetCases} from '../test/snippets/cases.ts';
import type {Case} from '../test/snippets/cases.ts';
import {startEchoServer} from '../test/snippets/echo-server.ts';
import {arrivedRequest, expectedRequest, filesOf} from '../test/snippets/received-request.ts';
import type {Comparable} from '../test/snippets/received-request.ts';
import {runPrograms} from '../test/snippets/run-programs.ts';

const home = join(__dirname, 'snippets');

/** The languages that both libraries write and that are run without a compiler. */
const languages: Record<Language, {snippetz: Target; httpsnippet: Target}> = {
  curl: {snippetz: ['shell', 'curl'], httpsnippet: ['shell', 'curl']},
  javascript: {snippetz: ['js', 'fetch'], httpsnippet: ['javascript', 'fetch']},
  python: {snippetz: ['python', 'requests'], httpsnippet: ['python', 'requests']},
  php: {snippetz: ['php', 'curl'], httpsnippet: ['php', 'curl']},
  ruby: {snippetz: ['ruby', 'native'], httpsnippet: ['ruby', 'native']},
};

type Target = [target: string, client: string];

type Language = 'curl' | 'javascript' | 'python' | 'php' | 'ruby';

/** Of so many cases one is taken. */
const share = 8;

/** What stands before a piece of code that is not a whole program. */
const beginnings: Partial<Record<Language, string>> = {
  python: 'import requests\n',
  php: '<?php\n',
  ruby: "require 'net/http'\nrequire 'uri'\n",
};

/** Writes the program of a request; undefined where it has none. May throw. */
type Writer = (language: Language, http: HttpRequest) => string | undefined;

/**
 * Has each library write the same hostile requests in each language, runs what it wrote and counts what arrives equal to
 * the request: bytes, but JSON by its value. What a library says it cannot send, and what it throws on, counts as not right.
 */
async function main(): Promise<void> {
  const cases = (await snippetCases()).filter((_, number) => number % share === 0);
  const peers = await loadPeers();
  for (const language of Object.keys(languages) as Language[]) {
    for (const [name, write] of Object.entries({ours, ...peers})) {
      const right = await countRight(cases, language, write);
      console.log(`${language.padEnd(12)} ${name.padEnd(14)} ${right} of ${cases.length}`);
    }
  }
}

function ours(language: Language, http: HttpRequest): string | undefined {
  const found = snippetLanguages.find((one) => one.language === language);
  return found?.refusal?.(http) === undefined ? found?.generate(http) : undefined;
}

async function countRight(cases: Case[], language: Language, write: Writer): Promise<number> {
  const server = await startEchoServer();
  const requests = cases.map((one, number) => toRequest(one, `${server.url}/${number}`));
  const programs = requests.flatMap((http) => writeOrNothing(write, language, http));
  await runPrograms(language, programs, requests.flatMap(filesOf)).catch(() => undefined);
  await server.close();
  return requests.filter((http, number) => {
    const received = server.received.get(number) ?? [];
    const arrived = arrivedRequest(received[0], http);
    return received.length === 1 && lenient(arrived) === lenient(expectedRequest(http, server.url));
  }).length;
}

/** All that was compared, as text; JSON by its value, for the libraries lay it out anew. */
function lenient(request: Comparable | undefined): string {
  const {body, ...rest} = request ?? {};
  return JSON.stringify({...rest, body: typeof body === 'string' ? parseIfJson(body) : body});
}

function parseIfJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function toRequest({operation, values, credentials, contentType}: Case, server: string): HttpRequest {
  return buildRequest(operation, values, {server, credentials, ...(contentType === undefined ? {} : {contentType})});
}

function writeOrNothing(write: Writer, language: Language, http: HttpRequest): string[] {
  try {
    const code = write(language, http);
    const beginning = beginnings[language] ?? '';
    return code === undefined ? [] : [code.includes(beginning.split('\n')[0] ?? '') ? code : beginning + code];
  } catch {
    return [];
  }
}

interface Snippetz {
  snippetz: () => {print: (target: string, client: string, request: object) => string | undefined};
}

interface HttpSnippet {
  HTTPSnippet: new (request: object) => {convert: (target: string, client: string) => string[] | string | false};
}

async function loadPeers(): Promise<Record<string, Writer>> {
  if (!existsSync(join(home, 'node_modules'))) {
    const options = ['--no-audit', '--no-fund', '--no-package-lock'];
    execFileSync('npm', ['install', '--prefix', home, ...options], {stdio: 'inherit'});
  }
  const {snippetz} = await importPeer<Snippetz>('@scalar/snippetz');
  const {HTTPSnippet} = await importPeer<HttpSnippet>('@readme/httpsnippet');
  return {
    snippetz: (language, http) => snippetz().print(...languages[language].snippetz, toHar(http)),
    httpsnippet: (language, http) => {
      const code = new HTTPSnippet(toHar(http)).convert(...languages[language].httpsnippet);
      return typeof code === 'object' ? code[0] : code || undefined;
    },
  };
}

async function importPeer<T>(name: string): Promise<T> {
  const file = createRequire(join(home, 'package.json')).resolve(name);
  return (await import(pathToFileURL(file).href)) as T;
}

/** As HAR 1.2 has it (section request), which both libraries take. A form is given by its fields, all else as text. */
function toHar(http: HttpRequest): object {
  const {method, url, headers, body} = http;
  return {
    method,
    // Encoded already: what a library does with it is part of what is measured.
    url,
    httpVersion: 'HTTP/1.1',
    headers: headers.map(([name, value]) => ({name, value})),
    queryString: [],
    cookies: [],
    headersSize: -1,
    bodySize: -1,
    ...(body === undefined ? {} : {postData: toPostData(http, body)}),
  };
}

function toPostData(http: HttpRequest, body: NonNullable<HttpRequest['body']>): object {
  const mimeType = headerValue(http, 'Content-Type') ?? '';
  if (body.kind !== 'multipart') return {mimeType, text: new TextDecoder().decode(encodeBody(body))};
  return {
    mimeType: mimeType.replace(/;.*/, ''),
    params: body.parts.map(({name, fileName, contentType, content}) => ({
      name,
      ...(typeof content === 'string' ? {value: content} : {fileName: fileName ?? name}),
      ...(contentType === undefined ? {} : {contentType}),
    })),
  };
}

void main();
