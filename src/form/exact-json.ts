import {ExactNumber} from '../model/exact-number.ts';
import type {Json} from '../model/json.ts';
import {isValueObject, toJson} from '../model/values.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {parseJson, type JsonMistake} from './parse-json.ts';

/** JSON numbers as they stand in text that is JSON. */
const numberToken = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Parses JSON as `parseJson` does, but keeps numbers exact where a JavaScript number would change their digits. */
export function parseExactJson(text: string): {value: Value} | JsonMistake {
  const parsed = parseJson(text);
  if (!('value' in parsed)) return parsed;
  const exact: ExactNumber[] = [];
  // A name that no text holds marks the places; strings are passed over as a whole.
  let mark = '#';
  while (text.includes(`"${mark}`)) mark += '#';
  const marked = text.replace(numberToken, (token) => {
    if (token.startsWith('"') || String(Number(token)) === token) return token;
    exact.push(new ExactNumber(token));
    return `"${mark}${exact.length - 1}"`;
  });
  if (exact.length === 0) return parsed;
  return {value: withExact(JSON.parse(marked) as Json, mark, exact)};
}

function withExact(value: Json, mark: string, exact: ExactNumber[]): Value {
  if (typeof value === 'string')
    return value.startsWith(mark) ? (exact[Number(value.slice(mark.length))] ?? value) : value;
  if (Array.isArray(value)) return value.map((item) => withExact(item, mark, exact));
  if (typeof value !== 'object' || value === null) return value;
  const result: ValueObject = {};
  for (const [name, inner] of Object.entries(value)) {
    if (inner !== undefined) define(result, name, withExact(inner, mark, exact));
  }
  return result;
}

/** The JSON text of a value, exact numbers digit by digit; a file by its name. */
export function toJsonText(value: Value, indent = 0): string {
  if (!hasExact(value)) return JSON.stringify(toJson(value), undefined, indent);
  const exact: string[] = [];
  const plain = JSON.stringify(toJson(value), undefined, 0);
  let mark = '#';
  while (plain.includes(`"${mark}`)) mark += '#';
  const marked = (inner: Value): Value => {
    if (inner instanceof ExactNumber) return `${mark}${exact.push(inner.text) - 1}`;
    if (Array.isArray(inner)) return inner.map(marked);
    if (!isValueObject(inner)) return inner;
    const result: ValueObject = {};
    for (const [name, own] of Object.entries(inner)) if (own !== undefined) define(result, name, marked(own));
    return result;
  };
  const text = JSON.stringify(toJson(marked(value)), undefined, indent);
  return text.replace(new RegExp(`"${mark}(\\d+)"`, 'g'), (_, index: string) => exact[Number(index)] ?? '');
}

function hasExact(value: Value): boolean {
  if (value instanceof ExactNumber) return true;
  if (Array.isArray(value)) return value.some(hasExact);
  return isValueObject(value) && Object.values(value).some((inner) => inner !== undefined && hasExact(inner));
}

/** Sets a member whatever its name: `__proto__` is a property like any other in JSON. */
export function define(object: ValueObject, name: string, value: Value): void {
  Object.defineProperty(object, name, {value, enumerable: true, configurable: true, writable: true});
}
