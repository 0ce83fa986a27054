import type {JsonObject} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import type {BasicCredentials} from './basic-credentials.ts';
import {isAscii, separateBasic} from './basic-credentials.ts';
import type {BodyChunk, FormField} from './body-chunks.ts';
import {bodyChunks, plainFormFields, withoutContentType} from './body-chunks.ts';
import {plainJsonBody} from './json-text.ts';
import {languageNames} from './language-names.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, quote, writeLiteral} from './literal.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Python 3 with the package requests. */
export const python: SnippetLanguage = {
  ...languageNames.python,
  comment: (line) => `# ${line}`,
  answersDigest: true,
  generate(http, snippetCall) {
    const hasDigest = snippetCall?.hasDigest === true;
    const {basic, headers: others} = separateBasic(http.headers, !hasDigest);
    const {imports = [], statements = [], argument, headers} = bodyOf({...http, headers: others});
    const auth = hasDigest ? 'HTTPDigestAuth("YOUR_USERNAME", "YOUR_PASSWORD")' : basic && basicTuple(basic);
    return [
      ...imports,
      ...(imports.length > 0 ? [''] : []),
      'import requests  # pip install requests',
      ...(hasDigest ? ['from requests.auth import HTTPDigestAuth'] : []),
      '',
      ...statements,
      ...(statements.length > 0 ? [''] : []),
      `response = ${call({...http, headers}, argument, auth)}`,
      '',
      'print(response.status_code)',
      'print(response.text)',
    ].join('\n');
  },
};

/** A string literal in double quotes. */
export function quotePython(text: string): string {
  return quote(text, '"', (codePoint) => {
    if (codePoint > 0xffff) return `\\U${hex(codePoint, 8)}`;
    return codePoint > 0xff ? `\\u${hex(codePoint, 4)}` : `\\x${hex(codePoint, 2)}`;
  });
}

const step = '    ';

const syntax: LiteralSyntax = {
  text: quotePython,
  key: (name) => `${quotePython(name)}: `,
  true: 'True',
  false: 'False',
  null: 'None',
};

const functions = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

function call(http: HttpRequest, body: string | undefined, auth: string | undefined): string {
  const named = functions.includes(http.method);
  const headers: JsonObject = Object.fromEntries(http.headers);
  const argumentsOfCall = [
    ...(named ? [] : [quotePython(http.method)]),
    quotePython(http.url),
    ...(http.headers.length === 0 ? [] : [`headers=${writeLiteral(headers, syntax, step, step)}`]),
    ...(body === undefined ? [] : [body]),
    ...(auth === undefined ? [] : [`auth=${auth}`]),
    // Unlike its siblings, `requests.head` stays where it is redirected from.
    ...(http.method === 'HEAD' ? ['allow_redirects=True'] : []),
  ];
  const name = named ? http.method.toLowerCase() : 'request';
  if (argumentsOfCall.length === 1) return `requests.${name}(${argumentsOfCall[0] ?? ''})`;
  return `requests.${name}(\n${argumentsOfCall.map((line) => `${step}${line},\n`).join('')})`;
}

/** Of text, requests would take the bytes of Latin-1. */
function basicTuple({user, password}: BasicCredentials): string {
  const write = (text: string) => quotePython(text) + (isAscii(text) ? '' : '.encode()');
  return `(${write(user)}, ${write(password)})`;
}

interface PythonBody {
  imports?: string[];
  /** What stands before the call. */
  statements?: string[];
  argument?: string;
  headers: HttpRequest['headers'];
}

function bodyOf(http: HttpRequest): PythonBody {
  const {headers, body} = http;
  if (body === undefined) return {headers};
  const json = plainJsonBody(http);
  if (json !== undefined) {
    return {
      imports: ['import json'],
      statements: [`payload = ${writeLiteral(json, syntax, step)}`],
      argument: `data=${dumps}`,
      headers,
    };
  }
  const fields = plainFormFields(http);
  if (fields !== undefined) {
    return {
      statements: ['files = [', ...fields.map((field) => `${step}${fileTuple(field)},`), ']'],
      argument: 'files=files',
      headers: withoutContentType(headers),
    };
  }
  const chunks = bodyChunks(body);
  const hasFile = chunks.some(({kind}) => kind === 'file');
  const imports = hasFile ? ['from pathlib import Path'] : [];
  const pieces = chunks.map(bytesExpression);
  if (pieces.length <= 1) return {imports, argument: `data=${pieces[0] ?? '""'}`, headers};
  return {
    imports,
    statements: ['body = b"".join([', ...pieces.map((piece) => `${step}${piece},`), '])'],
    argument: 'data=body',
    headers,
  };
}

/** As compact as `JSON.stringify` writes it; the argument `json=` would send blanks and ASCII escapes. */
const dumps = 'json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()';

/** A field of a form as `files=` takes it: without a file name it is a plain field. */
function fileTuple(field: FormField): string {
  const name = quotePython(field.name);
  if (field.kind === 'text') return `(${name}, (None, ${quotePython(field.text)}))`;
  const file = quotePython(field.fileName);
  return `(${name}, (${file}, open(${file}, "rb"), ${quotePython(field.contentType)}))`;
}

function bytesExpression(chunk: BodyChunk): string {
  if (chunk.kind === 'file') return `Path(${quotePython(chunk.fileName)}).read_bytes()`;
  return `${quotePython(chunk.text)}.encode()`;
}
