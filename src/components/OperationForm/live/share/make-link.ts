import type {Field} from '../../../../form/fields.ts';
import type {FormState} from '../../../../form/form-state.ts';
import {readRequest} from '../../../../form/read-request.ts';
import {encodeShareLink} from '../../../../form/share-link.ts';
import type {Operation} from '../../../../model/operation.ts';

/** A link to a request, or the sentence that says why there is none. */
export type SharedLink = {address: string; leavesOut: string[]} | {refusal: string};

interface Shared {
  operation: Operation;
  fields: Field[];
  state: FormState;
  /** The path of the operation's own page. */
  page: string;
}

/** Makes the link to what a form holds, without its secrets. */
export function makeLink({operation, fields, state, page}: Shared): SharedLink {
  const {values, contentType, rawBody} = readRequest(operation, fields, state);
  const made = encodeShareLink(operation, values, {contentType, rawBody});
  if ('refusal' in made) return made;
  return {address: new URL(page + made.fragment, location.href).href, leavesOut: made.leavesOut};
}
