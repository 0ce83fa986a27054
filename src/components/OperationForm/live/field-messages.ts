import type {Field} from '../../../form/fields.ts';
import type {FormStore} from '../../../form/form-store.ts';
import {validateRequest} from '../../../form/validate-request.ts';
import type {Operation} from '../../../model/operation.ts';
import type {Problem} from '../../../model/values.ts';

/** The first message of each field. A problem inside of a value that one field holds whole is that field's. */
export function byField(problems: Problem[], fields: Field[]): Record<string, string> {
  const names = fields.flatMap(namesOf);
  const messages: Record<string, string> = {};
  for (const {name, message} of problems) {
    const field =
      names.find((candidate) => candidate === name) ?? names.find((candidate) => name.startsWith(`${candidate}.`));
    if (field !== undefined) messages[field] ??= message;
  }
  return messages;
}

/** The problems that no field can show: they are about the whole request, or a place without a field. */
export function withoutField(problems: Problem[], fields: Field[]): Problem[] {
  const names = fields.flatMap(namesOf);
  return problems.filter(
    ({name}) => !names.some((candidate) => candidate === name || name.startsWith(`${candidate}.`)),
  );
}

interface FormRef {
  readonly current: HTMLFormElement | null;
}

interface FieldCheck {
  operation: Operation;
  fields: Field[];
  store: FormStore;
  /** Never shows a message that is not there yet. */
  onlyClear?: boolean;
}

/** Checks the whole request again and shows what it says of this one field. */
export function checkField(name: string, {operation, fields, store, onlyClear = false}: FieldCheck): void {
  const message = byField(validateRequest(fields, operation, store.state()), fields)[name];
  if (onlyClear && message !== undefined) return;
  store.setError(name, message);
}

/** Moves the focus to the first control, in the order of the page, that a problem is about. */
export function focusFirst(form: FormRef, problems: Problem[]): void {
  const controls = [...(form.current?.querySelectorAll<HTMLElement>('[data-field], [name^="authorization."]') ?? [])];
  const first = controls.find((control) => {
    const name = control.dataset['field'] ?? control.getAttribute('name') ?? '';
    return problems.some((problem) => problem.name === name || problem.name.startsWith(`${name}.`));
  });
  first?.focus();
}

/** Moves the focus to the button that sends, and brings it into sight. */
export function focusSubmit(form: FormRef): void {
  const button = form.current?.querySelector<HTMLButtonElement>('button[type="submit"]');
  button?.focus();
  button?.scrollIntoView({block: 'nearest'});
}

function namesOf(field: Field): string[] {
  if (field.children !== undefined) return field.children.flatMap(namesOf);
  return field.confirm === undefined ? [field.name] : [field.name, `${field.name}#confirm`];
}
