import type {FormState, FormValue} from './form-state.ts';

/**
 * What a form holds: a value and at most one message per field. Framework-free; a field subscribes and re-renders only
 * when its own value or message changes, so that a form of 500 fields costs what one field costs.
 */
export interface FormStore {
  /** All values; a new object after each change. */
  state: () => FormState;
  value: (name: string) => FormValue;
  /** The sentence shown beside the field. */
  error: (name: string) => string | undefined;
  errors: () => Readonly<Record<string, string>>;
  setValue: (name: string, value: FormValue) => void;
  /** Lays values over what is there. */
  merge: (values: FormState) => void;
  replace: (values: FormState) => void;
  /** Puts these messages in place of all others. */
  setErrors: (errors: Record<string, string>) => void;
  setError: (name: string, message: string | undefined) => void;
  /** Calls back after each change; gives the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** Creates the store of one form with what its fields hold at first. */
export function createFormStore(initial: FormState): FormStore {
  let state = initial;
  let errors: Record<string, string> = {};
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  return {
    state: () => state,
    value: (name) => state[name],
    error: (name) => errors[name],
    errors: () => errors,
    setValue(name, value) {
      state = {...state, [name]: value};
      notify();
    },
    merge(values) {
      state = {...state, ...values};
      notify();
    },
    replace(values) {
      state = values;
      errors = {};
      notify();
    },
    setErrors(next) {
      errors = next;
      notify();
    },
    setError(name, message) {
      const {[name]: previous, ...others} = errors;
      if (previous === message) return;
      errors = message === undefined ? others : {...others, [name]: message};
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
