import {createHash} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Operation} from '../../src/model/operation.ts';
import {emptyValues} from '../../src/model/values.ts';
import {buildSnippets, snippetLanguages} from '../../src/request/snippets/index.ts';
import {mediaType, operation} from '../fixtures/operation.ts';
import {startServer, type LoopbackServer} from '../support/servers.ts';
import {missingRuntimes, runPrograms} from './run-programs.ts';

/** Those whose libraries answer a challenge. C# answers by .NET's own documented `NetworkCredential`; it runs too slowly here. */
const executed = ['curl', 'python', 'php'];

const login = operation({
  method: 'POST',
  path: '/things',
  requestBody: {required: true, content: [mediaType('application/json', {schema: {type: 'object'}})]},
  security: [{digest: []}],
  securitySchemes: {digest: {type: 'http', scheme: 'digest'}},
});
const values = {...emptyValues(), body: {name: 'a'}};

let server: LoopbackServer;
/** The bodies that came with a right answer to the challenge. */
const bodies: string[] = [];

beforeAll(async () => {
  server = await startServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (isRight(request.headers.authorization ?? '', request.method ?? '')) {
        bodies.push(Buffer.concat(chunks).toString());
        response.end('welcome');
        return;
      }
      const challenge = 'Digest realm="things", nonce="abc", qop="auth", algorithm=MD5';
      response.writeHead(401, {'www-authenticate': challenge}).end('who are you?');
    });
  });
});

afterAll(() => server.close());

/** RFC 7616, section 3.4. */
function isRight(authorization: string, method: string): boolean {
  const part = (name: string) => new RegExp(`[ ,]${name}="?([^",]*)`).exec(authorization)?.[1] ?? '';
  const hash = (text: string) => createHash('md5').update(text).digest('hex');
  const user = hash('YOUR_USERNAME:things:YOUR_PASSWORD');
  const expected = hash(`${user}:abc:${part('nc')}:${part('cnonce')}:auth:${hash(`${method}:${part('uri')}`)}`);
  return part('response') === expected;
}

function codeOf(language: string): string {
  const snippets = buildSnippets(login, values, {server: server.url});
  return snippets.find((snippet) => snippet.language === language)?.code ?? '';
}

describe('code for a server that wants HTTP digest', () => {
  it.each(executed)('answers the challenge and sends the body: %s', async (language) => {
    const missing = missingRuntimes(language);
    if (missing.length > 0 && process.env['CI'] !== 'true') return;
    bodies.length = 0;
    const {stdout, stderr} = await runPrograms(language, [codeOf(language)]);
    expect(stdout, stderr).toContain('welcome');
    expect(bodies).toEqual(['{"name":"a"}']);
  });

  const others = snippetLanguages.filter(({answersDigest}) => answersDigest !== true).map(({language}) => language);

  it.each(others)('says that it does not answer it: %s', (language) => {
    expect(codeOf(language).split('\n')[0]).toMatch(/^(\/\/|#) The server wants HTTP digest \(RFC 7616\)\./);
  });

  it('names no password', () => {
    for (const language of [...executed, 'csharp']) expect(codeOf(language)).toContain('YOUR_PASSWORD');
  });

  it('is plain where another way in is given', () => {
    const either: Operation = {
      ...login,
      security: [{digest: []}, {bearer: []}],
      securitySchemes: {...login.securitySchemes, bearer: {type: 'http', scheme: 'bearer'}},
    };
    const [curl] = buildSnippets(either, values, {server: server.url, credentials: {bearer: 'x'}});
    expect(curl?.code).not.toContain('digest');
  });
});
