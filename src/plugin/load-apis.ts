import type {Api} from '../model/operation.ts';
import {loadDocument, type LoadedDocument} from './load-document.ts';
import {toApi} from './normalise/api.ts';
import {OpenApiError, type Problem} from './openapi-error.ts';
import type {ApiOptions} from './options.ts';

/** An API of the site, and the document that it was read from. */
export interface LoadedApi {
  api: Api;
  source: LoadedDocument;
}

/**
 * Reads all documents. Throws one `OpenApiError` with the problems of all of them, when one or more cannot be shown.
 */
export async function loadApis(apis: ApiOptions[], siteDir: string): Promise<LoadedApi[]> {
  const results = await Promise.allSettled(
    apis.map(async (options): Promise<LoadedApi> => {
      const source = await loadDocument(options, siteDir);
      return {api: toApi(options.id, source.document), source};
    }),
  );
  const problems: Problem[] = [];
  const loaded: LoadedApi[] = [];
  for (const result of results) {
    if (result.status === 'fulfilled') loaded.push(result.value);
    else if (result.reason instanceof OpenApiError) problems.push(...result.reason.problems);
    else throw result.reason;
  }
  if (problems.length > 0) throw new OpenApiError(problems);
  return loaded;
}
