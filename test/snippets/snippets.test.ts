import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildRequest} from '../../src/request/build-request.ts';
import type {HttpRequest} from '../../src/request/http-request.ts';
import {buildSnippets, snippetLanguages} from '../../src/request/snippets/index.ts';
import {toFetchRequest} from '../../src/request/to-fetch-request.ts';
import {snippetCases} from './cases.ts';
import type {Case} from './cases.ts';
import {documentTypes} from './document-types.ts';
import {answer, startEchoServer} from './echo-server.ts';
import type {EchoServer, Received} from './echo-server.ts';
import type {Comparable} from './received-request.ts';
import {arrivedRequest, expectedRequest, filesOf, isSentByFetch} from './received-request.ts';
import {expectedRefusals, isRunHere} from './refusals.ts';
import {missingRuntimes, runPrograms} from './run-programs.ts';
import type {Files} from './run-programs.ts';

const cases = await snippetCases();
const groups = [...new Set(cases.map(({group}) => group))];

/** How many languages run at a time; each of them in a process of its own. */
const atOnce = 2;

let servers: EchoServer[];
let files: Files;
/** The runs of all languages, two at a time. */
const runs = new Map<string, Promise<LanguageRun>>();

interface LanguageRun {
  /** By the number of the case. */
  received: Received[][];
  stderr: string;
}

beforeAll(async () => {
  // One for each language: they run at the same time, and the paths of their requests are the same.
  servers = await Promise.all(['form', ...snippetLanguages].map(() => startEchoServer()));
  files = [
    ...(await documentTypes(cases.map(({operation}) => operation))),
    ...cases.flatMap((one) => filesOf(requestOf(one, 'http://localhost'))),
  ];
  const queues = Array.from({length: atOnce}, () => Promise.resolve());
  for (const [index, {language}] of byDuration.entries()) {
    if (isSkipped(language)) continue;
    const queue = queues[index % atOnce] ?? Promise.resolve();
    const run = queue.then(() => runAll(language));
    runs.set(language, run);
    queues[index % atOnce] = run.then(
      () => undefined,
      () => undefined,
    );
  }
});

afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Slow ones take turns in the two queues. */
const byDuration = [
  'curl',
  'typescript',
  'go',
  'java',
  'python',
  'csharp',
  'ruby',
  'php',
  'javascript',
  'http',
].flatMap((name) => snippetLanguages.filter(({language}) => language === name));

describe('what the form sends', () => {
  it('arrives as the plain request says', async () => {
    for (const [number, one] of cases.entries()) {
      const http = requestOf(one, serverOf(undefined, number));
      if (!isSentByFetch(http)) continue;
      await (await fetch(toFetchRequest(http))).text();
      const [received] = take(undefined, number);
      expect(arrivedRequest(received, http), nameOf(one, number)).toEqual(expectedRequest(http, urlOf(undefined)));
    }
  }, 300_000);
});

