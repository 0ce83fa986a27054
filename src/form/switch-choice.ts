import type {Choice} from './choices.ts';
import {choiceField, choiceKey, chosenOf, membersOf} from './field-parts.ts';
import type {Field} from './fields.ts';
import {misfit} from './fit-choice.ts';
import {holdValue} from './form-state.ts';
import type {FormState, FormValue} from './form-state.ts';
import {isText} from './read-control.ts';
import {readField} from './read-form.ts';

/**
 * The change that chooses another form. What has the same name in both stays, as typed where it is typed the same way,
 * else as the value that it means if the new field takes it. The rest waits for the reader to come back to its form.
 */
export function switchChoice(field: Field, next: Choice, state: FormState): FormState {
  const change: FormState = {[field.key]: undefined, [`${field.key}#json`]: undefined, [choiceKey(field)]: next.id};
  const before = chosenOf(field, state);
  if (before === undefined || before.isNull === true || next.isNull === true) return change;
  carryOver(
    choiceField(field, before),
    choiceField(field, next),
    {...state, [field.key]: undefinedIfHeld(state, field)},
    change,
  );
  return change;
}

/** Null and "left out" belong to the choice, not to the form that is chosen. */
function undefinedIfHeld(state: FormState, {key}: Field): FormValue {
  const held = state[key];
  return held === null || typeof held === 'symbol' ? undefined : held;
}

function carryOver(from: Field, to: Field, state: FormState, change: FormState): void {
  if (from.control === 'group' && to.control === 'group') {
    const known = new Map(membersOf(from).map((inner) => [inner.path.at(-1), inner]));
    for (const inner of membersOf(to)) {
      const same = known.get(inner.path.at(-1));
      if (same !== undefined && inner.control !== 'constant') carryOver(same, inner, state, change);
      else if (inner.control === 'constant') change[inner.key] = undefined;
    }
    return;
  }
  if (from.control === to.control && JSON.stringify(from.options) === JSON.stringify(to.options)) {
    if (state[from.key] !== undefined) change[to.key] = state[from.key];
    return;
  }
  if (isText(from) && isText(to)) {
    change[to.key] = state[from.key];
    return;
  }
  const value = readField(from, state);
  change[to.key] = undefined;
  if (value === undefined || value === '') return;
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  if (misfit(to.schema, value, to.place.schemas, 0) < 5) holdValue(to, value, change);
  else if (typeof text === 'string' && isText(to)) change[to.key] = text;
  else if (typeof text === 'string' && to.control === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))) {
    change[to.key] = text;
  }
}
