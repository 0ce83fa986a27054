import {memo, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import FieldControl from '../FieldControl.tsx';
import FormChoice from './FormChoice.tsx';
import GroupField from './GroupField.tsx';
import ListField from './ListField.tsx';

interface FieldViewProps {
  field: Field;
  /** Instead of the field's own label. */
  label?: string;
  /** A group that is one of very many is folded until it is opened. */
  folded?: boolean;
}

/** A field of any kind. */
function FieldView({field, label, folded = false}: FieldViewProps): ReactNode {
  switch (field.control) {
    case 'group':
      return <GroupField field={field} folded={folded} />;
    case 'array':
      return <ListField field={field} />;
    case 'union':
      return <FormChoice field={field} />;
    default:
      return <FieldControl field={field} {...(label === undefined ? {} : {label})} />;
  }
}

export default memo(FieldView);