describe.each(snippetLanguages)('$label', ({language}) => {
  const missing = missingRuntimes(language);
  const skipped = isSkipped(language);
  const reason = skipped ? ` (skipped: ${missing.join(', ')} cannot be found here)` : '';

  it.skipIf(skipped)(
    `has programs that run${reason}`,
    async () => {
      expect(missing, 'Under CI every runtime must be there; scripts/ensure-runtimes.ts installs them.').toEqual([]);
      await runs.get(language);
    },
    300_000,
  );

  it.skipIf(skipped).each(groups)(`sends to the byte what the form sends: %s${reason}`, async (group) => {
    const run = await runs.get(language);
    for (const [number, one] of ofGroup(group)) {
      const http = requestOf(one, serverOf(language, number));
      if (refusalOf(language, one) !== undefined || !isRunHere(language, http)) continue;
      const context = `${nameOf(one, number)}:\n${program(language, one, number).slice(0, 2000)}\n${run?.stderr.slice(0, 2000) ?? ''}`;
      const received = run?.received[number];
      expect(arrivedIn(language, received?.[0], http), context).toEqual(expectedRequest(http, urlOf(language)));
      expect(received, context).toHaveLength(1);
    }
  });

  it('says so where it cannot send a request, and only there', () => {
    const refused = cases.filter((one) => refusalOf(language, one) !== undefined);
    expect(refused.map(({group, name}) => `${group}: ${name}`)).toEqual(expectedRefusals(language, cases));
    for (const one of refused) {
      expect(program(language, one, 0)).toMatch(/^(#|\/\/|<\?php \/\/) .+ cannot send this request: .+\.$/);
    }
  });

  it.skipIf(skipped)(`runs as it stands and prints the answer${reason}`, async () => {
    await runs.get(language);
    const [first] = cases;
    if (first === undefined) throw new Error('There are no cases.');
    const {stdout} = await runPrograms(language, [program(language, first, 0)], files);
    expect(take(language, 0)).toHaveLength(1);
    expect(stdout.replaceAll(/[ \n'"]/g, '')).toContain(answer.replaceAll('"', ''));
    if (language !== 'curl') expect(stdout).toMatch(/\b200\b/);
  });
});

/** Mono, unlike .NET 8, writes the parameters of a media range with a blank before them. */
function arrivedIn(language: string, received: Received | undefined, http: HttpRequest): Comparable | undefined {
  if (language !== 'csharp' || received === undefined) return arrivedRequest(received, http);
  const headers = received.headers.map(([name, value]): [string, string] => [
    name,
    name.startsWith('accept') ? value.replaceAll('; q=', ';q=') : value,
  ]);
  return arrivedRequest({...received, headers}, http);
}

async function runAll(language: string): Promise<LanguageRun> {
  const numbers = [...cases.keys()].filter((number) => {
    const one = cases[number];
    if (one === undefined || refusalOf(language, one) !== undefined) return false;
    return isRunHere(language, requestOf(one, serverOf(language, number)));
  });
  const programs = numbers.flatMap((number) => {
    const one = cases[number];
    return one === undefined ? [] : [program(language, one, number)];
  });
  const {stderr} = await runPrograms(language, programs, files);
  return {received: cases.map((_, number) => take(language, number)), stderr};
}

function isSkipped(language: string): boolean {
  return missingRuntimes(language).length > 0 && process.env['CI'] !== 'true';
}

function requestOf({operation, values, credentials, contentType}: Case, server: string): HttpRequest {
  return buildRequest(operation, values, {server, credentials, ...(contentType === undefined ? {} : {contentType})});
}

function refusalOf(language: string, one: Case): string | undefined {
  const found = snippetLanguages.find((other) => other.language === language);
  return found?.refusal?.(requestOf(one, 'http://localhost'));
}

function program(language: string, {operation, values, credentials, contentType}: Case, number: number): string {
  const chosen = contentType === undefined ? {} : {contentType};
  const options = {server: serverOf(language, number), credentials, ...chosen, reveal: true};
  const snippet = buildSnippets(operation, values, options).find((one) => one.language === language);
  if (snippet === undefined) throw new Error(`There is no snippet in ${language}.`);
  return snippet.code;
}

/** Each case has a path of its own to arrive at. */
function serverOf(language: string | undefined, number: number): string {
  return `${urlOf(language)}/${number}`;
}

function urlOf(language: string | undefined): string {
  return serverFor(language).url;
}

function serverFor(language: string | undefined): EchoServer {
  const server = servers[snippetLanguages.findIndex((one) => one.language === language) + 1];
  if (server === undefined) throw new Error(`There is no server for ${language ?? 'the form'}.`);
  return server;
}

function ofGroup(group: string): [number, Case][] {
  return [...cases.entries()].filter(([, one]) => one.group === group);
}

function nameOf({group, name}: Case, number: number): string {
  return `case ${number} of ${group}, ${JSON.stringify(name.slice(0, 80))}`;
}

/** What arrived for a case since the last time. */
function take(language: string | undefined, number: number): Received[] {
  const {received} = serverFor(language);
  const taken = received.get(number) ?? [];
  received.delete(number);
  return taken;
}
