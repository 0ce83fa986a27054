import {membersOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import {isNamed} from './place-values.ts';

/**
 * The fields that a page wants to show, by name (`body.email`) or bare name (`email`): all when nothing is said. Of a body
 * that is a group, only the members that are named; what is not shown keeps its value and is sent.
 */
export function chooseFields(fields: Field[], shown: readonly string[] | undefined): Field[] {
  if (shown === undefined) return fields;
  return fields.flatMap((field) => {
    if (shown.some((name) => isNamed(field, name))) return [field];
    if (field.in !== 'body' || field.control !== 'group') return [];
    const only = membersOf(field)
      .filter((inner) => shown.some((name) => isNamed(inner, name) || name.startsWith(`${inner.name}.`)))
      .map(({name}) => name);
    return only.length === 0 ? [] : [{...field, place: {...field.place, only}}];
  });
}
