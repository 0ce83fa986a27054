import type {Operation} from '../../model/operation.ts';
import type {RequestValues} from '../../model/values.ts';
import type {SnippetOptions} from './write-snippet.ts';

/** What code is made of. */
export interface FilledCall {
  operation: Operation;
  values: RequestValues;
  options: SnippetOptions;
}
