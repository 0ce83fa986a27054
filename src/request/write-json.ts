import {ExactNumber} from '../model/exact-number.ts';
import {FileValue} from '../model/file-value.ts';
import {isValueObject} from '../model/values.ts';
import type {Value} from '../model/values.ts';
import {base64} from './base64.ts';

/**
 * JSON text of a value (RFC 8259): exact numbers digit by digit, files in Base64, members that are left out not at all.
 * With `indent`, each member and item stands on a line of its own, as `JSON.stringify` has it.
 */
export function writeJson(value: Value, indent = 0): string {
  return write(value, indent, '\n');
}

function write(value: Value, indent: number, newLine: string): string {
  if (value instanceof ExactNumber) return value.text;
  if (value instanceof FileValue) return JSON.stringify(base64(value.bytes));
  const inner = newLine + ' '.repeat(indent);
  if (Array.isArray(value)) {
    return list(
      '[',
      ']',
      [...value].map((item) => write(item, indent, inner)),
      indent,
      newLine,
    );
  }
  if (!isValueObject(value)) return JSON.stringify(value);
  const colon = indent === 0 ? ':' : ': ';
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [JSON.stringify(name) + colon + write(member, indent, inner)],
  );
  return list('{', '}', members, indent, newLine);
}

function list(open: string, close: string, parts: string[], indent: number, newLine: string): string {
  if (parts.length === 0 || indent === 0) return open + parts.join(',') + close;
  const inner = newLine + ' '.repeat(indent);
  return open + inner + parts.join(`,${inner}`) + newLine + close;
}
