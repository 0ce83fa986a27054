import {useMemo, type ReactNode} from 'react';
import type {Field} from '../../form/fields.ts';
import type {FormStore} from '../../form/form-store.ts';
import type {Operation} from '../../model/operation.ts';
import BodyTabs from './fields/BodyTabs.tsx';
import FieldView from './fields/FieldView.tsx';
import {FieldContext} from './fields/field-context.ts';

interface FieldListProps {
  fields: Field[];
  store: FormStore;
  /** The names of fields that are shown but cannot be edited: `body.email`, or a bare `email`. */
  readOnlyFields?: readonly string[] | undefined;
  /** With it, a body that is shown whole can be edited as text, too. */
  operation?: Operation | undefined;
  /** What a page shows in place of the list; it places the fields itself. */
  children?: ReactNode;
}

const none: readonly string[] = [];

/** The fields of a form in order; what is in objects, lists and choices stands in groups of its own. */
export default function FieldList(props: FieldListProps): ReactNode {
  const {fields, store, readOnlyFields = none, operation, children} = props;
  const shared = useMemo(() => ({store, fields, readOnlyFields}), [store, fields, readOnlyFields]);
  return (
    <FieldContext value={shared}>
      {children ??
        fields.map((field) =>
          operation !== undefined && isWholeBody(field) && readOnlyFields.length === 0 ? (
            <BodyTabs key={field.key} operation={operation} field={field} />
          ) : (
            <FieldView key={field.key} field={field} />
          ),
        )}
    </FieldContext>
  );
}

/** Text would show what a page does not want to show of a body. */
function isWholeBody({in: place, place: {only}}: Field): boolean {
  return place === 'body' && only === undefined;
}
