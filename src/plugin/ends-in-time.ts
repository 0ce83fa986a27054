import {createContext, Script, type Context} from 'node:vm';
import {isQuick} from '../model/pattern-takes.ts';

const mostMilliseconds = 250;

/**
 * Whether a regular expression says within a moment if it takes a text: some need more steps than anybody can wait for.
 * One that is none ends at once.
 */
export function endsInTime(pattern: string, text: string): boolean {
  if (isQuick(pattern, text)) return true;
  const key = JSON.stringify([pattern, text]);
  const ends = known.get(key) ?? tryOut(pattern, text);
  if (known.size > mostKnown) known.clear();
  known.set(key, ends);
  return ends;
}

const known = new Map<string, boolean>();
const mostKnown = 1_000;

let context: Context | undefined;
const ask = new Script('new RegExp(pattern, "u").test(text)');

function tryOut(pattern: string, text: string): boolean {
  context ??= createContext({});
  Object.assign(context, {pattern, text});
  try {
    ask.runInContext(context, {timeout: mostMilliseconds});
    return true;
  } catch (error) {
    // The error belongs to the context: it is no `Error` of this one.
    const isObject = typeof error === 'object' && error !== null;
    return !(isObject && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT');
  }
}
