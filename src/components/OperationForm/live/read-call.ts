import type {Field} from '../../../form/fields.ts';
import {isUntouched} from '../../../form/form-state.ts';
import type {FormState} from '../../../form/form-state.ts';
import {readRequest, withRedactedText} from '../../../form/read-request.ts';
import type {Operation} from '../../../model/operation.ts';
import {buildRequest} from '../../../request/build-request.ts';
import {exampleValues} from '../../../request/example-values.ts';
import type {FilledCall} from '../../../request/snippets/filled-call.ts';
import {unsendable, type Unsendable} from '../../../request/unsendable.ts';

/** Where a call goes and who makes it. */
export interface CallSetting {
  operation: Operation;
  fields: Field[];
  server: string;
  credentials: Readonly<Record<string, string>>;
}

/** The call that code is to show; that of an untouched form is the example. */
export function readCall(
  {operation, fields, server, credentials}: CallSetting,
  state: FormState,
  {reveal, documentUrl}: {reveal: boolean; documentUrl: string},
): FilledCall {
  const read = readRequest(operation, fields, state);
  const {values, ...body} = reveal ? read : withRedactedText(operation, read);
  const shown = isUntouched(state) ? exampleValues(operation) : values;
  return {operation, values: shown, options: {server, credentials, ...body, reveal, documentUrl}};
}

/** What of the request a page cannot send. */
export function readUnsendable(setting: CallSetting, state: FormState): Unsendable[] {
  const {operation, fields, server, credentials} = setting;
  const {values, ...body} = readRequest(operation, fields, state);
  return unsendable(buildRequest(operation, values, {server, credentials, ...body}));
}
