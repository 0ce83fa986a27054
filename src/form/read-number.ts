import {ExactNumber} from '../model/exact-number.ts';

const numberText = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The number that a text means, exact where a JavaScript number would change its digits. Undefined when the text is no
 * number. Of notations that JSON does not have (`+7`, `.5`, `007`) the nearest that it has.
 */
export function readNumber(text: string): number | ExactNumber | undefined {
  const trimmed = text.trim();
  if (!numberText.test(trimmed)) return undefined;
  const json = toJsonNumber(trimmed);
  const number = Number(json);
  return String(number) === json ? number : new ExactNumber(json);
}

function toJsonNumber(text: string): string {
  const [mantissa = '', power] = text.replace(/^\+/, '').split(/e/i);
  const [whole = '', fraction = ''] = mantissa.split('.');
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1').replace(/^-?$/, '$&0');
  return digits + (fraction === '' ? '' : `.${fraction}`) + (power === undefined ? '' : `e${power}`);
}
