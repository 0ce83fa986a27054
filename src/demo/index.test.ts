import {afterEach, describe, expect, it, vi} from 'vitest';
import {operationOf, readOperations, requestExamples, validateBody} from '../../test/support/documented-operations.ts';
import type {DemoStorage} from '../model/demo-state.ts';
import type {Operation} from '../model/operation.ts';
import type {Problem} from '../model/values.ts';
import {createDemo} from './index.ts';
import type {DemoBackend, DemoOptions} from './index.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('what the demo does not know', () => {
  it('answers itself, in words, and names what it knows', async () => {
    const demo = exampleDemo([operationOf({method: 'GET', path: '/known'})]);
    for (const request of [
      new Request('https://api.example.com/unknown'),
      new Request('https://api.example.com/known', {method: 'DELETE'}),
      new Request('https://elsewhere.example.com/known'),
    ]) {
      const response = await demo.handle(request);
      expect(response.status).toBe(404);
      expect(await response.text()).toMatch(/comes from the demo itself.*nothing was sent.*GET \/known/s);
    }
  });

  it('knows an operation as soon as it has learnt it', async () => {
    const demo = exampleDemo([]);
    const request = (): Request => new Request('http://localhost:4010/later');
    expect((await demo.handle(request())).status).toBe(404);
    demo.learn(operationOf({path: '/later'}), 'http://localhost:4010');
    expect((await demo.handle(request())).status).toBe(204);
  });
});

describe('operations without hand-written behaviour', () => {
  it('answer with the first success and its given example, status, media type and headers', async () => {
    const operation = operationOf({
      method: 'POST',
      path: '/things/{id}',
      schemas: {Limit: {type: 'integer', examples: [60]}},
      responses: [
        documented('404', []),
        {
          ...documented('201', [
            {mediaType: 'application/xml', examples: [{name: 'generated', value: '<made/>', generated: true}]},
            {
              mediaType: 'application/vnd.example+json',
              examples: [
                {name: 'generated', value: {made: true}, generated: true},
                {name: 'given', value: {id: 7}},
              ],
            },
          ]),
          headers: [
            {name: 'X-Rate-Limit', required: true, schema: {$ref: '#/components/schemas/Limit'}},
            {name: 'X-Unknown', required: false, schema: {type: 'string'}},
          ],
        },
        documented('200', []),
      ],
    });
    const demo = exampleDemo([operation]);
    for (let time = 0; time < 2; time++) {
      const response = await demo.handle(new Request('https://api.example.com/things/7?deep=yes', {method: 'POST'}));
      expect(response.status).toBe(201);
      expect(Object.fromEntries(response.headers)).toEqual({
        'content-type': 'application/vnd.example+json',
        'x-rate-limit': '60',
      });
      expect(await response.text()).toBe('{"id":7}');
    }
  });

  it.each<[string, string, string, string]>([
    ['text/plain', 'as it is', 'text/plain', 'as it is'],
    ['text/*', 'as it is', 'text/plain', 'as it is'],
    ['application/json', 'a string', 'application/json', '"a string"'],
    ['application/json; charset=utf-8', 'a string', 'application/json; charset=utf-8', '"a string"'],
    ['*/*', 'a string', 'application/json', '"a string"'],
    ['image/*', 'bytes', 'image/octet-stream', 'bytes'],
  ])('write %s with %j as %s', async (mediaType, value, sentAs, text) => {
    const demo = exampleDemo([
      operationOf({responses: [documented('200', [{mediaType, examples: [{name: 'given', value}]}])]}),
    ]);
    const response = await demo.handle(new Request('https://api.example.com/'));
    expect(response.headers.get('content-type')).toBe(sentAs);
    expect(await response.text()).toBe(text);
  });

  it.each<[string, string[], number]>([
    ['a range', ['2XX'], 200],
    ['only a default', ['default'], 200],
    ['no success', ['404'], 404],
    ['no content for 204', ['204'], 204],
    ['nothing at all', [], 204],
  ])('answer with %s documented', async (_what, statuses, status) => {
    const json = [{mediaType: 'application/json', examples: [{name: 'given', value: null}]}];
    const demo = exampleDemo([operationOf({responses: statuses.map((key) => documented(key, json))})]);
    expect((await demo.handle(new Request('https://api.example.com/'))).status).toBe(status);
  });

  it.each<[string[], number]>([
    [['200', '404', '422', '400'], 400],
    [['200', '422'], 422],
    [['200', '4XX'], 400],
    [['200', 'default'], 400],
  ])('refuse a wrong request as documented: %j', async (statuses, status) => {
    const operation = operationOf({responses: statuses.map((key) => documented(key, []))});
    const response = await exampleDemo([operation], oneProblem).handle(new Request('https://api.example.com/'));
    expect(response.status).toBe(status);
    expect(await response.text()).toBe('');
  });

  it('say what is wrong where no refusal is documented', async () => {
    const operation = operationOf({responses: [documented('200', [])]});
    const response = await exampleDemo([operation], oneProblem).handle(new Request('https://api.example.com/'));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('query.limit: Must be a number.');
  });
});

describe('time', () => {
  it('takes as long as it is told', async () => {
    const demo = exampleDemo([operationOf({})], noProblem, {latency: () => 60});
    const start = performance.now();
    await demo.handle(new Request('https://api.example.com/'));
    expect(performance.now() - start).toBeGreaterThanOrEqual(55);
  });

  it('rejects at once when it is cancelled, and nothing has happened', async () => {
    const {demo, register} = doordeckDemo({latency: () => 5_000});
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(), 20);
    await expect(register(controller.signal)).rejects.toThrow(expect.objectContaining({name: 'AbortError'}) as Error);
    await expect(register(AbortSignal.abort())).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(demo.mailbox()).toEqual([]);
  });
});

