import type {Api} from '../model/operation.ts';
import {loadDocument} from './load-document.ts';
import {toApi} from './normalise/api.ts';
import type {ApiOptions} from './options.ts';

/** The API of one document, for whoever needs no page. Throws an `OpenApiError` where it cannot be shown. */
export async function loadApi(options: ApiOptions, siteDir: string): Promise<Api> {
  const {document} = await loadDocument(options, siteDir);
  return toApi(options.id, document);
}
