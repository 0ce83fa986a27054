import type {MediaType, Operation, Response} from '../model/operation.ts';
import {essence} from '../request/media-type.ts';

/** How a status stands in the document: by itself, in a range such as `4XX`, under `default`, or not at all. */
export type Documented = 'status' | 'range' | 'default' | 'no';

/** The response object that a status falls under (OpenAPI 3.1, Responses Object: the most exact one counts). */
export function findResponse(operation: Operation, status: number): {documented: Documented; response?: Response} {
  const find = (key: string) => operation.responses.find((candidate) => candidate.status.toUpperCase() === key);
  const exact = find(String(status));
  if (exact !== undefined) return {documented: 'status', response: exact};
  const range = find(`${String(status).charAt(0)}XX`);
  if (range !== undefined) return {documented: 'range', response: range};
  const fallback = find('DEFAULT');
  return fallback === undefined ? {documented: 'no'} : {documented: 'default', response: fallback};
}

/** The entry that a media type falls under; an exact one goes before `text/*`, that before any type. */
export function findMediaType(content: MediaType[], mediaType: string): MediaType | undefined {
  const wanted = essence(mediaType);
  const [type = ''] = wanted.split('/');
  return [wanted, `${type}/*`, '*/*']
    .map((key) => content.find((candidate) => essence(candidate.mediaType) === key))
    .find((found) => found !== undefined);
}
