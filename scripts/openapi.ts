import {parseArgs} from 'node:util';
import {checkCommand} from './openapi/check-command.ts';
import {markdownCommand} from './openapi/markdown-command.ts';

const usage = `npm run --silent openapi -- check FILE… [--json]
  Tells every problem of OpenAPI documents and what is in them; exit code 1 when one cannot be used.
  --json: one object a line for each file.

npm run --silent openapi -- markdown FILE [operationId]
  Prints the page of the API, or of one operation, as Markdown.`;

/** Where the files are that the arguments name: npm runs scripts in the project's folder, and says where it was called. */
const folder = process.env['INIT_CWD'] ?? process.cwd();

async function main(): Promise<number> {
  const {values, positionals} = parseArgs({allowPositionals: true, options: {json: {type: 'boolean', default: false}}});
  const [command, ...rest] = positionals;
  const [file, operationId] = rest;
  if (command === 'check' && file !== undefined) return checkCommand(rest, folder, values.json);
  if (command === 'markdown' && file !== undefined && rest.length <= 2)
    return markdownCommand(file, operationId, folder);
  console.error(usage);
  return 2;
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
