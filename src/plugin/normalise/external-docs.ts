import type {Json} from '../../model/json.ts';
import type {ExternalDocs} from '../../model/operation.ts';
import {objectOf, textOf} from './read.ts';

/** OpenAPI 3.1, External Documentation Object; undefined without an address. */
export function toExternalDocs(value: Json | undefined): ExternalDocs | undefined {
  const object = objectOf(value);
  const url = textOf(object['url']);
  return url === undefined ? undefined : {url, description: textOf(object['description'])};
}
