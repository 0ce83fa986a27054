import type {Api} from '../model/operation.ts';
import {makeUnique, toKebabCase} from './normalise/words.ts';

/** The last part of the address of each named schema: its name in kebab-case, with a number where two would be the same. */
export function schemaSlugs({schemas}: Pick<Api, 'schemas'>): ReadonlyMap<string, string> {
  const found = known.get(schemas) ?? makeSlugs(schemas);
  known.set(schemas, found);
  return found;
}

/** What was made before: every page with links asks. */
const known = new WeakMap<Api['schemas'], ReadonlyMap<string, string>>();

function makeSlugs(schemas: Api['schemas']): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(Object.keys(schemas).map((name) => [name, makeUnique(toKebabCase(name) || 'schema', taken)]));
}
