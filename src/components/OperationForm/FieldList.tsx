import {useMemo, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import FieldView from './fields/FieldView.tsx';
import {FieldContext} from './fields/field-context.ts';

interface FieldListProps {
  fields: Field[];
  store: FormStore;
  /** The names of fields that are shown but cannot be edited: `body.email`, or a bare `email`. */
  readOnlyFields?: readonly string[] | undefined;
  /** What a page shows in place of the list; it places the fields itself. */
  children?: ReactNode;
}

const none: readonly string[] = [];

/** The fields of a form in order; what is in objects, lists and choices stands in groups of its own. */
export default function FieldList({fields, store, readOnlyFields = none, children}: FieldListProps): ReactNode {
  const shared = useMemo(() => ({store, fields, readOnlyFields}), [store, fields, readOnlyFields]);
  return (
    <FieldContext value={shared}>
      {children ?? fields.map((field) => <FieldView key={field.key} field={field} />)}
    </FieldContext>
  );
}