describe('state', () => {
  it('outlives the page in the storage, without any password in it', async () => {
    const storage = memoryStorage();
    await doordeckDemo({storage}).register();
    const stored = storage.items.get('live-api-docs.demo.doordeck') ?? '';
    expect(JSON.parse(stored)).toMatchObject({version: 2, state: {mailbox: [{to: 'ada@example.com'}]}});
    for (const secret of ['correct-horse-battery', 'enigma-machine-1912', 'eyJ']) expect(stored).not.toContain(secret);

    const next = doordeckDemo({storage});
    expect(next.demo.mailbox()).toMatchObject([{to: 'ada@example.com'}]);
    expect((await next.register()).status).toBe(409);
  });

  it.each(['not json', 'null', '{"version":0,"state":{"mailbox":[]}}', '{"version":1}'])(
    'begins anew when the storage holds %s',
    async (kept) => {
      const storage = memoryStorage();
      storage.items.set('live-api-docs.demo.doordeck', kept);
      const {demo, register} = doordeckDemo({storage});
      expect((await register()).status).toBe(200);
      expect(demo.mailbox()).toHaveLength(1);
    },
  );

  it('stays in memory when the storage throws', async () => {
    const refuse = (): never => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const {demo, register} = doordeckDemo({storage: {getItem: refuse, setItem: refuse, removeItem: refuse}});
    expect((await register()).status).toBe(200);
    expect((await register()).status).toBe(409);
    demo.reset();
    expect((await register()).status).toBe(200);
  });

  it('is forgotten on reset, in the storage too', async () => {
    const storage = memoryStorage();
    const {demo, register} = doordeckDemo({storage});
    await register();
    demo.reset();
    expect(storage.items.size).toBe(0);
    expect(demo.mailbox()).toEqual([]);
    expect((await register()).status).toBe(200);
  });

  it('tells its listeners of every change, until they leave', async () => {
    const {demo, register} = doordeckDemo({});
    const sizes: number[] = [];
    const leave = demo.subscribe(() => sizes.push(demo.mailbox().length));
    await register();
    demo.reset();
    leave();
    await register();
    expect(sizes).toEqual([1, 0]);
  });

  it('gives the same mailbox until there is a change', async () => {
    const {demo, register} = doordeckDemo({});
    const empty = demo.mailbox();
    expect(demo.mailbox()).toBe(empty);
    await register();
    expect(demo.mailbox()).not.toBe(empty);
    expect(demo.mailbox()).toBe(demo.mailbox());
  });
});

it('tells its own faults as its own', async () => {
  const demo = exampleDemo([operationOf({})], () => Promise.reject(new Error('The validator broke.')));
  const response = await demo.handle(new Request('https://api.example.com/'));
  expect(response.status).toBe(500);
  expect(await response.text()).toMatch(/The validator broke.*fault of the demo/s);
});

it('never calls fetch, whatever is asked of it', async () => {
  const fetch = vi.fn(() => Promise.reject(new Error('The demo touched the network.')));
  vi.stubGlobal('fetch', fetch);
  for (const id of ['coindroids', 'doordeck']) {
    const api = readOperations(id);
    const demo = createDemo({apiId: id, operations: api.operations, validate: validateBody, latency: () => 0});
    const server = api.servers[0]?.url ?? '';
    let answers = 0;
    for (const {operationId, method, path} of api.operations) {
      for (const body of [undefined, ...Object.values(requestExamples(api, operationId)), {}, 'nonsense']) {
        const init = method === 'GET' || body === undefined ? {method} : {method, body: JSON.stringify(body)};
        const response = await demo.handle(new Request(server + path, init));
        expect(response.status).toBeLessThan(500);
        answers += 1;
      }
    }
    expect((await demo.handle(new Request(`${server}/unknown`))).status).toBe(404);
    expect(answers).toBeGreaterThan(5);
  }
  expect(fetch).not.toHaveBeenCalled();
});

const noProblem = (): Promise<Problem[]> => Promise.resolve([]);
const oneProblem = (): Promise<Problem[]> =>
  Promise.resolve([{name: 'query.limit', keyword: 'type', message: 'Must be a number.'}]);

function exampleDemo(
  operations: Operation[],
  validate: DemoOptions['validate'] = noProblem,
  options: Partial<DemoOptions> = {},
): DemoBackend {
  return createDemo({apiId: 'example', operations, validate, latency: () => 0, ...options});
}

function doordeckDemo(options: Partial<DemoOptions>): {
  demo: DemoBackend;
  register: (signal?: AbortSignal) => Promise<Response>;
} {
  const api = readOperations('doordeck');
  const demo = createDemo({
    apiId: 'doordeck',
    operations: api.operations,
    validate: validateBody,
    latency: () => 0,
    ...options,
  });
  const body = JSON.stringify(requestExamples(api, 'register')['newAccount']);
  return {
    demo,
    register: (signal) =>
      demo.handle(
        new Request('https://api.doordeck.com/auth/register', {method: 'POST', body, ...(signal && {signal})}),
      ),
  };
}

function documented(
  status: string,
  content: Operation['responses'][number]['content'],
): Operation['responses'][number] {
  return {status, description: '', headers: [], content, links: []};
}

function memoryStorage(): DemoStorage & {items: Map<string, string>} {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  };
}
