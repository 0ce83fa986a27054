import fc from 'fast-check';
import {beforeAll, describe, expect, it, vi} from 'vitest';
import {sign} from '../../src/demo/ed25519.ts';
import {createDemo} from '../../src/demo/index.ts';
import type {DemoBackend} from '../../src/demo/index.ts';
import {signToken} from '../../src/demo/json-web-token.ts';
import type {Claims} from '../../src/demo/json-web-token.ts';
import {validateHttpRequest} from '../../src/form/validate-http-request.ts';
import {isJsonObject} from '../../src/model/json.ts';
import type {Json} from '../../src/model/json.ts';
import {makeExample} from '../../src/model/make-example.ts';
import type {Operation, Parameter} from '../../src/model/operation.ts';
import {loadApi} from '../../src/plugin/load-api.ts';
import {contractProblems} from '../support/contract.ts';

/**
 * Thousands of requests, right and wrong, to every operation of both APIs: each reply must be one that the document
 * knows, and none may say that the demo broke. The demo keeps its state from one request to the next, so that later
 * requests meet what earlier ones left. In the end every documented status but 500 must have been met.
 */

const runs = 110;
const apis = await Promise.all(
  ['coindroids', 'doordeck'].map((id) => loadApi({id, spec: `openapi/${id}.yaml`}, process.cwd())),
);

describe.each(apis)('the demo of $title', (api) => {
  let time = Date.UTC(2026, 0, 1);
  let demo: DemoBackend;
  /** Every token that the demo has given out, of either kind. */
  const tokens: string[] = ['nonsense', 'a.b.c'];
  const codes: string[] = ['000000'];
  let users = 0;

  beforeAll(() => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('The demo touched the network.')));
    const {operations, id} = api;
    demo = createDemo({apiId: id, operations, validate: validateHttpRequest, now: () => time, latency: () => 0});
    return () => vi.unstubAllGlobals();
  });

  async function keep(response: Response): Promise<void> {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    for (const value of isJsonObject(body) ? Object.values(body) : []) {
      if (typeof value === 'string' && value.startsWith('eyJ')) tokens.push(value);
    }
    for (const {code} of [...demo.mailbox()].reverse())
      if (code !== undefined && !codes.includes(code)) codes.push(code);
  }

  async function send(method: string, path: string, body?: object, token?: string): Promise<void> {
    time += 1_000;
    const headers = {'Content-Type': 'application/json', ...(token && {Authorization: `Bearer ${token}`})};
    const text = body === undefined ? null : JSON.stringify(body);
    await keep(await demo.handle(new Request((api.servers[0]?.url ?? '') + path, {method, headers, body: text})));
  }

  /** What happened before a request. */
  const prologues: Record<Prologue, () => Promise<void>> = {
    nothing: () => Promise.resolve(),
    async login() {
      demo.reset();
      await send('POST', '/auth/token', {email: 'alan@example.com', password: 'enigma-machine-1912'});
    },
    async register() {
      users += 1;
      await send('POST', '/auth/register', {email: `user${users}@example.com`, password: 'x'});
    },
    async keyPending() {
      await prologues.register();
      await send('POST', '/auth/certificate/verify', {ephemeralKey: publicKey}, tokens.at(-2));
    },
    async refreshed() {
      await prologues.login();
      const refreshToken = tokens.at(-1);
      await send('POST', '/auth/token/refresh', undefined, refreshToken);
      await send('POST', '/auth/token/refresh', undefined, refreshToken);
    },
    async noSession() {
      await prologues.login();
      const claims = JSON.parse(Buffer.from(tokens.at(-2)?.split('.')[1] ?? '', 'base64url').toString()) as Claims;
      const {sid, ...others} = claims;
      if (sid !== undefined)
        tokens.push(
          signToken({...others, iss: claims.iss, sub: claims.sub, aud: claims.aud, iat: claims.iat, exp: claims.exp}),
        );
    },
  };

  it.each(api.operations)('$operationId: every reply is documented', {timeout: 60_000}, async (operation) => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(requestOf(operation), async (plan) => {
        time += 20_000;
        if (api.id === 'doordeck') await prologues[plan.prologue]();
        for (let time = 0; time < plan.times; time++) {
          const response = await demo.handle(toRequest(operation, plan, {tokens, codes}));
          await keep(response);
          seen.add(String(response.status));
          expect(await contractProblems(operation, response)).toEqual([]);
        }
      }),
      {numRuns: runs, seed: 5, endOnFailure: true},
    );
    const never = operation.responses.filter(({status}) => status !== '500' && !seen.has(status));
    expect(never.map(({status}) => status)).toEqual([]);
  });
});

/** RFC 8032, section 7.1, test 1: a key pair that everybody knows. */
const privateKey = new Uint8Array(
  Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex'),
);
const publicKey = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=';

type Prologue = 'nothing' | 'login' | 'register' | 'keyPending' | 'refreshed' | 'noSession';

/** What a request is made of, before it is one. */
interface Plan {
  prologue: Prologue;
  /** How often it is sent. */
  times: number;
  query: [string, string][];
  headers: Record<string, string>;
  /** Which of the tokens given out goes along; none when undefined. */
  token: number | undefined;
  /** Which of the codes sent stands where a code belongs. */
  code: number;
  body: {text: string; contentType: string} | undefined;
}

