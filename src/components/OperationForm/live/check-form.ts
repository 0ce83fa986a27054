import {messagesByName} from '../../../form/attach-problems.ts';
import {isOfBody, rawKey} from '../../../form/body-field.ts';
import type {Field} from '../../../form/fields.ts';
import type {FormStore} from '../../../form/form-store.ts';
import {validateRequest} from '../../../form/validate-request.ts';
import type {Operation} from '../../../model/operation.ts';

export {readRequest} from '../../../form/read-request.ts';
export {fillForm} from './fill-form.ts';
export {validateRequest};

interface FieldCheck {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  /** Never shows a message that is not there yet. */
  onlyClear?: boolean;
}

/** Checks the whole request again and shows what it says of this one field; of a body as text, all that it says of it. */
export function checkField(name: string, {operation, fields, store, onlyClear = false}: FieldCheck): void {
  const state = store.state();
  const messages = messagesByName(validateRequest(fields, operation, state), fields, state);
  if (name === rawKey) {
    const isInText = ([of]: [string, string]) => isOfBody(of);
    const others = Object.entries(store.errors()).filter((entry) => !isInText(entry));
    store.setErrors(Object.fromEntries([...others, ...Object.entries(messages).filter(isInText)]));
    return;
  }
  const message = messages[name];
  if (onlyClear && message !== undefined) return;
  store.setError(name, message);
}
