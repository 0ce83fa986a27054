import {useContext, useId, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import FieldMarks from '../FieldMarks.tsx';
import formStyles from '../OperationForm.module.css';
import {FieldHelp, FieldMessage, hasHelp} from './FieldHead.tsx';
import JsonInstead from './JsonInstead.tsx';
import SentMark from './SentMark.tsx';
import {FieldContext, useHeld, useMessage} from './field-context.ts';
import styles from './Fields.module.css';

interface FieldFrameProps {
  field: Field;
  /** What stands in the legend after the marks. */
  count?: string;
  /** Whether the message stands at a control inside. */
  messageInside?: boolean;
  /** A choice stands there whatever is chosen; other frames are empty while nothing or null is sent. */
  isChoice?: boolean;
  /** Whose state the mark tells, if not that of the field. */
  marked?: Field | undefined;
  children: ReactNode;
}

/** What a group, a list and a choice have in common: a fieldset with legend, help, message, and what is sent of it. */
export default function FieldFrame(props: FieldFrameProps): ReactNode {
  const {field, count, messageInside = false, isChoice = false, marked = field, children} = props;
  const id = useId();
  const {store} = useContext(FieldContext);
  const message = useMessage(field.name);
  const held = useHeld(field.key);
  const json = useHeld(`${field.key}#json`);
  const shown = messageInside ? undefined : message;
  const isRoot = field.in === 'body' && field.path.length === 0;
  const isAway = held === null || typeof held === 'symbol';
  return (
    <fieldset
      className={isRoot ? styles.root : formStyles.group}
      data-field={field.name}
      tabIndex={-1}
      aria-describedby={[hasHelp(field) ? `${id}-help` : '', shown === undefined ? '' : `${id}-error`].join(' ').trim()}
      aria-invalid={shown !== undefined}
    >
      <legend>
        {field.label} <FieldMarks field={field} />
        {count !== undefined && <span className={formStyles.optional}>{count}</span>}
      </legend>
      <div className={styles.frameHead}>
        <FieldHelp field={field} id={`${id}-help`} />
        <SentMark field={marked} />
      </div>
      <FieldMessage id={`${id}-error`} message={shown} />
      {typeof json === 'string' ? (
        <JsonInstead field={field} text={json} onFields={() => store.change({[`${field.key}#json`]: undefined})} />
      ) : (
        (isChoice || !isAway) && children
      )}
    </fieldset>
  );
}
