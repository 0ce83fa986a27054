import {useContext, useMemo, type ReactNode} from 'react';
import {chooseFields} from '../../form/choose-fields.ts';
import {membersOf} from '../../form/field-parts.ts';
import type {Field} from '../../form/fields.ts';
import {isNamed} from '../../form/place-values.ts';
import FieldView from './fields/FieldView.tsx';
import {FieldContext} from './fields/field-context.ts';

/**
 * One field of the form around it, where a page wants it.
 *
 * @throws Error when the form has no such field: the build of a page stops there
 */
export function FieldSlot({name}: {name: string}): ReactNode {
  const {fields} = useContext(FieldContext);
  const field = useMemo(() => findField(fields, name), [fields, name]);
  if (field === undefined) {
    const names = topFields(fields).map(({path, name: whole}) => path.join('.') || whole);
    throw new Error(`There is no field "${name}" here. The form around it has ${names.join(', ') || 'no fields'}.`);
  }
  return <FieldView field={field} />;
}

/** The fields of the form around it in their order, without those that the page shows elsewhere. */
export function FieldsSlot({except = []}: {except?: readonly string[]}): ReactNode {
  const {fields} = useContext(FieldContext);
  const names = topFields(fields)
    .filter((field) => !except.some((name) => isNamed(field, name)))
    .map(({name}) => name);
  return chooseFields(fields, names).map((field) => <FieldView key={field.key} field={field} />);
}

/** Parameters, and the members of a body that is a group. */
function topFields(fields: Field[]): Field[] {
  return fields.flatMap((field) => (field.in === 'body' && field.control === 'group' ? membersOf(field) : [field]));
}

function findField(fields: Field[], name: string): Field | undefined {
  for (const field of fields) {
    if (isNamed(field, name)) return field;
    const inner = field.control === 'group' ? findField(membersOf(field), name) : undefined;
    if (inner !== undefined) return inner;
  }
  return undefined;
}
