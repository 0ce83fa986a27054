import {rawKey} from '../../../../form/body-field.ts';
import type {Field} from '../../../../form/fields.ts';
import {toFormState, withRepeats} from '../../../../form/form-state.ts';
import {leaveOutAllMissing} from '../../../../form/leave-out-missing.ts';
import {decodeShareLink} from '../../../../form/share-link.ts';
import type {Operation} from '../../../../model/operation.ts';
import type {Prefill} from '../../prefill.ts';

/** What a link brought, in words for the reader. */
export interface OpenedLink {
  sentences: string[];
  prefill?: Prefill;
}

/** What a link to a request fills its form with. A broken one fills nothing, and says so. */
export function openLink(operation: Operation, fragment: string): OpenedLink {
  const shared = decodeShareLink(operation, fragment);
  if (shared === undefined) {
    return {sentences: ['This address should fill in the form, but it is damaged or cut off. Nothing was filled in.']};
  }
  const {values, contentType, rawBody, hasChanged} = shared;
  const state = (fields: Field[]) => {
    const held = {
      ...withRepeats(fields, toFormState(fields, values, contentType)),
      ...(rawBody === undefined ? {} : {[rawKey]: rawBody}),
    };
    leaveOutAllMissing(fields, values, held);
    return held;
  };
  return {
    prefill: {origin: 'the link', state, isWhole: true},
    sentences: [
      'The form was filled in by the link that you opened. Nothing has been sent.',
      ...(hasChanged
        ? ['The operation has changed since the link was made: look whether everything is still meant so.']
        : []),
    ],
  };
}
