import type {Operation} from '../model/operation.ts';
import type {RequestValues} from '../model/values.ts';
import type {Field} from './fields.ts';
import {chosenContentType, rawTextOf} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {fromRawText, redactRawText} from './raw-body.ts';
import {readForm} from './read-form.ts';

/** All that a request is made of, but for where it goes and who makes it. */
export interface FormRequest {
  /** While the body is edited as text, its `body` is what the text means; undefined when that cannot be read. */
  values: RequestValues;
  /** The chosen media type of the body; undefined for the first of the operation. */
  contentType: string | undefined;
  /** The body as text, sent as it is; no text is no body. */
  rawBody: string | undefined;
}

/** What a form sends as things are, whether its body is in fields or in text. Throws nothing. */
export function readRequest(operation: Operation, fields: Field[], state: FormState): FormRequest {
  const {values} = readForm(fields, state);
  const contentType = chosenContentType(state);
  const text = rawTextOf(state);
  if (text === undefined) return {values, contentType, rawBody: undefined};
  const read = fromRawText(operation, contentType, text);
  return {
    values: {...values, body: 'value' in read ? read.value : undefined},
    contentType,
    rawBody: text === '' ? undefined : text,
  };
}

/** The same with placeholders for the secrets in a body of text; those among the values are left to who shows them. */
export function withRedactedText(operation: Operation, request: FormRequest): FormRequest {
  const {contentType, rawBody} = request;
  return rawBody === undefined ? request : {...request, rawBody: redactRawText(operation, contentType, rawBody)};
}
