import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';

/**
 * Takes over what the reader typed into the static page before its script ran: React leaves such text in the inputs,
 * but does not know of it.
 */
export function adoptTypedValues(form: HTMLFormElement, fields: Field[], store: FormStore): void {
  for (const name of fields.flatMap(controlNames)) {
    const control = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (control instanceof HTMLInputElement && control.type === 'checkbox') {
      if (control.checked) store.setValue(name, true);
    } else if (control instanceof HTMLInputElement && control.type === 'radio') {
      continue;
    } else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ) {
      const current = store.value(name) ?? '';
      if (control.value !== '' && control.value !== current) store.setValue(name, control.value);
    }
  }
}

function controlNames(field: Field): string[] {
  if (field.children !== undefined) return field.children.flatMap(controlNames);
  return field.confirm === undefined ? [field.name] : [field.name, `${field.name}#confirm`];
}
