import {describe, expect, it} from 'vitest';
import {createDemo} from '../../src/demo/index.ts';
import type {Operation} from '../../src/model/operation.ts';
import {documentedChoices, networkChoices} from '../../src/model/simulation.ts';
import type {Simulation} from '../../src/model/simulation.ts';
import {loadApi} from '../../src/plugin/load-api.ts';
import {contractProblems} from '../support/contract.ts';

/** Every documented response can be simulated, for our own documents and for those of others. */

const documents = {
  coindroids: 'openapi/coindroids.yaml',
  doordeck: 'openapi/doordeck.yaml',
  galaxy: 'node_modules/@scalar/galaxy/dist/latest.yaml',
  petstore: 'node_modules/@readme/oas-examples/3.0/json/petstore.json',
  responses: 'node_modules/@readme/oas-examples/3.0/json/response-examples.json',
  trainTravel: 'node_modules/@readme/oas-examples/3.1/json/train-travel.json',
};

describe.each(Object.entries(documents))('%s', async (id, spec) => {
  const {operations} = await loadApi({id, spec}, process.cwd());

  it.each(operations)(
    '$method $path: each documented response is as documented, and the same each time',
    async (one) => {
      const choices = documentedChoices(one);
      expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length);
      for (const {status} of one.responses) expect(choices.some(({label}) => label === status)).toBe(true);
      // Some documents promise a body for 204, which cannot have one (RFC 9110, section 15.3.5).
      for (const {simulation} of choices.filter(({label}) => label !== '204' || !promisesBody(one, label))) {
        const response = await simulate(one, simulation);
        expect(await contractProblems(one, response)).toEqual([]);
        const again = await simulate(one, simulation);
        expect([again.status, [...again.headers], await again.text()]).toEqual([
          response.status,
          [...response.headers],
          await response.text(),
        ]);
      }
    },
  );

  it.each(operations)('$method $path: a malformed reply is not what it says it is', async (one) => {
    const response = await simulate(one, {kind: 'malformed'});
    expect(response.headers.get('content-type')).toMatch(/json/);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });
});

describe('the network', async () => {
  const {operations} = await loadApi({id: 'doordeck', spec: documents.doordeck}, process.cwd());
  const account = operations.find(({operationId}) => operationId === 'getUserDetails');
  if (account === undefined) throw new Error('The document has no getUserDetails.');

  it('is offline', async () => {
    await expect(simulate(account, {kind: 'offline'})).rejects.toThrow(/offline/);
  });

  it('drops in the middle of a reply', async () => {
    const response = await simulate(account, {kind: 'dropped'});
    await expect(response.arrayBuffer()).rejects.toThrow(/dropped/);
  });

  it('is slow, and can be given up at once', async () => {
    const controller = new AbortController();
    const start = performance.now();
    setTimeout(() => controller.abort(), 50);
    await expect(simulate(account, {kind: 'slow'}, controller.signal)).rejects.toThrow();
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('can fail in four ways', () => {
    expect(networkChoices.map(({id}) => id)).toEqual(['slow', 'offline', 'dropped', 'malformed']);
  });
});

function promisesBody({responses}: Operation, status: string): boolean {
  return responses.some((response) => response.status === status && response.content.length > 0);
}

function simulate(operation: Operation, simulation: Simulation, signal?: AbortSignal): Promise<Response> {
  const demo = createDemo({
    apiId: operation.apiId,
    operations: [operation],
    baseUrl: 'https://api.example.com',
    validate: () => Promise.resolve([]),
    latency: () => 0,
    simulation: () => simulation,
  });
  const path = operation.path.replaceAll(/\{[^}]+\}/g, '1');
  const method = operation.method === 'TRACE' ? 'GET' : operation.method;
  return demo.handle(new Request(`https://api.example.com${path}`, {method, ...(signal && {signal})}));
}
