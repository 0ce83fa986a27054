import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {buildRequest} from '../../src/request/build-request.ts';
import type {HttpRequest} from '../../src/request/http-request.ts';
import {buildSnippets, snippetLanguages} from '../../src/request/snippets/index.ts';
import {toFetchRequest} from '../../src/request/to-fetch-request.ts';
import {snippetCases} from './cases.ts';
import type {Case} from './cases.ts';
import {answer, startEchoServer} from './echo-server.ts';
import type {EchoServer, Received} from './echo-server.ts';
import {missingRuntimes, runPrograms} from './run-programs.ts';

const cases = await snippetCases();
const groups = [...new Set(cases.map(({group}) => group))];

let server: EchoServer;
/** What the form's own way makes arrive, by the number of the case. */
let sentByForm: Received[];

beforeAll(async () => {
  server = await startEchoServer();
  sentByForm = [];
  for (const [number, one] of cases.entries()) {
    await (await fetch(toFetchRequest(formRequest(one, number)))).text();
    const [received] = take(number);
    if (received === undefined) throw new Error(`Case ${number} of ${one.group} did not arrive from fetch.`);
    sentByForm.push(received);
  }
});

afterAll(() => server.close());

describe('what the form sends', () => {
  it.each(groups)('arrives as the plain request says: %s', (group) => {
    for (const [number, one] of ofGroup(group)) {
      const http = formRequest(one, number);
      const received = sentByForm[number];
      expect(received?.method).toBe(http.method);
      expect(server.url + (received?.target ?? '')).toBe(http.url);
      expect(received?.body.toString()).toBe(http.body?.text ?? '');
      expect(pick(received, http)).toEqual(http.headers.map(([name, value]) => [name.toLowerCase(), [value]]));
    }
  });
});

describe.each(snippetLanguages)('$label', ({language}) => {
  const missing = missingRuntimes(language);
  const isSkipped = missing.length > 0 && process.env['CI'] !== 'true';
  const reason = isSkipped ? ` (skipped: ${missing.join(', ')} cannot be found here)` : '';
  let stderr = '';
  let received: Received[][];

  beforeAll(async () => {
    if (isSkipped) return;
    expect(missing, 'Under CI every runtime must be there; scripts/ensure-runtimes.ts installs them.').toEqual([]);
    ({stderr} = await runPrograms(
      language,
      cases.map((one, number) => program(language, one, number)),
    ));
    received = cases.map((_, number) => take(number));
  });

  it.skipIf(isSkipped).each(groups)(`sends to the byte what the form sends: %s${reason}`, (group) => {
    for (const [number, one] of ofGroup(group)) {
      const http = formRequest(one, number);
      const context = `case ${number} of ${group}:\n${program(language, one, number).slice(0, 2000)}\n${stderr.slice(0, 2000)}`;
      expect(comparable(received[number]?.[0], http), context).toEqual(comparable(sentByForm[number], http));
      expect(received[number], context).toHaveLength(1);
    }
  });

  it.skipIf(isSkipped)(`prints the answer${reason}`, async () => {
    const [first] = cases;
    if (first === undefined) throw new Error('There are no cases.');
    const {stdout} = await runPrograms(language, [program(language, first, 0)]);
    take(0);
    const expected = {curl: answer, javascript: `200\n${answer}\n`, python: `200\n${answer}\n`}[language];
    if (expected === undefined) expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    else expect(stdout).toBe(expected);
  });
});

function formRequest({operation, values, credentials, contentType}: Case, number: number): HttpRequest {
  return buildRequest(operation, values, {server: serverOf(number), credentials, contentType});
}

function program(language: string, {operation, values, credentials, contentType}: Case, number: number): string {
  const options = {server: serverOf(number), credentials, contentType, reveal: true};
  const snippet = buildSnippets(operation, values, options).find((one) => one.language === language);
  if (snippet === undefined) throw new Error(`There is no snippet in ${language}.`);
  return snippet.code;
}

/** Each case has a path of its own to arrive at. */
function serverOf(number: number): string {
  return `${server.url}/${number}`;
}

function ofGroup(group: string): [number, Case][] {
  return [...cases.entries()].filter(([, one]) => one.group === group);
}

/** What arrived for a case since the last time. */
function take(number: number): Received[] {
  const taken = server.received.get(number) ?? [];
  server.received.delete(number);
  return taken;
}

/** All that must be equal: the headers that the form sets, and those that would change what the request means. */
function comparable(received: Received | undefined, http: HttpRequest) {
  return {
    method: received?.method,
    target: received?.target,
    headers: pick(received, http),
    uninvited: received?.headers
      .map(([name]) => name)
      .filter((name) => /^(authorization|cookie|content-type|expect|transfer-encoding)$/.test(name))
      .sort(),
    body: received?.body.toString('latin1'),
  };
}

/** The values under which each header that the form sets has arrived. */
function pick(received: Received | undefined, {headers}: HttpRequest): [name: string, values: string[]][] {
  return headers.map(([name]) => [
    name.toLowerCase(),
    (received?.headers ?? []).filter(([other]) => other === name.toLowerCase()).map(([, value]) => value),
  ]);
}
