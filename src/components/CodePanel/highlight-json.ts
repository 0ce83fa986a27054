import {markCode, type Grammar} from './mark-code.ts';

const text = String.raw`"(?:\\.|[^"\\])*"`;

const json: Grammar = [
  ['name', String.raw`${text}(?=:)`],
  ['text', text],
  ['number', String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`],
  ['keyword', 'true|false|null'],
];

/** JSON text (RFC 8259) as HTML: each line an element, in it the parts that have a colour. */
export function highlightJson(code: string): string {
  return markCode(code, json);
}
