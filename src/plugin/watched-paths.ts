import {dirname, join, resolve} from 'node:path';
import type {LoadedApi} from './load-apis.ts';
import {ruleFiles} from './load-document.ts';
import type {ResolvedOptions} from './options.ts';

/**
 * What a change must reload: every file that the documents were read from, those that a later edit may draw in from
 * beside them, and the lint rules.
 */
export function watchedPaths({apis}: ResolvedOptions, loaded: LoadedApi[], siteDir: string): string[] {
  const documents = apis.map(({spec}) => resolve(siteDir, spec));
  const folders = documents.map(dirname).filter((folder) => folder !== resolve(siteDir));
  return [
    ...new Set([
      ...documents,
      ...loaded.flatMap(({source}) => source.files).filter((file) => !/^https?:/.test(file)),
      ...folders.map((folder) => join(folder, '**/*.{yaml,yml,json}')),
      ...ruleFiles(siteDir),
    ]),
  ];
}
