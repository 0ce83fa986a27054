import type * as Sending from './sending.ts';

/**
 * What works with what is filled in: reads it, checks it, writes its code. In one file, for all of it is needed as soon as
 * something is typed, and its parts have much in common.
 */
export {loadCodeWriter} from '../../CodePanel/write-code.ts';
export {checkField, fillForm, readRequest, validateRequest} from './check-form.ts';
export {readCall, readUnsendable} from './read-call.ts';

/** What comes with the first send. Rejects when it cannot be fetched. */
export function loadSending(): Promise<typeof Sending> {
  return import('./sending.ts');
}
