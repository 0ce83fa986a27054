import {leftOut} from './form-state.ts';
import type {FormState, FormValue} from './form-state.ts';

/**
 * What a form holds: values by key and at most one message per field. Framework-free; a field subscribes to its own key
 * and name, so that a keystroke costs the same in a form of five fields and of five hundred.
 */
export interface FormStore {
  /** All values; a new object after each change. */
  state: () => FormState;
  value: (key: string) => FormValue;
  /** The sentence shown beside the field. */
  error: (name: string) => string | undefined;
  errors: () => Readonly<Record<string, string>>;
  setValue: (key: string, value: FormValue) => void;
  /** Sets several values at once; those that are undefined are forgotten. */
  change: (values: FormState) => void;
  /** Lays values over what is there; a list or a map, with all its rows, and a chosen form take the place of the old. */
  merge: (values: FormState) => void;
  /** Puts these values in place of all others. With a name for it, it can be undone until the next change. */
  replace: (values: FormState, undoable?: string) => void;
  /** The name of the last change while it can be undone. */
  undoable: () => string | undefined;
  /** Puts back what the last `replace` took away. */
  undo: () => void;
  /** Puts these messages in place of all others. */
  setErrors: (errors: Record<string, string>) => void;
  setError: (name: string, message: string | undefined) => void;
  /** Calls back after each change, or after those of one key or name; gives the function that ends it. */
  subscribe: (listener: () => void, key?: string) => () => void;
}

/** Creates the store of one form with what its fields hold at first. */
export function createFormStore(initial: FormState): FormStore {
  let state = initial;
  let errors: Record<string, string> = {};
  let taken: {state: FormState; name: string} | undefined;
  const everywhere = new Set<() => void>();
  const byKey = new Map<string, Set<() => void>>();
  const notify = (keys: Iterable<string>) => {
    for (const key of keys) for (const listener of [...(byKey.get(key) ?? [])]) listener();
    for (const listener of [...everywhere]) listener();
  };
  return {
    state: () => state,
    value: (key) => state[key],
    error: (name) => errors[name],
    errors: () => errors,
    setValue(key, value) {
      state = withValues(state, {[key]: value});
      taken = undefined;
      notify([key]);
    },
    change(values) {
      state = withValues(state, values);
      taken = undefined;
      notify(Object.keys(values));
    },
    merge(values) {
      state = mergeStates(state, values);
      taken = undefined;
      notify(byKey.keys());
    },
    replace(values, undoable) {
      const isWorthIt = undoable !== undefined && Object.keys(state).length > 0;
      taken = isWorthIt ? {state, name: undoable} : undefined;
      state = values;
      errors = {};
      notify(byKey.keys());
    },
    undoable: () => taken?.name,
    undo() {
      if (taken === undefined) return;
      state = taken.state;
      taken = undefined;
      errors = {};
      notify(byKey.keys());
    },
    setErrors(next) {
      errors = next;
      notify(byKey.keys());
    },
    setError(name, message) {
      const {[name]: previous, ...others} = errors;
      if (previous === message) return;
      errors = message === undefined ? others : {...others, [name]: message};
      notify([name]);
    },
    subscribe(listener, key) {
      if (key === undefined) {
        everywhere.add(listener);
        return () => everywhere.delete(listener);
      }
      const listeners = byKey.get(key) ?? new Set();
      byKey.set(key, listeners);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * What `merge` makes of a state: lists, maps and chosen forms as a whole in place of the old ones. What the values leave
 * out takes nothing away.
 */
export function mergeStates(state: FormState, values: FormState): FormState {
  const kept = withoutRows(state, values);
  const held = Object.keys(kept).filter((key) => kept[key] !== undefined);
  const isHeld = (key: string) =>
    held.some((other) => other === key || other.startsWith(`${key}.`) || other.startsWith(`${key}#`));
  const given = Object.entries(values).filter(([key, value]) => value !== leftOut || !isHeld(key));
  return withValues(kept, Object.fromEntries(given));
}

function withValues(state: FormState, values: FormState): FormState {
  const next = {...state, ...values};
  const isForgotten = Object.keys(values).some((key) => values[key] === undefined);
  // A value that is forgotten leaves no name behind; most changes forget nothing.
  return isForgotten ? Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) : next;
}

/** What belonged to rows that are replaced must not appear in the new ones. */
function withoutRows(state: FormState, values: FormState): FormState {
  const owners = Object.keys(values).flatMap((key) => /^(.*)#(?:items|entries|form\d*|json)$/.exec(key)?.[1] ?? []);
  if (owners.length === 0) return state;
  const isReplaced = (key: string) =>
    owners.some((owner) => key.startsWith(`${owner}.`) || key.startsWith(`${owner}#`));
  return Object.fromEntries(Object.entries(state).filter(([key]) => !isReplaced(key)));
}
