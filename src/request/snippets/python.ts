import type {Json, JsonObject} from '../../model/json.ts';
import {isJsonObject} from '../../model/json.ts';
import type {HttpRequest} from '../http-request.ts';
import {jsonBody} from './json-text.ts';
import type {LiteralSyntax} from './literal.ts';
import {hex, quote, writeLiteral} from './literal.ts';
import type {SnippetLanguage} from './snippet-language.ts';

/** Python 3 with the package requests. */
export const python: SnippetLanguage = {
  language: 'python',
  label: 'Python',
  grammar: 'python',
  title: 'request.py',
  generate(http) {
    const json = structuredBody(http);
    return [
      ...(json === undefined ? [] : ['import json', '']),
      'import requests',
      '',
      ...(json === undefined ? [] : [`payload = ${writeLiteral(json, syntax, step)}`, '']),
      `response = ${call(http, json !== undefined)}`,
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

function call(http: HttpRequest, isStructured: boolean): string {
  const named = functions.includes(http.method);
  const headers: JsonObject = Object.fromEntries(http.headers);
  const argumentsOfCall = [
    ...(named ? [] : [quotePython(http.method)]),
    quotePython(http.url),
    ...(http.headers.length === 0 ? [] : [`headers=${writeLiteral(headers, syntax, step, step)}`]),
    ...(http.body === undefined ? [] : [`data=${isStructured ? dumps : `${quotePython(http.body.text)}.encode()`}`]),
    // Unlike its siblings, `requests.head` stays where it is redirected from.
    ...(http.method === 'HEAD' ? ['allow_redirects=True'] : []),
  ];
  const name = named ? http.method.toLowerCase() : 'request';
  if (argumentsOfCall.length === 1) return `requests.${name}(${argumentsOfCall[0] ?? ''})`;
  return `requests.${name}(\n${argumentsOfCall.map((line) => `${step}${line},\n`).join('')})`;
}

/** As compact as `JSON.stringify` writes it; the argument `json=` would send blanks and ASCII escapes. */
const dumps = 'json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()';

/** The body for a Python literal: an object or list whose every part Python's `json` writes as JavaScript does. */
function structuredBody(http: HttpRequest): Json | undefined {
  const value = jsonBody(http);
  return typeof value === 'object' && value !== null && isSameInPython(value) ? value : undefined;
}

function isSameInPython(value: Json): boolean {
  if (typeof value === 'number') return isNumberSameInPython(value);
  if (typeof value === 'string') return !/\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.every(isSameInPython);
  if (!isJsonObject(value)) return true;
  return Object.entries(value).every(([name, member]) => isSameInPython(name) && isSameInPython(member ?? null));
}

/** Python turns to exponents sooner than JavaScript and pads them with zeros. */
function isNumberSameInPython(value: number): boolean {
  return /^-?\d+(\.\d+)?$/.test(String(value)) && (Number.isInteger(value) || Math.abs(value) >= 1e-4);
}
