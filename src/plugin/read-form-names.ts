import {statSync} from 'node:fs';
import {resolve} from 'node:path';
import {formNames, type FormName} from './form-names.ts';
import {readDocument} from './load-document.ts';
import {createContext} from './normalise/context.ts';
import {nameOperations} from './normalise/name-operations.ts';
import type {ApiOptions} from './options.ts';

/**
 * Makes the function that reads the names of all forms from the documents themselves. A document is read again when its
 * file has changed; while one cannot be read, the last names stand, for the reference says what is wrong with it.
 */
export function createReadFormNames(apis: ApiOptions[]): (siteDir: string) => Promise<FormName[]> {
  let last: {version: string; names: Promise<FormName[]>} | undefined;
  return async (siteDir) => {
    const version = JSON.stringify(apis.map(({spec}) => [siteDir, changeOf(resolve(siteDir, spec))]));
    if (last?.version === version) return last.names;
    const before = last;
    last = {version, names: readNames(apis, siteDir)};
    if (before !== undefined) last.names = last.names.catch(() => before.names);
    return last.names;
  };
}

async function readNames(apis: ApiOptions[], siteDir: string): Promise<FormName[]> {
  const owners = await Promise.all(
    apis.map(async (options) => {
      const document = await readDocument(options, siteDir);
      return {id: options.id, operations: nameOperations(createContext(options.id, options.id, document))};
    }),
  );
  return formNames(owners);
}

/** Changes whenever the file does. */
function changeOf(path: string): string {
  const stats = statSync(path, {throwIfNoEntry: false});
  return stats === undefined ? 'missing' : `${stats.mtimeMs}:${stats.size}`;
}
