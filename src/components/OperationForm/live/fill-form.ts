import type {Field} from '../../../form/fields.ts';
import {rawTextOf} from '../../../form/form-state.ts';
import type {FormState} from '../../../form/form-state.ts';
import type {FormStore} from '../../../form/form-store.ts';
import {fillState, switchToFields} from '../../../form/raw-state.ts';
import type {Operation} from '../../../model/operation.ts';

/** What is laid into a form, or takes the place of all that it holds. */
interface Filling {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  incoming: FormState;
  isWhole: boolean;
  /** Whether the form can show a body as text. */
  isTextShown: boolean;
}

/** Fills a form in one step, which can be undone. A form that shows no text gets what the text means. */
export function fillForm({operation, fields, store, incoming, isWhole, isTextShown}: Filling): void {
  const next = fillState(operation, fields, store.state(), {incoming, isWhole});
  const isFitting = isTextShown || rawTextOf(next) === undefined;
  store.replace(isFitting ? next : switchToFields(operation, fields, next).state, 'filling in');
}
