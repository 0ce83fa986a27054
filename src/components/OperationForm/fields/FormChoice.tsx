import {useContext, useId, type ReactNode} from 'react';
import type {Field} from '../../../form/fields.ts';
import {choiceField, choiceKey, chosenOf} from '../../../form/field-parts.ts';
import {leftOut} from '../../../form/form-state.ts';
import {sendAs} from '../../../form/sent-state.ts';
import {switchChoice} from '../../../form/switch-choice.ts';
import formStyles from '../OperationForm.module.css';
import FieldFrame from './FieldFrame.tsx';
import FieldView from './FieldView.tsx';
import {GroupContents} from './GroupField.tsx';
import {ListContents} from './ListField.tsx';
import {FieldContext, useHeld, useReadOnly} from './field-context.ts';

/** A value that may have one of several forms: a list to choose the form from, and its fields. */
export default function FormChoice({field}: {field: Field}): ReactNode {
  const {store} = useContext(FieldContext);
  const id = useId();
  useHeld(choiceKey(field));
  const held = useHeld(field.key);
  const isReadOnly = useReadOnly(field);
  const isMedia = field.place.media !== undefined;
  const chosen = chosenOf(field, store.state());
  const choices = field.choices ?? [];
  const inner = chosen === undefined || chosen.isNull === true ? undefined : choiceField(field, chosen);
  const canLeaveOut = !field.required && field.place.isItem !== true && !isMedia;
  const hasNull = field.nullable && !choices.some(({isNull}) => isNull === true);
  const value = held === null && hasNull ? 'null' : held === leftOut || chosen === undefined ? '' : `form ${chosen.id}`;

  const choose = (next: string) => {
    const choice = choices.find(({id: other}) => `form ${other}` === next);
    if (choice !== undefined) store.change(switchChoice(field, choice, store.state()));
    else if (next === 'null') store.change(sendAs(field, 'null', store.state()));
    else store.change({[field.key]: undefined, [choiceKey(field)]: undefined});
  };

  const isHolder = inner?.control === 'group' || inner?.control === 'array';
  return (
    <FieldFrame
      field={field}
      messageInside={inner !== undefined && !isHolder}
      isChoice
      marked={isMedia ? inner : undefined}
    >
      <div className={formStyles.field}>
        <label htmlFor={id}>{isMedia ? 'Body as' : `Form of ${field.label}`}</label>
        <select
          id={id}
          name={isMedia ? 'contentType' : `${field.name}#form`}
          className={formStyles.input}
          value={value}
          disabled={isReadOnly}
          onChange={(event) => choose(event.target.value)}
        >
          {(canLeaveOut || value === '') && <option value="">Left out</option>}
          {choices.map((choice) => (
            <option key={choice.id} value={`form ${choice.id}`}>
              {choice.label}
            </option>
          ))}
          {hasNull && <option value="null">null</option>}
        </select>
      </div>
      {inner !== undefined && held !== null && held !== leftOut && (
        <Chosen key={chosen?.id} field={inner} label={isMedia ? 'Body' : (chosen?.label ?? field.label)} />
      )}
    </FieldFrame>
  );
}

/** The fields of the chosen form; its frame is that of the choice. */
function Chosen({field, label}: {field: Field; label: string}): ReactNode {
  const json = useHeld(`${field.key}#json`);
  if (typeof json !== 'string' && field.control === 'group' && !field.recursive) return <GroupContents field={field} />;
  if (typeof json !== 'string' && field.control === 'array') return <ListContents field={field} />;
  return <FieldView field={field} label={label} />;
}
