import type {ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import type {ControlAttributes} from '../FieldControl.tsx';
import {useHeld} from './field-context.ts';
import formStyles from '../OperationForm.module.css';

/** The only value that a place may have: shown, and sent with what it stands in. */
export default function ConstantControl({field, common}: {field: Field; common: ControlAttributes}): ReactNode {
  const held = useHeld(field.key);
  const constant = field.constant ?? null;
  const text = typeof held === 'string' ? held : typeof constant === 'string' ? constant : JSON.stringify(constant);
  const {'aria-required': _required, ...attributes} = common;
  return <input {...attributes} className={formStyles.input} type="text" readOnly value={text} />;
}
