import type {Problem} from '../model/values.ts';
import type {Field} from './fields.ts';
import {rowsOf} from './field-parts.ts';
import {isOfBody} from './body-field.ts';
import {rawTextOf} from './form-state.ts';
import type {FormState} from './form-state.ts';
import {entryKeyName, readForm} from './read-form.ts';
import {nearestName} from './nearest-name.ts';

/**
 * The first message of each control that is there now, by its name. A problem inside of what one field holds whole, or of
 * a group that is not begun, is that field's. A body that is edited as text has no such fields: its messages keep their names.
 */
export function messagesByName(problems: Problem[], fields: Field[], state: FormState): Record<string, string> {
  const names = controlNames(fields, state);
  const messages: Record<string, string> = {};
  for (const {name, message} of problems) {
    const control = rawTextOf(state) !== undefined && isOfBody(name) ? name : nearestName(name, names);
    if (control !== undefined) messages[control] ??= message;
  }
  return messages;
}

/** The names of all controls that are there now, second entries and keys of maps among them. */
function controlNames(fields: Field[], state: FormState): Set<string> {
  const names = new Set<string>();
  for (const {field} of readForm(fields, state).present) {
    names.add(field.name);
    if (field.confirm !== undefined) names.add(`${field.name}#confirm`);
    if (field.control === 'group')
      (rowsOf(field, state) ?? []).forEach((_, row) => names.add(entryKeyName(field, row)));
  }
  return names;
}