function requestOf(operation: Operation): fc.Arbitrary<Plan> {
  const headers = operation.parameters.filter((parameter) => parameter.in === 'header');
  return fc.record({
    prologue: fc.constantFrom<Prologue[]>('nothing', 'login', 'register', 'keyPending', 'refreshed', 'noSession'),
    times: fc.oneof({weight: 30, arbitrary: fc.constantFrom(1, 2)}, fc.constant(22)),
    query: fc.oneof({weight: 4, arbitrary: rightQuery(operation)}, wrongQuery(operation)),
    headers: fc.record(
      {
        Accept: fc.constantFrom(
          '*/*',
          'application/json',
          'text/html',
          'application/vnd.doordeck.api-v3+json',
          ',;q=x',
        ),
        ...Object.fromEntries(headers.map((header) => [header.name, valueOf(header, operation)])),
      },
      {requiredKeys: []},
    ),
    token: fc.option(fc.nat(), {nil: undefined}),
    code: fc.nat(),
    body: fc.oneof({weight: 4, arbitrary: rightBody(operation)}, wrongBody()),
  });
}

function rightQuery({parameters, ...operation}: Operation): fc.Arbitrary<[string, string][]> {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  return fc
    .subarray(query)
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map((parameter) =>
          valueOf(parameter, {...operation, parameters}).map((value): [string, string] => [parameter.name, value]),
        ),
      ),
    );
}

function wrongQuery({parameters}: Operation): fc.Arbitrary<[string, string][]> {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({name}) => name);
  return fc.array(fc.tuple(fc.constantFrom('unknown', ...names), fc.string({unit: 'grapheme'})), {maxLength: 3});
}

/** An example of a parameter, or a filter as the players know them. Header values must be ASCII to be sent at all. */
function valueOf(parameter: Parameter, {schemas}: Operation): fc.Arbitrary<string> {
  const text = (value: Json): string =>
    typeof value === 'string' ? value : JSON.stringify(value).replaceAll(/[["\]]/g, '');
  const examples = parameter.examples.map(({value}) => text(value));
  const made = text(makeExample(parameter.schema, schemas, {mode: 'request'}));
  const operator = fc.constantFrom('eq', 'neq', 'gt', 'gte', 'lt', 'lte', 'like', 'ilike', 'in', 'is', 'xx');
  const operand = fc.constantFrom('1', '-3', 'satoshi', '*a*', '(1,2)', '(a,"b,c")', '{1,2}', 'null', '', '(', '[');
  return fc.oneof(
    fc.constantFrom(made, 'CODE', ...examples),
    fc.tuple(fc.constantFrom('', 'not.'), operator, operand).map(([not, name, value]) => `${not}${name}.${value}`),
    fc.tuple(fc.nat({max: 20}), fc.nat({max: 20})).map(([first, last]) => `${first}-${last}`),
    fc.constantFrom('true', 'EMAIL', 'SMS', 'id.desc,username', 'id,droids', '0-'),
  );
}

function rightBody({requestBody, schemas}: Operation): fc.Arbitrary<Plan['body']> {
  const [media] = requestBody?.content ?? [];
  if (media === undefined) return fc.constant(undefined);
  const values = media.examples.map(({value}) => value);
  const example = makeExample(media.schema ?? true, schemas, {mode: 'request'});
  return fc.tuple(fc.constantFrom(example, ...values), fc.nat({max: 5})).map(([value, number]) => ({
    // Several users, so that the later requests meet the accounts of the earlier ones.
    text: JSON.stringify(value)
      .replaceAll('ada@', `ada${number}@`)
      .replaceAll('"Abstract"', `"Abstract_${number}"`)
      .replace(/(?<="verificationSignature":")[^"]+/, (given) => (number < 4 ? 'SIGNATURE' : given)),
    contentType: 'application/json',
  }));
}

function wrongBody(): fc.Arbitrary<Plan['body']> {
  return fc.record({
    text: fc.oneof(
      fc.json(),
      fc.string({unit: 'grapheme'}),
      fc
        .dictionary(
          fc.constantFrom('email', 'password', 'username', 'invite_code', 'ephemeralKey', 'displayName', '__proto__'),
          fc.jsonValue(),
        )
        .map((value) => JSON.stringify(value)),
    ),
    contentType: fc.constantFrom('application/json', 'text/plain', 'application/json; charset=utf-8', 'nonsense'),
  });
}

function toRequest(operation: Operation, plan: Plan, given: {tokens: string[]; codes: string[]}): Request {
  const {query, headers, token, code, body} = plan;
  const address = new URL((operation.servers[0]?.url ?? '') + operation.path);
  const sent = given.codes.at(-1 - (code % 2)) ?? '';
  for (const [name, value] of query) address.searchParams.append(name, value === 'CODE' ? sent : value);
  const all = new Headers(headers);
  const signature = (): string =>
    Buffer.from(sign(new TextEncoder().encode(given.codes.at(-1)), privateKey)).toString('base64');
  // The newest tokens are the likeliest to be good.
  const bearer = token === undefined ? undefined : given.tokens.at(-1 - (token % Math.min(given.tokens.length, 4)));
  if (bearer !== undefined) all.set('Authorization', `Bearer ${bearer}`);
  const hasBody = body !== undefined && operation.method !== 'GET';
  if (hasBody) all.set('Content-Type', body.contentType);
  return new Request(address, {
    method: operation.method,
    headers: all,
    body: hasBody ? body.text.replace('SIGNATURE', signature) : null,
  });
}
