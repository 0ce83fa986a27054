import {ExactNumber} from '../model/exact-number.ts';
import type {Json} from '../model/json.ts';
import type {Value, ValueObject} from '../model/values.ts';
import {define} from './define-member.ts';
import {parseJson} from './parse-json.ts';
import type {JsonMistake} from './parse-json.ts';

/** JSON read without losing a digit, and the names that stand twice in one object, of which the last has won. */
export interface ExactJson {
  value: Value;
  duplicates: string[];
}

/**
 * Parses JSON (RFC 8259) as `parseJson` does, but a number that a JavaScript number would write in another way becomes an
 * `ExactNumber`: `9007199254740993`, `1.10`, `1e400`. A property may have any name, `__proto__` too.
 */
export function parseExactJson(text: string): ExactJson | JsonMistake {
  const parsed = parseJson(text);
  return 'value' in parsed ? readTokens(text) : parsed;
}

/** The value of text that is known to be JSON, exact as `parseExactJson` has it. Quick where no number needs that. */
export function exactValue(text: string): Value {
  return mayLoseDigits.test(text) ? readTokens(text).value : (JSON.parse(text) as Json);
}

/** What a number looks like that a JavaScript number may write in another way. Text may look so, too. */
const mayLoseDigits = /[\d.]{16}|\.\d*0(?!\d)|\d[eE]|-0|\b0\.0{6}/;

/** One token of text that is known to be JSON. */
const token = /"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+|[{}[\],:]/g;

type Open = {kind: 'array'; items: Value[]} | {kind: 'object'; members: ValueObject; name: string | undefined};

/** Without recursion, for text may be nested deeper than calls may. */
function readTokens(text: string): ExactJson {
  const duplicates: string[] = [];
  const open: Open[] = [];
  let result: Value = null;
  const place = (value: Value): void => {
    const inside = open.at(-1);
    if (inside === undefined) result = value;
    else if (inside.kind === 'array') inside.items.push(value);
    else {
      define(inside.members, inside.name ?? '', value);
      inside.name = undefined;
    }
  };
  for (const [current] of text.matchAll(token)) {
    const inside = open.at(-1);
    if (current === ',' || current === ':') continue;
    if (current === '[') open.push({kind: 'array', items: []});
    else if (current === '{') open.push({kind: 'object', members: {}, name: undefined});
    else if (current === ']' || current === '}') {
      const closed = open.pop();
      if (closed !== undefined) place(closed.kind === 'array' ? closed.items : closed.members);
    } else if (inside?.kind === 'object' && inside.name === undefined) {
      inside.name = JSON.parse(current) as string;
      if (Object.hasOwn(inside.members, inside.name)) duplicates.push(inside.name);
    } else place(scalar(current));
  }
  return {value: result, duplicates: [...new Set(duplicates)]};
}

function scalar(text: string): Value {
  const value = JSON.parse(text) as string | number | boolean | null;
  return typeof value === 'number' && JSON.stringify(value) !== text ? new ExactNumber(text) : value;
}
