import {isOfBody, rawKey} from '../../../form/body-field.ts';
import type {Field} from '../../../form/fields.ts';
import {withMembers} from '../../../form/field-parts.ts';
import {nearestName} from '../../../form/nearest-name.ts';
import type {Problem} from '../../../model/values.ts';

/** The problems that no field can show: they are about the whole request, or a place without a field. */
export function withoutField(problems: Problem[], fields: Field[]): Problem[] {
  const known = fields
    .flatMap((field) => withMembers(field))
    // A body with fields is not a field itself.
    .filter(({control, path}) => control !== 'group' || path.length > 0);
  const names = new Set(
    known.flatMap(({name, confirm}) => (confirm === undefined ? [name] : [name, `${name}#confirm`])),
  );
  return problems.filter(({name}) => nearestName(name, names) === undefined);
}

interface FormRef {
  readonly current: HTMLFormElement | null;
}

/**
 * Moves the focus to the first control, in the order of the page, that a problem is about. Groups with messages open
 * themselves first.
 */
export function focusFirst(form: FormRef, problems: Problem[]): void {
  setTimeout(() => {
    const controls = [...(form.current?.querySelectorAll<HTMLElement>('[data-field], [name^="authorization."]') ?? [])];
    const nameOf = (control: HTMLElement) => control.dataset['field'] ?? control.getAttribute('name') ?? '';
    const names = new Set(controls.map(nameOf));
    const ofText = (name: string) => (isOfBody(name) && names.has(rawKey) ? rawKey : undefined);
    const wanted = new Set(problems.map(({name}) => ofText(name) ?? nearestName(name, names)));
    controls.find((control) => wanted.has(nameOf(control)))?.focus();
  });
}

/** Moves the focus to the button that sends, and brings it into sight. */
export function focusSubmit(form: FormRef): void {
  const button = form.current?.querySelector<HTMLButtonElement>('button[type="submit"]');
  button?.focus();
  button?.scrollIntoView({block: 'nearest'});
}
