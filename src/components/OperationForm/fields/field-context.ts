import {createContext, useCallback, useContext, useSyncExternalStore} from 'react';
import type {Field} from '../../../form/fields.ts';
import type {FormValue} from '../../../form/form-state.ts';
import {createFormStore, type FormStore} from '../../../form/form-store.ts';
import {isNamed} from '../../../form/place-values.ts';
import {readField, readForm} from '../../../form/read-form.ts';
import {sentState, type SentState} from '../../../form/sent-state.ts';

/** What the fields of a form share. */
export interface FieldContextValue {
  store: FormStore;
  /** All fields that are shown, for what is sent is read of the whole. */
  fields: Field[];
  /** The names of fields that are shown but cannot be edited, as in `readOnlyFields`; what is in them, too. */
  readOnlyFields: readonly string[];
}

export const FieldContext = createContext<FieldContextValue>({
  store: createFormStore({}),
  fields: [],
  readOnlyFields: [],
});

/** What the store holds under a key; renders again only when this changes. */
export function useHeld(key: string): FormValue {
  const {store} = useContext(FieldContext);
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener, key), [store, key]);
  const read = () => store.value(key);
  return useSyncExternalStore(subscribe, read, read);
}

/** The message beside a control. */
export function useMessage(name: string): string | undefined {
  const {store} = useContext(FieldContext);
  const subscribe = useCallback((listener: () => void) => store.subscribe(listener, name), [store, name]);
  return useSyncExternalStore(
    subscribe,
    () => store.error(name),
    () => undefined,
  );
}

/** Whether a message waits in what is folded away. */
export function useMessageBelow(name: string): boolean {
  const {store} = useContext(FieldContext);
  return useSyncExternalStore(
    store.subscribe,
    () => Object.keys(store.errors()).some((other) => other.startsWith(`${name}.`) || other.startsWith(`${name}#`)),
    () => false,
  );
}

/** What the form sends of a field as things are: of a group, whether anything in it is filled in. */
export function useSentState(field: Field): SentState {
  const {store, fields} = useContext(FieldContext);
  const isHolder = field.control === 'group' || field.control === 'array' || field.control === 'union';
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(listener, isHolder ? undefined : field.key),
    [store, field, isHolder],
  );
  const read = () => {
    const state = store.state();
    return sentState(field, isHolder ? readForm(fields, state).sent.get(field) : readField(field, state));
  };
  return useSyncExternalStore(subscribe, read, read);
}

/** Whether a field is shown only. */
export function useReadOnly(field: Field): boolean {
  const {readOnlyFields} = useContext(FieldContext);
  if (readOnlyFields.length === 0) return false;
  return readOnlyFields.some(
    (name) =>
      isNamed(field, name) ||
      field.name.startsWith(`${name}.`) ||
      field.path.join('.').startsWith(`${name}.`) ||
      (name === 'body' && field.in === 'body'),
  );
}
