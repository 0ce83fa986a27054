import type {ReactNode} from 'react';
import type {Operation} from '../../model/operation.ts';
import OperationForm, {type OperationFormProps} from './OperationForm.tsx';
import {FieldSlot, FieldsSlot} from './slots.tsx';
import type {OperationTypes, TypedForm, TypedFormProps} from './typed-props.ts';

/**
 * Makes the component of one operation: the form that the operation's data drives, with the props that its types allow.
 * Data and types come from the same document, generated together; this is where the two meet, and the one place that
 * says so by a cast.
 */
export function typedForm<Op extends OperationTypes>(operation: unknown, name: string): TypedForm<Op> {
  function Form(props: TypedFormProps<Op>): ReactNode {
    return <OperationForm operation={operation as Operation} {...(props as Omit<OperationFormProps, 'operation'>)} />;
  }
  return Object.assign(Form, {Field: FieldSlot, Fields: FieldsSlot, displayName: name});
}
