import {parseArgs} from 'node:util';
import {configuredApis} from './configured-apis.ts';
import {chooseApis} from './drift/choose-apis.ts';
import {describeReport, toReport, type ApiDrift} from './drift/describe-drift.ts';
import {makeCall, type CallResult} from './drift/make-call.ts';
import {planCalls} from './drift/plan-calls.ts';
import {loadApi} from '../src/plugin/load-api.ts';
import type {Api, Operation} from '../src/model/operation.ts';

const usage = `npm run --silent drift -- --server https://api.example.com [API|FILE…] [options]
  Sends the examples of the documents to a server and tells where its replies differ from the documentation.
  Only calls that change nothing are made. Exit code: 0 as documented, 1 different or no reply, 2 wrong use.

  --server URL           where to; {api} in it stands for the id of each API
  --credential NAME=V    for the security scheme NAME; $VARIABLE as V is read from the environment
  --also OPERATION_ID    send this operation too although its method may change data
  --timeout SECONDS      for each call (30)
  --json                 one JSON object instead of text`;

async function main(): Promise<number> {
  const {values, positionals} = parseArgs({
    allowPositionals: true,
    options: {
      server: {type: 'string'},
      credential: {type: 'string', multiple: true, default: []},
      also: {type: 'string', multiple: true, default: []},
      timeout: {type: 'string', default: '30'},
      json: {type: 'boolean', default: false},
    },
  });
  if (values.server === undefined) throw new Error(usage);
  const timeoutMs = readTimeout(values.timeout);
  const credentials = Object.fromEntries(values.credential.map(readCredential));
  const compared = chooseApis(await loadNamed(positionals), values.server);
  const operations = compared.flatMap(({api}) => api.operations);
  refuseUnknown(
    '--also',
    values.also,
    operations.map(({operationId}) => operationId),
  );
  refuseUnknown('--credential', Object.keys(credentials), operations.flatMap(schemeNames));

  const apis: ApiDrift[] = [];
  for (const {api, server} of compared) {
    const calls: CallResult[] = [];
    // One after the other: the server is somebody's.
    for (const call of api.operations.flatMap((operation) => planCalls(operation, {credentials, also: values.also}))) {
      calls.push(await makeCall(call, {server, credentials, timeoutMs}));
    }
    apis.push({api: api.id, server, calls});
  }
  const report = toReport(apis);
  console.log(values.json ? JSON.stringify(report) : describeReport(report));
  return report.ok ? 0 : 1;
}

/** The APIs of these ids or files; without any, all of the site. */
async function loadNamed(names: string[]): Promise<Api[]> {
  const configured = configuredApis();
  const wanted = names.map((name) => configured.find(({id}) => id === name) ?? {id: idOf(name), spec: name});
  return Promise.all((names.length === 0 ? configured : wanted).map((api) => loadApi(api, process.cwd())));
}

/** `openapi/museum.yaml` → `museum`. */
function idOf(file: string): string {
  const name = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'api'
  );
}

function readCredential(text: string): [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new Error(`--credential takes NAME=VALUE, not "${text}".`);
  if (!value.startsWith('$')) return [name, value];
  const found = process.env[value.slice(1)];
  if (found === undefined) throw new Error(`--credential ${name}: the environment has no ${value.slice(1)}.`);
  return [name, found];
}

function readTimeout(text: string): number {
  const seconds = Number(text);
  if (seconds > 0 && seconds <= 3600) return seconds * 1000;
  throw new Error(`--timeout takes seconds, from above 0 to 3600, not "${text}".`);
}

function schemeNames({securitySchemes}: Operation): string[] {
  return Object.keys(securitySchemes);
}

function refuseUnknown(option: string, given: string[], known: string[]): void {
  const unknown = given.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new Error(`${option} ${unknown}: no document has it. There are: ${[...new Set(known)].join(', ') || 'none'}.`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  },
);
