import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import {readFile} from '../../form/read-file.ts';
import {readForm} from '../../form/read-form.ts';

/**
 * Takes over what the reader typed, checked and chose in the static page before its script ran: React leaves it in the
 * inputs, but does not know of it.
 */
export function adoptTypedValues(form: HTMLFormElement, fields: Field[], store: FormStore): void {
  const controls = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const byName = new Map<string, HTMLElement[]>();
  for (const control of controls) {
    const name = control.dataset['field'] ?? '';
    byName.set(name, [...(byName.get(name) ?? []), control]);
  }
  for (const {field} of readForm(fields, store.state()).present) {
    for (const suffix of field.confirm === undefined ? [''] : ['', '#confirm']) {
      for (const control of byName.get(field.name + suffix) ?? []) adopt(control, field, field.key + suffix, store);
    }
  }
}

function adopt(control: HTMLElement, field: Field, key: string, store: FormStore): void {
  if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    if (control.checked && store.value(key) !== true) store.setValue(key, true);
  } else if (control instanceof HTMLInputElement && control.type === 'radio') {
    if (control.checked && control.value !== (store.value(key) ?? '')) store.setValue(key, control.value || undefined);
  } else if (control instanceof HTMLInputElement && control.type === 'file') {
    const [file] = control.files ?? [];
    if (file !== undefined) void readFile(file).then((read) => store.setValue(key, read));
  } else if (isTyped(control) && field.control !== 'constant') {
    const current = store.value(key) ?? '';
    if (control.value !== '' && control.value !== current) store.setValue(key, control.value);
  }
}

function isTyped(control: HTMLElement): control is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  return (
    control instanceof HTMLInputElement ||
    control instanceof HTMLTextAreaElement ||
    control instanceof HTMLSelectElement
  );
}
