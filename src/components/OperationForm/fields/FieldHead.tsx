import type {ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import Limit from '../../Properties/Limit.tsx';
import Prose from '../../Prose/Prose.tsx';
import formStyles from '../OperationForm.module.css';

/** Whether there is anything to say of a field beside its label. */
export function hasHelp({description, limits}: Field): boolean {
  return description !== undefined || limits.length > 0;
}

/** The description of a field, and its limits in words. */
export function FieldHelp({field, id}: {field: Field; id: string}): ReactNode {
  if (!hasHelp(field)) return null;
  return (
    <div id={id} className={formStyles.help}>
      <Prose html={field.description} />
      {field.limits.map((limit) => (
        <span key={limit} className={formStyles.limit}>
          <Limit text={limit} />
        </span>
      ))}
    </div>
  );
}

/** What is wrong with a field. */
export function FieldMessage({id, message}: {id: string; message: string | undefined}): ReactNode {
  return (
    <p id={id} className={formStyles.error}>
      {message}
    </p>
  );
}
