import {parseArgs} from 'node:util';
import {configuredApis} from './configured-apis.ts';
import {validateHttpRequest} from '../src/form/validate-http-request.ts';
import type {Mail} from '../src/model/demo-state.ts';
import type {Api} from '../src/model/operation.ts';
import {loadApi} from '../src/plugin/load-api.ts';
import {buildRequest} from '../src/request/build-request.ts';
import {exampleValues} from '../src/request/example-values.ts';
import {curl} from '../src/request/snippets/curl.ts';
import {createDemoServer} from './demo-server.ts';

const usage = 'Usage: npm run api -- [--port 4010]';

/** Serves the demo back ends of the site's APIs over HTTP until it is told to stop. */
async function serveDemoApi(): Promise<void> {
  const port = readPort();
  const apis = await Promise.all(configuredApis().map((api) => loadApi(api, process.cwd())));
  const server = await createDemoServer({apis, port, validate: validateHttpRequest, onMail: printMail});

  for (const api of apis)
    console.log(`${api.title}: ${server.urlOf(api.id)}\n${curlLine(api, server.urlOf(api.id))}\n`);
  console.log('Everything is kept in memory and gone when this stops. Stop it with Ctrl+C.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function readPort(): number {
  const {values} = parseArgs({options: {port: {type: 'string', default: '4010'}}});
  const port = Number(values.port);
  if (/^\d+$/.test(values.port) && port <= 65_535) return port;
  throw new Error(`--port takes a number from 0 (any free port) to 65535, not "${values.port}". ${usage}`);
}

/** A call that works as pasted: the first operation that has an example of its body, else the first of all. */
function curlLine({operations}: Api, server: string): string {
  const operation = operations.find(({requestBody}) => requestBody !== undefined) ?? operations[0];
  return operation === undefined ? '' : curl.generate(buildRequest(operation, exampleValues(operation), {server}));
}

function printMail(apiId: string, {to, subject, code}: Mail): void {
  console.log(`${apiId} sends an e-mail to ${to}: "${subject}"${code === undefined ? '' : `, code ${code}`}`);
}

serveDemoApi().catch((error: unknown) => {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  const message = error instanceof Error ? error.message : String(error);
  console.error(
    isTaken ? `The port is in use. Choose another one with --port, or any free one with --port 0.` : message,
  );
  process.exitCode = 1;
});
