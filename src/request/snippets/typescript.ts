import type {Json} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {fetchLines, fetchRefusal, javaScriptSyntax, quoteJavaScript, withBasicCall} from './javascript.ts';
import {languageNames} from './language-names.ts';
import {writeLiteral} from './literal.ts';
import {openApiFetchInit} from './openapi-fetch-call.ts';
import type {OpenApiFetchInit} from './openapi-fetch-call.ts';
import type {SnippetCall, SnippetLanguage} from './snippet-language.ts';

/**
 * TypeScript with openapi-fetch and the types of the document. Where openapi-fetch would send something else, or the
 * types do not admit what is to be sent, `fetch` itself.
 */
export const typescript: SnippetLanguage = {
  ...languageNames.typescript,
  comment: (line) => `// ${line}`,
  refusal: fetchRefusal,
  generate(http, call) {
    const init = call === undefined ? 'needs the OpenAPI document' : openApiFetchInit(http, call);
    if (call !== undefined && typeof init === 'object') return clientProgram(http, init, call);
    const [imports, statements] = separateImports(fetchLines(http));
    return [
      `// fetch itself, for openapi-fetch ${typeof init === 'string' ? init : ''}.`,
      ...imports,
      ...(imports.length > 0 ? [''] : []),
      ...statements.map((line) => line.replace(/^const response = /, 'const response: Response = ')),
      '',
      'const text: string = await response.text();',
      'console.log(response.status);',
      'console.log(text);',
      ...(imports.length > 0 ? [] : [...asModule]),
    ].join('\n');
  },
};

/** Only in a module may `await` stand outside of a function. */
const asModule = ['', 'export {};'];

function separateImports(lines: string[]): [imports: string[], statements: string[]] {
  const imports = lines.filter((line) => line.startsWith('import '));
  const statements = lines.slice(imports.length);
  return [imports, statements[0] === '' ? statements.slice(1) : statements];
}

function clientProgram(http: HttpRequest, init: OpenApiFetchInit, call: SnippetCall): string {
  const {operation, server, documentUrl} = call;
  const types = `${operation.apiId}.d.ts`;
  const literal = withBasicCall(writeLiteral(toJson(init), javaScriptSyntax, '  '), http.headers);
  const argument = Object.keys(init).length === 0 ? '' : `, ${literal}`;
  return [
    '// npm install openapi-fetch',
    `// npx openapi-typescript ${documentUrl} --output ${types}`,
    `import createClient from 'openapi-fetch';`,
    `import type {paths} from ${quoteJavaScript(`./${types}`)};`,
    '',
    `const client = createClient<paths>({baseUrl: ${quoteJavaScript(server)}});`,
    `const {data, error, response} = await client.${http.method}(${quoteJavaScript(operation.path)}${argument});`,
    '',
    'console.log(response.status);',
    'console.log(data ?? error);',
  ].join('\n');
}

function toJson({params, headers, body, parseAs}: OpenApiFetchInit): Json {
  return {
    ...(params === undefined ? {} : {params: {...params}}),
    ...(headers === undefined ? {} : {headers}),
    ...(body === undefined ? {} : {body}),
    ...(parseAs === undefined ? {} : {parseAs}),
  };
}
